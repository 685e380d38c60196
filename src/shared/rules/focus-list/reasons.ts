// Why to see someone now, as a sentence with its facts in it; the order of these reasons ranks the focus list.
import type { Facts, MessageRef, Name } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'
import { type ClosedDays, countRunningDays } from '../days/closed-days.ts'
import { daysBetween } from '../days/days.ts'
import { decisiveQuestions, type KnowQuestion, type QualificationQuestion } from '../know-card/know-card.ts'
import type { Direction, How, Outcome } from '../touches/touch-kinds.ts'

/** A touch as evidence: what is needed to name it in a sentence. */
export interface TouchEvidence {
  on: string
  how: How
  direction: Direction
  outcome: Outcome | null
  note: string
  /** The note stays on the screen. */
  notForPaper?: boolean
}

/** An open next step. */
export interface StepEvidence {
  id: number
  what: string
  dueOn: string
  /** HH:MM, when it was for a time of day. */
  dueTime?: string | null
  promised: boolean
  /** The day it was first for, when clearing the pile gave it another. */
  movedFrom?: string | null
}

/** All that the reasons look at for one person; read from the file by src/data/records/evidence.ts. Days are local. */
export interface Evidence {
  personId: number
  today: string
  /** The last day whose promises count: today on screen, the week's last day for a call sheet. */
  through: string
  /** Days the shop was closed: they stop every clock but that of promises. */
  closed: readonly ClosedDays[]
  /** When they joined the focus list; null when they are not on it. */
  joinedOn: string | null
  whyNow: string
  /** 'YYYY-MM-DD', or '--MM-DD' without a year; null when it is not known. */
  birthday: string | null
  /** The first line of the owner's own note about them. */
  note: string
  noteNotForPaper?: boolean
  pinned: boolean
  /** Open next steps, earliest first. */
  steps: StepEvidence[]
  /** The latest time someone named them. `byOnPaper`: without the name of who wants no contact; `expectsUs`: the friend agreed, or the referrer introduced both. */
  referral: {
    by: Name
    byOnPaper?: Name
    on: string
    expectsUs: boolean
    firstContactOn: string | null
  } | null
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
  /**
   * Their orders: the last, and the usual gap (median), null before there are three: in days of the calendar for
   * the sentence, and in days the clock ran for what is compared with it.
   */
  orders: { lastOn: string; usualGap: { days: number; runningDays: number } | null } | null
  /** Qualification questions answered "don't know". */
  unknowns: QualificationQuestion[]
  /** Qualification questions answered "no". */
  noes: QualificationQuestion[]
  /** Questions of the Know card with nothing written. */
  blanks: KnowQuestion[]
  /** The ring's count: delivered touches of ours, to them alone. */
  touches: number
  attempts: number
  /** Minor units: the largest margin among open quotes, else among past jobs; null when none is known. */
  margin: number | null
}

/**
 * In ranking order, source: domain brief, section 4. Four kinds are ours and leave the order of its ten as it is: a
 * plan for today comes after those who wait for us and before all that only time has brought; the owner's own words
 * and a birthday come after every one of its ten but silence, of which they are the better telling.
 * `nothing` says what is known and that nothing is due.
 */
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
  'unknown',
  'why now',
  'birthday',
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
/** A quote this old, in days, is ageing. */
export const quoteDays = 5
/** A window this near, in days, is a reason. */
export const windowDays = 30
/** A talk older than this, in days, no longer carries. */
export const goodTalkDays = 30
/** The average, for telling long gaps in months. */
const daysAMonth = 30.44
/** A birthday this near, in days, is a reason to call. */
export const birthdayDays = 14

/** Whether the reason asks for something now, or only says that nothing is due. */
export function isDue(reason: Reason): boolean {
  return reason.kind !== 'nothing'
}

type Finder = (evidence: Evidence) => MessageRef | null

