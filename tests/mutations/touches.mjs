// Touches, next steps, pursuits, texts, Today and referrals.

export const touches = [
  {
    file: 'src/data/touches/touches.ts',
    tests: ['tests/data/touches/touches.test.ts'],
    changes: [
      ['if (happenedOn > today) throw', 'if (happenedOn >= today) throw'],
      ['if (before) return { id: before.id, suggestion: null, mayLeaveAs: null }', ''],
      ['if (nextStep && person.neverContact) throw', 'if (nextStep && person.isPrivate) throw'],
      ['happened_at: columns.happened_on === today ? now : null', 'happened_at: now'],
      ['  await keepSteps(db, personId, input.keeps, today)\n', ''],
      ["if (nextStep && touch.outcome !== 'never contact') {", 'if (nextStep) {'],
      ['  await forgetDraft(db, logBoxKey(personId), touch.note)\n', ''],
      ["} else if (draft.direction === 'in' && (await", '} else if ((await'],
    ],
  },
  {
    file: 'src/data/touches/correct-touch.ts',
    tests: [
      'tests/data/touches/touches.test.ts',
      'tests/data/touches/touch-many.test.ts',
      'tests/data/call-sheets/sheet-back.test.ts',
    ],
    changes: [
      [
        "if (columns.outcome === 'never contact' && touch.outcome !== 'never contact')",
        "if (columns.outcome === 'never contact' && touch.outcome === 'never contact')",
      ],
      ['columns.happened_on === touch.happened_on ? touch.happened_at : null', 'touch.happened_at'],
      ['  if (visit) return [touch.id]\n', ''],
      ["    .where('state', '=', 'done')\n", ''],
      [
        "if (named) throw new AppError('named-themselves'",
        "if (false) throw new AppError('named-themselves'",
      ],
      ['set({ referrer_id: to.id })', 'set({ referrer_id: from.id })'],
      ['const { minutes: _, cost: __, ...shared } = columns', 'const shared = columns'],
    ],
  },
  {
    file: 'src/data/touches/touch-many.ts',
    tests: ['tests/data/touches/touch-many.test.ts'],
    changes: [
      ['part + (index < Math.abs(left) ? Math.sign(left) : 0)', 'part'],
      ['if (before.length > 0) return { people: before.length }', ''],
      [
        "if (person.neverContact) throw new AppError('do-not-contact'",
        "if (person.isPrivate) throw new AppError('do-not-contact'",
      ],
      [".where(where(isReachable('p')))\n    .orderBy('p.sort_name')", ".orderBy('p.sort_name')"],
    ],
  },
  {
    file: 'src/data/touches/settle-outcome.ts',
    tests: ['tests/data/type-back'],
    changes: [
      ['if (touchId === null) await stopContact(db, personId, note, on)', ''],
      ["    .where('source', '=', '')\n    .execute()\n  await db", '    .execute()\n  await db'],
      [
        "    .where('closed_on', 'is', null)\n    .where('source', '=', '')\n",
        "    .where('closed_on', 'is', null)\n",
      ],
      ["    .orderBy('quoted_on', 'desc')", "    .orderBy('quoted_on')"],
      ['if (touchId !== null && jobId !== null)', 'if (touchId === null && jobId !== null)'],
    ],
  },
  {
    file: 'src/data/touches/thank.ts',
    tests: ['tests/data/referrals'],
    changes: [
      ['  if (before) return {}\n', ''],
      ["    .where('referrer_id', '=', referrerId)\n", ''],
    ],
  },
  {
    file: 'src/data/touches/timeline.ts',
    tests: ['tests/data/touches/timeline.test.ts'],
    changes: [
      [
        'WHEN ${person}.is_private = 1 OR ${person}.deleted_at IS NOT NULL',
        'WHEN ${person}.deleted_at IS NOT NULL',
      ],
    ],
  },
  {
    file: 'src/data/touches/calendar.ts',
    tests: ['tests/data/touches/calendar.test.ts'],
    changes: [
      ['addDays(step.dueOn, 1)]', 'step.dueOn]'],
      ["    .where(where(isReachable('p')))\n", ''],
    ],
  },
  {
    file: 'src/data/records/next-steps.ts',
    tests: ['tests/data/touches/touches.test.ts', 'tests/data/today/today.test.ts'],
    changes: [
      ["if (neverContact) throw new AppError('do-not-contact', { name })", ''],
      ['input.step.dueOn === step.due_on ? step.moved_from : null', 'step.moved_from'],
      [
        "    .where('person_id', '=', personId)\n    .where('done_on', 'is', null)",
        "    .where('done_on', 'is', null)",
      ],
      ["      .where(where(isReachable('p')))\n  )", '  )'],
    ],
  },
  {
    file: 'src/data/records/pursuits.ts',
    tests: [
      'tests/data/focus-list/focus-list.test.ts',
      'tests/data/referrals/referrals.test.ts',
      'tests/data/people/people.test.ts',
    ],
    changes: [
      ["if (row.deleted_at !== null) throw new AppError('in-bin', { name })", ''],
      ["where('closed_on', '>=', on)", "where('closed_on', '>', on)"],
      ['if (person.isPrivate || person.neverContact) return false', ''],
      ["    .where('never_contact_on', 'is', null)\n    .execute()", '    .execute()'],
      ["    .where('closed_on', 'is', null)\n    .execute()", '    .execute()'],
    ],
  },
  {
    file: 'src/data/records/closed-periods.ts',
    tests: ['tests/data/records/closed-periods.test.ts'],
    changes: [
      ['if (to < from) throw', 'if (to <= from) throw'],
      ['period.from_on <= day && day <= period.to_on', 'period.from_on <= day && day < period.to_on'],
    ],
  },
  {
    file: 'src/data/records/channels.ts',
    tests: ['tests/data/call-sheets', 'tests/data/focus-list', 'tests/data/records', 'tests/data/today'],
    changes: [
      [
        'said.set(consent.channel, consent.answer)',
        'said.set(consent.channel, said.get(consent.channel) ?? consent.answer)',
      ],
      [".filter(([, answer]) => answer === 'no')", ".filter(([, answer]) => answer === 'yes')"],
    ],
  },
  {
    file: 'src/data/records/off-paper.ts',
    tests: ['tests/data/records'],
    changes: [
      ["where('q.never_contact_on', 'is not', null),\n", ''],
      ["where('q.is_private', '=', 1),\n", ''],
      ["where('q.deleted_at', 'is not', null),\n", ''],
      ["    ...(await readQuietNames(db, personIds, 'referrer_id')),\n", ''],
    ],
  },
  {
    file: 'src/data/records/evidence.ts',
    tests: ['tests/data/focus-list/focus-list.test.ts', 'tests/data/call-sheets/call-sheets.test.ts'],
    changes: [
      ['if (orderDays.length < 3) return null', 'if (orderDays.length < 2) return null'],
      ['row.is_private === 1 || row.deleted_at !== null', 'row.deleted_at !== null'],
      ['byOnPaper: row.never_contact_on === null ? by : aFriend', 'byOnPaper: by'],
      [
        "else if (counts !== 'attempt' && !toMany) delete names.inquiry",
        "else if (counts !== 'attempt') delete names.inquiry",
      ],
      ['noteNotForPaper: there.get(personId)!.note_not_for_paper === 1', 'noteNotForPaper: false'],
    ],
  },
  {
    file: 'src/data/today/today.ts',
    tests: ['tests/data/today/today.test.ts'],
    changes: [
      ['Math.max(0, capacity - seen.size) + input.more', 'capacity + input.more'],
      [".where('direction', '=', 'out')", ''],
      ['(isOpen ? isDue(one.reason) : isPromise(one))', 'isDue(one.reason)'],
      ['Number(isPromise(b)) - Number(isPromise(a))', '0'],
    ],
  },
  {
    file: 'src/data/today/clear-pile.ts',
    tests: ['tests/data/today/today.test.ts'],
    changes: [
      ['if (dueOn < today) throw', 'if (dueOn <= today) throw'],
      ['step.moved_from ?? step.due_on', 'step.due_on'],
      ['due_time: null, moved_from', 'moved_from'],
    ],
  },
  {
    file: 'src/data/texts/texts.ts',
    tests: ['tests/data/texts'],
    changes: [
      ['q.is_private = 1 OR q.never_contact_on IS NOT NULL', 'q.is_private = 1'],
      [
        "row.never ? 'never contact' : row.isPrivate ? 'private' : saidNo",
        "row.isPrivate ? 'private' : saidNo",
      ],
      [
        'ORDER BY c.said_on DESC, c.id DESC LIMIT 1) AS answer',
        'ORDER BY c.said_on, c.id LIMIT 1) AS answer',
      ],
    ],
  },
  {
    file: 'src/data/referrals/referrals.ts',
    tests: ['tests/data/referrals/referrals.test.ts'],
    changes: [
      ['(touchId === null || before.thanked_on === null)', 'true'],
      ['if (friend.id === referrerId) throw', 'if (false) throw'],
      ['const source = friend.source || referralSource', 'const source = referralSource'],
      ["    .where('opened_how', '=', 'referral')\n", ''],
      ['if (!others) await dropFriendPursuit', 'await dropFriendPursuit'],
      ['if (row.touch_id === null) await db.deleteFrom', 'if (true) await db.deleteFrom'],
      ['row.friendDeletedAt === null && row.friendIsPrivate !== 1', 'row.friendDeletedAt === null'],
    ],
  },
  {
    file: 'src/data/know-card/know-card.ts',
    tests: ['tests/data/know-card'],
    changes: [
      [
        'if (saidOn !== undefined && saidOn > today) throw',
        'if (saidOn !== undefined && saidOn >= today) throw',
      ],
      ["if (words === '' && window === null) {", "if (words === '') {"],
    ],
  },
  {
    file: 'src/data/first-hour/pick-the-few.ts',
    tests: ['tests/data/first-hour'],
    changes: [['AND NOT ${wasOnList}', '']],
  },
]
