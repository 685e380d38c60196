// Calls about one person kept twice: the pairs that look alike, the merge shown first, and the merge itself.
import { mergeChoices, mergeFields } from '../rules/duplicates/merge-fields.ts'
import { command, query } from './define.ts'
import { contactKinds } from './people.ts'
import { Id, Message, Nothing } from './shapes.ts'
import { z } from './zod.ts'

/** Enough of a person to tell them from another of the same name. */
const PairPerson = z.object({
  id: Id,
  name: z.string(),
  firm: z.string(),
  phone: z.string(),
  email: z.string(),
  touches: z.number(),
  createdOn: z.string(),
})

export const Pair = z.object({ one: PairPerson, other: PairPerson, why: Message })
export type Pair = z.output<typeof Pair>

/** What the owner chose; a field that is not named gets its default. */
export const MergeChoices = z.partialRecord(z.enum(mergeFields), z.enum(mergeChoices))
export type MergeChoices = z.output<typeof MergeChoices>

export const MergePreview = z.object({
  kept: PairPerson,
  gone: PairPerson,
  /** Where the two differ; a `choice` is always in force. */
  fields: z.array(
    z.object({
      field: z.enum(mergeFields),
      kept: z.string(),
      gone: z.string(),
      choices: z.array(z.enum(mergeChoices)),
      choice: z.enum(mergeChoices),
    }),
  ),
  /** How they will be called and reached. */
  after: z.object({
    name: z.string(),
    firm: z.string(),
    alsoKnownAs: z.string(),
    note: z.string(),
    contactPoints: z.array(z.object({ kind: z.enum(contactKinds), value: z.string(), label: z.string() })),
  }),
  /** What hangs on the record that goes and follows to the one that stays. */
  follows: z.object({ touches: z.number(), nextSteps: z.number(), jobs: z.number(), referrals: z.number() }),
  /** What else the merge does, in sentences. */
  remarks: z.array(Message),
})
export type MergePreview = z.output<typeof MergePreview>

const Merge = z.object({ keptId: Id, goneId: Id, choices: MergeChoices.default({}) })

export const duplicates = {
  /** Pairs that look like one person, the surest first; nobody in the bin, private, or told apart already. */
  'duplicates.list': query(
    ['people'],
    z.object({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    /** Counting stops at 10,000 pairs; `more` says whether it did. */
    z.object({ total: z.number(), more: z.boolean(), pairs: z.array(Pair) }),
  ),
  'duplicates.preview': query(
    ['people', 'touches', 'jobs', 'focus-list', 'referrals', 'call-sheets', 'settings'],
    Merge,
    MergePreview,
  ),
  /** Makes two records one: the number of `keptId` stays, and that of `goneId` leads to it from now on. */
  'duplicates.merge': command(Merge, z.object({ id: Id })),
  /** They are two people: the pair is not offered again. */
  'duplicates.tellApart': command(z.object({ personId: Id, otherId: Id }), Nothing),
}
