// What the call sheet's screen is about: its week, tab and paper, and what proposing and printing brought.
import { create } from 'zustand'
import type { SheetSection } from '../../../shared/contract/call-sheets.ts'
import type { CallInput, CallName } from '../../../shared/contract/index.ts'
import type { Paper } from '../../../shared/contract/shapes.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayPlan } from '../../../shared/messages/say-sheet.ts'
import { sayFailure, t } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'
import { loading, queryClient } from '../../api/queries.ts'
import { send } from '../../api/send.ts'

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
  /** The week shown, '' until the screen was opened. */
  week: string
  /** Null: the owner's own paper. */
  paper: Paper | null
  busy: 'propose' | 'print' | 'save' | null
  outcome: Outcome | null
  showWeek(week: string): void
  showTab(tab: SheetTab): void
  choosePaper(paper: Paper): void
  propose(): Promise<void>
  addPerson(personId: number, section: SheetSection): Promise<string | null>
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

/** What the page is asked for with, whoever asks: the answer is kept under it. */
export function pageAsked({
  week,
  paper,
}: {
  week: string
  paper: Paper | null
}): CallInput<'callSheets.page'> {
  return { week, ...(paper ? { paper } : {}) }
}

/** Sends a change that has no place of its own for a refusal: it is said over the sheet. */
export async function changeSheet<N extends CallName>(name: N, input: CallInput<N>): Promise<void> {
  const answer = await call(name, input)
  if (!answer.ok) useCallSheets.setState({ outcome: { kind: 'refused', error: answer.error } })
}

export const useCallSheets = create<CallSheetsState>()((set, get) => {
  function asked(what: PrintedThing): CallInput<'callSheets.print'> {
    const { week, paper } = get()
    return {
      ...pageAsked({ week, paper }),
      week: what === 'counter' ? null : week,
      what: what === 'friday' ? 'friday' : 'sheet',
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
    week: '',
    paper: null,
    busy: null,
    outcome: null,

    showTab: (tab) => set({ tab, outcome: null }),
    showWeek: (week) => set({ week, outcome: null }),
    choosePaper: (paper) => set({ paper }),
    propose: () =>
      whileBusy('propose', async () => {
        const { week, paper } = get()
        const page = loading('callSheets.page', pageAsked({ week, paper }))
        const rows = queryClient.getQueryData(page.queryKey)?.sheet.rows
        const plan = await call('callSheets.plan', { week })
        if (!plan.ok) return set({ outcome: { kind: 'refused', error: plan.error } })
        const words = sayPlan(plan.value)
        const answer = await call('callSheets.propose', { uid: crypto.randomUUID(), week, ...words })
        if (!answer.ok) set({ outcome: { kind: 'refused', error: answer.error } })
        else if (answer.value.rows.length === rows?.length) set({ outcome: { kind: 'nobody new' } })
        // Busy until the page is there: the next button takes the focus then.
        await queryClient.prefetchQuery({ ...page, staleTime: 0 })
      }),
    async addPerson(personId, section) {
      const { week } = get()
      const plan = await call('callSheets.plan', { week, add: { personId, section } })
      if (!plan.ok) return sayFailure(plan)
      const words = sayPlan(plan.value).rows[0]!
      return send('callSheets.addRow', { uid: crypto.randomUUID(), week, words })
    },

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
