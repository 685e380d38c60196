// Calls for texts used again: keeping them, what fills their fields, and the letter on paper.
import { command, query, shell } from './define.ts'
import { FileToken, Id, Line, Nothing, Text, Uid } from './shapes.ts'
import { z } from './zod.ts'

export const textChannels = ['email', 'text', 'letter', 'phone'] as const
export type TextChannel = (typeof textChannels)[number]

/** Longer than any letter an owner sends, short enough for the address of the page that prints. */
export const mostLetter = 20_000

export const MessageText = z.object({
  id: Id,
  name: z.string(),
  channel: z.enum(textChannels),
  /** Of a mail; '' elsewhere. */
  subject: z.string(),
  body: z.string(),
})
export type MessageText = z.output<typeof MessageText>

const TextFields = z.object({
  name: Line,
  channel: z.enum(textChannels),
  subject: Line.default(''),
  body: Text,
})

/** What fills the fields of a text to one person. */
export const TextFacts = z.object({
  givenName: z.string(),
  name: z.string(),
  firm: z.string(),
  foundWords: z.string(),
  /** The job spoken of last. */
  job: z.string(),
  nextStep: z.object({ what: z.string(), dueOn: z.string() }).nullable(),
  lastTouchOn: z.string().nullable(),
  /** Who named them; without a name when that person is private. */
  referrer: z.object({ name: z.string(), isHidden: z.boolean() }).nullable(),
})
export type TextFacts = z.output<typeof TextFacts>

/** More than one owner signs by hand; all of them are pages of one print. */
export const mostLetters = 500

/** Somebody a letter may go to: what fills its fields, where it goes, and what stands against it. */
export const LetterTo = z.object({
  personId: Id,
  facts: TextFacts,
  /** As kept; '' when there is none. */
  address: z.string(),
  closed: z.enum(['never contact', 'private', 'said no']).nullable(),
})
export type LetterTo = z.output<typeof LetterTo>

const Letters = z.object({
  personIds: z.array(Id).min(1).max(mostLetters),
  body: z.string().min(1).max(mostLetter),
  /** The body holds fields, filled in for each; else it is the words themselves. */
  fills: z.boolean().default(false),
})
export type Letters = z.output<typeof Letters>

export const texts = {
  /** By channel, then by name. */
  'texts.list': query(['texts'], Nothing, z.array(MessageText)),
  /** One or several at once, undone at once. */
  'texts.add': command(
    z.object({
      texts: z
        .array(TextFields.extend({ uid: Uid }))
        .min(1)
        .max(20),
    }),
    z.object({ ids: z.array(Id) }),
  ),
  'texts.edit': command(TextFields.extend({ id: Id }), Nothing),
  'texts.remove': command(z.object({ id: Id }), Nothing),
  'texts.facts': query(
    ['people', 'touches', 'jobs', 'referrals', 'settings'],
    z.object({ personId: Id }),
    TextFacts,
  ),
  /** In the order asked; anyone unknown or in the bin is left out. */
  'texts.recipients': query(
    ['people', 'settings', 'touches', 'jobs', 'referrals'],
    z.object({ personIds: z.array(Id).max(mostLetters) }),
    z.array(LetterTo),
  ),
  /** A letter to each, as one print, through the system's dialog; closing it prints nothing. */
  'texts.printLetters': shell(Letters, z.object({ printed: z.boolean() })),
  /** `target` null: among the owner's documents. */
  'texts.saveLetters': shell(
    Letters.extend({ target: FileToken.nullable() }),
    z.object({ file: z.string(), folder: FileToken }),
  ),
}
