// What is proposed for people on the focus list; the rows, a person's page and Today show it.
import { create } from 'zustand'
import type { Proposal } from '../../../shared/contract/focus-list.ts'
import { call, onChanged } from '../../api/client.ts'

interface ProposalsState {
  /** The plainest first. */
  proposals: Proposal[]
  /** Loads, and again at every change, until what it returns is called: hidden screens ask for nothing. */
  open(): () => void
}

export const useProposals = create<ProposalsState>()((set) => {
  /** A list without proposals is still a list: what could not be read is not shown. */
  async function load() {
    const answer = await call('focusList.proposals', {})
    set({ proposals: answer.ok ? answer.value : [] })
  }
  return {
    proposals: [],
    open() {
      void load()
      return onChanged(['focusList.proposals'], () => void load())
    },
  }
})
