// How a person is called in a sentence that somebody else puts into words: by name, or as someone at their firm.
import type { Name } from '../../errors.ts'

/** The name as a fact of a message. */
export function nameFact(person: { name: string; firm: string | null }): Name {
  return person.name || { key: 'people.someoneAt', facts: { firm: person.firm ?? '' } }
}

/** Somebody whose name is not to be read: private, in the bin, or off paper. */
export const aFriend = { key: 'referrals.aFriend' } as const satisfies Name
