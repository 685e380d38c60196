// Why to see someone now, as a sentence with its facts in it; the order of these reasons ranks the focus list.
import type { Facts, MessageRef } from '../errors.ts'
import { addDays, daysBetween } from './days.ts'
import type { Direction, How, Outcome } from './touch-kinds.ts'

export type KnowQuestion = 'why' | 'what' | 'how' | 'when' | 'where'
export type QualificationQuestion = 'need' | 'decider' | 'price' | 'season' | 'reachable' | 'want'

/** A touch as evidence: what is needed to name it in a sentence. */
export interface TouchEvidence {
  on: string
  how: How
  direction: Direction
  outcome: Outcome | null
  note: string
}

/** All that the reasons look at for one person; read from the file by src/data/evidence.ts. Days are local. */
export interface Evidence {
  personId: number
  today: string
  /** The last day whose promises count: today on screen, the week's last day for a call sheet. */
  through: string
  /** When they joined the focus list; null when they are not on it. */
  joinedOn: string | null
  whyNow: string
  /** 'YYYY-MM-DD', or '--MM-DD' without a year; null when it is not known. */
  birthday: string | null
  /** The first line of the owner's own note about them. */
  note: string
  pinned: boolean
  /** Open next steps, earliest first. */
  steps: { id: number; what: string; dueOn: string; promised: boolean }[]
  /** The latest time someone named them. `expectsUs`: the friend agreed, or the referrer introduced both. */
  referral: { by: string; on: string; expectsUs: boolean; firstContactOn: string | null } | null
  /** Their latest message, letter, voicemail or missed call that no later touch of ours answered. */
  inquiry: TouchEvidence | null
  /** Quotes neither ordered nor lost, oldest first; amount in minor units. */
  quotes: { amount: number | null; quotedOn: string }[]
  /** Their answer to "when". A yearly window counts by month and day alone. */
  window: { from: string; to: string; yearly: boolean; words: string } | null
  /** The last thing either side could notice (attempts left out). */
  lastTouch: TouchEvidence | null
  /** The last two-way one. */
  lastContact: TouchEvidence | null
  /** The last delivered touch of ours to them alone. */
  lastOwnTouchOn: string | null
  lastAttemptOn: string | null
  /** Their orders: the last, and the usual gap in days (median), null before there are three. */
  orders: { lastOn: string; usualGapDays: number | null } | null
  /** Qualification questions answered "don't know". */
  unknowns: QualificationQuestion[]
  /** Questions of the Know card with nothing written. */
  blanks: KnowQuestion[]
  /** The ring's count: delivered touches of ours, to them alone. */
  touches: number
  attempts: number
  /** Minor units: the largest margin among open quotes, else among past jobs; null when none is known. */
  margin: number | null
}

/** In ranking order; `nothing` says what is known and that nothing is due. */
export const reasonKinds = [
  'promise',
  'friend expects us',
  'inquiry',
  'planned step',
  'quote',
  'window',
  'referred',
  'good talk',
  'usual gap',
  'why now',
  'birthday',
  'unknown',
  'note',
  'silence',
  'nothing',
] as const
export type ReasonKind = (typeof reasonKinds)[number]

export interface Reason {
  kind: ReasonKind
  /** 1 is first; the place of `kind` in the order. */
  rank: number
  message: MessageRef
}

/** Days after any touch in which only promises, inquiries and friends who wait speak up. */
export const restDays = 5
/** Days without a touch before silence itself is a reason: half a touch a week. */
export const silenceDays = 14
/** A window this near, in days, is a reason. */
export const windowDays = 30
/** A talk older than this, in days, no longer carries. */
export const goodTalkDays = 30
/** A birthday this near, in days, is a reason to call. */
export const birthdayDays = 14

/** Whether the reason asks for something now, or only says that nothing is due. */
export function isDue(reason: Reason): boolean {
  return reason.kind !== 'nothing'
}

type Finder = (evidence: Evidence) => MessageRef | null

/** Which reasons wait while a next step is booked or a touch is fresh: those that only say time has passed. */
const finders: [ReasonKind, Finder][] = [
  ['promise', (evidence) => findStep(evidence, true)],
  ['friend expects us', findWaitingFriend],
  ['inquiry', findInquiry],
  ['planned step', (evidence) => findStep(evidence, false)],
  ['quote', (evidence) => (isBooked(evidence) || isResting(evidence) ? null : findQuote(evidence))],
  ['window', (evidence) => (isResting(evidence) ? null : findWindow(evidence))],
  ['referred', (evidence) => (isResting(evidence) ? null : findReferral(evidence))],
  ['good talk', (evidence) => (isBooked(evidence) || isResting(evidence) ? null : findGoodTalk(evidence))],
  ['usual gap', (evidence) => (isBooked(evidence) || isResting(evidence) ? null : findGap(evidence))],
  ['why now', (evidence) => (isBooked(evidence) || isResting(evidence) ? null : findWhyNow(evidence))],
  ['birthday', (evidence) => (isBooked(evidence) || isResting(evidence) ? null : findBirthday(evidence))],
  ['unknown', (evidence) => (isBooked(evidence) || isResting(evidence) ? null : findUnknown(evidence))],
  ['note', (evidence) => (isBooked(evidence) ? null : findNote(evidence))],
  ['silence', (evidence) => (isBooked(evidence) ? null : findSilence(evidence))],
]

