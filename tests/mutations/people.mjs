// People, their records, firms and households; two who turn out to be one; the bin; erasing.

export const people = [
  {
    file: 'src/data/people/people.ts',
    tests: ['tests/data/people/people.test.ts', 'tests/data/people/erase-person.test.ts'],
    changes: [
      ['  if (before) return before\n  if (!input.anyway)', '  if (!input.anyway)'],
      ['if (!input.anyway) await refuseErased', 'if (input.anyway) await refuseErased'],
      [
        '  if (changes.isPrivate) await closePursuit',
        '  if (changes.isPrivate === false) await closePursuit',
      ],
      ["      .where('person_id', '=', input.personId)\n", ''],
      [
        "    .orderBy('said_on')\n    .orderBy('id')\n    .execute()\n  return [...new Map",
        "    .orderBy('said_on', 'desc')\n    .orderBy('id')\n    .execute()\n  return [...new Map",
      ],
      ['    await stopContact(db, input.id, input.reason.trim(), context.clock.today())\n', ''],
      [
        'left: membership ? null : await readLeft(db, id)',
        'left: await readLeft(db, id)',
        {
          changesNothing:
            'who is on the list has an open pursuit, and whoever left has none with a day after it',
        },
      ],
    ],
  },
  {
    file: 'src/data/people/bin.ts',
    tests: ['tests/data/people/people.test.ts', 'tests/data/people/erase-person.test.ts'],
    changes: [
      ['const binDays = 30', 'const binDays = 29'],
      ['deleted_at IS NOT NULL AND deleted_at < ?', 'deleted_at IS NOT NULL'],
      ['  forgetImagesOf(sqlite, changed, going)\n', '\n'],
      ["'DELETE FROM row_images WHERE command_id <= ?'", "'DELETE FROM row_images WHERE command_id < ?'"],
      ["if (moved.numUpdatedRows === 0n) throw new AppError('not-found')", ''],
      ['const isParked = await parkIfFull(db, id, noRoom, context)', 'const isParked = false'],
    ],
  },
  {
    file: 'src/data/people/erase-person.ts',
    tests: ['tests/data/people/erase-person.test.ts'],
    changes: [
      ['UNION SELECT gone_uid FROM merged_people WHERE person_id = :id ', ''],
      ["...person.alsoKnownAs.split(', ').filter((name) => name !== '')]", ']'],
      ['        ...keepCredit(sqlite, id),\n', ''],
      ['      forgetCommands(sqlite, words)\n', ''],
      ['if (word !== calledAs(person)) continue', 'continue'],
    ],
  },
  {
    file: 'src/data/people/find-people.ts',
    tests: ['tests/data/people/people.test.ts', 'tests/data/people/people-filters.test.ts'],
    changes: [
      ['if (ids.size >= most) return true\n    ids.add(id)', 'ids.add(id)'],
      ['return (id) => hidden.has(id) === isPrivate', 'return () => true'],
      ['belonging.has(id)', '!belonging.has(id)'],
    ],
  },
  {
    file: 'src/data/people/people-filters.ts',
    tests: ['tests/data/people/people-filters.test.ts'],
    changes: [
      ['summary.last_touch_on >= :days30', 'summary.last_touch_on > :days30'],
      ["overdue: 'summary.next_step_on < :today'", "overdue: 'summary.next_step_on <= :today'"],
      ['(firstDayOfWeek + 6 - weekdayOf(today)) % 7', '(7 - weekdayOf(today)) % 7'],
    ],
  },
  {
    file: 'src/data/records/firms.ts',
    tests: ['tests/data/people/people.test.ts'],
    changes: [
      ["    .where('note', '=', '')\n", ''],
      ["whereRef('jobs.firm_id', '=', 'firms.id')", "whereRef('jobs.firm_id', '<>', 'firms.id')"],
      ['found.find((firm) => firm.name === trimmed) : found[0]', 'found[0] : found[0]'],
    ],
  },
  {
    file: 'src/data/records/households.ts',
    tests: ['tests/data/people/people.test.ts'],
    changes: [
      ['!decided.has(`${Math.min(one.id, other.id)} ${Math.max(one.id, other.id)}`)', 'true'],
      ['one.sortName !== other.sortName &&', ''],
      ['const free = people.filter((person) => person.firmId === null)', 'const free = people'],
    ],
  },
  {
    file: 'src/data/records/find-namesake.ts',
    tests: ['tests/data/type-back/enter-sheet.test.ts'],
    changes: [
      ['return same.length === 1 ? same[0]!.id : null', 'return same[0]?.id ?? null'],
      ["if (!name.includes(' ')) return null", ''],
      ['foldText(person.name) === foldText(name)', 'person.name !== name'],
    ],
  },
  {
    file: 'src/data/records/suppressions.ts',
    tests: ['tests/data/people/erase-person.test.ts', 'tests/data/import-export/import.test.ts'],
    changes: [
      ['keys.push(`phone:${normalised}:${nameKey}`)', 'keys.push(`phone:${normalised}`)'],
      ['if (keys.length === 0) keys.push(`name:${nameKey}`)', 'keys.push(`name:${nameKey}`)'],
    ],
  },
  {
    file: 'src/data/duplicates/duplicates.ts',
    tests: ['tests/data/duplicates'],
    changes: [
      ['apart.has(key) ? null : reasonOf(one, other)', 'reasonOf(one, other)'],
      ['if (known?.state !== now) {', 'if (known === undefined) {'],
      ['shared.length < shortestPhone) continue', 'shared.length < 0) continue'],
      ["decision IN ('not the same', 'household')", "decision IN ('not the same')"],
    ],
  },
]
