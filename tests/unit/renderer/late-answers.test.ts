// What the page's stores make of answers that come late, of keys pressed twice, and of refusals: nothing typed is lost.
import { QueryObserver } from '@tanstack/react-query'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type PageBridge, standInForBridge } from '../../support/page-bridge.ts'

let bridge: PageBridge

beforeEach(() => {
  bridge = standInForBridge()
})
afterAll(() => vi.unstubAllGlobals())

describe('a sheet being typed back', () => {
  const open = async () => {
    const { useTypeBack } = await import('../../../src/renderer/features/type-back/type-back.store.ts')
    return useTypeBack
  }
  const entered = {
    touches: 1,
    attempts: 0,
    corrected: 0,
    decided: 0,
    added: [],
    known: [],
    noRoom: [],
    blank: [],
  }

  test('the draft of an earlier week that comes late is dropped', async () => {
    const store = await open()
    void store.getState().open('2026-W47')
    void store.getState().open('2026-W48')
    const [earlier, newer] = [await bridge.take('app.draft'), await bridge.take('app.draft')]
    await newer.answer({ value: '1 t newer' })
    await earlier.answer({ value: '1 t earlier' })
    expect(store.getState()).toMatchObject({ week: '2026-W48', status: 'ready', text: '1 t newer' })
  })

  test('a draft that could not be read is not written over', async () => {
    const store = await open()
    void store.getState().open('2026-W48')
    await (await bridge.take('app.draft')).refuse('data-file-busy')
    expect(store.getState()).toMatchObject({ status: 'failed', error: { code: 'data-file-busy' } })
  })

  test('a second press while it is saved sends nothing, and what is typed meanwhile stays', async () => {
    const store = await open()
    store.setState({ status: 'ready', week: '2026-W48', text: '1 t talked' })
    const saved = store.getState().save()
    expect(await store.getState().save()).toBe(false)
    const sent = await bridge.take('typeBack.enter')
    expect(sent.input).toMatchObject({ week: '2026-W48', text: '1 t talked' })
    store.getState().type('1 t talked\n2 n')
    await (await bridge.take('app.saveDraft')).answer()
    await sent.answer(entered)
    expect(await saved).toBe(true)
    expect(store.getState()).toMatchObject({ text: '2 n', saving: false, saved: { text: '1 t talked' } })
    expect((await bridge.take('app.saveDraft')).input).toMatchObject({ value: '2 n' })
    expect(bridge.asked).toEqual([])
  })

  test('another week opened meanwhile keeps its own words', async () => {
    const store = await open()
    store.setState({ status: 'ready', week: '2026-W47', text: '1 t talked' })
    const saved = store.getState().save()
    void store.getState().open('2026-W48')
    await (await bridge.take('app.draft')).answer({ value: '3 m' })
    await (await bridge.take('typeBack.enter')).answer(entered)
    await saved
    expect(store.getState()).toMatchObject({ week: '2026-W48', text: '3 m', saved: null })
  })

  test('refused, the words stay and the reason is shown until something is typed', async () => {
    const store = await open()
    store.setState({ status: 'ready', week: '2026-W48', text: '1 zz' })
    const saved = store.getState().save()
    await (await bridge.take('typeBack.enter')).refuse('sheet-lines-wrong')
    expect(await saved).toBe(false)
    expect(store.getState()).toMatchObject({
      text: '1 zz',
      saving: false,
      error: { code: 'sheet-lines-wrong' },
    })
    store.getState().type('1 t')
    expect(store.getState()).toMatchObject({ text: '1 t', error: null, saved: null })
  })

  test('saved lines are shown until the next key', async () => {
    const store = await open()
    store.setState({ week: '2026-W48', text: '', saved: { result: entered, text: '1 t' } })
    store.getState().type('2')
    expect(store.getState().saved).toBeNull()
  })

  test('words are kept one after the other, the last of those typed meanwhile, and an empty box as nothing', async () => {
    const store = await open()
    store.setState({ status: 'ready', week: '2026-W48', text: '' })
    for (const text of ['1', '1 t', '1 t x']) store.getState().type(text)
    const first = await bridge.take('app.saveDraft')
    expect(first.input).toMatchObject({ value: '1' })
    expect(bridge.asked).toEqual([])
    await first.answer()
    const second = await bridge.take('app.saveDraft')
    expect(second.input).toMatchObject({ value: '1 t x' })
    await second.answer()
    expect(bridge.asked).toEqual([])
    store.getState().type('')
    expect((await bridge.take('app.saveDraft')).input).toMatchObject({ value: null })
  })
})

