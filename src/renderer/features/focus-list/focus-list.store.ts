// The focus list as ranked by its reasons, and what changes it.
import { create } from 'zustand'
import type { Capacity, FocusRow } from '../../../shared/contract/focus-list.ts'
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/index.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayError, sayFailure } from '../../../shared/messages/translate.ts'
import { call, onChanged } from '../../api/client.ts'

interface FocusListState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  cap: number
  capacity: Capacity | null
  touchGoal: number
  rows: FocusRow[]
  /** Those with the least claim to their place first. */
  weakest: CallOutput<'focusList.get'>['weakest']
  error: CallError | null
  /** Loads, and again at every change, until what it returns is called: hidden screens ask for nothing. */
  open(): () => void
  load(): Promise<void>
}

export const useFocusList = create<FocusListState>()((set, get) => ({
  status: 'idle',
  cap: 0,
  capacity: null,
  touchGoal: 12,
  rows: [],
  weakest: [],
  error: null,
  open() {
    void get().load()
    return onChanged(['focusList.get'], () => void get().load())
  },
  async load() {
    if (get().status === 'idle') set({ status: 'loading' })
    const answer = await call('focusList.get', {})
    if (answer.ok) set({ status: 'ready', error: null, ...answer.value })
    else set({ status: 'failed', error: answer.error })
  },
}))

/** The sentence of a refusal, or null when it is on the disk. */
async function send<N extends CallName>(name: N, input: CallInput<N>): Promise<string | null> {
  const answer = await call(name, input)
  return sayFailure(answer)
}

export type Added = { kind: 'added' } | { kind: 'full' } | { kind: 'refused'; words: string }

/** `full` when the list holds as many as the owner can look after: then someone must leave first. */
export async function addToFocusList(input: CallInput<'focusList.add'>): Promise<Added> {
  const answer = await call('focusList.add', input)
  if (answer.ok) return { kind: 'added' }
  if (answer.error.code === 'focus-list-full') return { kind: 'full' }
  return { kind: 'refused', words: sayError(answer.error) }
}

export const leaveFocusList = (leaving: CallInput<'focusList.leave'>) => send('focusList.leave', leaving)
export const putOff = (input: CallInput<'focusList.notNow'>) => send('focusList.notNow', input)
export const setWhyNow = (personId: number, whyNow: string) =>
  send('focusList.setWhyNow', { personId, whyNow })
export const pinPerson = (personId: number, pinned: boolean) => send('focusList.pin', { personId, pinned })
export const keepPerson = (personId: number) => send('focusList.keep', { personId })
export const moveReturn = (personId: number, returnsOn: string, reason: string) =>
  send('focusList.moveReturn', { personId, returnsOn, reason })
export const letGo = (personId: number) => send('focusList.letGo', { personId })

/** What they may leave with; none when it cannot be read, for leaving needs none. */
export async function listLeavingJobs(personId: number): Promise<CallOutput<'jobs.leaving'>> {
  const answer = await call('jobs.leaving', { personId })
  return answer.ok ? answer.value : []
}
