// People, their records, firms and households; two who turn out to be one; the bin; erasing.

export const people = [
  {
    file: 'src/data/people/people.ts',
    tests: [
      'tests/data/engine/asked-twice.test.ts',
      'tests/data/people/people.test.ts',
      'tests/data/people/erase-person.test.ts',
    ],
    changes: [
      ['  if (before) return before\n  if (!input.anyway)', '  if (!input.anyway)'],
      ['if (!input.anyway) await refuseErased', 'if (input.anyway) await refuseErased'],
      ["      .where('person_id', '=', input.personId)\n", ''],
      ['    await stopContact(db, input.id, input.reason.trim(), context.clock.today())\n', ''],
    ],
  },
  {
    file: 'src/data/people/bin.ts',
    tests: ['tests/data/people/people.test.ts', 'tests/data/people/erase-person.test.ts'],
    changes: [
      ['const binDays = 30', 'const binDays = 29'],
      ['deleted_at IS NOT NULL AND deleted_at < ?', 'deleted_at IS NOT NULL'],
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
    ],
  },
  {
    file: 'src/data/people/find-people.ts',
    tests: ['tests/data/people/people.test.ts', 'tests/data/people/people-filters.test.ts'],
    changes: [['return (id) => hidden.has(id) === isPrivate', 'return () => true']],
  },
  {
    file: 'src/data/records/firms.ts',
    tests: ['tests/data/people/people.test.ts'],
    changes: [
      ["    .where('note', '=', '')\n", ''],
      ['found.find((firm) => firm.name === trimmed) : found[0]', 'found[0] : found[0]'],
    ],
  },
  {
    file: 'src/data/records/households.ts',
    tests: ['tests/data/people/people.test.ts'],
    changes: [['!decided.has(`${Math.min(one.id, other.id)} ${Math.max(one.id, other.id)}`)', 'true']],
  },
  {
    file: 'src/data/records/find-namesake.ts',
    tests: ['tests/data/type-back/enter-sheet.test.ts'],
    changes: [['return same.length === 1 ? same[0]!.id : null', 'return same[0]?.id ?? null']],
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
    ],
  },
]
