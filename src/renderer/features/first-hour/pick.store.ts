// Picking the few: each decision as it is made, one at a time.
import { create } from 'zustand'
import type { CallError } from '../../../shared/errors.ts'
import { call } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'

interface PickState {
  /** A decision is on its way: keys wait, so that nobody is decided about unseen. */
  busy: boolean
  error: CallError | null
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
    // Whoever comes next stands there before keys are heard again.
    await queryClient.refetchQueries({ queryKey: ['firstHour.toPick'] }, { cancelRefetch: false })
    set({ busy: false, ...(!answer.ok && { error: answer.error }) })
  }

  return {
    busy: false,
    error: null,
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
