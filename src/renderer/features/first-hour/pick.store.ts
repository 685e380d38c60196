// Picking the few: the person to decide about, how far the owner has come, and each decision as it is made.
import { create } from 'zustand'
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { CallError } from '../../../shared/errors.ts'
import { call, onChanged } from '../../api/client.ts'

type Picking = CallOutput<'firstHour.toPick'>

interface PickState {
  picking: Picking | null
  /** A decision is on its way: keys wait, so that nobody is decided about unseen. */
  busy: boolean
  error: CallError | null
  /** Loads, and again at every change, until what it returns is called. */
  open(): () => void
  load(): Promise<void>
  focus(personId: number, whyNow: string): Promise<void>
  setAside(personId: number, as: 'later' | 'private'): Promise<void>
  /** Their note stays off paper, or may print again. */
  markNote(personId: number, notForPaper: boolean): Promise<void>
  /** Takes back the newest thing done, if it was a decision made here. */
  undo(): Promise<void>
}

/** What a decision says of itself at the foot. */
const decisions = new Set([
  'focusList.done.added',
  'focusList.done.swapped',
  'focusList.done.notNow',
  'firstHour.done.later',
  'firstHour.done.private',
])

export const usePick = create<PickState>()((set, get) => {
  async function decide(decision: () => Promise<{ ok: true } | { ok: false; error: CallError }>) {
    if (get().busy) return
    set({ busy: true, error: null })
    const answer = await decision()
    await get().load()
    set({ busy: false, ...(!answer.ok && { error: answer.error }) })
  }

  return {
    picking: null,
    busy: false,
    error: null,
    open() {
      set({ error: null })
      void get().load()
      return onChanged(['firstHour.toPick'], () => {
        if (!get().busy) void get().load()
      })
    },
    async load() {
      const answer = await call('firstHour.toPick', {})
      if (answer.ok) set({ picking: answer.value })
      else set({ error: answer.error })
    },
    focus: (personId, whyNow) =>
      decide(() => call('focusList.add', { uid: crypto.randomUUID(), personId, whyNow })),
    setAside: (personId, as) => decide(() => call('firstHour.setAside', { personId, as })),
    markNote: (id, noteNotForPaper) =>
      decide(() => call('people.edit', { id, changes: { noteNotForPaper } })),
    async undo() {
      const history = await call('app.history', {})
      if (!history.ok || !decisions.has(history.value.undo?.key ?? '')) return
      await decide(() => call('app.undo', {}))
    },
  }
})
