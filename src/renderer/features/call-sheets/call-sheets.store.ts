// The week's sheet as the screen shows it: the page that prints, who waits beside it, and what printing brought.
import { create } from 'zustand'
import type { CallSheetPage, SheetSection } from '../../../shared/contract/call-sheets.ts'
import type { CallInput, CallName } from '../../../shared/contract/index.ts'
import type { Paper } from '../../../shared/contract/shapes.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayPlan, sayUnnamed } from '../../../shared/messages/say-sheet.ts'
import { sayFailure, t } from '../../../shared/messages/translate.ts'
import { weekOf } from '../../../shared/rules/days/weeks.ts'
import { call, onChanged } from '../../api/client.ts'

/** What the last Propose, Print or Save brought; said on the screen until the next. */
export type Outcome =
  | { kind: 'nobody new' }
  | { kind: 'printed'; what: PrintedThing }
  /** `noPrinter`: saved in place of printing, because there is no printer. */
  | { kind: 'saved'; file: string; folder: string; noPrinter: boolean }
  | { kind: 'refused'; error: CallError }

export type SheetTab = 'plan' | 'type-back' | 'friday'

/** The week's sheet, its Friday page, or the counter page, which no week owns. */
export type PrintedThing = 'sheet' | 'friday' | 'counter'

interface CallSheetsState {
  tab: SheetTab
  status: 'idle' | 'loading' | 'ready' | 'failed'
  error: CallError | null
  /** The week that today is in, '' until it is known. */
  thisWeek: string
  /** The week shown. */
  week: string
  /** Null: the owner's own paper. */
  paper: Paper | null
  page: CallSheetPage | null
  /** How many are on the focus list, and how many of them are not on this sheet. */
  focus: number
  waiting: number
  busy: 'propose' | 'print' | 'save' | null
  outcome: Outcome | null
  /** Loads, and again at every change, until what it returns is called: hidden screens ask for nothing. */
  open(): () => void
  load(): Promise<void>
  showWeek(week: string): Promise<void>
  showTab(tab: SheetTab): void
  choosePaper(paper: Paper): Promise<void>
  propose(): Promise<void>
  addPerson(personId: number, section: SheetSection): Promise<string | null>
  /** Who came back blank twice stays off this sheet. */
  letGo(personId: number): Promise<void>
  removePlace(id: number): Promise<void>
  removeRow(id: number): Promise<void>
  moveRow(id: number, to: number): Promise<void>
  changeRow(id: number, changes: Omit<CallInput<'callSheets.changeRow'>, 'id'>): Promise<string | null>
  changeGoal(changes: Omit<CallInput<'callSheets.changeGoal'>, 'week'>): Promise<string | null>
  print(what?: PrintedThing): Promise<void>
  savePdf(what?: PrintedThing): Promise<void>
  showFolder(): Promise<void>
}

function titleOf(what: PrintedThing, week: string): string {
  switch (what) {
    case 'counter':
      return t('callSheets.counter.title')
    case 'friday':
      return t('callSheets.review.documentTitle', { week })
    case 'sheet':
      return t('callSheets.documentTitle', { week })
  }
}

/** Answers to an earlier week that come late are dropped. */
let loads = 0