/** Reasons that only say time has passed: they wait while a next step is booked, and while a touch is fresh. */
const patient =
  (find: Finder): Finder =>
  (evidence) =>
    isBooked(evidence) || isResting(evidence) ? null : find(evidence)

/** Reasons with a date of their own: they wait while a touch is fresh. */
const rested =
  (find: Finder): Finder =>
  (evidence) =>
    isResting(evidence) ? null : find(evidence)

const finders: Record<Exclude<ReasonKind, 'nothing'>, Finder> = {
  promise: (evidence) => findStep(evidence, true),
  'friend expects us': findWaitingFriend,
  inquiry: findInquiry,
  'planned step': (evidence) => findStep(evidence, false),
  quote: patient(findQuote),
  window: rested(findWindow),
  referred: rested(findReferral),
  'good talk': patient(findGoodTalk),
  'usual gap': patient(findGap),
  unknown: patient(findUnknown),
  'why now': patient(findWhyNow),
  birthday: patient(findBirthday),
  note: patient(findNote),
  silence: patient(findSilence),
}

/** The first true reason to see them now, in the order of `reasonKinds`; never none. */
export function findReason(evidence: Evidence): Reason {
  for (const [index, kind] of reasonKinds.entries()) {
    const found = kind === 'nothing' ? null : finders[kind](evidence)
    if (found) return { kind, rank: index + 1, message: addToday(found, evidence.today) }
  }
  const rest = addToday(describeRest(evidence), evidence.today)
  return { kind: 'nothing', rank: reasonKinds.length, message: rest }
}

function message(name: NameIn<'focusList.reasons'>, facts: Facts = {}): MessageRef {
  return { key: `focusList.reasons.${name}`, facts }
}

/** A day in a sentence is told with its year when it is far from today. */
function addToday({ key, facts }: MessageRef, today: string): MessageRef {
  return { key, facts: { ...facts, today } }
}

/** Owner's words inside a sentence: one line, no closing stop, short enough for a row. */
export function shorten(words: string, length = 80): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line.replace(/[.,;:\s]+$/, '')
  const cut = line.slice(0, length).replace(/\s\S*$/, '')
  // Half a character at the cut would print as a box.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').replace(/[.,;:\s]+$/, '')}…`
}

/** A next step booked for a later day stops every reason that only says time has passed. */
function isBooked({ steps, through }: Evidence): boolean {
  return steps.some((step) => step.dueOn > through)
}

/** Any touch resets the cadence, theirs and ours; an attempt does not. */
function isResting({ lastTouch, today, closed }: Evidence): boolean {
  return lastTouch !== null && countRunningDays(lastTouch.on, today, closed) < restDays
}

function findStep({ steps, today, through }: Evidence, promised: boolean): MessageRef | null {
  const step = steps.find((one) => one.promised === promised && one.dueOn <= through)
  if (!step) return null
  const what = shorten(step.what)
  const from = step.movedFrom ?? ''
  const moved = from ? 'Moved' : ''
  const day = step.dueOn === today ? 'Today' : 'On'
  return message(`${promised ? 'promised' : 'planned'}${moved}${day}${what ? 'What' : ''}`, {
    on: step.dueOn,
    what,
    ...(from ? { from } : {}),
  })
}

function findWaitingFriend({ referral, lastOwnTouchOn, lastContact }: Evidence): MessageRef | null {
  if (!referral?.expectsUs || referral.firstContactOn) return null
  const reached = [lastOwnTouchOn, lastContact?.on].some((on) => on && on >= referral.on)
  return reached ? null : message('friendExpects', { by: shortenName(referral.by), on: referral.on })
}

const shortenName = (name: Name) => (typeof name === 'string' ? shorten(name, 60) : name)

const inquiryNames = {
  voicemail: 'inquiryVoicemail',
  message: 'inquiryMessage',
  letter: 'inquiryLetter',
  'no answer': 'inquiryMissedCall',
} as const satisfies Partial<Record<How, string>>

