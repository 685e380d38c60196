// Asks for the few firms a field offers, and for what else people can be filtered by.
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { FirmRow } from '../../../shared/contract/people.ts'
import { call } from '../../api/client.ts'

const mostOffered = 8

/** Firms with a word that begins as typed; the first by name when nothing is. */
export async function findFirms(typed: string): Promise<FirmRow[]> {
  const answer = await call('people.firms', { search: typed, limit: mostOffered })
  return answer.ok ? answer.value.rows : []
}

/** Their names, once two letters are typed. */
export async function suggestFirms(typed: string): Promise<string[]> {
  if (typed.trim().length < 2) return []
  return (await findFirms(typed)).map((firm) => firm.name)
}

/** Sources and places of the file; none when they cannot be read. */
export async function readFilterChoices(): Promise<CallOutput<'people.filterChoices'>> {
  const answer = await call('people.filterChoices', {})
  return answer.ok ? answer.value : { sources: [], places: [] }
}
