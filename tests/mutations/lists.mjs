// The focus list, places, jobs and the week's review.

export const lists = [
  {
    file: 'src/data/focus-list/focus-list.ts',
    tests: ['tests/data/focus-list/focus-list.test.ts'],
    changes: [
      ['if (count >= cap) throw', 'if (count > cap) throw'],
      ['(await listMembers(db)).length <= cap', '(await listMembers(db)).length < cap'],
      ["if (isPrivate) throw new AppError('focus-private', { name })", ''],
    ],
  },
  {
    file: 'src/data/focus-list/leavers.ts',
    tests: ['tests/data/focus-list/leaving.test.ts', 'tests/data/focus-list/focus-list.test.ts'],
    changes: [["where('u.revisit_on', '<=', today)", "where('u.revisit_on', '<', today)"]],
  },
  {
    file: 'src/shared/rules/focus-list/leaving.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['one.saidOn > keptOn', 'one.saidOn >= keptOn'],
      ['some.length >= triesToPark', 'some.length > triesToPark'],
      [
        'countRunningDays(some[0]!.on, some.at(-1)!.on, closed) >= daysToPark',
        'countRunningDays(some[0]!.on, some.at(-1)!.on, closed) > daysToPark',
      ],
      ['tries.length < kept.length + triesToPark', 'tries.length <= kept.length + triesToPark'],
      ['touch.on > learntOn', 'touch.on >= learntOn'],
      ['touch.on <= keptOn).length', 'touch.on < keptOn).length'],
      ['if (count < daysUndated) return null', 'if (count <= daysUndated) return null'],
      ['atKeep >= touchesToLook ?', 'atKeep > touchesToLook ?'],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/reasons.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['closed) < restDays', 'closed) <= restDays'],
      ['closed) < quoteDays', 'closed) <= quoteDays'],
      ['> windowDays', '>= windowDays'],
      ['> goodTalkDays', '>= goodTalkDays'],
      ['closed) <= runningDays', 'closed) < runningDays'],
      ['if (days < 90)', 'if (days <= 90)'],
      ['count > birthdayDays', 'count >= birthdayDays'],
      ['closed) < silenceDays', 'closed) <= silenceDays'],
      ['one.dueOn <= through)\n  if (!step)', 'one.dueOn < through)\n  if (!step)'],
      ['on && on >= referral.on', 'on && on > referral.on'],
      ['lastContact.on >= referral.on', 'lastContact.on > referral.on'],
      ['.find(({ to }) => to >= today)', '.find(({ to }) => to > today)'],
      ["lastTouch || attempts > 0 ? ''", "lastTouch ? ''"],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/rank-people.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['return b - a', 'return a - b'],
      ['if (a === null) return 1', 'if (a === null) return -1'],
      ['b.reason.rank - a.reason.rank ||', 'a.reason.rank - b.reason.rank ||'],
      ["evidence.joinedOn ?? '~'", "evidence.joinedOn ?? ''"],
      ["on < today ? 'focusList.claims.due'", "on <= today ? 'focusList.claims.due'"],
      ['hasHold(a) - hasHold(b) ||', ''],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/capacity.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['Math.floor(value + 1e-9)', 'Math.floor(value)'],
      ['if (measured < enoughTouches) return', 'if (measured <= enoughTouches) return'],
      ['Math.max(leastPeople, countPlaces(hours, minutes))', 'countPlaces(hours, minutes)'],
      ['(sorted[middle - 1]! + sorted[middle]!) / 2', 'sorted[middle]!'],
      ['fits > mostPeople ?', 'fits >= mostPeople ?'],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/leaving-reasons.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['leftOn >= from.toString()', 'leftOn > from.toString()'],
      ['leftOn < until', 'leftOn <= until'],
      [
        'counts.get(words)!.length > counts.get(best)!.length',
        'counts.get(words)!.length >= counts.get(best)!.length',
      ],
    ],
  },
  {
    file: 'src/data/jobs/leaving-jobs.ts',
    tests: ['tests/data/focus-list/leaving.test.ts'],
    changes: [['before.ordered_on ?? today', 'today']],
  },
  {
    file: 'src/data/places/place-visits.ts',
    tests: ['tests/data/places'],
    changes: [
      ['if (visitedOn > today) throw', 'if (visitedOn >= today) throw'],
      ["    ...hidden.map(({ personId, how }) => ({ personId, talked: how === 'met' })),\n", ''],
    ],
  },
  {
    file: 'src/data/week-review/week-review.ts',
    tests: ['tests/data/week-review/week-review.test.ts'],
    changes: [['const shown = moves.filter((one) => !one.isPrivate)', 'const shown = moves']],
  },
]
