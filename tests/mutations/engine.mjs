// What every command and every read stands on.

export const engine = [
  {
    file: 'src/data/engine/row-images.ts',
    tests: ['tests/data/app/undo-big.test.ts'],
    changes: [
      ['    before = slice.at(-1)!.id\n', '    return\n'],
      [
        "sqlite.pragma('defer_foreign_keys = ON')\n",
        '\n',
        {
          tests: ['tests/data/duplicates/merge-people.test.ts'],
        },
      ],
      ['(SELECT id FROM commands WHERE run_at < ?)', '(SELECT id FROM commands WHERE run_at > ?)'],
    ],
  },
  {
    file: 'src/data/engine/row-hashes.ts',
    tests: ['tests/data/engine/row-hashes.test.ts'],
    changes: [
      [
        "if (slice.length > 1_000_000) slice = hash('sha256', slice)",
        "if (slice.length > 1_000_000) slice = ''",
      ],
      ['let slice = `${digest}${table}`', 'let slice = `${table}`'],
      ['if (stored !== hashRow(row))', 'if (stored !== null && stored !== hashRow(row))'],
      ['return damaged.concat(orphans)', 'return damaged'],
    ],
  },
  {
    file: 'src/data/engine/run-call.ts',
    tests: ['tests/data/engine/run-call.test.ts', 'tests/data/engine/sqlite-errors.test.ts'],
    changes: [
      ['      await Promise.all(tasks)\n', ''],
      ['      await last\n', ''],
      ['throw translateSqliteError(error, store.file)', 'throw error'],
      ['const result = last.then(work, work)', 'const result = work()'],
    ],
  },
  {
    file: 'src/data/engine/settle-changes.ts',
    tests: ['tests/data/app/undo-big.test.ts', 'tests/data/people/people.test.ts'],
    changes: [
      [
        'for (const id of members.all(firm) as number[]) search.add(id)',
        'for (const id of members.all(firm) as number[]) summarise.add(id)',
      ],
      ['workInSlices(search, (', 'workInSlices(search.slice(0, 500), ('],
      ['workInSlices(touchIds, (', 'workInSlices(touchIds.slice(0, 500), ('],
      ['workInSlices(summarise, (', 'workInSlices(summarise.slice(0, 500), ('],
      ['slice.filter((row) => !kept.has(nameRow(row)) || !isThere(sqlite, row))', 'slice.filter(() => true)'],
    ],
  },
  {
    file: 'src/data/engine/summaries.ts',
    tests: ['tests/data/know-card/standing-evidence.test.ts'],
    changes: [['OR s.is_private IS NOT p.is_private', '']],
  },
  {
    file: 'src/data/engine/search-index.ts',
    tests: ['tests/data/people/people.test.ts'],
    changes: [['for (const id of all) remove.run(id)', '']],
  },
  {
    file: 'src/data/engine/sqlite-errors.ts',
    tests: ['tests/data/engine/sqlite-errors.test.ts'],
    changes: [
      ["startsWith('SQLITE_IOERR')", "startsWith('SQLITE_IOERR_READ')"],
      ["if (code === 'SQLITE_FULL')", "if (code === 'SQLITE_NOTFULL')"],
      ["|| code === 'SQLITE_NOTADB'", ''],
      ["code.startsWith('SQLITE_READONLY')", "code === 'SQLITE_NONE'"],
      ["code.startsWith('SQLITE_BUSY')", "code === 'SQLITE_NONE'"],
    ],
  },
  {
    file: 'src/data/engine/drafts.ts',
    tests: ['tests/data/touches/touches.test.ts'],
    changes: [['draft?.value.trim() === saved.trim()', 'draft']],
  },
  {
    file: 'src/data/engine/standing.ts',
    tests: ['tests/data/know-card/standing-evidence.test.ts'],
    changes: [
      ["AND closed_as = 'won'", ''],
      ['p.is_private = 1 OR p.deleted_at', 'p.deleted_at'],
    ],
  },
  {
    file: 'src/data/engine/migrate.ts',
    tests: ['tests/data/engine/migrate.test.ts', 'tests/data/migrations'],
    changes: [
      [
        '      refuseBrokenFile(sqlite)\n',
        '',
        { changesNothing: 'a broken file makes a broken copy, which is checked before anything is migrated' },
      ],
      [
        "if (sqlite.inTransaction) sqlite.exec('ROLLBACK')",
        "if (sqlite.inTransaction) sqlite.exec('COMMIT')",
      ],
    ],
  },
  {
    file: 'src/data/engine/lock.ts',
    tests: ['tests/data/engine/lock.test.ts'],
    changes: [
      ["sqlite.exec('BEGIN EXCLUSIVE')", "sqlite.exec('BEGIN')"],
      ["      sqlite.exec('ROLLBACK')\n      sqlite.close()\n", ''],
    ],
  },
  {
    file: 'src/data/app/history.ts',
    tests: ['tests/data/app/undo.test.ts'],
    changes: [
      ['(commandId !== null && row.uid !== commandId)', 'false'],
      ['d.message IS NOT NULL AND d.reverses IS NULL', 'd.message IS NULL'],
    ],
  },
]
