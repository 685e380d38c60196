// The Friday page as the screen shows it: a week's figures, and the people behind the one that was opened.
import { create } from 'zustand'
import type { ReviewPeople, WeekReview } from '../../../shared/contract/week-review.ts'
import type { CallError } from '../../../shared/errors.ts'
import type { ReviewFigure } from '../../../shared/rules/week-review/week-review.ts'
import { call, onChanged } from '../../api/client.ts'

interface WeekReviewState {
  status: 'loading' | 'ready' | 'failed'
  error: CallError | null
  week: string
  review: WeekReview | null
  /** The figure whose people are shown. */
  opened: ReviewFigure | null
  behind: ReviewPeople | null
  /** Loads a week, and again at every change, until what it returns is called. */
  open(week: string): () => void
  load(): Promise<void>
  /** Shows who is behind a figure; asked again, hides them. */
  showPeople(figure: ReviewFigure): Promise<void>
}

/** Answers to an earlier question that come late are dropped. */
let loads = 0

export const useWeekReview = create<WeekReviewState>()((set, get) => ({
  status: 'loading',
  error: null,
  week: '',
  review: null,
  opened: null,
  behind: null,

  open(week) {
    if (week !== get().week) set({ status: 'loading', week, review: null, opened: null, behind: null })
    void get().load()
    return onChanged(['weekReview.get'], () => void get().load())
  },
  async load() {
    const loading = ++loads
    const { week, opened: figure } = get()
    const review = await call('weekReview.get', { week })
    const behind = figure === null ? null : await call('weekReview.people', { week, figure })
    if (loading !== loads) return
    if (!review.ok) return set({ status: 'failed', error: review.error })
    set({ status: 'ready', error: null, review: review.value, behind: behind?.ok ? behind.value : null })
  },
  async showPeople(figure) {
    if (get().opened === figure) return set({ opened: null, behind: null })
    set({ opened: figure, behind: null })
    await get().load()
  },
}))
