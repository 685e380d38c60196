// What the search box found: people by name, firm or number, places, people by their notes, and what undo would do.
import { create } from 'zustand'
import type { PersonRow } from '../../shared/contract/people.ts'
import type { PlaceRow } from '../../shared/contract/places.ts'
import type { MessageRef } from '../../shared/errors.ts'
import { call } from '../api/client.ts'

const mostPeople = 7
const mostPlaces = 3
const mostNotes = 4

interface FinderState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  typed: string
  people: PersonRow[]
  places: PlaceRow[]
  notes: PersonRow[]
  undo: MessageRef | null
  redo: MessageRef | null
  open(): Promise<void>
  search(typed: string): Promise<void>
}

export const useFinder = create<FinderState>()((set, get) => ({
  status: 'idle',
  typed: '',
  people: [],
  places: [],
  notes: [],
  undo: null,
  redo: null,
  async open() {
    set({ status: 'idle', typed: '', people: [], places: [], notes: [], undo: null, redo: null })
    const answer = await call('app.history', {})
    if (answer.ok) set({ undo: answer.value.undo, redo: answer.value.redo })
  },
  async search(typed) {
    const search = typed.trim()
    if (search === '') return set({ status: 'idle', typed, people: [], places: [], notes: [] })
    set({ status: 'loading', typed })
    const [found, gathered, matched] = await Promise.all([
      call('people.find', { typed: search }),
      call('places.list', { search, limit: mostPlaces }),
      call('people.list', { search, limit: 20 }),
    ])
    // A newer question has been asked meanwhile.
    if (get().typed !== typed) return
    if (!found.ok || !gathered.ok || !matched.ok)
      return set({ status: 'failed', people: [], places: [], notes: [] })
    const people = found.value.slice(0, mostPeople)
    const notes = matched.value.rows
      .filter((row) => row.matchedNote !== '' && !people.some((person) => person.id === row.id))
      .slice(0, mostNotes)
    set({ status: 'ready', people, places: gathered.value.rows, notes })
  },
}))
