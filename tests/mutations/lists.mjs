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
      ['closed) < daysUndated) return null', 'closed) <= daysUndated) return null'],
      ['atKeep >= goal ?', 'atKeep > goal ?'],
      ['countTries(evidence) < leastTries', 'countTries(evidence) <= leastTries'],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/owed.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['step.promised && step.dueOn <= evidence.through', 'step.promised && step.dueOn < evidence.through'],
      ['on && on >= referral.on', 'on && on > referral.on'],
      ['today) >= friendDays', 'today) > friendDays'],
      ['today) > inquiryDays', 'today) >= inquiryDays'],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/timely.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['const quoteDays = [5, 12, 30]', 'const quoteDays = [6, 12, 30]'],
      ['const quoteDays = [5, 12, 30]', 'const quoteDays = [5, 13, 30]'],
      ['evidence.lastTouch.on >= on) return true', 'evidence.lastTouch.on > on) return true'],
      ['tries.length >= mostTries', 'tries.length > mostTries'],
      ['days.filter((day) => day <= through)', 'days.filter((day) => day < through)'],
      ['if (soon > through) return null', 'if (soon >= through) return null'],
      ['late <= runningDays', 'late < runningDays'],
      ["!step.promised && step.what.trim() === ''", "step.what.trim() === ''"],
      ['if (to < evidence.today) return null', 'if (to <= evidence.today) return null'],
      [
        'addOpenDays(touchedOn, errandDays, shop) > through',
        'addOpenDays(touchedOn, errandDays, shop) >= through',
      ],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/why-them.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['count > quoteInDays', 'count >= quoteInDays'],
      ['.find(({ to }) => to >= today)', '.find(({ to }) => to > today)'],
      ['lastContact.on > quote.quotedOn', 'lastContact.on < quote.quotedOn'],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/who-now.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['export const restDays = 10', 'export const restDays = 9'],
      ['const shownDays = 3', 'const shownDays = 4'],
      ['const standsBackDays = 5', 'const standsBackDays = 4'],
      ['const retryShare = 3', 'const retryShare = 2'],
      ['weekPlaces < fewWeekPlaces', 'weekPlaces <= fewWeekPlaces'],
      ['onList > capacity', 'onList >= capacity'],
      ['putOffUntil !== null && putOffUntil > today', 'putOffUntil !== null && putOffUntil >= today'],
      ['return back === null || back <= today', 'return back === null || back < today'],
      ["lastAttemptOn ?? '', lastGivenUp(evidence)]", "lastAttemptOn ?? '']"],
      ['timely.slice(0, Math.floor(left / 2))', 'timely.slice(0, Math.ceil(left / 2))'],
      ['const retried = scarce ? [] :', 'const retried ='],
      ["(one.group === 'turn' || one.group === 'timely') && !byDate", "one.group === 'turn' && !byDate"],
      ['return b - a', 'return a - b'],
      ['if (a === null) return 1', 'if (a === null) return -1'],
      ['if (wasTriedTwice(evidence)) return null', ''],
      ['if (own.length > 0) return [...reasons, ...own]', ''],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/weakest.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['holdOf(a) - holdOf(b) ||', ''],
      ['Number(a.evidence.pinned) - Number(b.evidence.pinned) ||', ''],
    ],
  },
  {
    file: 'src/shared/rules/focus-list/where-it-stands.ts',
    tests: ['tests/unit/focus-list'],
    changes: [
      ['if (count < 7) return', 'if (count <= 7) return'],
      ['lastAttemptOn >= lastTouch.on', 'lastAttemptOn < lastTouch.on'],
      ["!tried.includes('visit') && ways", 'ways'],
    ],
  },
  {
    file: 'src/shared/rules/today/say-hello.ts',
    tests: ['tests/data/today/waiting.test.ts'],
    changes: [
      ['const mostAWeek = 2', 'const mostAWeek = 3'],
      ['lastTouch.on < monday', 'lastTouch.on <= today'],
      ['if (joinedOn !== null || !orders) return null', 'if (!orders) return null'],
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
    tests: ['tests/data/focus-list/leaving.test.ts', 'tests/data/jobs', 'tests/data/type-back'],
    changes: [
      ['before.ordered_on ?? today', 'today'],
      ['if (amount === null || on < open.quoted_on!) return open.id', ''],
      ['what: what || before.what || reason', 'what: what || reason || before.what'],
      ['if (!job || job.delivered_on !== null || job.paid_on !== null) return', 'if (!job) return'],
      ['job.ordered_on === on && job.quoted_on !== null', 'job.quoted_on !== null'],
      ["outcome === 'lost' && job.lost_on === on", "outcome === 'lost'"],
      ["    .orderBy('quoted_on', 'desc')\n", "    .orderBy('quoted_on')\n"],
    ],
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
