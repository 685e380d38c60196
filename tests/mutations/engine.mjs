// What every command and every read stands on.

export const engine = [
  {
    file: 'src/data/engine/row-images.ts',
    tests: ['tests/data/app/undo.test.ts'],
    changes: [
      ['    before = slice.at(-1)!.id\n', '    return\n'],
      [
        'if (image === null) writerOf(table).remove(rowId)',
        'if (image !== null) writerOf(table).remove(rowId)',
      ],
      ["sqlite.pragma('defer_foreign_keys = ON')\n", '\n'],
      ['IS NOT NEW.${column}`)', 'IS NEW.${column}`)'],
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
      ['const undoDays = 30', 'const undoDays = 3'],
      ['throw translateSqliteError(error, store.file)', 'throw error'],
      ['const result = last.then(work, work)', 'const result = work()'],
    ],
  },
  {
    file: 'src/data/engine/settle-changes.ts',
    tests: ['tests/data/app/undo.test.ts', 'tests/data/people/people.test.ts'],
    changes: [
      [
        'for (const id of members.all(firm) as number[]) search.add(id)',
        'for (const id of members.all(firm) as number[]) summarise.add(id)',
      ],
      ["    for (const id of ownersOf('contact_points', 'person_id')) search.add(id)\n", ''],
      ["changed.some((row) => row.table === 'closed_periods')", 'false'],
      [
        'writeRowHashes(sqlite, changed.slice(start, start + sliceSize))',
        'writeRowHashes(sqlite, changed.slice(0, sliceSize))',
      ],
      [
        'indexPeople(sqlite, search.slice(start, start + sliceSize))',
        'indexPeople(sqlite, search.slice(0, sliceSize))',
      ],
      [
        'indexTouches(sqlite, touchIds.slice(start, start + sliceSize))',
        'indexTouches(sqlite, touchIds.slice(0, sliceSize))',
      ],
      [
        'const slice = summarise.slice(start, start + sliceSize)',
        'const slice = summarise.slice(0, sliceSize)',
      ],
      [
        '[...ids].sort((a, b) => a - b)',
        '[...ids]',
        {
          changesNothing: 'the order changes how long the index takes, not what it holds',
        },
      ],
    ],
  },
  {
    file: 'src/data/engine/summaries.ts',
    tests: [
      'tests/data/backup/check.test.ts',
      'tests/data/people/people.test.ts',
      'tests/data/touches/touches.test.ts',
    ],
    changes: [
      [
        "AND t.how <> 'no answer' AND t.direction = 'out' AND t.to_many = 0),\n    (SELECT min",
        "AND t.how <> 'no answer' AND t.to_many = 0),\n    (SELECT min",
      ],
      ['n.done_on IS NULL AND n.dropped_on IS NULL),\n    EXISTS', 'n.done_on IS NULL),\n    EXISTS'],
      ['OR s.is_private IS NOT p.is_private', ''],
      [
        'WHERE p.id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL`',
        'WHERE p.id IN (SELECT value FROM json_each(?))`',
      ],
    ],
  },
  {
    file: 'src/data/engine/search-index.ts',
    tests: ['tests/data/people/people.test.ts'],
    changes: [
      ['before === undefined ? words : `${before} ${words}`', 'words'],
      ['for (const id of all) remove.run(id)', ''],
      [
        '     WHERE p.deleted_at IS NULL`,\n  ).all(ids) as SearchedPerson[]',
        '`,\n  ).all(ids) as SearchedPerson[]',
      ],
    ],
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
    tests: ['tests/data/know-card/know-card.test.ts', 'tests/data/week-review/standing-moves.test.ts'],
    changes: [
      ["AND answer = 'yes' AND said_on", 'AND said_on'],
      ["how <> 'no answer' GROUP BY person_id", '1 GROUP BY person_id'],
      ["AND closed_as = 'won'", ''],
      ['p.is_private = 1 OR p.deleted_at', 'p.deleted_at'],
      ['if (readStandingsDay(sqlite) === today) return', 'if (readStandingsDay(sqlite) !== null) return'],
    ],
  },
  {
    file: 'src/data/engine/migrate.ts',
    tests: ['tests/data/engine/migrate.test.ts', 'tests/data/migrations'],
    changes: [
      ['      refuseBrokenFile(sqlite)\n', ''],
      ['if (nameDamagedRows(copy) !== nameDamagedRows(sqlite))', 'if (false)'],
      ['.filter((row) => !before.has(nameRow(row)))', ''],
      [
        "if (sqlite.inTransaction) sqlite.exec('ROLLBACK')",
        "if (sqlite.inTransaction) sqlite.exec('COMMIT')",
      ],
      ['steps.filter((step) => step.version > from)', 'steps.filter((step) => step.version >= from)'],
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
      ['message IS NOT NULL AND reversed_by IS NULL ORDER', 'reversed_by IS NULL ORDER'],
      ['(commandId !== null && row.uid !== commandId)', 'false'],
      ['d.message IS NOT NULL AND d.reverses IS NULL', 'd.message IS NULL'],
    ],
  },
]
