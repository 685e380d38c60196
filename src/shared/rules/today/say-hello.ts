// Who bought and is not on the list any more: when a date of theirs comes they are greeted, at most two a week.
import type { MessageRef } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'
import { countRunningDays } from '../days/closed-days.ts'
import { addDays, weekdayOf } from '../days/days.ts'
import type { Evidence } from '../focus-list/evidence.ts'
import { shorten } from '../focus-list/quote-words.ts'
import { daysAfterPurchase, findBirthdayOn } from '../focus-list/timely.ts'

/** How long a date goes on speaking, in days. */
export const helloDays = 14
/** "Not this year": so many days of quiet. */
export const quietDays = 330
const mostAWeek = 2

export interface Hello {
  personId: number
  /** The date that makes it now. */
  on: string
  message: MessageRef
}

/** Somebody who may be greeted, and until when they are left in peace. */
export interface HelloFacts {
  evidence: Evidence
  noHelloUntil: string | null
}

/**
 * Whom to greet today. A week has two places, filled by those whose date came first; who was greeted, or put off for
 * this year, leaves the place empty.
 */
export function findHellos(people: readonly HelloFacts[]): Hello[] {
  return people
    .flatMap((one) => {
      const date = findDate(one)
      return date ? [{ ...one, date }] : []
    })
    .sort((a, b) =>
      a.date.on === b.date.on ? a.evidence.personId - b.evidence.personId : a.date.on < b.date.on ? -1 : 1,
    )
    .slice(0, mostAWeek)
    .filter(({ evidence, noHelloUntil, date }) => {
      const quiet = noHelloUntil !== null && noHelloUntil > evidence.today
      return !quiet && !(evidence.lastTouch !== null && evidence.lastTouch.on >= date.on)
    })
    .map(({ evidence, date }) => ({ personId: evidence.personId, ...date }))
}

/** Their date as it stood on Monday: what was done this week does not give the place to somebody else. */
function findDate({ evidence, noHelloUntil }: HelloFacts): Omit<Hello, 'personId'> | null {
  const { joinedOn, orders, lastTouch, today } = evidence
  if (joinedOn !== null || !orders) return null
  const monday = addDays(today, 1 - weekdayOf(today))
  if (noHelloUntil !== null && noHelloUntil > today && addDays(noHelloUntil, -quietDays) < monday) return null
  const date = listDates(evidence).find(({ from, until }) => from <= today && today <= until)
  if (!date) return null
  const wasGreeted = lastTouch !== null && lastTouch.on >= date.from && lastTouch.on < monday
  return wasGreeted ? null : { on: date.from, message: date.message }
}

interface SpeakingDate {
  from: string
  until: string
  message: MessageRef
}

function listDates(evidence: Evidence): SpeakingDate[] {
  const { orders, birthday, today, shop, tellsPurchases } = evidence
  const { lastOn, usualGap } = orders!
  const what = shorten(orders!.what ?? '')
  const bought = what ? 'What' : ''
  const say = (name: NameIn<'today.hello'>, on = lastOn): MessageRef => ({
    key: `today.hello.${name}`,
    facts: { on, what, today },
  })
  const speaking = (from: string, message: MessageRef) => ({ from, until: addDays(from, helloDays), message })
  const born = findBirthdayOn(birthday, today)
  const birthdays = born
    ? [{ from: addDays(born, -helloDays), until: born, message: say('birthday', born) }]
    : []
  if (usualGap) {
    const late = countRunningDays(lastOn, today, shop.closed) - usualGap.runningDays
    return late > 0 ? [speaking(addDays(today, 1 - late), say('gap')), ...birthdays] : birthdays
  }
  if (!tellsPurchases) return birthdays
  const { halfYear, elevenMonths } = daysAfterPurchase(lastOn)
  return [
    speaking(halfYear, say(`halfYear${bought}`)),
    speaking(elevenMonths, say(`elevenMonths${bought}`)),
    ...birthdays,
  ]
}
