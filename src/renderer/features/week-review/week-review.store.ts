// The figure of the Friday page that was opened, so that its people still stand there on the way back from one of them.
import { create } from 'zustand'
import type { ReviewFigure } from '../../../shared/rules/week-review/week-review.ts'

interface OpenedFigure {
  week: string
  figure: ReviewFigure | null
}

export const useOpenedFigure = create<OpenedFigure>()(() => ({ week: '', figure: null }))
