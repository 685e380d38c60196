// What stays off paper: the sheet lies on a counter, where others read notes and names that are the owner's alone.
import type { Evidence, TouchEvidence } from '../focus-list/evidence.ts'
import { shorten } from '../focus-list/quote-words.ts'

/** What must not print about somebody: notes marked "not for paper", and names of people who are not to be on paper. */
export interface OffPaper {
  notes: readonly string[]
  /** Single lines of a note that are not the owner's words. */
  lines?: readonly string[]
  names: readonly string[]
}

/** The evidence as paper may tell it: marked notes are empty, and who wants no contact is not named. */
export function keepForPaper(evidence: Evidence): Evidence {
  const { inquiry, lastTouch, lastContact, referral } = evidence
  return {
    ...evidence,
    onPaper: true,
    note: evidence.noteNotForPaper ? '' : evidence.note,
    inquiry: withoutNote(inquiry),
    lastTouch: withoutNote(lastTouch),
    lastContact: withoutNote(lastContact),
    referral: referral && { ...referral, by: referral.byOnPaper ?? referral.by },
  }
}

const withoutNote = (touch: TouchEvidence | null) => (touch?.notForPaper ? { ...touch, note: '' } : touch)

/**
 * Stands in kept words for a name that is off paper, until whoever speaks says "a friend" there. Of Unicode's private
 * use, so that nobody types it.
 */
export const unnamed = '\uE000'

/** As long as reasons quote a note: a touch's, and the owner's own about a person. */
const quotedLengths = [80, 120]

/**
 * Words kept before something was marked, as they may print: a marked note becomes …, a name `unnamed`.
 */
export function leaveOff(words: string, off: OffPaper): string {
  const quotes = [...off.notes, ...(off.lines ?? [])].flatMap((note) => [
    note,
    ...note.split('\n').flatMap((line) => quotedLengths.map((length) => shorten(line, length))),
    ...quotedLengths.map((length) => shorten(note, length)),
  ])
  const hidden = [
    ...quotes.map((quote) => [quote, '…'] as const),
    ...off.names.flatMap((name) => [name, shorten(name, 60)]).map((name) => [name, unnamed] as const),
  ]
  return hidden
    .map(([secret, instead]) => [secret.replace(/\s+/g, ' ').trim().replace(/…$/, ''), instead] as const)
    .filter(([secret]) => /[\p{L}\p{N}]/u.test(secret))
    .sort(([one], [other]) => other.length - one.length)
    .reduce((text, [secret, instead]) => replaceWhole(text, secret, instead), words)
}

/** Whole words alone: "Ann" is not in "Anna". */
function replaceWhole(text: string, secret: string, instead: string): string {
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])…?`, 'gu')
  return text.replace(pattern, () => instead)
}
