// The page's own: its client, what it keeps of answers, and its stores.

export const page = [
  {
    file: 'src/renderer/api/client.ts',
    tests: ['tests/unit/renderer/client.test.ts'],
    changes: [
      [
        '!Object.hasOwn(onlyOnce, name)) {\n    answer = (await bridge.call(name, input, commandId))',
        '!Object.hasOwn(onlyOnce, name)) {\n    answer = (await bridge.call(name, input, crypto.randomUUID()))',
      ],
      [' && !Object.hasOwn(onlyOnce, name)) {', ') {'],
      ["answer.error.code === 'unknown-outcome' && ", ''],
      [
        "if (!answer.ok && answer.error.code === 'unknown-outcome'",
        "if (!answer.ok && answer.error.code === 'unknown-call'",
      ],
      ['if (answer.ok && answer.done) for', 'if (answer.ok && !answer.done) for'],
      ["  'importExport.export': true,\n", ''],
      ['return () => doneListeners.delete(listener)', 'return () => doneListeners.has(listener)'],
    ],
  },
  {
    file: 'src/renderer/api/queries.ts',
    tests: ['tests/unit/renderer/queries.test.ts'],
    changes: [
      ['if (overtaken.delete(queryHash))', 'if (overtaken.has(queryHash) && false)'],
      [
        "event.type !== 'changed' && event.type !== 'storage-restarted' && event.type !== 'new-day'",
        "event.type !== 'changed' && event.type !== 'storage-restarted'",
      ],
      [
        "event.type !== 'changed' && event.type !== 'storage-restarted' && event.type !== 'new-day'",
        "event.type !== 'changed' && event.type !== 'new-day'",
      ],
      ['if (!answer.ok) throw new Refusal(answer.error)', 'if (!answer.ok) return undefined as never'],
      ["predicate: isOld, refetchType: 'none'", "refetchType: 'none'"],
      ["type: 'active' }).reverse()", "type: 'active' })"],
    ],
  },
  {
    file: 'src/renderer/app/app.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ['else get().showTrouble(answer.error)\n  },\n  async redo', '},\n  async redo'],
      ["call('app.undo', { commandId })", "call('app.undo', { commandId: null })"],
      [
        '      dialog: null,\n      finding: false,\n      ...(screen',
        '      finding: false,\n      ...(screen',
      ],
      ['onDone((done) => useApp.getState().showDone(done))', ''],
      ["...(screen.name === 'person' ? { lastOpened: screen.id } : {}),", ''],
    ],
  },
  {
    file: 'src/renderer/app/typed-ahead.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ["if (event.key === 'Backspace') keys = keys.slice(0, -1)", "if (event.key === 'Backspace') keys = ''"],
      ['performance.now() - waitingSince > longestWait', 'performance.now() - waitingSince < 0'],
      ["  keys = ''\n  return taken", '  return taken'],
      ['  waitingSince = null\n  const taken', '  const taken'],
      ["else if (event.key === 'Enter') keys += '\\n'", "else if (event.key === 'Enter') return"],
      ['event.metaKey || event.altKey ||', 'event.metaKey ||'],
    ],
  },
  {
    file: 'src/renderer/features/type-back/type-back.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ['    if (asking !== asked) return\n', ''],
      ["if (!draft.ok) return set({ status: 'failed', error: draft.error })", ''],
      ['    if (saving) return false\n', ''],
      ["const since = get().week === week ? readTypedSince(text, get().text) : ''", "const since = ''"],
      ['if (get().week === week) set({ text: since', 'set({ text: since'],
      ['  if (keeping) return\n', ''],
      ['  keeping = false\n', ''],
      ["value: value === '' ? null : value", 'value'],
      ['set({ text, error: null, saved: null })', 'set({ text, error: null })'],
      [
        '    if (!answer.ok) {\n      set({ error: answer.error })\n      return false\n    }\n    const since',
        '    if (!answer.ok) return false\n    const since',
      ],
    ],
  },
  {
    file: 'src/renderer/features/first-hour/paper-list.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ["if (!draft.ok) return set({ status: 'failed', error: draft.error })", ''],
      ['if (get().busy) return null', ''],
      ['get().rows.filter((row) => !taken.has(row.uid)),', '[],'],
      ['  while (isDirty) {', '  if (isDirty) {'],
      ['  if (saving) return\n', ''],
      ["if (get().status !== 'idle' && get().status !== 'failed') return", ''],
      ['row.odd === null && (row.name', '(row.name'],
      ['const lines = read.slice(0, room)', 'const lines = read'],
      ['isBlank(rows[at]!) ? at : at + 1', 'at'],
      ["outcome === 'added' ? [] :", "outcome === 'merged' ? [] :"],
    ],
  },
  {
    file: 'src/renderer/features/first-hour/pick.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ['    if (get().busy) return\n', ''],
      ["if (!history.ok || !decisions.has(history.value.undo?.key ?? '')) return", 'if (!history.ok) return'],
      [
        "    await queryClient.refetchQueries({ queryKey: ['firstHour.toPick'] }, { cancelRefetch: false })\n",
        '',
      ],
    ],
  },
  {
    file: 'src/renderer/features/first-hour/first-hour.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ['if (!people.ok || people.value.total === 0) return null', ''],
      ["void call('app.saveDraft', { key: draftKey, value: null })", ''],
    ],
  },
  {
    file: 'src/renderer/features/backup/restore.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ["if (useRestore.getState().kind !== 'looking') return\n  set(looked", 'set(looked'],
      ["if (state.kind !== 'shown') return false", ''],
      ["if (useRestore.getState().kind !== 'restoring') set({ kind: 'idle' })", "set({ kind: 'idle' })"],
      [
        "  if (useRestore.getState().kind !== 'looking') return\n  set({ kind: 'looking', done: event",
        "  set({ kind: 'looking', done: event",
      ],
    ],
  },
  {
    file: 'src/renderer/features/backup/backup.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ['event.call !== work.call) return', 'false) return'],
      ['if (chosen.value === null) return\n    const folder', 'const folder'],
    ],
  },
  {
    file: 'src/renderer/features/import-export/import-export.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ['if (!file || file.mapping !== mapping) return', 'if (!file) return'],
      ["if (work.kind === 'importing' || files.length === 0) return", 'if (files.length === 0) return'],
      ["get().work.kind === 'imported' ? [] : get().files", 'get().files'],
      [
        "} else set({ work: { kind: 'preparing' }, error: answer.error })",
        "} else set({ work: { kind: 'preparing' }, files: [], error: answer.error })",
      ],
      ['droppedNothing: granted.some((file) => file === null)', 'droppedNothing: false'],
    ],
  },
  {
    file: 'src/renderer/features/call-sheets/call-sheets.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      ['    if (get().busy !== null) return\n', ''],
      ['      set({ busy: null })\n', ''],
      ['answer.value.rows.length === rows?.length', 'answer.value.rows.length !== rows?.length'],
      [
        "if (answer.error.code === 'no-printer') await saveTo(what, null, true)",
        "if (answer.error.code === 'print-failed') await saveTo(what, null, true)",
      ],
      ["week: what === 'counter' ? null : week", 'week'],
    ],
  },
  {
    file: 'src/renderer/features/people/people.store.ts',
    tests: ['tests/unit/renderer/late-answers.test.ts'],
    changes: [
      [
        "tab === 'private' ? { search, sort, isPrivate: true }",
        "tab === 'bin' ? { search, sort, isPrivate: true }",
      ],
      ["state.search.trim() === '' && countFilters(state.filters) === 0", "state.search.trim() === ''"],
      ["(ids === '' ? [] :", '('],
      ['Math.max(0, current)', 'current'],
      ["tab: get().tab === 'bin' ? 'people' : get().tab", 'tab: get().tab'],
    ],
  },
  {
    file: 'src/renderer/features/touches/log-box-state.ts',
    tests: ['tests/unit/touches/log-box-state.test.ts'],
    changes: [
      ["  if (state.name === 'saving') return state\n  if (facts", '  if (facts'],
      ["if (state.name === 'saving' && part.note === undefined) return state", ''],
      ["state.draft.note === '' ? { ...state", 'true ? { ...state'],
      ['note: readTypedSince(state.note, state.draft.note)', "note: ''"],
      ['return { name: state.from, uid, draft', "return { name: state.from, uid: '', draft"],
      [
        "const hasFriend = draft.outcome === 'named a friend' && !isSkipped",
        "const hasFriend = draft.outcome === 'named a friend'",
      ],
      ["if (facts === null) return { ...state, name: 'waiting' }", 'if (facts === null) return state'],
    ],
  },
  {
    file: 'src/renderer/features/touches/touch-draft.ts',
    tests: ['tests/unit/touches/touch-draft.test.ts'],
    changes: [
      ['back > farBack && ahead > today', 'ahead > today'],
      ['daysBetween(today, ahead) < back ?', 'true ?'],
      ["draft.stepPromised ?? draft.stepWhat.trim() !== ''", 'draft.stepPromised ?? true'],
      ['draft.kept[step.id] ?? keepsStep', 'keepsStep'],
      ['if (typed && !dueOn) return', 'if (false) return'],
      ['if (typedCost && cost === null) {', 'if (false) {'],
      ['draft.stepRefused ||', ''],
    ],
  },
]
