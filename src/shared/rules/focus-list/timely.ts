// A date outside us that makes it a good time for somebody: their buying window, a quote that waits, a birthday, a plan.
import type { Facts, MessageRef } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'
import { countRunningDays } from '../days/closed-days.ts'
import { addDays, daysBetween } from '../days/days.ts'
import { addOpenDays } from '../days/open-days.ts'
import type { Outcome } from '../touches/touch-kinds.ts'
import type { Evidence, StepEvidence } from './evidence.ts'
import { shorten } from './quote-words.ts'
import { findQuoteWords, findWindowWords, nextWindow } from './why-them.ts'

/** In the order in which those of one date stand: the owner's own plan first. */
export const timelyKinds = [
  'planned step',
  'quote',
  'window',
  'birthday',
  'after purchase',
  'usual gap',
  'good talk',
] as const
export type TimelyKind = (typeof timelyKinds)[number]

export interface Timely {
  kind: TimelyKind
  /** The date that makes it now. */
  on: string
  message: MessageRef
}

/** Days after a quote at which it speaks up. */
const quoteDays = [5, 12, 30]
/** A buying window speaks up this many days before it opens, and again on the day. */
const windowDays = 30
const birthdayDays = 14
/** Days after a purchase, and months. */
export const purchaseDays = 180
export const purchaseMonths = 11
/** How long the date after a purchase goes on speaking, in days. */
const purchaseSpeaks = 30
/** A good talk speaks up at 5 days, and carries no longer than 30. */
const talkDays = { from: 5, to: 30 }
/** Tries, while a date is open, after which it has spoken enough. */
export const mostTries = 3
/** Open days after which an errand nobody closed, or a try nobody answered, speaks again. */
const errandDays = 5
export const tryDays = 3

type Finder = (evidence: Evidence) => { on: string; message: MessageRef } | null

const finders: Record<Exclude<TimelyKind, 'planned step'>, Finder> = {
  quote: findQuote,
  window: findWindow,
  birthday: findBirthday,
  'after purchase': findPurchase,
  'usual gap': findGap,
  'good talk': findTalk,
}

/** Every date that makes it a good time now and is not silenced, in the order of `timelyKinds`. */
export function findTimely(evidence: Evidence): Timely[] {
  return timelyKinds.flatMap((kind): Timely[] => {
    if (kind === 'planned step') return findPlans(evidence)
    const found = finders[kind](evidence)
    return found && !isSilenced(found.on, evidence) ? [{ kind, ...found }] : []
  })
}

/** A touch, ours or theirs, silences a date; a try only until it is to be tried again, three at most. */
function isSilenced(on: string, evidence: Evidence): boolean {
  if (evidence.lastTouch !== null && evidence.lastTouch.on >= on) return true
  return isSilencedByTries(on, evidence)
}

function isSilencedByTries(on: string, evidence: Evidence): boolean {
  const { unanswered, lastAttemptOn, shop, through } = evidence
  if (lastAttemptOn === null || lastAttemptOn < on) return false
  const tries = unanswered.filter((one) => one.how === 'no answer' && one.on >= on)
  if (tries.length >= mostTries) return true
  return (findRetry(evidence)?.dueOn ?? addOpenDays(lastAttemptOn, tryDays, shop)) > through
}

/** The day to come back on that says nothing by itself: an open step without words and without a promise. */
export function findRetry({ steps }: Evidence): StepEvidence | null {
  return steps.find(isRetry) ?? null
}

/** Whether a step is only a day to come back on. */
export const isRetry = (step: Pick<StepEvidence, 'what' | 'promised'>) =>
  !step.promised && step.what.trim() === ''

function message(name: NameIn<'focusList.reasons'>, facts: Facts, { today }: Evidence): MessageRef {
  return { key: `focusList.reasons.${name}`, facts: { ...facts, today } }
}

/** The owner's own plans in words: errands, which speak until the owner closes them, once a week when touched meanwhile. */
export function findPlans(evidence: Evidence): Timely[] {
  const { steps, today, through, lastTouch, shop } = evidence
  return steps.flatMap((step): Timely[] => {
    const what = shorten(step.what)
    if (step.promised || what === '' || step.dueOn > through) return []
    const touchedOn = lastTouch !== null && lastTouch.on >= step.dueOn ? lastTouch.on : null
    if (touchedOn !== null && addOpenDays(touchedOn, errandDays, shop) > through) return []
    if (isSilencedByTries(step.dueOn, evidence)) return []
    const from = step.movedFrom ?? ''
    const when = step.dueOn < today ? 'Late' : step.dueOn === today && !evidence.onPaper ? 'Today' : 'On'
    const facts = { on: step.dueOn, what, ...(from ? { from } : {}) }
    const words = message(`planned${from ? 'Moved' : ''}${when}What`, facts, evidence)
    return [{ kind: 'planned step', on: step.dueOn, message: words }]
  })
}

/** The latest of some days that has come by the evidence's last day. */
function latestCome(days: readonly string[], { through }: Evidence): string | null {
  return days.filter((day) => day <= through).at(-1) ?? null
}

