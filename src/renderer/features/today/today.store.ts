// How many were asked for beyond what the day holds; kept while one of them is visited.
import { create } from 'zustand'

interface TodayState {
  more: number
  /** The day it was asked on: a new day starts with its own hours. */
  on: string
  showMore(count: number, on: string): void
}

export const useTodayMore = create<TodayState>()((set, get) => ({
  more: 0,
  on: '',
  showMore: (count, on) => set({ on, more: count + (get().on === on ? get().more : 0) }),
}))
