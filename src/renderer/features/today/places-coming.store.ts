// What comes at places in the next days, read beside Today's list so that neither waits for the other.
import { create } from 'zustand'
import type { Occasion } from '../../../shared/contract/places.ts'
import { call, onChanged } from '../../api/client.ts'

interface PlacesComingState {
  occasions: Occasion[]
  /** Loads, and again at every change, until what it returns is called. */
  open(): () => void
  load(): Promise<void>
}

export const usePlacesComing = create<PlacesComingState>()((set, get) => ({
  occasions: [],
  open() {
    void get().load()
    return onChanged(['places.coming'], () => void get().load())
  },
  async load() {
    const answer = await call('places.coming', {})
    // Its absence says nothing wrong; Today itself tells when the file cannot be read.
    if (answer.ok) set({ occasions: answer.value })
  },
}))
