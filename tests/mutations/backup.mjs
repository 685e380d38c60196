// Copies of the file: made, checked, and put back.

const backups = ['tests/data/backup']

export const backup = [
  {
    file: 'src/data/backup/backup.ts',
    tests: backups,
    changes: [
      ['if (real === realpathSync(dataFolder)) throw', 'if (false) throw'],
      ["orderBy('id', 'desc')", "orderBy('id')"],
      ['    mkdirSync(folder)\n', '    mkdirSync(folder, { recursive: true })\n'],
    ],
  },
  {
    file: 'src/data/backup/inspect-file.ts',
    tests: backups,
    changes: [
      ["if (structure[0]?.integrity_check !== 'ok')", 'if (false)'],
      ['if (strange > 0) problems', 'if (strange > 99) problems'],
      ['if (references > 0) problems', 'if (references > 99) problems'],
      ['if (rows > 0) problems', 'if (rows > 1) problems'],
      ['if (missing > 0) problems', 'if (missing > 99) problems'],
      ['if (summaries > 0) problems', 'if (summaries > 99) problems'],
      [
        'SELECT table_name, row_id, hash FROM row_hashes ORDER',
        'SELECT table_name, row_id FROM row_hashes ORDER',
      ],
      ['return expected.length - asMade + (found.size - asMade)', 'return expected.length - asMade'],
    ],
  },
  {
    file: 'src/data/backup/check-data-file.ts',
    tests: backups,
    changes: [
      ['  if (changed) return refuse(file, changed)\n', ''],
      ['head[18] === 2 || head[19] === 2 || existsSync(`${file}-journal`)', 'false'],
      ['one.ino === other.ino && one.dev === other.dev', 'false'],
      ['    rmSync(folder, { recursive: true, force: true })\n', ''],
    ],
  },
  {
    file: 'src/data/backup/prepare-restore.ts',
    tests: backups,
    changes: [
      ["if (isSameFile(file, live)) throw new AppError('restore-same-file')", ''],
      ['if (version > lastVersion(steps)) throw', 'if (false) throw'],
      ['id !== applicationId || version === 0', 'version === 0'],
      [
        "if (problems.length > 0) throw new AppError('restore-damaged'",
        "if (false) throw new AppError('restore-damaged'",
      ],
      ['if (compareManifest(file, candidate)) throw', 'if (false) throw'],
      ['    forgetCandidate(live)\n    throw error', '    throw error'],
      ['if (isInside || existsSync(`${file}-wal`)', 'if (existsSync(`${file}-wal`)'],
      ['      if (existsSync(file + ending)) copyFileSync(file + ending, candidate + ending)\n', ''],
      ['Math.max(0, rows - people - touches)', 'rows'],
      ['AND uid NOT IN (SELECT uid FROM ${there}.people WHERE deleted_at IS NULL)`', '`'],
    ],
  },
  {
    file: 'src/data/backup/restore.ts',
    tests: backups,
    changes: [
      ['if (!refusal && !store.refusal) rememberBackup', 'if (false) rememberBackup'],
      ['    lock?.release()\n', ''],
      ['const lock = store ? null : holdFolder(folder)', 'const lock = null'],
    ],
  },
]