describe('a paper list', () => {
  const open = async () => {
    const { usePaperList } = await import('../../../src/renderer/features/first-hour/paper-list.store.ts')
    return usePaperList
  }
  const load = async (rows: unknown[]) => {
    const store = await open()
    void store.getState().load()
    await (await bridge.take('app.draft')).answer({ value: JSON.stringify(rows) })
    return store
  }
  const row = (uid: string, name: string, odd: string | null = null) => ({
    uid,
    name,
    reach: '',
    note: '',
    odd,
    typed: '',
  })
  const namesIn = (store: Awaited<ReturnType<typeof open>>) => store.getState().rows.map(({ name }) => name)

  test('one that could not be read is not written over, and may be asked for again', async () => {
    const store = await open()
    void store.getState().load()
    await (await bridge.take('app.draft')).refuse('data-file-busy')
    expect(store.getState()).toMatchObject({ status: 'failed', rows: [] })
    void store.getState().load()
    await (await bridge.take('app.draft')).answer(null)
    expect(namesIn(store)).toEqual([''])
    void store.getState().load()
    expect(bridge.asked).toEqual([])
  })

  test('only rows that are ready are added, once; the others and what is typed meanwhile stay', async () => {
    const store = await load([row('a', 'Ann'), row('b', 'Total', 'heading'), row('c', 'Bob')])
    const added = store.getState().add()
    expect(await store.getState().add()).toBeNull()
    const sent = await bridge.take('firstHour.addMany')
    expect(sent.input).toMatchObject({ rows: [{ uid: 'a' }, { uid: 'c' }] })
    store.getState().type(store.getState().rows.at(-1)!.uid, 'name', 'Cy')
    const outcomes = [
      { uid: 'a', outcome: 'added', reason: null },
      { uid: 'c', outcome: 'merged', reason: null },
    ]
    await sent.answer({ added: 1, merged: 1, rows: outcomes })
    expect(await added).toBe(1)
    expect(namesIn(store)).toEqual(['Total', 'Cy', ''])
    expect(store.getState()).toMatchObject({ busy: false, known: [{ name: 'Bob', reason: null }] })
  })

  test('refused, every row stays', async () => {
    const store = await load([row('a', 'Ann')])
    const added = store.getState().add()
    await (await bridge.take('firstHour.addMany')).refuse('disk-full')
    expect(await added).toBeNull()
    expect(store.getState()).toMatchObject({ busy: false, error: { code: 'disk-full' } })
    expect(namesIn(store)).toEqual(['Ann', ''])
  })

  test('rows are kept one save after the other, as they are when each begins', async () => {
    const store = await load([row('a', 'A')])
    for (const name of ['An', 'Ann', 'Anne']) store.getState().type('a', 'name', name)
    const first = await bridge.take('app.saveDraft')
    expect(bridge.asked).toEqual([])
    await first.answer()
    const second = await bridge.take('app.saveDraft')
    expect((second.input as { value: string }).value).toContain('"Anne"')
    await second.answer()
    expect(bridge.asked).toEqual([])
    store.getState().remove('a')
    expect((await bridge.take('app.saveDraft')).input).toMatchObject({ value: null })
  })

  test('pasted lines go where the row is, and no more than the list holds', async () => {
    const store = await load([row('a', 'Ann'), row('b', 'Bob')])
    expect(store.getState().paste('a', 'Cy 555 0100\nDi')).toBe(2)
    expect(namesIn(store)).toEqual(['Ann', 'Cy', 'Di', 'Bob', ''])
    const last = store.getState().rows.at(-1)!.uid
    expect(store.getState().paste(last, 'Ed\n'.repeat(1000))).toBe(1000)
    expect(store.getState().tooMany).toBe(true)
    expect(namesIn(store).filter((name) => name !== '')).toHaveLength(1000)
  })
})

