// Why this person at all: the best standing reason, in the owner's words first; never a plan, never "their turn".
import type { Facts, MessageRef } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'
import { addDays, daysBetween } from '../days/days.ts'
import { decisiveQuestions, type QualificationQuestion } from '../know-card/know-card.ts'
import type { Evidence } from './evidence.ts'
import { shorten, shortenName } from './quote-words.ts'

/** As much of the owner's words as a row holds. */
const ownWords = 120
/** Days after which a quote is told by its month. */
const quoteInDays = 30

function message(name: NameIn<'focusList.reasons'>, facts: Facts, { today }: Evidence): MessageRef {
  return { key: `focusList.reasons.${name}`, facts: { ...facts, today } }
}

/** What the owner wrote for this place; null when nothing. */
export function findOwnWords(evidence: Evidence): MessageRef | null {
  const words = shorten(evidence.whyNow, ownWords)
  return words ? message('whyNow', { words }, evidence) : null
}

type Finder = (evidence: Evidence) => MessageRef | null

/** The best first. */
const finders: readonly Finder[] = [
  findQuoteWords,
  findWindowWords,
  findReferral,
  findNote,
  findWants,
  findTalk,
  findOrder,
  findUnknown,
]

/**
 * Every standing reason, the best first: the owner's own words, an open quote, when they buy, who named them, the note,
 * what they want, what was said last, what they bought, what is still to be found out.
 * @returns none where nothing is known
 */
export function listStandingReasons(evidence: Evidence): MessageRef[] {
  return [findOwnWords, ...finders].flatMap((find) => find(evidence) ?? [])
}

/** The newest open quote, with its age told as one would say it. */
export function findQuoteWords(evidence: Evidence): MessageRef | null {
  const quote = evidence.quotes.at(-1)
  if (!quote) return null
  const { today, lastContact } = evidence
  const count = daysBetween(quote.quotedOn, today)
  const answered = lastContact !== null && lastContact.on > quote.quotedOn
  const age = count > quoteInDays ? 'Old' : count <= 0 ? 'New' : ''
  const name = `quote${answered ? 'Open' : 'Unanswered'}${age}` as const
  const facts = { count: Math.max(1, count), on: quote.quotedOn }
  return quote.amount === null
    ? message(`${name}Bare`, facts, evidence)
    : message(name, { ...facts, amount: quote.amount }, evidence)
}

/** The window's run that is under way or comes next; a yearly one in the year it falls in. */
export function nextWindow(
  window: NonNullable<Evidence['window']>,
  today: string,
): { from: string; to: string } {
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

/** When they buy; a window that is over and does not come again says nothing. */
export function findWindowWords(evidence: Evidence): MessageRef | null {
  const { window, today } = evidence
  if (!window) return null
  const { from, to } = nextWindow(window, today)
  if (to < today) return null
  const words = shorten(window.words)
  const name = from <= today ? 'windowOpen' : 'windowSoon'
  return message(words ? `${name}Words` : name, { from, to, words }, evidence)
}

/** Who gave their name, for a year. */
function findReferral(evidence: Evidence): MessageRef | null {
  const { referral, lastContact, today } = evidence
  if (!referral || referral.on < addDays(today, -365)) return null
  const reached = referral.firstContactOn !== null || (lastContact !== null && lastContact.on >= referral.on)
  const facts = { by: shortenName(referral.by), on: referral.on }
  return message(reached ? 'referred' : 'referredNotReached', facts, evidence)
}

function findNote(evidence: Evidence): MessageRef | null {
  const words = shorten(evidence.note, ownWords)
  if (!words) return null
  return message(evidence.noteFromFile ? 'noteFromFile' : 'note', { words }, evidence)
}

function findWants(evidence: Evidence): MessageRef | null {
  const { why, what } = evidence.wants
  const name = why.trim() !== '' ? 'wantsWhy' : 'wantsWhat'
  const words = shorten(why.trim() !== '' ? why : what)
  return words ? message(name, { words }, evidence) : null
}

/** What they, or the owner, had to say when they last were in touch. */
function findTalk(evidence: Evidence): MessageRef | null {
  const { lastContact } = evidence
  const note = shorten(lastContact?.note ?? '')
  if (!lastContact || note === '') return null
  const { how, direction, on } = lastContact
  const name = how === 'met' || how === 'event' ? 'met' : how === 'talked' ? 'talked' : 'wrote'
  if (name === 'wrote' && direction === 'out') return null
  return message(`${name}Note`, { on, note }, evidence)
}

function findOrder(evidence: Evidence): MessageRef | null {
  const { orders } = evidence
  if (!orders) return null
  const what = shorten(orders.what ?? '')
  return message(what ? 'boughtWhat' : 'bought', { on: orders.lastOn, what }, evidence)
}

/** Any of these answered no ends the asking: there is nothing left to find out. */
const endsAsking: readonly QualificationQuestion[] = [...decisiveQuestions, 'want']

function findUnknown(evidence: Evidence): MessageRef | null {
  const { unknowns, noes } = evidence
  if (noes.some((question) => endsAsking.includes(question))) return null
  return unknowns[0] ? message(`unknown.${unknowns[0]}`, {}, evidence) : null
}
