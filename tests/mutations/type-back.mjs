// A sheet typed back in: what its lines write, and what a line typed anew takes back.

export const typeBack = [
  {
    file: 'src/data/type-back/enter-line.ts',
    tests: ['tests/data/type-back'],
    changes: [
      [".where('due_on', '<=', on)", ".where('due_on', '<', on)"],
      [
        'const mayPlan = !person.neverContact && !person.isPrivate &&',
        'const mayPlan = !person.isPrivate &&',
      ],
      [
        '!person.neverContact && !person.isPrivate && outcome',
        '!person.neverContact && outcome',
        {
          changesNothing:
            'for a private person the rule leaves the next step out already, and no line makes one private',
        },
      ],
      ["outcome !== 'park' && outcome !== 'lost'", "outcome !== 'lost'"],
      ["row.section === 'ask' && how !== 'no answer'", "row.section === 'ask'"],
      ["    .where('thanked_on', 'is not', null)\n", ''],
    ],
  },
  {
    file: 'src/data/type-back/enter-walk-in.ts',
    tests: ['tests/data/type-back'],
    changes: [
      ["    .where('found_words', '=', '')\n", ''],
      ['if (isOwn && points.length === 1) {', 'if (points.length === 1) {'],
      ['if (isOwn && points.length === 1) {', 'if (isOwn) {'],
      ['const isOwn = earlier?.loggedAt === createdAt', 'const isOwn = earlier !== null'],
      ['if (isOwn) await forgetWalkIn(db, person, line)', ''],
      ['if (points.some((point) => point.normalised === normalised)) return', ''],
      [
        "person.isPrivate || person.neverContact || outcome === 'never contact'",
        "person.isPrivate || outcome === 'never contact'",
      ],
      [
        "  if (line.foundWords !== '') {\n    await db.updateTable('people').set({ found_words: '' })",
        "  {\n    await db.updateTable('people').set({ found_words: '' })",
      ],
    ],
  },
  {
    file: 'src/data/type-back/take-back-line.ts',
    tests: ['tests/data/type-back'],
    changes: [
      ["    .where('section', '=', 'thank')\n", ''],
      ["      .where(said, '=', on)\n", ''],
    ],
  },
  {
    file: 'src/data/touches/take-back-touch.ts',
    tests: ['tests/data/type-back', 'tests/data/touches/take-back.test.ts'],
    changes: [
      [
        "not(exists(selectFrom('touches as t').select('t.id').where('t.person_id', '=', person_id))),",
        "exists(selectFrom('people as t').select('t.id').where('t.id', '=', person_id)),",
      ],
      ['if (created_at! < touch.loggedAt) continue', ''],
      ["    .where('r.thanked_on', 'is', null)\n", ''],
      [
        "            .where('o.closed_on', 'is', null),\n",
        "            .where('o.closed_on', '=', 'never'),\n",
      ],
      [
        ".where('touch_id', '=', touchId).where('done_on', 'is', null).execute()",
        ".where('touch_id', '=', touchId).execute()",
      ],
      ["      .where('kept_by', '=', touchId)\n", "      .where('kept_by', '=', -1)\n"],
      ["    .where('never_contact_on', '=', on)\n", ''],
      ["    .where('dropped_on', '=', on)\n", ''],
      ['    await takeBackJob(db, touch.job_id, outcome, on)\n', ''],
    ],
  },
  {
    file: 'src/data/type-back/enter-sheet.ts',
    tests: ['tests/data/type-back'],
    changes: [
      ['if (wrong) throw', 'if (wrong && problems > 1) throw'],
      ['a.on < b.on ? -1 : a.on > b.on ? 1 : 0', '0'],
    ],
  },
  {
    file: 'src/data/type-back/read-typed-sheet.ts',
    tests: ['tests/data/type-back'],
    changes: [
      ['row.never_contact_on !== null && !isStoppedHere(row, touches)', 'row.never_contact_on !== null'],
    ],
  },
  {
    file: 'src/shared/rules/type-back/make-entry.ts',
    tests: ['tests/unit/type-back'],
    changes: [
      ['step.dueOn <= on && keepsStep', 'step.dueOn < on && keepsStep'],
      ['const mayPlan = !row.quiet && outcome', 'const mayPlan = outcome'],
      ['due < today || (due === today && on < today)', 'due < today'],
      ['row.touches.find((touch) => touch.on === on)', 'row.touches.find(() => true)'],
      ["row.section === 'greet' && how === 'met' ? 'in' : 'out'", "row.section === 'greet' ? 'in' : 'out'"],
      ["amount ?? (outcome === 'bought' ? row.quoted : null)", 'amount'],
    ],
  },
  {
    file: 'src/shared/rules/type-back/understand-sheet.ts',
    tests: ['tests/unit/type-back'],
    changes: [
      ['if (today <= days[6]!) return today', 'if (today < days[6]!) return today'],
      ['!leaving.has(row.personId)', 'true'],
      ['row.touches.length === 0 &&', ''],
      ["if (before !== undefined) return refuse('typedTwice'", "if (false) return refuse('typedTwice'"],
      ["if (row.state === 'removed') return refuse", "if (row.state === 'rolled') return refuse"],
      ['.slice(0, mostLines + 1)', '.slice(0, mostLines)'],
      ['!areTwoPeople(one.line, line)', 'areTwoPeople(one.line, line)'],
    ],
  },
  {
    file: 'src/shared/rules/type-back/walk-in-lines.ts',
    tests: ['tests/unit/type-back'],
    changes: [
      ['return alone && same.length === 1 ? same[0]! : null', 'return same.length === 1 ? same[0]! : null'],
      ['ours.length > 0 && theirs.length > 0 &&', ''],
      ['.slice(-tellingDigits)', ''],
    ],
  },
  {
    file: 'src/shared/rules/type-back/parse-sheet-line.ts',
    tests: ['tests/unit/type-back'],
    changes: [
      [
        "if (date <= on) throw new Unreadable('nextTooEarly'",
        "if (date < on) throw new Unreadable('nextTooEarly'",
      ],
      [
        "how === null && (outcome === 'park' || outcome === 'never contact')",
        "how === null && outcome === 'park'",
      ],
      ["outcome === 'quote' || outcome === 'bought')", "outcome === 'bought')"],
      ['(count > 1 && (date <= on || date > latest))', '(count > 1 && date <= on)'],
    ],
  },
  {
    file: 'src/shared/rules/type-back/sheet-words.ts',
    tests: ['tests/unit/type-back'],
    changes: [
      ['if (on > setting.today) throw', 'if (on >= setting.today) throw'],
      ['minutes < 1 || minutes > mostMinutes', 'minutes > mostMinutes'],
      ['if (same.length > 1) throw', 'if (false) throw'],
      ['if (word.length < 2) return null', ''],
    ],
  },
]