describe('picking the few', () => {
  const open = async () => {
    const { usePick } = await import('../../../src/renderer/features/first-hour/pick.store.ts')
    const queries = await import('../../../src/renderer/api/queries.ts')
    const observer = new QueryObserver(queries.queryClient, queries.loading('firstHour.toPick', {}))
    observer.subscribe(() => undefined)
    await (await bridge.take('firstHour.toPick')).answer({ total: 2 })
    return usePick
  }

  test('keys wait until whoever comes next is there', async () => {
    const store = await open()
    void store.getState().focus(1, 'because')
    void store.getState().focus(1, 'because')
    await (await bridge.take('focusList.add')).answer()
    expect(bridge.asked.map(({ name }) => name)).toEqual(['firstHour.toPick'])
    expect(store.getState().busy).toBe(true)
    await (await bridge.take('firstHour.toPick')).answer({ total: 1 })
    await vi.waitFor(() => expect(store.getState().busy).toBe(false))
  })

  test('only a decision made here is taken back', async () => {
    const store = await open()
    void store.getState().undo()
    await (await bridge.take('app.history')).answer({ undo: { key: 'people.movedToBin' }, redo: null })
    expect(bridge.asked).toEqual([])
    void store.getState().undo()
    await (await bridge.take('app.history')).answer({ undo: { key: 'firstHour.done.later' }, redo: null })
    expect(await bridge.take('app.undo')).toBeDefined()
  })

  test('the first hour goes on only where there is somebody, and ends for good', async () => {
    const { useFirstHour } = await import('../../../src/renderer/features/first-hour/first-hour.store.ts')
    const nobody = useFirstHour.getState().resume()
    await (await bridge.take('app.draft')).answer({ value: 'pick' })
    await (await bridge.take('firstHour.toPick')).answer({ total: 0 })
    expect(await nobody).toBeNull()
    const somebody = useFirstHour.getState().resume()
    await (await bridge.take('app.draft')).answer({ value: 'pick' })
    await (await bridge.take('firstHour.toPick')).answer({ total: 5 })
    expect(await somebody).toBe('pick')
    useFirstHour.getState().finish()
    expect((await bridge.take('app.saveDraft')).input).toMatchObject({ key: 'first-hour', value: null })
    expect(useFirstHour.getState().step).toBeNull()
  })
})

describe('a restore', () => {
  const open = () => import('../../../src/renderer/features/backup/restore.store.ts')
  const preview = { ticket: 't' }

  test('what is found after the owner left is dropped', async () => {
    const { chooseBackup, leaveRestore, useRestore } = await open()
    void chooseBackup()
    await (await bridge.take('app.chooseBackupFile')).answer({ token: 'x', name: 'b.db' })
    expect(useRestore.getState().kind).toBe('looking')
    leaveRestore()
    await (await bridge.take('backup.inspect')).answer(preview)
    expect(useRestore.getState()).toEqual({ kind: 'idle' })
    await bridge.announce({ type: 'progress', call: 'backup.inspect', done: 1, total: 4 })
    expect(useRestore.getState()).toEqual({ kind: 'idle' })
  })

  test('nothing is restored but what is shown, once, and it cannot be left half way', async () => {
    const { leaveRestore, restoreShown, useRestore } = await open()
    expect(await restoreShown()).toBe(false)
    expect(bridge.asked).toEqual([])
    useRestore.setState({ kind: 'shown', preview } as never, true)
    const restored = restoreShown()
    leaveRestore()
    expect(useRestore.getState().kind).toBe('restoring')
    expect(await restoreShown()).toBe(false)
    const sent = await bridge.take('backup.restore')
    expect(sent.input).toEqual({ ticket: 't' })
    await sent.refuse('restore-failed')
    expect(await restored).toBe(false)
    expect(useRestore.getState()).toMatchObject({ kind: 'refused' })
    expect(bridge.asked).toEqual([])
  })
})