function findInquiry({ inquiry }: Evidence): MessageRef | null {
  if (!inquiry || !(inquiry.how in inquiryNames)) return null
  const name = inquiryNames[inquiry.how as keyof typeof inquiryNames]
  const note = shorten(inquiry.note)
  return message(note ? `${name}Note` : name, { on: inquiry.on, note })
}

function findQuote({ quotes, today, closed, lastContact }: Evidence): MessageRef | null {
  const quote = quotes[0]
  if (!quote || countRunningDays(quote.quotedOn, today, closed) < quoteDays) return null
  const count = daysBetween(quote.quotedOn, today)
  const answered = lastContact !== null && lastContact.on > quote.quotedOn
  const name = answered ? 'quoteOpen' : 'quoteUnanswered'
  return quote.amount === null
    ? message(`${name}Bare`, { count })
    : message(name, { count, amount: quote.amount })
}

/** The window's run that is under way or comes next; a yearly one in the year it falls in. */
function nextWindow(window: NonNullable<Evidence['window']>, today: string): { from: string; to: string } {
  if (!window.yearly) return window
  const turns = yearOf(window.to) - yearOf(window.from)
  const thisYear = yearOf(today)
  const run = (year: number) => ({ from: inYear(window.from, year), to: inYear(window.to, year + turns) })
  return [thisYear - 1, thisYear].map(run).find(({ to }) => to >= today) ?? run(thisYear + 1)
}

const yearOf = (day: string) => Temporal.PlainDate.from(day).year

/** The same day of another year; the last of February stays the last. */
function inYear(day: string, year: number): string {
  const date = Temporal.PlainDate.from(day)
  const isLastOfFebruary = date.month === 2 && date.day === date.daysInMonth
  return date.with({ year, day: isLastOfFebruary ? 29 : date.day }).toString()
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
  return message('referred', { by: shortenName(referral.by), on: referral.on })
}

const closingOutcomes = new Set<Outcome | null>(['lost', 'park', 'never contact', 'bought'])

function findGoodTalk({ lastContact, today, closed }: Evidence): MessageRef | null {
  if (!lastContact || closingOutcomes.has(lastContact.outcome)) return null
  if (countRunningDays(lastContact.on, today, closed) > goodTalkDays) return null
  const note = shorten(lastContact.note)
  const { on, how, direction } = lastContact
  if (lastContact.outcome === 'quote') return message('talkedQuote', { on })
  const name = how === 'met' || how === 'event' ? 'met' : how === 'talked' ? 'talked' : 'wrote'
  if (name === 'wrote' && direction === 'out') return null
  return message(note ? `${name}Note` : name, { on, note })
}

function findGap({ orders, today, closed }: Evidence): MessageRef | null {
  if (!orders?.usualGap) return null
  const { days, runningDays } = orders.usualGap
  if (countRunningDays(orders.lastOn, today, closed) <= runningDays) return null
  if (days < 90) return message('gapDays', { gap: days, count: daysBetween(orders.lastOn, today) })
  return message('gapMonths', { gap: Math.round(days / daysAMonth), on: orders.lastOn })
}

function findWhyNow({ whyNow }: Evidence): MessageRef | null {
  const words = shorten(whyNow, 120)
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
  const words = lastTouch || attempts > 0 ? '' : shorten(note, 120)
  return words ? message('note', { words }) : null
}

/** Any of these answered no ends the asking: there is nothing left to find out. */
const endsAsking: readonly QualificationQuestion[] = [...decisiveQuestions, 'want']

function findUnknown({ unknowns, noes }: Evidence): MessageRef | null {
  if (noes.some((question) => endsAsking.includes(question))) return null
  return unknowns[0] ? message(`unknown.${unknowns[0]}`) : null
}

function findSilence({ lastTouch, joinedOn, today, closed, attempts }: Evidence): MessageRef | null {
  if (lastTouch) {
    if (countRunningDays(lastTouch.on, today, closed) < silenceDays) return null
    return message('silence', { count: daysBetween(lastTouch.on, today), on: lastTouch.on })
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
