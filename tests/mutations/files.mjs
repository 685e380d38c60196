// Files read in and written out.

export const files = [
  {
    file: 'src/data/import-export/import.ts',
    tests: ['tests/data/import-export/import.test.ts'],
    changes: [
      ["if (found?.inBin) return skip('inBin', found.id)", ''],
      ["if (found?.identical) return skip('identical', found.id)", ''],
      ['suppressed.size > 0 && hashPersonKeys', 'false && hashPersonKeys'],
      ['personId === null ? [null, null]', 'personId === 0 ? [null, null]'],
      ['allowUnknownColumns: false, onProgress', 'allowUnknownColumns: true, onProgress'],
    ],
  },
  {
    file: 'src/data/import-export/written-rows.ts',
    tests: ['tests/data/import-export/import.test.ts'],
    changes: [
      ["'looked_on', 'is_private', 'note_not_for_paper'", "'note_not_for_paper'"],
      ['contacts.map(({ kind, value, label }) => [kind, value, label])', '[]'],
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
      ['{ ...error.facts, file: name }', 'error.facts'],
    ],
  },
  {
    file: 'src/data/import-export/build-person.ts',
    tests: ['tests/data/import-export/import-parse.test.ts'],
    changes: [
      ['draft.contacts.some((contact) => contact.kind === kind && contact.value === clean)', 'false'],
      [
        "if (name === '' && firm === '' && contacts.length === 0) return null",
        "if (name === '' && contacts.length === 0) return null",
      ],
      ['[facts.familyName, facts.givenName]\n', '[facts.givenName, facts.familyName]\n'],
    ],
  },
  {
    file: 'src/data/import-export/parse-csv.ts',
    tests: ['tests/data/import-export/import-parse.test.ts'],
    changes: [
      ['position = newline === -1 ? input.length : newline + 1', 'position = input.length'],
      ['if (table.rows.length > MOST_RECORDS) throw', 'if (false) throw'],
      ['      window *= 4\n      continue\n', '      position = input.length\n      continue\n'],
      ['part.line += countNewlines(slice, cursor, next)', 'part.line += 1'],
    ],
  },
  {
    file: 'src/data/import-export/recognise-columns.ts',
    tests: ['tests/data/import-export/import-parse.test.ts'],
    changes: [['if (named.some((cell) => MAIL.test(cell) || PHONE.test(cell))) return false', '']],
  },
  {
    file: 'src/data/first-hour/add-many.ts',
    tests: ['tests/data/first-hour'],
    changes: [['newUid: uid }', '}']],
  },
]
