// Call sheets: who is put on them, what may print, and how it is laid out.

const sheets = ['tests/data/call-sheets']
const rules = ['tests/unit/call-sheets']

export const paper = [
  {
    file: 'src/data/call-sheets/call-sheets.ts',
    tests: ['tests/data/call-sheets', 'tests/data/records/off-paper.test.ts'],
    changes: [
      ["    .where(where(isReachable('p')))\n", ''],
      ['reason: print(row.reason)', 'reason: row.reason'],
      ['learn: print(row.learn)', 'learn: row.learn'],
      ["    .where(where(isInUse('p')))\n", ''],
      ["    .where('r.state', '<>', 'removed')\n", ''],
    ],
  },
  {
    file: 'src/data/call-sheets/change-call-sheet.ts',
    tests: sheets,
    changes: [
      [
        "isPrinted ? { state: 'removed' } : { state: 'removed', position: 0 }",
        "{ state: 'removed', position: 0 }",
      ],
      ['  if (!isPrinted) {', '  if (isPrinted) {'],
      ['order.splice(to - 1, 0', 'order.splice(to, 0'],
      ['Math.min(to, rows.length)', 'to'],
      ["one.state !== 'removed' && one.section === row.section", 'one.section === row.section'],
    ],
  },
  {
    file: 'src/data/call-sheets/propose-call-sheet.ts',
    tests: sheets,
    changes: [
      ["if (person.neverContact) throw new AppError('do-not-contact', { name: person.name })", ''],
      ["if (person.isPrivate) throw new AppError('focus-private', { name: person.name })", ''],
      ['if (countFree(rows, section) === 0) throw', 'if (countFree(rows, section) < 0) throw'],
      [
        'const owed = (await readThanksForSheet(db)).filter((row) => !thanked.has(row.personId))',
        'const owed = await readThanksForSheet(db)',
      ],
      ['.filter((one) => !promised.has(one.personId))', ''],
      ["kind === 'ruled out' || kind === 'tries'", "kind === 'ruled out'"],
      ['    .filter((occasion) => !there.has(occasion.placeId))\n', ''],
      ["if (!row || peopleIn(rows, 'call').has(personId)) throw", 'if (!row) throw'],
      ['days[0]! < today ? today : days[0]!', 'days[0]!'],
      ['else if (countChanges() > changes) sayDone', 'else if (false) sayDone'],
    ],
  },
  {
    file: 'src/data/call-sheets/sheet-evidence.ts',
    tests: sheets,
    changes: [
      ["    .where('printed_at', 'is not', null)\n", ''],
      ["            .where('t.direction', '=', 'out')\n", ''],
      ["            .where('m.left_on', '>=', monday),\n", "            .where('m.left_on', '>', '9'),\n"],
      [
        "            .where('t.happened_on', '>=', monday)\n",
        "            .where('t.happened_on', '>', monday)\n",
      ],
      ['today > days[0]! ? today : days[0]!', 'today'],
      ["    .where('n.due_on', '<=', through)\n", "    .where('n.due_on', '<', through)\n"],
      ["    .where(where(isReachable('p')))\n}", '}'],
      ["    .where('r.state', 'in', ['open', 'rolled'])\n", ''],
    ],
  },
  {
    file: 'src/data/call-sheets/sheet-rows.ts',
    tests: sheets,
    changes: [
      ['if (sheet.printed_at !== null) return', ''],
      [
        'Math.max(0, ...rows.map((row) => row.position))',
        "Math.max(0, ...rows.filter((row) => row.state !== 'removed').map((row) => row.position))",
      ],
      ["if (section === 'call') await takeOffGreets(db, sheet, ids)", ''],
      ['!gaveMore.has(id)', 'gaveMore.has(id)'],
      ["    .where('section', '=', 'greet')\n", ''],
      ["set({ state: 'rolled' })", "set({ state: 'open' })"],
    ],
  },
  {
    file: 'src/data/call-sheets/sheet-history.ts',
    tests: sheets,
    changes: [
      ["    .where(where(isReachable('p')))\n", ''],
      ["theirs.find((touch) => touch.how !== 'no answer')", 'theirs[0]'],
      ["    .orderBy('happened_on', 'desc')", "    .orderBy('happened_on')"],
    ],
  },
  {
    file: 'src/data/call-sheets/sheet-thanks.ts',
    tests: sheets,
    changes: [['[...(found.get(referrer.id) ?? []), report]', '[report]']],
  },
  {
    file: 'src/shared/rules/call-sheets/off-paper.ts',
    tests: ['tests/unit/call-sheets', 'tests/data/records/off-paper.test.ts'],
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
    tests: rules,
    changes: [
      ['step.promised && step.dueOn <= through', 'step.promised && step.dueOn < through'],
      ['places - on.more - rolled.length', 'places - on.more'],
      ['Math.max(0, mostOf.call - on.calls)', 'mostOf.call'],
      ['!hasDuePromise(one) && !on.atRest.has(one.personId)', '!hasDuePromise(one)'],
      ["channel.channel === 'visit' || channel.value === ''", "channel.value === ''"],
      ['joinedOn: null })', '})'],
      ['one.joinedOn !== null && !taken.has', '!taken.has'],
    ],
  },
  {
    file: 'src/shared/rules/call-sheets/sheet-pages.ts',
    tests: rules,
    changes: [
      ['const isFull = needs > free', 'const isFull = needs > free + 9'],
      ['line.words.length > placeHeight.longest', 'line.words.length >= placeHeight.longest'],
      ['index === 0 || isFull) put', 'index === 0) put'],
      ['blocks.length === 0 ||', ''],
    ],
  },
]
