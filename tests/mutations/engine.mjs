// What every command and every read stands on.

const undo = ['tests/data/app']

export const engine = [
  {
    file: 'src/data/engine/row-images.ts',
    tests: undo,
    changes: [
      ['    before = slice.at(-1)!.id\n', '    return\n'],
      ['ORDER BY id DESC LIMIT 5000', 'ORDER BY id ASC LIMIT 5000'],
      [
        'if (image === null) writerOf(table).remove(rowId)',
        'if (image !== null) writerOf(table).remove(rowId)',
      ],
      ["sqlite.pragma('defer_foreign_keys = ON')\n", '\n'],
      [
        'keptColumns(table).includes(column)',
        'false',
        { tests: ['tests/data/call-sheets', 'tests/data/app'] },
      ],
      ['IS NOT NEW.${column}`)', 'IS NEW.${column}`)'],
      ['(SELECT id FROM commands WHERE run_at < ?)', '(SELECT id FROM commands WHERE run_at > ?)'],
      ['reverses IS NOT NULL AND run_at >= ?', 'reverses IS NULL AND run_at >= ?'],
    ],
  },
  {
    file: 'src/data/engine/row-hashes.ts',
    tests: [
      'tests/data/engine/row-hashes.test.ts',
      'tests/data/backup',
      'tests/data/engine/silent-faults.test.ts',
    ],
    changes: [
      [
        "if (slice.length > 1_000_000) slice = hash('sha256', slice)",
        "if (slice.length > 1_000_000) slice = ''",
      ],
      ['let slice = `${digest}${table}`', 'let slice = `${table}`'],
      ['if (stored !== hashRow(row))', 'if (stored !== null && stored !== hashRow(row))'],
      ['return damaged.concat(orphans)', 'return damaged'],
      ['if (rows.length < changedIds.length) {', 'if (rows.length < 0) {'],
      ["'base64url').slice(0, 16)", "'base64url').slice(0, 1)"],
    ],
  },
  {
    file: 'src/data/engine/run-call.ts',
    tests: ['tests/data/engine', 'tests/data/backup'],
    changes: [
      ['      await Promise.all(tasks)\n', ''],
      ['      await last\n', ''],
      ['const undoDays = 30', 'const undoDays = 3', { tests: undo }],
      ['throw translateSqliteError(error, store.file)', 'throw error'],
      ['return known ?? run(', 'return run(', { tests: ['tests/data/import-export', 'tests/data/engine'] }],
      ['const result = last.then(work, work)', 'const result = work()'],
      [
        'if (parsed.success) return parsed.data',
        'if (parsed.success) return input',
        { tests: ['tests/data/engine/border.test.ts', 'tests/data/people'] },
      ],
    ],
  },
  {
    file: 'src/data/engine/settle-changes.ts',
    tests: ['tests/data/people', 'tests/data/places', 'tests/data/engine', 'tests/data/app'],
    changes: [
      [
        'for (const id of members.all(firm) as number[]) search.add(id)',
        'for (const id of members.all(firm) as number[]) summarise.add(id)',
      ],
      [
        "if (tables.has('contact_points')) for (const id of ownersOf('contact_points', 'firm_id')) firms.add(id)",
        '',
      ],
      ['IS NOT l.deleted_at`', 'IS l.deleted_at`'],
      ["    for (const id of ownersOf('contact_points', 'person_id')) search.add(id)\n", ''],
      [
        "changed.some((row) => row.table === 'closed_periods')",
        'false',
        { tests: ['tests/data/know-card', 'tests/data/people', 'tests/data/week-review'] },
      ],
      [
        'readStandingsDay(sqlite) !== today',
        'false',
        { tests: ['tests/data/know-card', 'tests/data/people', 'tests/data/week-review'] },
      ],
      [
        'writeRowHashes(sqlite, changed.slice(start, start + sliceSize))',
        'writeRowHashes(sqlite, changed.slice(0, sliceSize))',
        { tests: ['tests/data/import-export', 'tests/data/app'] },
      ],
      [
        'indexPeople(sqlite, search.slice(start, start + sliceSize))',
        'indexPeople(sqlite, search.slice(0, sliceSize))',
        { tests: ['tests/data/import-export', 'tests/data/app'] },
      ],
      [
        'indexTouches(sqlite, touchIds.slice(start, start + sliceSize))',
        'indexTouches(sqlite, touchIds.slice(0, sliceSize))',
        { tests: ['tests/data/touches', 'tests/data/app'] },
      ],
      [
        'const slice = summarise.slice(start, start + sliceSize)',
        'const slice = summarise.slice(0, sliceSize)',
        { tests: ['tests/data/import-export', 'tests/data/app'] },
      ],
      [
        'CAST(value AS INTEGER) + 1',
        'CAST(value AS INTEGER)',
        { tests: ['tests/data/engine', 'tests/data/duplicates'] },
      ],
      [
        '[...ids].sort((a, b) => a - b)',
        '[...ids]',
        { changesNothing: 'the order changes how long the index takes, not what it holds' },
      ],
    ],
  },
  {
    file: 'src/data/engine/summaries.ts',
    tests: ['tests/data/people', 'tests/data/touches', 'tests/data/backup/check.test.ts'],
    changes: [
      [
        "AND t.how <> 'no answer' AND t.direction = 'out' AND t.to_many = 0),\n    (SELECT min",
        "AND t.how <> 'no answer' AND t.to_many = 0),\n    (SELECT min",
      ],
      ['n.done_on IS NULL AND n.dropped_on IS NULL),\n    EXISTS', 'n.done_on IS NULL),\n    EXISTS'],
      ['m.left_on IS NULL)', 'm.left_on IS NOT NULL)'],
      ['OR s.is_private IS NOT p.is_private', ''],
      ['return summaries + countWrongStandings(sqlite)', 'return summaries'],
      [
        'WHERE p.id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL`',
        'WHERE p.id IN (SELECT value FROM json_each(?))`',
      ],
    ],
  },
  {
    file: 'src/data/engine/search-index.ts',
    tests: ['tests/data/people', 'tests/data/engine'],
    changes: [
      [
        'CROSS JOIN contact_points c ON c.firm_id = p.firm_id',
        'CROSS JOIN contact_points c ON c.firm_id = p.id',
      ],
      ['before === undefined ? words : `${before} ${words}`', 'words'],
      ['for (const id of all) remove.run(id)', ''],
      [
        '     WHERE p.deleted_at IS NULL`,\n  ).all(ids) as SearchedPerson[]',
        '`,\n  ).all(ids) as SearchedPerson[]',
      ],
      ['    remove.run(id)\n    const note', '    const note'],
      ["|| p.labels || ' '", "|| ' '"],
    ],
  },
  {
    file: 'src/data/engine/sqlite-errors.ts',
    tests: ['tests/data/engine'],
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
    tests: ['tests/data/touches', 'tests/data/type-back', 'tests/data/engine'],
    changes: [
      ['draft?.value.trim() === saved.trim()', 'draft'],
      ["where('key', '=', key).execute()", "where('key', '<>', key).execute()"],
      ['DO UPDATE SET value = :value', 'DO UPDATE SET value = value'],
    ],
  },
  {
    file: 'src/data/engine/standing.ts',
    tests: ['tests/data/know-card', 'tests/data/week-review', 'tests/data/people'],
    changes: [
      ["AND answer = 'yes' AND said_on", 'AND said_on'],
      ["how <> 'no answer' GROUP BY person_id", '1 GROUP BY person_id'],
      ["max(outcome IS 'bought')", "max(outcome IS 'quote')"],
      ["AND closed_as = 'won'", ''],
      ['p.is_private = 1 OR p.deleted_at', 'p.deleted_at'],
      ['l.deleted_at IS NULL) AS answered', '1) AS answered'],
      ['ORDER BY ${scoredOn}, id`', 'ORDER BY ${scoredOn} DESC, id DESC`'],
      ['if (readStandingsDay(sqlite) === today) return', 'if (readStandingsDay(sqlite) !== null) return'],
      [
        'const slice = personIds.slice(start, start + sliceSize)',
        'const slice = personIds.slice(0, sliceSize)',
      ],
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
      ['DELETE FROM row_images; DELETE FROM commands', 'DELETE FROM row_images'],
      ['    rmSync(part, { force: true })\n', ''],
      ['steps.filter((step) => step.version > from)', 'steps.filter((step) => step.version >= from)'],
    ],
  },
  {
    file: 'src/data/engine/file-work.ts',
    tests: ['tests/data/backup', 'tests/data/import-export/export.test.ts'],
    changes: [
      [
        'const result = last.then(() => startWorker({ name: work.name, job }, progress))',
        'const result = startWorker({ name: work.name, job }, progress)',
      ],
      ['last = result.catch(() => undefined)', 'last = result'],
    ],
  },
  {
    file: 'src/data/engine/lock.ts',
    tests: ['tests/data/engine/lock.test.ts'],
    changes: [
      ["sqlite.exec('BEGIN EXCLUSIVE')", "sqlite.exec('BEGIN')"],
      ['timeout: waitMs', 'timeout: 0'],
      ["      sqlite.exec('ROLLBACK')\n      sqlite.close()\n", ''],
    ],
  },
  {
    file: 'src/data/app/history.ts',
    tests: undo,
    changes: [
      ['message IS NOT NULL AND reversed_by IS NULL ORDER', 'reversed_by IS NULL ORDER'],
      ['AND message IS NOT NULL AND reversed_by IS NULL', 'AND message IS NOT NULL'],
      ['(commandId !== null && row.uid !== commandId)', 'false'],
      ['d.message IS NOT NULL AND d.reverses IS NULL', 'd.message IS NULL'],
      ['  context.reverse(row.id)\n', ''],
    ],
  },
]
