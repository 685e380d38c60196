// Copies of the file: made, checked, and put back.

export const backup = [
  {
    file: 'src/data/backup/backup.ts',
    tests: ['tests/data/backup/backup.test.ts'],
    changes: [['if (real === realpathSync(dataFolder)) throw', 'if (false) throw']],
  },
  {
    file: 'src/data/backup/inspect-file.ts',
    tests: ['tests/data/backup/check.test.ts', 'tests/data/backup/backup.test.ts'],
    changes: [
      ["if (structure[0]?.integrity_check !== 'ok')", 'if (false)'],
      ['if (strange > 0) problems', 'if (strange > 99) problems'],
      ['if (references > 0) problems', 'if (references > 99) problems'],
      ['if (rows > 0) problems', 'if (rows > 1) problems'],
    ],
  },
  {
    file: 'src/data/backup/check-data-file.ts',
    tests: ['tests/data/backup/check.test.ts'],
    changes: [['  if (changed) return refuse(file, changed)\n', '']],
  },
  {
    file: 'src/data/backup/prepare-restore.ts',
    tests: ['tests/data/backup/restore.test.ts'],
    changes: [
      ["if (isSameFile(file, live)) throw new AppError('restore-same-file')", ''],
      ['if (version > lastVersion(steps)) throw', 'if (false) throw'],
      ['if (compareManifest(file, candidate)) throw', 'if (false) throw'],
    ],
  },
  {
    file: 'src/data/backup/restore.ts',
    tests: ['tests/data/backup/restore.test.ts'],
    changes: [['if (!refusal && !store.refusal) rememberBackup', 'if (false) rememberBackup']],
  },
]