/** Five, twelve and thirty days after it was sent, in days the clock ran. */
function findQuote(evidence: Evidence): ReturnType<Finder> {
  const quote = evidence.quotes.at(-1)
  const words = findQuoteWords(evidence)
  if (!quote || !words) return null
  const closed = evidence.shop.closed
  const on = latestCome(
    quoteDays.map((days) => addRunningDays(quote.quotedOn, days, closed)),
    evidence,
  )
  return on === null ? null : { on, message: words }
}

function addRunningDays(from: string, days: number, closed: Evidence['shop']['closed']): string {
  let day = addDays(from, days)
  // Each closed day met on the way moves the end by one.
  for (let missing = days - countRunningDays(from, day, closed); missing > 0; ) {
    day = addDays(day, missing)
    missing = days - countRunningDays(from, day, closed)
  }
  return day
}

function findWindow(evidence: Evidence): ReturnType<Finder> {
  const words = findWindowWords(evidence)
  if (!evidence.window || !words) return null
  const { from, to } = nextWindow(evidence.window, evidence.today)
  if (to < evidence.today) return null
  const on = latestCome([addDays(from, -windowDays), from], evidence)
  return on === null ? null : { on, message: words }
}

/** Born on 29 February, they celebrate on the 28th in other years. */
function findBirthday(evidence: Evidence): ReturnType<Finder> {
  const { birthday, today, through } = evidence
  const on = findBirthdayOn(birthday, today)
  if (on === null) return null
  const soon = addDays(on, -birthdayDays)
  if (soon > through) return null
  const isToday = on === today && !evidence.onPaper
  const words = isToday ? message('birthdayToday', {}, evidence) : message('birthday', { on }, evidence)
  return { on: soon, message: words }
}

/** The next birthday, today's included; null when none is known. */
export function findBirthdayOn(birthday: string | null, today: string): string | null {
  const [, month, day] = /-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(birthday ?? '') ?? []
  if (!month || !day) return null
  const thisYear = Temporal.PlainDate.from(today).year
  for (const year of [thisYear, thisYear + 1]) {
    const on = Temporal.PlainDate.from({ year, month: Number(month), day: Number(day) }).toString()
    if (on >= today) return on
  }
  return null
}

/** The days after a purchase on which it is a good time to be heard from, earliest first. */
export function daysAfterPurchase(on: string): { halfYear: string; elevenMonths: string } {
  const date = Temporal.PlainDate.from(on)
  return {
    halfYear: date.add({ days: purchaseDays }).toString(),
    elevenMonths: date.add({ months: purchaseMonths }).toString(),
  }
}

/** Where a habit is known, its own gap tells better when they buy again. */
function findPurchase(evidence: Evidence): ReturnType<Finder> {
  const { orders, today, tellsPurchases } = evidence
  if (!tellsPurchases || !orders || orders.usualGap) return null
  const { halfYear, elevenMonths } = daysAfterPurchase(orders.lastOn)
  const on = latestCome([halfYear, elevenMonths], evidence)
  if (on === null || daysBetween(on, today) > purchaseSpeaks) return null
  const what = shorten(orders.what ?? '')
  const name = on === halfYear ? 'halfYear' : 'elevenMonths'
  return { on, message: message(what ? `${name}What` : name, { on: orders.lastOn, what }, evidence) }
}

const daysAMonth = 30.44
const daysAWeek = 7

/** Once the usual gap is exceeded, and again after each further one. */
function findGap(evidence: Evidence): ReturnType<Finder> {
  const { orders, today, shop } = evidence
  if (!orders?.usualGap) return null
  const { days, runningDays } = orders.usualGap
  const late = countRunningDays(orders.lastOn, today, shop.closed)
  if (late <= runningDays) return null
  const passed = Math.floor((late - 1) / Math.max(1, runningDays))
  const on = addDays(orders.lastOn, Math.min(daysBetween(orders.lastOn, today), passed * runningDays + 1))
  const facts =
    days < 60
      ? { name: 'gapWeeks' as const, count: Math.max(1, Math.round(days / daysAWeek)) }
      : { name: 'gapMonths' as const, count: Math.round(days / daysAMonth) }
  return { on, message: message(facts.name, { count: facts.count, on: orders.lastOn }, evidence) }
}

const closingOutcomes = new Set<Outcome | null>(['lost', 'park', 'never contact', 'bought', 'quote'])

/** Met, talked or heard from, and nothing since. */
function findTalk(evidence: Evidence): ReturnType<Finder> {
  const { lastContact, shop, through, today } = evidence
  if (!lastContact || closingOutcomes.has(lastContact.outcome)) return null
  const on = addRunningDays(lastContact.on, talkDays.from, shop.closed)
  if (on > through || countRunningDays(lastContact.on, today, shop.closed) > talkDays.to) return null
  const note = shorten(lastContact.note)
  const { how, direction } = lastContact
  const name = how === 'met' || how === 'event' ? 'met' : how === 'talked' ? 'talked' : 'wrote'
  if (name === 'wrote' && direction === 'out') return null
  const facts = { on: lastContact.on, note }
  return { on, message: message(note ? `${name}Note` : name, facts, evidence) }
}
