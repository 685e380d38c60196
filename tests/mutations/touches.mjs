// Touches, next steps, pursuits, texts, Today and referrals.

export const touches = [
  {
    file: 'src/data/touches/touches.ts',
    tests: ['tests/data/engine/asked-twice.test.ts', 'tests/data/touches/touches.test.ts'],
    changes: [
      ['if (happenedOn > today) throw', 'if (happenedOn >= today) throw'],
      ['if (before) return { id: before.id, suggestion: null, mayLeaveAs: null }', ''],
      ['if (nextStep && person.neverContact) throw', 'if (nextStep && person.isPrivate) throw'],
      ['happened_at: columns.happened_on === today ? now : null', 'happened_at: now'],
      ["if (nextStep && touch.outcome !== 'never contact') {", 'if (nextStep) {'],
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
      ['const isOther = columns.outcome !== touch.outcome ||', 'const isOther ='],
      ['  if (visit) return [touch.id]\n', ''],
      ['const { minutes: _, cost: __, ...shared } = columns', 'const shared = columns'],
    ],
  },
  {
    file: 'src/data/touches/touch-many.ts',
    tests: ['tests/data/engine/asked-twice.test.ts', 'tests/data/touches/touch-many.test.ts'],
    changes: [
      ['part + (index < Math.abs(left) ? Math.sign(left) : 0)', 'part'],
      ['if (before.length > 0) return { people: before.length }', ''],
      [
        "if (person.neverContact) throw new AppError('do-not-contact'",
        "if (person.isPrivate) throw new AppError('do-not-contact'",
      ],
    ],
  },
  {
    file: 'src/data/touches/settle-outcome.ts',
    tests: ['tests/data/type-back'],
    changes: [
      ["    .where('source', '=', '')\n    .execute()\n  await db", '    .execute()\n  await db'],
      [
        "    .where('closed_on', 'is', null)\n    .where('source', '=', '')\n",
        "    .where('closed_on', 'is', null)\n",
      ],
    ],
  },
  {
    file: 'src/data/touches/thank.ts',
    tests: ['tests/data/engine/asked-twice.test.ts', 'tests/data/referrals'],
    changes: [['  if (before) return {}\n', '']],
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
    changes: [],
  },
  {
    file: 'src/data/records/next-steps.ts',
    tests: [
      'tests/data/engine/asked-twice.test.ts',
      'tests/data/touches/touches.test.ts',
      'tests/data/today/today.test.ts',
    ],
    changes: [
      ["if (neverContact) throw new AppError('do-not-contact', { name })", ''],
      ['input.step.dueOn === step.due_on ? step.moved_from : null', 'step.moved_from'],
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
    ],
  },
  {
    file: 'src/data/records/closed-periods.ts',
    tests: ['tests/data/records/closed-periods.test.ts'],
    changes: [['if (to < from) throw', 'if (to <= from) throw']],
  },
  {
    file: 'src/data/records/off-paper.ts',
    tests: ['tests/data/records'],
    changes: [["    ...(await readQuietNames(db, personIds, 'referrer_id')),\n", '']],
  },
  {
    file: 'src/data/records/evidence.ts',
    tests: ['tests/data/focus-list/focus-list.test.ts', 'tests/data/call-sheets/call-sheets.test.ts'],
    changes: [
      ['if (orderDays.length < 3) return null', 'if (orderDays.length < 2) return null'],
      ['row.is_private === 1 || row.deleted_at !== null', 'row.deleted_at !== null'],
      ['byOnPaper: row.never_contact_on === null ? by : aFriend', 'byOnPaper: by'],
      ['noteNotForPaper: there.get(personId)!.note_not_for_paper === 1', 'noteNotForPaper: false'],
    ],
  },
  {
    file: 'src/data/today/today.ts',
    tests: ['tests/data/today/today.test.ts'],
    changes: [
      ['Math.max(0, capacity - seen.size) + input.more', 'capacity + input.more'],
      [".where('direction', '=', 'out')", ''],
    ],
  },
  {
    file: 'src/data/today/clear-pile.ts',
    tests: ['tests/data/today/today.test.ts'],
    changes: [
      ['if (dueOn < today) throw', 'if (dueOn <= today) throw'],
      ['step.moved_from ?? step.due_on', 'step.due_on'],
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
    ],
  },
]