/** The first true reason to see them now, in the order of `reasonKinds`; never none. */
export function findReason(evidence: Evidence): Reason {
  for (const [index, [kind, find]] of finders.entries()) {
    const message = find(evidence)
    if (message) return { kind, rank: index + 1, message }
  }
  return { kind: 'nothing', rank: reasonKinds.length, message: describeRest(evidence) }
}

/**
 * Puts people in order: pins, then rank, then known margin (largest first), then oldest touch, then id.
 * A total order: the same evidence gives the same list, however it was read.
 */
export function rankPeople(evidence: readonly Evidence[]): { evidence: Evidence; reason: Reason }[] {
  return evidence
    .map((one) => ({ evidence: one, reason: findReason(one) }))
    .sort(
      (a, b) =>
        Number(b.evidence.pinned) - Number(a.evidence.pinned) ||
        a.reason.rank - b.reason.rank ||
        compareMargins(a.evidence.margin, b.evidence.margin) ||
        compareText(a.evidence.lastTouch?.on ?? '', b.evidence.lastTouch?.on ?? '') ||
        a.evidence.personId - b.evidence.personId,
    )
}

/**
 * Who has the least claim to a place, for whom one more would join: never pins before others, nobody with a next
 * step or a fresh touch before those without, then the least reason, the most touches of ours, the oldest touch, id.
 */
export function rankWeakest(ranked: readonly { evidence: Evidence; reason: Reason }[]): number[] {
  const hasHold = ({ evidence, reason }: { evidence: Evidence; reason: Reason }) =>
    Number(evidence.steps.length > 0 || !isDue(reason))
  return [...ranked]
    .sort(
      (a, b) =>
        Number(a.evidence.pinned) - Number(b.evidence.pinned) ||
        hasHold(a) - hasHold(b) ||
        b.reason.rank - a.reason.rank ||
        b.evidence.touches - a.evidence.touches ||
        compareText(a.evidence.lastTouch?.on ?? '', b.evidence.lastTouch?.on ?? '') ||
        a.evidence.personId - b.evidence.personId,
    )
    .map(({ evidence }) => evidence.personId)
}

function compareMargins(a: number | null, b: number | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return b - a
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function message(name: string, facts: Facts = {}): MessageRef {
  return { key: `focusList.reasons.${name}`, facts }
}

/** Owner's words inside a sentence: one line, no closing stop, short enough for a row. */
export function shorten(words: string, length = 90): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const cut = line.length <= length ? line : `${line.slice(0, length).replace(/\s\S*$/, '')}…`
  return cut.replace(/[.,;:\s]+$/, '')
}

/** A next step booked for a later day stops every reason that only says time has passed. */
function isBooked({ steps, through }: Evidence): boolean {
  return steps.some((step) => step.dueOn > through)
}

/** Any touch resets the cadence, theirs and ours; an attempt does not. */
function isResting({ lastTouch, today }: Evidence): boolean {
  return lastTouch !== null && daysBetween(lastTouch.on, today) < restDays
}

function findStep({ steps, today, through }: Evidence, promised: boolean): MessageRef | null {
  const step = steps.find((one) => one.promised === promised && one.dueOn <= through)
  if (!step) return null
  const what = shorten(step.what)
  const name = `${promised ? 'promised' : 'planned'}${step.dueOn === today ? 'Today' : 'On'}${what ? 'What' : ''}`
  return message(name, { on: step.dueOn, what })
}

function findWaitingFriend({ referral, lastOwnTouchOn, lastContact }: Evidence): MessageRef | null {
  if (!referral?.expectsUs || referral.firstContactOn) return null
  const reached = [lastOwnTouchOn, lastContact?.on].some((on) => on && on >= referral.on)
  return reached ? null : message('friendExpects', { by: referral.by, on: referral.on })
}

const inquiryNames: Partial<Record<How, string>> = {
  voicemail: 'inquiryVoicemail',
  message: 'inquiryMessage',
  letter: 'inquiryLetter',
  'no answer': 'inquiryMissedCall',
}

function findInquiry({ inquiry }: Evidence): MessageRef | null {
  const name = inquiry && inquiryNames[inquiry.how]
  if (!inquiry || !name) return null
  const note = shorten(inquiry.note)
  return message(note ? `${name}Note` : name, { on: inquiry.on, note })
}

function findQuote({ quotes, today, lastContact }: Evidence): MessageRef | null {
  const quote = quotes[0]
  const count = quote ? daysBetween(quote.quotedOn, today) : 0
  if (!quote || count < restDays) return null
  const answered = lastContact !== null && lastContact.on > quote.quotedOn
  const name = answered ? 'quoteOpen' : 'quoteUnanswered'
  return quote.amount === null
    ? message(`${name}Bare`, { count })
    : message(name, { count, amount: quote.amount })
}

