// Touches, next steps, pursuits, texts, Today and referrals.

const touchTests = ['tests/data/touches']

export const touches = [
  {
    file: 'src/data/touches/touches.ts',
    tests: touchTests,
    changes: [
      ['if (happenedOn > today) throw', 'if (happenedOn >= today) throw'],
      ['if (before) return { id: before.id, suggestion: null, mayLeaveAs: null }', ''],
      ['if (nextStep && person.neverContact) throw', 'if (nextStep && person.isPrivate) throw'],
      ['happened_at: columns.happened_on === today ? now : null', 'happened_at: now'],
      ['  await keepSteps(db, personId, input.keeps, today)\n', ''],
      ["if (nextStep && touch.outcome !== 'never contact') {", 'if (nextStep) {'],
      ["const wanted = !nextStep && touch.direction === 'out'", "const wanted = touch.direction === 'out'"],
      ['  await forgetDraft(db, logBoxKey(personId), touch.note)\n', ''],
      ['leaving && (await isOnFocusList(db, personId)) ? leaving : null', 'leaving'],
      ["} else if (draft.direction === 'in' && (await", '} else if ((await'],
      ['logged_at: touch.loggedAt ?? now', 'logged_at: now', { tests: ['tests/data/type-back'] }],
    ],
  },
  {
    file: 'src/data/touches/correct-touch.ts',
    tests: ['tests/data/touches', 'tests/data/call-sheets', 'tests/data/places'],
    changes: [
      [
        "if (columns.outcome === 'never contact' && touch.outcome !== 'never contact')",
        "if (columns.outcome === 'never contact' && touch.outcome === 'never contact')",
      ],
      ['columns.happened_on === touch.happened_on ? touch.happened_at : null', 'touch.happened_at'],
      ['  if (visit) return [touch.id]\n', ''],
      ['  if (other) return\n', ''],
      ["    .where('state', '=', 'done')\n", ''],
      [
        "if (named) throw new AppError('named-themselves'",
        "if (false) throw new AppError('named-themselves'",
      ],
      ['sheet_row_id: null })', '})'],
      ['set({ referrer_id: to.id })', 'set({ referrer_id: from.id })'],
      ['const { minutes: _, cost: __, ...shared } = columns', 'const shared = columns'],
      [
        "for (const table of ['next_steps', 'asks', 'referrals'] as const) {",
        "for (const table of ['next_steps', 'asks'] as const) {",
      ],
      ['  await dropUnnamed(db, id)\n', ''],
    ],
  },
  {
    file: 'src/data/touches/touch-many.ts',
    tests: touchTests,
    changes: [
      ['part + (index < Math.abs(left) ? Math.sign(left) : 0)', 'part'],
      ['if (before.length > 0) return { people: before.length }', ''],
      [
        "if (person.neverContact) throw new AppError('do-not-contact'",
        "if (person.isPrivate) throw new AppError('do-not-contact'",
      ],
      ['to_many: people.length > 1 ? 1 : 0', 'to_many: 1'],
      ['const ids = [...new Set(personIds)]', 'const ids = personIds'],
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
      ["    .where('lost_on', 'is', null)\n", ''],
      ['if (touchId !== null && jobId !== null)', 'if (touchId === null && jobId !== null)'],
      ['today: () => on }', 'today: clock.today }'],
    ],
  },
  {
    file: 'src/data/touches/thank.ts',
    tests: ['tests/data/referrals'],
    changes: [
      ['  if (before) return {}\n', ''],
      ["    .where('referrer_id', '=', referrerId)\n", ''],
      ['if (closed.numUpdatedRows === 0n) throw', 'if (false) throw'],
    ],
  },
  {
    file: 'src/data/touches/timeline.ts',
    tests: touchTests,
    changes: [
      ['WHERE (on_day, kind, id) < (:day, :kind, :id)', 'WHERE (on_day, kind, id) <= (:day, :kind, :id)'],
      ['most: limit + 1', 'most: limit'],
      [
        'WHEN ${person}.is_private = 1 OR ${person}.deleted_at IS NOT NULL',
        'WHEN ${person}.deleted_at IS NOT NULL',
      ],
      ["r.state <> 'removed' AND s.printed_at IS NOT NULL", 's.printed_at IS NOT NULL'],
      ["'r.touch_id IS NULL'", "'1'"],
    ],
  },
  {
    file: 'src/data/touches/calendar.ts',
    tests: touchTests,
    changes: [
      ['addDays(step.dueOn, 1)]', 'step.dueOn]'],
      ['onOneLine(step.title)', 'step.title'],
      ["    .where(where(isReachable('p')))\n", ''],
      ["    .where('n.dropped_on', 'is', null)\n", ''],
    ],
  },
  {
    file: 'src/data/touches/name-friend.ts',
    tests: ['tests/data/referrals', 'tests/data/touches'],
    changes: [
      ["    .where('person_id', 'is', null)\n", ''],
      ["if (friend.name.trim() === '') return null", ''],
      ['  await pursueFriend(db, { friend, referrerId: row.referrer_id, on: row.named_on }, context)\n', ''],
    ],
  },
  {
    file: 'src/data/records/next-steps.ts',
    tests: ['tests/data/touches', 'tests/data/today'],
    changes: [
      ["if (neverContact) throw new AppError('do-not-contact', { name })", ''],
      ['input.step.dueOn === step.due_on ? step.moved_from : null', 'step.moved_from'],
      [
        "    .where('person_id', '=', personId)\n    .where('done_on', 'is', null)",
        "    .where('done_on', 'is', null)",
      ],
      ["      .where(where(isReachable('p')))\n  )", '  )'],
      ["if (input.from) query = query.where('n.due_on', '>=', input.from)", ''],
      ["    .where('n.due_on', '<=', input.until)", "    .where('n.due_on', '<', input.until)"],
    ],
  },
  {
    file: 'src/data/records/pursuits.ts',
    tests: ['tests/data/focus-list', 'tests/data/referrals', 'tests/data/touches', 'tests/data/people'],
    changes: [
      ["if (row.deleted_at !== null) throw new AppError('in-bin', { name })", ''],
      ["where('closed_on', '>=', on)", "where('closed_on', '>', on)"],
      ['if (person.isPrivate || person.neverContact) return false', ''],
      ["pursuits.some((pursuit) => pursuit.closed_as === 'won')", 'false'],
      ["    .where('never_contact_on', 'is', null)\n    .execute()", '    .execute()'],
      ["    .where('closed_on', 'is', null)\n    .execute()", '    .execute()'],
    ],
  },
  {
    file: 'src/data/records/closed-periods.ts',
    tests: ['tests/data/records', 'tests/data/today', 'tests/data/call-sheets'],
    changes: [
      ['if (to < from) throw', 'if (to <= from) throw'],
      ['row.to < clock.today()', 'row.to <= clock.today()'],
      ['period.from_on <= day && day <= period.to_on', 'period.from_on <= day && day < period.to_on'],
      ['if (before) return before\n  if (to', 'if (to'],
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
      ["    .where('note_not_for_paper', '=', 1)\n", ''],
    ],
  },
  {
    file: 'src/data/records/evidence.ts',
    tests: ['tests/data/focus-list', 'tests/data/today', 'tests/data/call-sheets'],
    changes: [
      ['if (orderDays.length < 3) return null', 'if (orderDays.length < 2) return null'],
      ['row.agreed === 1 || row.introduced === 1', 'row.agreed === 1'],
      ['row.is_private === 1 || row.deleted_at !== null', 'row.deleted_at !== null'],
      ['byOnPaper: row.never_contact_on === null ? by : aFriend', 'byOnPaper: by'],
      [
        "else if (counts !== 'attempt' && !toMany) delete names.inquiry",
        "else if (counts !== 'attempt') delete names.inquiry",
      ],
      ["!wantsNoAnswer.has(row.outcome ?? '')", 'true'],
      ['job.quoted_on && !job.ordered_on && !job.lost_on', 'job.quoted_on && !job.ordered_on'],
      ["    .where(where(isReachable('p')))\n", ''],
      ['noteNotForPaper: there.get(personId)!.note_not_for_paper === 1', 'noteNotForPaper: false'],
      [
        'const slice = personIds.slice(start, start + sliceSize)',
        'const slice = personIds.slice(0, sliceSize)',
      ],
    ],
  },
  {
    file: 'src/data/today/today.ts',
    tests: ['tests/data/today'],
    changes: [
      ['Math.max(0, capacity - seen.size) + input.more', 'capacity + input.more'],
      [".where('direction', '=', 'out')", ''],
      ["seen.get(id) || how !== 'no answer'", "how !== 'no answer'"],
      [".where('n.due_on', '<', today)", ".where('n.due_on', '<=', today)"],
      ['(isOpen ? isDue(one.reason) : isPromise(one))', 'isDue(one.reason)'],
      ['step.dueOn === today && step.dueTime', 'step.dueTime'],
      ['Number(isPromise(b)) - Number(isPromise(a))', '0'],
      ["    .where('to_many', '=', 0)\n", ''],
    ],
  },
  {
    file: 'src/data/today/clear-pile.ts',
    tests: ['tests/data/today'],
    changes: [
      ['if (dueOn < today) throw', 'if (dueOn <= today) throw'],
      ['step.moved_from ?? step.due_on', 'step.due_on'],
      ['due_time: null, moved_from', 'moved_from'],
      ['      await findOpenStep(db, id)\n      await db.updateTable', '      await db.updateTable'],
      ['until: addDays(today, -1)', 'until: today'],
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
      ['[...new Set(personIds)]', 'personIds'],
      ["channel === 'email' ? subject.trim() : ''", 'subject.trim()'],
      ["how <> 'no answer'\"", '1"'],
    ],
  },
  {
    file: 'src/data/referrals/referrals.ts',
    tests: ['tests/data/referrals', 'tests/data/type-back'],
    changes: [
      ['(touchId === null || before.thanked_on === null)', 'true'],
      ['if (friend.id === referrerId) throw', 'if (false) throw'],
      ['const source = friend.source || referralSource', 'const source = referralSource'],
      ["    .where('source', '=', referralSource)\n", ''],
      ["    .where('opened_how', '=', 'referral')\n", ''],
      ["    .where('id', 'not in', db.selectFrom('focus_memberships').select('pursuit_id'))\n", ''],
      ['if (!others) await dropFriendPursuit', 'await dropFriendPursuit'],
      ['if (row.touch_id === null) await db.deleteFrom', 'if (true) await db.deleteFrom'],
      ["    .where('reported_on', 'is', null)\n", ''],
      ['row.friendDeletedAt === null && row.friendIsPrivate !== 1', 'row.friendDeletedAt === null'],
      ["    .where('r.thanked_on', 'is not', null)\n", ''],
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
      ['    if (isSame) return {}\n', ''],
      ["if (words === '' && window === null) {", "if (words === '') {"],
      ['saidOn ?? (isNew ? today : before.said_on)', 'saidOn ?? today'],
      ["(isNew ? '' : before.said_by)", "''"],
    ],
  },
  {
    file: 'src/data/first-hour/pick-the-few.ts',
    tests: ['tests/data/first-hour'],
    changes: [
      ['AND NOT ${wasOnList}', ''],
      ['- countDecided(sqlite)', ''],
      [
        "    await closePursuit(db, { personId, as: 'dropped'",
        "    if (false) await closePursuit(db, { personId, as: 'dropped'",
      ],
      ['AND p.looked_on IS NULL', ''],
    ],
  },
]
