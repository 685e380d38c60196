// Call sheets: who is put on them, what may print, and how it is laid out.

export const paper = [
  {
    file: 'src/data/call-sheets/call-sheets.ts',
    tests: ['tests/data/records/off-paper.test.ts', 'tests/data/call-sheets/call-sheets.test.ts'],
    changes: [
      ["    .where(where(isReachable('p')))\n", ''],
      ['reason: print(row.reason)', 'reason: row.reason'],
      ['learn: print(row.learn)', 'learn: row.learn'],
    ],
  },
  {
    file: 'src/data/call-sheets/change-call-sheet.ts',
    tests: ['tests/data/call-sheets'],
    changes: [
      [
        "isPrinted ? { state: 'removed' } : { state: 'removed', position: 0 }",
        "{ state: 'removed', position: 0 }",
      ],
    ],
  },
  {
    file: 'src/data/call-sheets/propose-call-sheet.ts',
    tests: ['tests/data/call-sheets/call-sheets.test.ts', 'tests/data/call-sheets/sheet-back.test.ts'],
    changes: [
      ["if (person.neverContact) throw new AppError('do-not-contact', { name: person.name })", ''],
      ["if (person.isPrivate) throw new AppError('focus-private', { name: person.name })", ''],
      ['if (countFree(rows, section) === 0) throw', 'if (countFree(rows, section) < 0) throw'],
    ],
  },
  {
    file: 'src/data/call-sheets/sheet-evidence.ts',
    tests: ['tests/data/call-sheets'],
    changes: [["    .where('printed_at', 'is not', null)\n", '']],
  },
  {
    file: 'src/data/call-sheets/sheet-rows.ts',
    tests: ['tests/data/call-sheets'],
    changes: [
      ['if (sheet.printed_at !== null) return', ''],
      [
        'Math.max(0, ...rows.map((row) => row.position))',
        "Math.max(0, ...rows.filter((row) => row.state !== 'removed').map((row) => row.position))",
      ],
    ],
  },
  {
    file: 'src/data/call-sheets/sheet-history.ts',
    tests: ['tests/data/call-sheets'],
    changes: [["    .where(where(isReachable('p')))\n", '']],
  },
  {
    file: 'src/shared/rules/call-sheets/off-paper.ts',
    tests: ['tests/unit/call-sheets'],
    changes: [
      ["evidence.noteNotForPaper ? '' : evidence.note", 'evidence.note'],
      ['referral.byOnPaper ?? referral.by', 'referral.by'],
      ['.sort(([one], [other]) => other.length - one.length)', ''],
      ['lastContact: withoutNote(lastContact)', 'lastContact'],
      ['inquiry: withoutNote(inquiry)', 'inquiry'],
      ['(?![\\\\p{L}\\\\p{N}])…?', '…?'],
      ['...quotedLengths.map((length) => shorten(note, length)),\n', ''],
    ],
  },
  {
    file: 'src/shared/rules/call-sheets/propose-sheet.ts',
    tests: ['tests/unit/call-sheets'],
    changes: [
      ['step.promised && step.dueOn <= through', 'step.promised && step.dueOn < through'],
      ['places - on.more - rolled.length', 'places - on.more'],
      ['Math.max(0, mostOf.call - on.calls)', 'mostOf.call'],
      ['owed.length > 0 || !on.atRest.has(one.personId)', 'true'],
      ["channel.channel === 'visit' || channel.value === ''", "channel.value === ''"],
      ['one.joinedOn !== null && !taken.has', '!taken.has'],
    ],
  },
  {
    file: 'src/shared/rules/call-sheets/sheet-pages.ts',
    tests: ['tests/unit/call-sheets'],
    changes: [
      ['const isFull = needs > free', 'const isFull = needs > free + 9'],
      ['line.words.length > placeHeight.longest', 'line.words.length >= placeHeight.longest'],
      ['index === 0 || isFull) put', 'index === 0) put'],
      ['blocks.length === 0 ||', ''],
    ],
  },
]
