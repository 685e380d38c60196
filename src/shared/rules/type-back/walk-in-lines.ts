// Walk-in lines have no row: which of them name one person twice, and which say anew what was typed back before.
import { foldText } from '../people/fold-text.ts'
import type { TypedWalkIn } from './sheet-entry.ts'
import type { WalkInLine } from './sheet-line.ts'

/** Enough of a phone to know it again, with its country and area in front or without. */
const tellingDigits = 7

/** The same for everybody of one name on one day. */
export const walkInKey = ({ name, on }: Pick<WalkInLine, 'name' | 'on'>) => `${foldText(name)} ${on}`

/** Two of one name on one day are two people when each left another phone or mail. */
export function areTwoPeople(one: WalkInLine, other: WalkInLine): boolean {
  const [ours, theirs] = [contactsOf(one), contactsOf(other)]
  return ours.length > 0 && theirs.length > 0 && !sharesOne(ours, theirs)
}

/**
 * What was typed before for the person and day of a line, if anything.
 * @param alone no other line of the text names them on this day; then a phone may have been corrected
 */
export function findTypedBefore(
  line: WalkInLine,
  before: readonly TypedWalkIn[],
  alone: boolean,
): TypedWalkIn | null {
  const same = before.filter((one) => walkInKey(one) === walkInKey(line))
  const ours = contactsOf(line)
  const known = same.find((one) => sharesOne(ours, one.contacts.map(foldContact)))
  if (known) return known
  return alone && same.length === 1 ? same[0]! : null
}

const contactsOf = ({ phone, email }: WalkInLine) =>
  [phone, email].filter((contact) => contact !== '').map(foldContact)

const foldContact = (contact: string) =>
  contact.includes('@') ? contact.trim().toLowerCase() : contact.replace(/\D/g, '').slice(-tellingDigits)

const sharesOne = (ours: readonly string[], theirs: readonly string[]) =>
  ours.some((contact) => theirs.includes(contact))
