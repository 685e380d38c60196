// The lines of the Friday page, the same words on screen and on paper.
import type { WeekReview } from '../../shared/contract/week-review.ts'
import { formatNumber } from '../../shared/messages/format.ts'
import { sayStanding } from '../../shared/messages/standing-words.ts'
import { say, t } from '../../shared/messages/translate.ts'
import { describeShare, type ReviewFigure } from '../../shared/rules/week-review/week-review.ts'

type Moved = WeekReview['moved'][number]

export interface ReviewLine {
  figure: ReviewFigure
  label: string
  value: string
  /** The share or the balance it is part of, '' for none. */
  share: string
  before: string
}

/** In the order of the page; what is only beside the week (mailings) shows when there is any. */
const shown = [
  'touches',
  'contacts',
  'met',
  'attempts',
  'toMany',
  'gives',
  'asks',
  'rowsBack',
  'names',
  'thanksOwed',
  'minutes',
] as const satisfies ReviewFigure[]

export function listReviewLines(review: WeekReview): ReviewLine[] {
  const { numbers, before } = review
  return shown
    .filter((figure) => figure !== 'toMany' || numbers.toMany > 0)
    .map((figure) => ({
      figure,
      label: t(`callSheets.review.figures.${figure}`),
      value: sayNumber(figure, numbers),
      share: sayShare(figure, review),
      before: t('callSheets.review.before', { number: sayNumber(figure, before) }),
    }))
}

function sayNumber(figure: ReviewFigure, numbers: WeekReview['numbers']): string {
  if (figure === 'minutes') return sayMinutes(numbers.minutes)
  if (figure === 'rowsBack' && numbers.rowsPrinted === 0) return t('callSheets.review.none')
  if (figure === 'rowsBack') return sayOf(numbers.rowsBack, numbers.rowsPrinted)
  return formatNumber(numbers[figure])
}

const sayOf = (count: number, of: number) =>
  t('callSheets.review.of', { number: formatNumber(count), of: formatNumber(of) })

/** "1 h 25 min" */
function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return t('callSheets.review.minutes', { minutes })
  return t('callSheets.review.hours', { hours: formatNumber(hours), minutes: minutes % 60 })
}

function sayShare(figure: ReviewFigure, { numbers, hoursPlanned }: WeekReview): string {
  switch (figure) {
    case 'met':
      return t('callSheets.review.faceTime', { share: say(describeShare(numbers.met, numbers.contacts)) })
    case 'rowsBack':
      return numbers.rowsPrinted === 0 ? t('callSheets.review.notPrinted') : ''
    case 'minutes':
      return hoursPlanned === null
        ? ''
        : t('callSheets.review.planned', { hours: formatNumber(hoursPlanned), count: hoursPlanned })
    default:
      return ''
  }
}

/** "bought, named a friend, Known → Likes us" */
export function sayMoves({ moves, standing }: Pick<Moved, 'moves' | 'standing'>): string {
  return moves
    .map((move) =>
      move === 'rose' || move === 'fell' ? sayStood(standing!) : t(`callSheets.review.moves.${move}`),
    )
    .join(', ')
}

function sayStood({ before, now }: NonNullable<Moved['standing']>): string {
  const words = { before: sayStanding(before), now: sayStanding(now) }
  if (before === '') return t('callSheets.review.stood.first', words)
  return t(now === '' ? 'callSheets.review.stood.noLonger' : 'callSheets.review.stood.from', words)
}