describe('a backup', () => {
  const open = async () => (await import('../../../src/renderer/features/backup/backup.store.ts')).useBackup

  test('without a folder nothing begins; progress of other work is not its own', async () => {
    const store = await open()
    void store.getState().backUp()
    await (await bridge.take('app.chooseFolder')).answer(null)
    expect(store.getState().work).toEqual({ kind: 'idle' })
    void store.getState().backUp()
    await (await bridge.take('app.chooseFolder')).answer({ token: 'x', name: 'stick' })
    await bridge.announce({ type: 'progress', call: 'importExport.export', done: 9, total: 9 })
    expect(store.getState().work).toMatchObject({ kind: 'running', done: 0 })
    await bridge.announce({ type: 'progress', call: 'backup.run', done: 1, total: 3 })
    expect(store.getState().work).toMatchObject({ kind: 'running', done: 1 })
    await (await bridge.take('backup.run')).refuse('backup-mismatch')
    expect(store.getState().work).toMatchObject({ kind: 'failed', error: { code: 'backup-mismatch' } })
  })
})

describe('an import', () => {
  const open = async () =>
    (await import('../../../src/renderer/features/import-export/import-export.store.ts')).useImportExport
  const mapping = (field: string) => ({ hasHeader: true, columns: [{ header: 'A', field }] }) as never
  const preview = (people: number) => [{ file: 'x', name: 'a.csv', people, mapping: null }]

  test('an older reading of a file that was mapped anew is dropped', async () => {
    const store = await open()
    void store.getState().chooseFiles()
    await (await bridge.take('app.chooseImportFiles')).answer([{ token: 'x', name: 'a.csv' }])
    const first = await bridge.take('importExport.preview')
    void store.getState().mapColumns('x', mapping('name'))
    const second = await bridge.take('importExport.preview')
    await second.answer(preview(2))
    await first.answer(preview(1))
    expect(store.getState().files[0]!.preview).toMatchObject({ people: 2 })
  })

  test('a second press imports nothing more; refused, the files stay', async () => {
    const store = await open()
    store.setState({ files: [{ token: 'x', name: 'a.csv', preview: null, mapping: null }] })
    void store.getState().runImport()
    void store.getState().runImport()
    const sent = await bridge.take('importExport.import')
    expect(bridge.asked).toEqual([])
    await sent.refuse('disk-full')
    expect(store.getState()).toMatchObject({
      work: { kind: 'preparing' },
      error: { code: 'disk-full' },
      files: [{ token: 'x' }],
    })
  })

  test('files chosen after an import begin a new one, and a dropped thing that is no file is told of', async () => {
    const store = await open()
    const old = { token: 'old', name: 'old.csv', preview: null, mapping: null }
    store.setState({ files: [old], work: { kind: 'imported', result: {} as never } })
    bridge.dropped.push({ token: 'x', name: 'a.csv' })
    void store.getState().dropFiles([{} as File, {} as File])
    await (await bridge.take('importExport.preview')).answer(preview(1))
    expect(store.getState()).toMatchObject({ droppedNothing: true, work: { kind: 'preparing' } })
    expect(store.getState().files.map(({ token }) => token)).toEqual(['x'])
  })
})

