// What is done with places from any screen; each answers the sentence that says why not, or null when it was saved.
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts'
import type { PlaceEdit } from '../../../shared/contract/places.ts'
import { sayError, sayFailure } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'

/** `sameId`: the place of that name that is here already. */
export async function addPlace(
  place: CallInput<'places.add'>,
): Promise<{ id: number } | { problem: string; sameId: number | null }> {
  const answer = await call('places.add', place)
  if (answer.ok) return answer.value
  const { code, facts } = answer.error
  return { problem: sayError(answer.error), sameId: code === 'place-here-already' ? Number(facts.id) : null }
}

export async function editPlace(id: number, changes: PlaceEdit): Promise<string | null> {
  return sayFailure(await call('places.edit', { id, changes }))
}

export async function removePlace(id: number): Promise<string | null> {
  return sayFailure(await call('places.remove', { id }))
}

export async function addPersonToPlace(
  personId: number,
  place: { id: number } | { name: string },
): Promise<string | null> {
  return sayFailure(await call('places.addPerson', { uid: crypto.randomUUID(), personId, place }))
}

export async function removePersonFromPlace(placeId: number, personId: number): Promise<string | null> {
  return sayFailure(await call('places.removePerson', { placeId, personId }))
}

export async function logVisit(
  input: CallInput<'places.logVisit'>,
): Promise<CallOutput<'places.logVisit'> | { problem: string }> {
  const answer = await call('places.logVisit', input)
  return answer.ok ? answer.value : { problem: sayError(answer.error) }
}

export async function correctVisit(input: CallInput<'places.correctVisit'>): Promise<string | null> {
  return sayFailure(await call('places.correctVisit', input))
}

export async function removeVisit(id: number): Promise<string | null> {
  return sayFailure(await call('places.removeVisit', { id }))
}

/** Names of places with a word that begins as typed, for suggestions. */
export async function findPlaces(search: string): Promise<string[]> {
  const answer = await call('places.list', { search, limit: 8 })
  return answer.ok ? answer.value.rows.map((place) => place.name) : []
}
