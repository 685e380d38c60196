// Whose day to come back has come.
import { create } from 'zustand'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { call, onChanged } from '../../api/client.ts'

/** As many as Today shows; who is behind them is counted. */
const mostShown = 2

interface ReturnsState extends CallOutput<'focusList.parked'> {
  /** Loads, and again at every change and on a new day, until what it returns is called. */
  open(): () => void
}

export const useReturns = create<ReturnsState>()((set) => {
  /** Today stands without them: what could not be read is not shown. */
  async function load() {
    const answer = await call('focusList.parked', { due: true, limit: mostShown })
    set(answer.ok ? answer.value : { rows: [], count: 0 })
  }
  return {
    rows: [],
    count: 0,
    open() {
      void load()
      return onChanged(['focusList.parked'], () => void load())
    },
  }
})