/** The window's next or current run, in whole days; a yearly one is moved to this year or the next. */
function nextWindow(window: NonNullable<Evidence['window']>, today: string): { from: string; to: string } {
  if (!window.yearly) return window
  const from = Temporal.PlainDate.from(window.from)
  const length = daysBetween(window.from, window.to)
  const thisYear = Number(today.slice(0, 4))
  for (const year of [thisYear - 1, thisYear]) {
    const start = from.with({ year }).toString()
    const end = addDays(start, length)
    if (end >= today) return { from: start, to: end }
  }
  const start = from.with({ year: thisYear + 1 }).toString()
  return { from: start, to: addDays(start, length) }
}

function findWindow({ window, today }: Evidence): MessageRef | null {
  if (!window) return null
  const { from, to } = nextWindow(window, today)
  if (to < today || daysBetween(today, from) > windowDays) return null
  const words = shorten(window.words)
  const name = from <= today ? 'windowOpen' : 'windowSoon'
  return message(words ? `${name}Words` : name, { from, to, words })
}

function findReferral({ referral, lastContact }: Evidence): MessageRef | null {
  if (!referral || referral.firstContactOn) return null
  if (lastContact && lastContact.on >= referral.on) return null
  return message('referred', { by: referral.by, on: referral.on })
}

const closingOutcomes = new Set<Outcome | null>(['lost', 'park', 'never contact', 'bought'])

function findGoodTalk({ lastContact, today }: Evidence): MessageRef | null {
  if (!lastContact || closingOutcomes.has(lastContact.outcome)) return null
  if (daysBetween(lastContact.on, today) > goodTalkDays) return null
  const note = shorten(lastContact.note)
  const { on, how, direction } = lastContact
  if (lastContact.outcome === 'quote') return message('talkedQuote', { on })
  const name = how === 'met' || how === 'event' ? 'met' : how === 'talked' ? 'talked' : 'wrote'
  if (name === 'wrote' && direction === 'out') return null
  return message(note ? `${name}Note` : name, { on, note })
}

function findGap({ orders, today }: Evidence): MessageRef | null {
  if (!orders?.usualGapDays) return null
  const count = daysBetween(orders.lastOn, today)
  if (count <= orders.usualGapDays) return null
  if (orders.usualGapDays < 90) return message('gapDays', { gap: orders.usualGapDays, count })
  return message('gapMonths', { gap: Math.round(orders.usualGapDays / 30.44), on: orders.lastOn })
}

function findWhyNow({ whyNow }: Evidence): MessageRef | null {
  const words = shorten(whyNow, 140)
  return words ? message('whyNow', { words }) : null
}

/** Born on 29 February, they celebrate on the 28th in other years. */
function findBirthday({ birthday, today }: Evidence): MessageRef | null {
  const [, month, day] = /-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(birthday ?? '') ?? []
  if (!month || !day) return null
  const thisYear = Temporal.PlainDate.from(today).year
  for (const year of [thisYear, thisYear + 1]) {
    const on = Temporal.PlainDate.from({ year, month: Number(month), day: Number(day) }).toString()
    const count = daysBetween(today, on)
    if (count < 0) continue
    if (count > birthdayDays) return null
    return count === 0 ? message('birthdayToday') : message('birthday', { on })
  }
  return null
}

/** Until the first try, what the owner wrote down when noting them is what there is to go by. */
function findNote({ note, lastTouch, attempts }: Evidence): MessageRef | null {
  const words = lastTouch || attempts > 0 ? '' : shorten(note, 140)
  return words ? message('note', { words }) : null
}

function findUnknown({ unknowns }: Evidence): MessageRef | null {
  return unknowns[0] ? message(`unknown.${unknowns[0]}`) : null
}

function findSilence({ lastTouch, joinedOn, today, attempts }: Evidence): MessageRef | null {
  if (lastTouch) {
    const count = daysBetween(lastTouch.on, today)
    return count >= silenceDays ? message('silence', { count, on: lastTouch.on }) : null
  }
  if (attempts > 0) return message('noAnswerYet', { count: attempts })
  if (!joinedOn) return message('noTouchYet')
  const count = Math.max(0, daysBetween(joinedOn, today))
  return count === 0 ? message('joinedToday') : message('joined', { count })
}

/** Nothing is due: the next date if there is one, else how fresh the last touch is. */
function describeRest({ steps, lastTouch, today, through }: Evidence): MessageRef {
  const step = steps.find((one) => one.dueOn > through)
  if (step) {
    const what = shorten(step.what)
    return message(what ? 'bookedWhat' : 'booked', { on: step.dueOn, what })
  }
  const count = lastTouch ? daysBetween(lastTouch.on, today) : 0
  return count <= 0 ? message('touchedToday') : message('touched', { count })
}