describe('the call sheet', () => {
  const open = async () => {
    const { useCallSheets } = await import('../../../src/renderer/features/call-sheets/call-sheets.store.ts')
    useCallSheets.setState({ week: '2026-W48' })
    return useCallSheets
  }

  test('one thing at a time: a second press does nothing, and then it is free again', async () => {
    const store = await open()
    void store.getState().print()
    void store.getState().print()
    void store.getState().propose()
    const sent = await bridge.take('callSheets.print')
    expect(bridge.asked).toEqual([])
    expect(store.getState().busy).toBe('print')
    await sent.answer({ printed: true })
    expect(store.getState()).toMatchObject({ busy: null, outcome: { kind: 'printed', what: 'sheet' } })
  })

  test('without a printer it is saved instead; any other failure is said', async () => {
    const store = await open()
    void store.getState().print('counter')
    const sent = await bridge.take('callSheets.print')
    expect(sent.input).toMatchObject({ week: null, what: 'sheet' })
    await sent.refuse('no-printer')
    await (await bridge.take('callSheets.savePdf')).answer({ file: 'a.pdf', folder: 'f' })
    await (await bridge.take('app.showFolder')).answer()
    expect(store.getState().outcome).toMatchObject({ kind: 'saved', noPrinter: true })
    void store.getState().print()
    await (await bridge.take('callSheets.print')).refuse('print-failed')
    expect(bridge.asked).toEqual([])
    expect(store.getState()).toMatchObject({ busy: null, outcome: { kind: 'refused' } })
  })

  test('proposing that adds nobody says so', async () => {
    const store = await open()
    const { queryClient } = await import('../../../src/renderer/api/queries.ts')
    queryClient.setQueryData(['callSheets.page', { week: '2026-W48' }], { sheet: { rows: [{ id: 1 }] } })
    const proposed = store.getState().propose()
    await (await bridge.take('callSheets.plan')).answer({ rows: [], places: [] })
    await (await bridge.take('callSheets.propose')).answer({ rows: [{ id: 1 }] })
    await (await bridge.take('callSheets.page')).answer({ sheet: { rows: [{ id: 1 }] } })
    await proposed
    expect(store.getState()).toMatchObject({ busy: null, outcome: { kind: 'nobody new' } })
    const again = store.getState().propose()
    await (await bridge.take('callSheets.plan')).answer({ rows: [], places: [] })
    await (await bridge.take('callSheets.propose')).answer({ rows: [{ id: 1 }, { id: 2 }] })
    await (await bridge.take('callSheets.page')).answer({ sheet: { rows: [{ id: 1 }, { id: 2 }] } })
    await again
    expect(store.getState().outcome).toBeNull()
  })
})

describe('the people list', () => {
  const open = () => import('../../../src/renderer/features/people/people.store.ts')

  test('private people are asked for alone, and never narrowed', async () => {
    const { listAsked } = await open()
    const asked = { search: '', sort: 'name', filters: { source: 'fair' } } as const
    expect(listAsked({ ...asked, tab: 'private' })).toEqual({ search: '', sort: 'name', isPrivate: true })
    expect(listAsked({ ...asked, tab: 'people' })).toMatchObject({
      isPrivate: false,
      filters: { source: 'fair' },
    })
  })

  test('whom to write to: everyone a filter or a search leaves, and nobody while all are shown', async () => {
    const { readIds, readNarrowed, usePeople } = await open()
    expect(readIds('')).toEqual([])
    expect(readIds('3 1')).toEqual([3, 1])
    expect(await readNarrowed()).toEqual([])
    usePeople.getState().filterBy({ source: 'fair' })
    const narrowed = readNarrowed()
    await (await bridge.take('people.order')).answer({ ids: '4 2' })
    expect(await narrowed).toEqual([4, 2])
    usePeople.getState().clearFilters()
    usePeople.getState().type('an')
    const found = readNarrowed()
    await (await bridge.take('people.order')).answer({ ids: '9' })
    expect(await found).toEqual([9])
  })

  test('a search begins at the top, and leaves the bin; the line never goes above the first', async () => {
    const { usePeople } = await open()
    usePeople.getState().showTab('bin')
    usePeople.getState().moveTo(4)
    usePeople.getState().type('a')
    expect(usePeople.getState()).toMatchObject({ tab: 'people', current: 0 })
    usePeople.getState().moveTo(-1)
    expect(usePeople.getState().current).toBe(0)
    usePeople.getState().showTab('firms')
    usePeople.getState().type('b')
    expect(usePeople.getState().tab).toBe('firms')
  })
})

