// Calls of the referrals area: who named whom, who is owed a thank you, and what came of each name.
import { command, query } from './define.ts'
import { Id, Line, Nothing, Text, Uid } from './shapes.ts'
import { z } from './zod.ts'

/** What came of a name, told from what happened since; '' while the name itself is not written down. */
const referralOutcomes = ['', 'not reached yet', 'talked', 'quoted', 'bought', 'lost'] as const

/** How thanks were given, when that is to be logged as a touch. */
const thankHows = ['met', 'talked', 'message', 'letter'] as const

/** The friend somebody named: one who is here already, or a name to add; neither while it is not known. */
export const NamedFriend = z.object({
  personId: Id.nullable().default(null),
  name: Line.default(''),
  phone: Line.default(''),
  /** Whether the friend expects our call: what makes it right to keep their number. */
  agreed: z.boolean().nullable().default(null),
})
export type NamedFriend = z.output<typeof NamedFriend>

const Who = z.object({ id: Id, name: z.string(), firm: z.string() })

/** One line for each referrer, however many they named. */
export const ThanksOwed = z.object({
  referrer: Who,
  /** The day of the oldest name not thanked for. */
  since: z.string(),
  friends: z.array(Who),
  /** Names not written down yet. */
  unnamed: z.number(),
})
export type ThanksOwed = z.output<typeof ThanksOwed>

export const NameGiven = z.object({
  id: Id,
  referrer: Who,
  /** Null while the name is not written down. */
  friend: Who.nullable(),
  namedOn: z.string(),
  agreed: z.boolean().nullable(),
  outcome: z.enum(referralOutcomes),
  thankedOn: z.string().nullable(),
  /** The day the referrer was told what came of it. */
  reportedOn: z.string().nullable(),
})
export type NameGiven = z.output<typeof NameGiven>

/** The part of a person's page: whom they named and who named them, the newest first. */
export const PersonReferrals = z.object({
  thanks: ThanksOwed.nullable(),
  named: z.array(NameGiven),
  namedBy: z.array(NameGiven),
})
export type PersonReferrals = z.output<typeof PersonReferrals>

export const referrals = {
  /** Oldest first; nobody in the bin, private or not to be contacted. */
  'referrals.thanksOwed': query(
    ['referrals', 'people', 'touches', 'jobs', 'focus-list'],
    Nothing,
    z.array(ThanksOwed),
  ),
  /** Newest first; `more` when there are older ones beyond the limit. */
  'referrals.names': query(
    ['referrals', 'people', 'touches', 'jobs', 'focus-list'],
    z.object({ limit: z.number().int().min(1).max(500).default(200) }),
    z.object({ more: z.boolean(), names: z.array(NameGiven) }),
  ),
  /** Says who named this person; `replaces` takes back what was said before. */
  'referrals.linkReferrer': command(
    z.object({ personId: Id, referrerId: Id, replaces: Id.nullable().default(null) }),
    z.object({ id: Id }),
  ),
  /** Nobody named them after all; thanks for a name given in a touch stay owed. */
  'referrals.unlinkReferrer': command(z.object({ id: Id }), Nothing),
  /** Writes down the name that was missing. */
  'referrals.nameFriend': command(z.object({ id: Id, friend: NamedFriend }), z.object({ personId: Id })),
  /** Closes all thanks owed to this referrer; with `how` it is logged as a touch too. */
  'referrals.thank': command(
    z.object({
      uid: Uid,
      referrerId: Id,
      how: z.enum(thankHows).nullable().default(null),
      /** Of the touch. */
      note: Text.default(''),
    }),
    Nothing,
  ),
  /** The referrer was told what came of the name. */
  'referrals.reportBack': command(z.object({ id: Id }), Nothing),
}