export const useCallSheets = create<CallSheetsState>()((set, get) => {
  /** Sends a change; the screen re-reads itself when its rows change. */
  async function change<N extends CallName>(name: N, input: CallInput<N>): Promise<string | null> {
    const answer = await call(name, input)
    return sayFailure(answer)
  }

  async function changeOrSay<N extends CallName>(name: N, input: CallInput<N>): Promise<void> {
    const answer = await call(name, input)
    if (!answer.ok) set({ outcome: { kind: 'refused', error: answer.error } })
  }

  function asked(what: PrintedThing): CallInput<'callSheets.print'> {
    const { paper, week } = get()
    return {
      week: what === 'counter' ? null : week,
      what: what === 'friday' ? 'friday' : 'sheet',
      ...(paper ? { paper } : {}),
    }
  }

  async function saveTo(what: PrintedThing, target: string | null, noPrinter: boolean): Promise<void> {
    const saved = await call('callSheets.savePdf', { ...asked(what), target })
    const outcome: Outcome = saved.ok
      ? { kind: 'saved', file: saved.value.file, folder: saved.value.folder, noPrinter }
      : { kind: 'refused', error: saved.error }
    set({ outcome })
    if (saved.ok && noPrinter) await get().showFolder()
  }

  /** One thing at a time, and its button says so meanwhile. */
  async function whileBusy(busy: NonNullable<CallSheetsState['busy']>, work: () => Promise<void>) {
    if (get().busy !== null) return
    set({ busy, outcome: null })
    try {
      await work()
    } finally {
      set({ busy: null })
    }
  }

  return {
    tab: 'plan',
    status: 'idle',
    error: null,
    thisWeek: '',
    week: '',
    paper: null,
    page: null,
    focus: 0,
    waiting: 0,
    busy: null,
    outcome: null,

    open() {
      void get().load()
      return onChanged(['callSheets.get'], () => void get().load())
    },
    async load() {
      const loading = ++loads
      if (get().status !== 'ready') set({ status: 'loading' })
      const start = await call('app.start', {})
      if (!start.ok) return set({ status: 'failed', error: start.error })
      const thisWeek = weekOf(start.value.today)
      const week = get().week || thisWeek
      const { paper } = get()
      const [page, focus] = await Promise.all([
        call('callSheets.page', { week, ...(paper ? { paper } : {}) }),
        call('focusList.get', {}),
      ])
      if (loading !== loads) return
      if (!page.ok) return set({ status: 'failed', error: page.error })
      if (!focus.ok) return set({ status: 'failed', error: focus.error })
      const onSheet = new Set(page.value?.sheet.rows.map((row) => row.personId))
      set({
        status: 'ready',
        error: null,
        thisWeek,
        week,
        page: page.value && { ...page.value, sheet: sayUnnamed(page.value.sheet) },
        focus: focus.value.rows.length,
        waiting: focus.value.rows.filter((row) => !onSheet.has(row.personId)).length,
      })
    },
    showTab: (tab) => set({ tab, outcome: null }),
    async showWeek(week) {
      set({ week, outcome: null })
      await get().load()
    },
    async choosePaper(paper) {
      set({ paper })
      await get().load()
    },
    propose: () =>
      whileBusy('propose', async () => {
        const { week, page } = get()
        const plan = await call('callSheets.plan', { week })
        if (!plan.ok) return set({ outcome: { kind: 'refused', error: plan.error } })
        const words = sayPlan(plan.value)
        const answer = await call('callSheets.propose', { uid: crypto.randomUUID(), week, ...words })
        if (!answer.ok) set({ outcome: { kind: 'refused', error: answer.error } })
        else if (page && answer.value.rows.length === page.sheet.rows.length)
          set({ outcome: { kind: 'nobody new' } })
        await get().load()
      }),
    async addPerson(personId, section) {
      const { week } = get()
      const plan = await call('callSheets.plan', { week, add: { personId, section } })
      if (!plan.ok) return sayFailure(plan)
      const words = sayPlan(plan.value).rows[0]!
      return change('callSheets.addRow', { uid: crypto.randomUUID(), week, words })
    },
    letGo: (personId) =>
      changeOrSay('callSheets.letGo', { uid: crypto.randomUUID(), week: get().week, personId }),
    removePlace: (id) => changeOrSay('callSheets.removePlace', { id }),
    removeRow: (id) => changeOrSay('callSheets.removeRow', { id }),
    moveRow: (id, to) => changeOrSay('callSheets.moveRow', { id, to }),
    changeRow: (id, changes) => change('callSheets.changeRow', { id, ...changes }),
    changeGoal: (changes) => change('callSheets.changeGoal', { week: get().week, ...changes }),

    print: (what = 'sheet') =>
      whileBusy('print', async () => {
        const answer = await call('callSheets.print', asked(what))
        if (answer.ok) set({ outcome: answer.value.printed ? { kind: 'printed', what } : null })
        else if (answer.error.code === 'no-printer') await saveTo(what, null, true)
        else set({ outcome: { kind: 'refused', error: answer.error } })
      }),
    savePdf: (what = 'sheet') =>
      whileBusy('save', async () => {
        const title = titleOf(what, get().week)
        const chosen = await call('app.choosePdfFile', { suggested: `${title}.pdf` })
        if (!chosen.ok) set({ outcome: { kind: 'refused', error: chosen.error } })
        else if (chosen.value !== null) await saveTo(what, chosen.value.token, false)
      }),
    async showFolder() {
      const { outcome } = get()
      if (outcome?.kind === 'saved') await call('app.showFolder', { token: outcome.folder })
    },
  }
})
