// A merge before it is made: two records beside each other, what the owner chose, and what would come of it.
import { create } from 'zustand'
import type { MergeChoices, MergePreview } from '../../../shared/contract/duplicates.ts'
import { sayError } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'

interface MergeState {
  keptId: number
  goneId: number
  choices: MergeChoices
  preview: MergePreview | null
  problem: string | null
}

const closed: MergeState = { keptId: 0, goneId: 0, choices: {}, preview: null, problem: null }

export const useMerge = create<MergeState>()(() => closed)

let asked = 0

/** Shows two records; what was chosen for others before is forgotten. */
export function openMerge(keptId: number, goneId: number): void {
  useMerge.setState({ ...closed, keptId, goneId })
  void look()
}

export function choose(choices: MergeChoices): void {
  useMerge.setState({ choices: { ...useMerge.getState().choices, ...choices } })
  void look()
}

async function look(): Promise<void> {
  const number = ++asked
  const { keptId, goneId, choices } = useMerge.getState()
  const answer = await call('duplicates.preview', { keptId, goneId, choices })
  if (number !== asked) return
  if (answer.ok) useMerge.setState({ preview: answer.value, problem: null })
  else useMerge.setState({ problem: sayError(answer.error) })
}

/** Makes them one as shown; answers whether it was done. */
export async function mergeShown(): Promise<boolean> {
  const { keptId, goneId, preview } = useMerge.getState()
  // What is in force on the screen is sent whole, defaults too: nothing else may come of it.
  const choices = Object.fromEntries(preview?.fields.map(({ field, choice }) => [field, choice]) ?? [])
  const answer = await call('duplicates.merge', { keptId, goneId, choices })
  if (!answer.ok) useMerge.setState({ problem: sayError(answer.error) })
  return answer.ok
}
