// The words that places are searched by; kept while one of them is visited.
import { create } from 'zustand'

interface PlacesState {
  search: string
  type(search: string): void
}

export const usePlaces = create<PlacesState>()((set) => ({
  search: '',
  type: (search) => set({ search }),
}))
