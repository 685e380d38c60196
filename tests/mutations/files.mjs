// Files read in and written out.

const imports = ['tests/data/import-export']

export const files = [
  {
    file: 'src/data/import-export/import.ts',
    tests: imports,
    changes: [
      ["if (found?.inBin) return skip('inBin', found.id)", ''],
      ["if (found?.identical) return skip('identical', found.id)", ''],
      ['    matcher.remember(record, found.id)\n', ''],
      ['  matcher.remember(record, id)\n', ''],
      ['suppressed.size > 0 && hashPersonKeys', 'false && hashPersonKeys'],
      ['personId === null ? [null, null]', 'personId === 0 ? [null, null]'],
      ['if (parsed.skipped > 0) countSkip', 'if (parsed.skipped > 1) countSkip'],
      ['allowUnknownColumns: false, onProgress', 'allowUnknownColumns: true, onProgress'],
    ],
  },
  {
    file: 'src/data/import-export/written-rows.ts',
    tests: imports,
    changes: [
      ["'looked_on', 'is_private', 'note_not_for_paper'", "'note_not_for_paper'"],
      ["row[column] !== '' &&", ''],
      ['contacts.map(({ kind, value, label }) => [kind, value, label])', '[]'],
    ],
  },
  {
    file: 'src/data/import-export/read-files.ts',
    tests: imports,
    changes: [
      [
        'if (!found.isFile()) throw',
        'if (false) throw',
        { changesNothing: 'a folder cannot be read either, and a pipe would hang the run' },
      ],
      ['if (found.size <= largestFile)', 'if (found.size >= 0)'],
      ['{ ...error.facts, file: name }', 'error.facts'],
      ['input.country ?? (await', "'US' ?? (await"],
    ],
  },
  {
    file: 'src/data/import-export/build-person.ts',
    tests: ['tests/data/import-export/import-parse.test.ts', 'tests/data/import-export/import.test.ts'],
    changes: [
      ['draft.contacts.some((contact) => contact.kind === kind && contact.value === clean)', 'false'],
      ['if (value.length <= longest) return value', 'if (value.length < longest) return value'],
      [
        "if (name === '' && firm === '' && contacts.length === 0) return null",
        "if (name === '' && contacts.length === 0) return null",
      ],
      ["facts.firm !== '' && foldText(written) === foldText(facts.firm)", 'false'],
      ['[facts.familyName, facts.givenName]\n', '[facts.givenName, facts.familyName]\n'],
      [".replace(/[\\ud800-\\udbff]$/, '')", ''],
      ['filter((other) => other !== name)', 'filter(() => true)'],
      ['draft.contacts.length > MOST_CONTACTS) return', 'draft.contacts.length >= MOST_CONTACTS) return'],
    ],
  },
  {
    file: 'src/data/import-export/parse-csv.ts',
    tests: ['tests/data/import-export/import-parse.test.ts'],
    changes: [
      ['table.rejected.length < MANY_BROKEN', 'true'],
      ['position = newline === -1 ? input.length : newline + 1', 'position = input.length'],
      ['if (table.rows.length > MOST_RECORDS) throw', 'if (false) throw'],
      ['      window *= 4\n      continue\n', '      position = input.length\n      continue\n'],
      ['part.line += countNewlines(slice, cursor, next)', 'part.line += 1'],
      ['  splitMixedRows(table)\n', ''],
      ['line = part.line + 1', 'line = part.line'],
    ],
  },
  {
    file: 'src/data/import-export/recognise-columns.ts',
    tests: ['tests/data/import-export/import-parse.test.ts'],
    changes: [
      ["has('job title') ? 'namePrefix' : 'role'", "'role'"],
      ['  dropLoneAddressParts(columns)\n', ''],
      ['if (named.some((cell) => MAIL.test(cell) || PHONE.test(cell))) return false', ''],
      ["if (only.field === 'addressStreet') only.field = 'address'", ''],
    ],
  },
  {
    file: 'src/data/first-hour/add-many.ts',
    tests: ['tests/data/first-hour'],
    changes: [
      ['newUid: uid }', '}'],
      [
        "if (record === null) return { uid, outcome: 'skipped'",
        "if (record === null) return { uid, outcome: 'added'",
      ],
    ],
  },
]
