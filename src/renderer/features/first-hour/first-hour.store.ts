// How far the first hour has come, kept in the file so that quitting in the middle goes on there.
import { create } from 'zustand'
import { call } from '../../api/client.ts'

/** What comes next once people are in the file; null outside the first hour. */
type HourStep = 'answers' | 'pick'

/** The step is kept among the words typed but not saved: it is no part of the owner's content. */
const draftKey = 'first-hour'

interface FirstHourState {
  step: HourStep | null
  /** The owner chose a way in, or on to the next step. */
  goOn(step: HourStep): void
  /** Picked enough, or left: from now on the screens are as on any day. */
  finish(): void
  /** The step to go on with after the program was closed in the middle; null otherwise. */
  resume(): Promise<HourStep | null>
}

export const useFirstHour = create<FirstHourState>()((set) => ({
  step: null,
  goOn(step) {
    set({ step })
    void call('app.saveDraft', { key: draftKey, value: step })
  },
  finish() {
    set({ step: null })
    void call('app.saveDraft', { key: draftKey, value: null })
  },
  async resume() {
    const draft = await call('app.draft', { key: draftKey })
    const kept = draft.ok ? draft.value?.value : undefined
    if (kept !== 'answers' && kept !== 'pick') return null
    const people = await call('firstHour.toPick', {})
    if (!people.ok || people.value.total === 0) return null
    set({ step: kept })
    return kept
  },
}))
