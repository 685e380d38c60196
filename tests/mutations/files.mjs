// Files read in and written out.

export const files = [
  {
    file: 'src/data/import-export/import.ts',
    tests: ['tests/data/import-export/import.test.ts'],
    changes: [
      ["if (found?.inBin) return skip('inBin', found.id)", ''],
      ['personId === null ? [null, null]', 'personId === 0 ? [null, null]'],
    ],
  },
  {
    file: 'src/data/import-export/read-files.ts',
    tests: ['tests/data/import-export/import.test.ts'],
    changes: [
      [
        'if (!found.isFile()) throw',
        'if (false) throw',
        {
          changesNothing: 'a folder cannot be read either, and a pipe would hang the run',
        },
      ],
      ['if (found.size <= largestFile)', 'if (found.size >= 0)'],
    ],
  },
  {
    file: 'src/data/import-export/parse-csv.ts',
    tests: ['tests/data/import-export/import-parse.test.ts'],
    changes: [
      ['position = newline === -1 ? input.length : newline + 1', 'position = input.length'],
      ['if (table.rows.length > MOST_RECORDS) throw', 'if (false) throw'],
      ['      window *= 4\n      continue\n', '      position = input.length\n      continue\n'],
    ],
  },
  {
    file: 'src/data/first-hour/add-many.ts',
    tests: ['tests/data/first-hour'],
    changes: [['newUid: uid }', '}']],
  },
]
