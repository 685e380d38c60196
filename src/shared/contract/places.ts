// Calls for the places where customers gather: the list, one place's page, who goes there, and our visits.
import { command, query } from './define.ts'
import { Id, Line, LocalDate, Money, Name, Nothing, Text, Uid } from './shapes.ts'
import { z } from './zod.ts'

export const PlaceRow = z.object({
  id: Id,
  name: z.string(),
  kind: z.string(),
  nextOn: z.string().nullable(),
  nextWhat: z.string(),
  /** Who goes there, without the private and those in the bin. */
  people: z.number(),
  lastVisitOn: z.string().nullable(),
})
export type PlaceRow = z.output<typeof PlaceRow>

/** A time we went there. Minutes and cost are the visit's; the touches of those met carry none. */
export const PlaceVisit = z.object({
  id: Id,
  visitedOn: z.string(),
  brought: z.string(),
  note: z.string(),
  minutes: z.number().nullable(),
  cost: z.number().nullable(),
  met: z.array(z.object({ id: Id, name: z.string(), firm: z.string(), talked: z.boolean() })),
})
export type PlaceVisit = z.output<typeof PlaceVisit>

export const PlacePerson = z.object({
  id: Id,
  name: z.string(),
  firm: z.string(),
  onFocusList: z.boolean(),
  neverContact: z.boolean(),
})
export type PlacePerson = z.output<typeof PlacePerson>

export const Place = z.object({
  id: Id,
  name: z.string(),
  kind: z.string(),
  nextOn: z.string().nullable(),
  nextWhat: z.string(),
  nextBring: z.string(),
  note: z.string(),
  /** When the next occasion may be, told from the last two. */
  proposedOn: z.string().nullable(),
  /** Those on the focus list first; `peopleCount` is all of them. */
  people: z.array(PlacePerson),
  peopleCount: z.number(),
  /** The newest first; `visitCount` is all of them. */
  visits: z.array(PlaceVisit),
  visitCount: z.number(),
})
export type Place = z.output<typeof Place>

/** What comes at a place: who of ours goes, and what to bring. */
export const Occasion = z.object({
  placeId: Id,
  place: z.string(),
  on: z.string(),
  what: z.string(),
  bring: z.string(),
  /** At most two, those on the focus list first; never the private or who wants no contact. */
  names: z.array(Name),
  /** How many more go. */
  others: z.number(),
})
export type Occasion = z.output<typeof Occasion>

const PlaceFields = z.object({
  name: Line,
  kind: Line,
  nextOn: LocalDate.nullable(),
  nextWhat: Text,
  nextBring: Text,
  note: Text,
})
export const PlaceEdit = PlaceFields.partial()
export type PlaceEdit = z.output<typeof PlaceEdit>

export const VisitDraft = z.object({
  /** Absent: today. */
  visitedOn: LocalDate.optional(),
  brought: Text.default(''),
  note: Text.default(''),
  minutes: z.number().int().min(0).max(1440).nullable().default(null),
  cost: Money.min(0).nullable().default(null),
  /** `talked`: face to face; else they were there. */
  met: z
    .array(z.object({ personId: Id, talked: z.boolean().default(false) }))
    .max(500)
    .default([]),
})
export type VisitDraft = z.output<typeof VisitDraft>

export const places = {
  /** What comes soonest first, then by name. */
  'places.list': query(
    ['people'],
    z.object({
      search: z.string().max(200).default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(PlaceRow) }),
  ),
  'places.get': query(
    ['people', 'touches', 'jobs', 'referrals', 'settings'],
    z.object({ id: Id, visits: z.number().int().min(1).max(2000).default(20) }),
    Place,
  ),
  'places.add': command(
    PlaceFields.partial().extend({ uid: Uid, name: Line, personIds: z.array(Id).max(500).default([]) }),
    z.object({ id: Id }),
  ),
  'places.edit': command(z.object({ id: Id, changes: PlaceEdit }), Nothing),
  /** Takes the place off every list; its visits and the touches made there stay as they were. */
  'places.remove': command(z.object({ id: Id }), Nothing),
  /** `place`: one that is here, or the name of one, made when there is none of that name. */
  'places.addPerson': command(
    z.object({
      uid: Uid,
      personId: Id,
      place: z.union([z.object({ id: Id }), z.object({ name: Line })]),
    }),
    z.object({ placeId: Id }),
  ),
  'places.removePerson': command(z.object({ placeId: Id, personId: Id }), Nothing),
  'places.logVisit': command(
    z.object({ uid: Uid, placeId: Id, visit: VisitDraft }),
    /** Whether a next occasion is set; while none is, when it may be. */
    z.object({ id: Id, hasNext: z.boolean(), proposedOn: z.string().nullable() }),
  ),
  'places.correctVisit': command(z.object({ id: Id, visit: VisitDraft }), Nothing),
  'places.removeVisit': command(z.object({ id: Id }), Nothing),
  /** What comes in the next seven days, today's too, soonest first. */
  'places.coming': query(['people', 'jobs', 'referrals', 'settings'], Nothing, z.array(Occasion)),
}