describe('the line at the foot', () => {
  const open = async () => (await import('../../../src/renderer/app/app.store.ts')).useApp
  const message = { key: 'people.added', facts: { name: 'Ann' } } as never

  test('says what was done; undo takes back that command and no other, and says so', async () => {
    const app = await open()
    const { call } = await import('../../../src/renderer/api/client.ts')
    void call('people.moveToBin', { id: 1 })
    await (await bridge.take('people.moveToBin')).answer({}, { commandId: 'c', message })
    expect(app.getState().foot).toMatchObject({ kind: 'done', done: { commandId: 'c' } })
    void app.getState().undo('c')
    const sent = await bridge.take('app.undo')
    expect(sent.input).toEqual({ commandId: 'c' })
    await sent.answer({ message }, { commandId: 'd', message })
    expect(app.getState().foot).toMatchObject({ kind: 'undone', message })
  })

  test('an undo or redo that is refused says why', async () => {
    const app = await open()
    void app.getState().undo(null)
    await (await bridge.take('app.undo')).refuse('nothing-to-undo')
    expect(app.getState().foot).toMatchObject({ kind: 'trouble', error: { code: 'nothing-to-undo' } })
    app.getState().hideFoot()
    void app.getState().redo()
    await (await bridge.take('app.redo')).refuse('nothing-to-redo')
    expect(app.getState().foot).toMatchObject({ kind: 'trouble', error: { code: 'nothing-to-redo' } })
  })

  test('another screen leaves dialogs behind, and knows who was opened last', async () => {
    const app = await open()
    app.getState().openDialog({ name: 'help' })
    app.getState().goTo({ name: 'person', id: 7, among: [] })
    expect(app.getState()).toMatchObject({ dialog: null, lastOpened: 7 })
    app.getState().goTo({ name: 'today' })
    expect(app.getState().lastOpened).toBe(7)
  })
})

describe('keys typed ahead', () => {
  const press = (key: string, more = {}) => {
    const kept = { prevented: false }
    const event = {
      key,
      preventDefault: () => {
        kept.prevented = true
      },
      stopImmediatePropagation: () => undefined,
      ...more,
    }
    return { event: event as unknown as KeyboardEvent, kept }
  }

  test('are kept from a shortcut until its box takes them', async () => {
    const { awaitBox, keepKey, takeKeys } = await import('../../../src/renderer/app/typed-ahead.ts')
    keepKey(press('x').event)
    awaitBox()
    for (const key of ['t', 'h', 'i', 'x', 'Backspace', 'Enter', 'Shift']) keepKey(press(key).event)
    keepKey(press('a', { ctrlKey: true }).event)
    keepKey(press('b', { altKey: true }).event)
    expect(takeKeys()).toBe('thi\n')
    const after = press('y')
    keepKey(after.event)
    expect(after.kept.prevented).toBe(false)
    expect(takeKeys()).toBe('')
  })

  test('belong to the page again after Escape, or when no box came', async () => {
    const { awaitBox, keepKey, takeKeys } = await import('../../../src/renderer/app/typed-ahead.ts')
    awaitBox()
    keepKey(press('Escape').event)
    keepKey(press('x').event)
    expect(takeKeys()).toBe('')
    const now = vi.spyOn(performance, 'now')
    const start = performance.now()
    awaitBox()
    now.mockReturnValue(start + 60_000)
    const late = press('x')
    keepKey(late.event)
    now.mockRestore()
    expect(late.kept.prevented).toBe(false)
    expect(takeKeys()).toBe('')
  })
})
