// What the search box found: people by name, firm or number, places, and people by their notes.
import type { PersonRow } from '../../shared/contract/people.ts'
import type { PlaceRow } from '../../shared/contract/places.ts'
import { useLoaded } from '../api/queries.ts'

const mostPeople = 7
const mostPlaces = 3
const mostNotes = 4
/** Read for their notes; most of them match by name already. */
const mostRead = 20

export interface Found {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  people: PersonRow[]
  places: PlaceRow[]
  notes: PersonRow[]
}

const nothing = { people: [], places: [], notes: [] }

/** Until all answers to other words are there, what was found before stays. */
export function useFound(typed: string): Found {
  const search = typed.trim()
  const ask = <T>(input: T) => (search === '' ? null : input)
  const before = { keepsBefore: true }
  const found = useLoaded('people.find', ask({ typed: search }), before)
  const gathered = useLoaded('places.list', ask({ search, limit: mostPlaces }), before)
  const matched = useLoaded('people.list', ask({ search, limit: mostRead }), before)
  const parts = [found, gathered, matched]
  if (search === '') return { status: 'idle', ...nothing }
  if (parts.some((part) => part.error)) return { status: 'failed', ...nothing }
  const people = found.value?.slice(0, mostPeople) ?? []
  const notes = matched.value?.rows
    .filter((row) => row.matchedNote !== '' && !people.some((person) => person.id === row.id))
    .slice(0, mostNotes)
  return {
    status: parts.some((part) => part.isBefore || !part.value) ? 'loading' : 'ready',
    people,
    places: gathered.value?.rows ?? [],
    notes: notes ?? [],
  }
}
