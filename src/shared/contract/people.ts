// Calls of the people area: the list, one person's page, contact points, firms, the bin.

import { standings } from '../rules/know-card/standing.ts'
import { command, query } from './define.ts'
import { Left } from './focus-list.ts'
import { KnowAnswer, QualifiedAnswer, StandingOf } from './know-card.ts'
import { PersonReferrals } from './referrals.ts'
import { Birthday, Id, Line, LocalDate, Name, Nothing, Text, Uid } from './shapes.ts'
import { z } from './zod.ts'

export const contactKinds = ['phone', 'email', 'address', 'web', 'message'] as const
const channels = ['', 'visit', 'phone', 'text', 'email', 'letter'] as const
const consentChannels = ['phone', 'text', 'email', 'letter', 'visit'] as const
const firmKinds = ['business', 'household', 'club'] as const

export const PeopleSort = z.enum(['name', 'last touch', 'next step', 'newest'])
export type PeopleSort = z.output<typeof PeopleSort>

export const lastTouchFilters = [
  'in 30 days',
  'over 30 days',
  'over 90 days',
  'over 180 days',
  'never',
] as const
export const nextStepFilters = ['none', 'overdue', 'this week', 'later'] as const
export const parkedFilters = ['parked', 'back in 30 days'] as const

/** What a list of people is narrowed to; all that are given must hold. */
export const PeopleFilters = z.object({
  /** '' for those without one. */
  standing: z.enum(standings).optional(),
  /** As it is written; '' for those whose source nobody wrote down. */
  source: z.string().max(500).optional(),
  placeId: Id.optional(),
  firmId: Id.optional(),
  lastTouch: z.enum(lastTouchFilters).optional(),
  /** By the earliest open step: overdue before today, this week from today to the week's end. */
  nextStep: z.enum(nextStepFilters).optional(),
  parked: z.enum(parkedFilters).optional(),
})
export type PeopleFilters = z.output<typeof PeopleFilters>

/** One line of a list of people. `name` is what to show: a firm-only person gives '' and the firm's name. */
export const PersonRow = z.object({
  id: Id,
  name: z.string(),
  firm: z.string(),
  phone: z.string(),
  email: z.string(),
  lastTouchOn: z.string().nullable(),
  touches: z.number(),
  nextStepOn: z.string().nullable(),
  onFocusList: z.boolean(),
  standing: z.string(),
  neverContact: z.boolean(),
  hasDied: z.boolean(),
  /** Where a search matched outside the name, firm and contact points: a piece of the note, else ''. */
  matchedNote: z.string(),
})
export type PersonRow = z.output<typeof PersonRow>

export const ContactPoint = z.object({
  id: Id,
  kind: z.enum(contactKinds),
  value: z.string(),
  label: z.string(),
})
export type ContactPoint = z.output<typeof ContactPoint>

export const Consent = z.object({
  channel: z.enum(consentChannels),
  answer: z.enum(['yes', 'no']),
  saidOn: z.string(),
  how: z.string(),
})
export type Consent = z.output<typeof Consent>

export const NextStep = z.object({
  id: Id,
  personId: Id,
  what: z.string(),
  dueOn: z.string(),
  dueTime: z.string().nullable(),
  promised: z.boolean(),
})
export type NextStep = z.output<typeof NextStep>

/** Everything on a person's page but the timeline. */
export const Person = z.object({
  id: Id,
  uid: z.string(),
  name: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  alsoKnownAs: z.string(),
  firm: z.object({ id: Id, name: z.string(), kind: z.enum(firmKinds) }).nullable(),
  role: z.string(),
  decides: z.boolean().nullable(),
  birthday: z.string().nullable(),
  note: z.string(),
  /** What address books filed them under, with ", " between. */
  labels: z.string(),
  /** The note stays on the screen: no page that prints shows it. */
  noteNotForPaper: z.boolean(),
  source: z.string(),
  foundWords: z.string(),
  wouldTypeWords: z.string(),
  useful: z.string(),
  /** The owner's own question, for the next time they speak. */
  askNext: z.string(),
  bestChannel: z.enum(channels),
  channelVia: z.string(),
  bestTime: z.string(),
  isPrivate: z.boolean(),
  neverContactOn: z.string().nullable(),
  neverContactReason: z.string(),
  /** The day, '' where it is not known; null for the living. */
  diedOn: z.string().nullable(),
  /** What files said of them without a place of its own, under the files' own headings. */
  fileFields: z.array(z.object({ label: z.string(), value: z.string() })),
  /** What they said last, for each channel they spoke of. */
  consents: z.array(Consent),
  createdOn: z.string(),
  deletedAt: z.string().nullable(),
  contactPoints: z.array(ContactPoint),
  nextSteps: z.array(NextStep),
  focus: z
    .object({ membershipId: Id, joinedOn: z.string(), whyNow: z.string(), pinned: z.boolean() })
    .nullable(),
  /** Null for someone on the focus list, courted without being on it, or never courted. */
  left: Left.nullable(),
  /** Answers of the Know card and of "worth our time?", each in its order; the others are open. */
  answers: z.array(KnowAnswer),
  qualified: z.array(QualifiedAnswer),
  standing: StandingOf,
  /** Delivered touches of ours, to this person alone; the ring's count. */
  touches: z.number(),
  attempts: z.number(),
  /** Beside the ring: what came from them, and ours to many at once. */
  theirs: z.number(),
  mailings: z.number(),
  lastTouchOn: z.string().nullable(),
  gives: z.number(),
  asks: z.number(),
  /** Others at the same firm or in the same household; `name` is '' for a firm-only person. */
  firmPeople: z.array(z.object({ id: Id, name: z.string(), firm: z.string() })),
  /** Where they spend time, as far as the owner keeps such places. */
  places: z.array(z.object({ id: Id, name: z.string(), nextOn: z.string().nullable() })),
  referrals: PersonReferrals,
})
export type Person = z.output<typeof Person>

/** What the owner wrote down of a person: all of them but what follows from each touch. */
export type PersonRecord = Omit<
  Person,
  'nextSteps' | 'standing' | 'touches' | 'attempts' | 'theirs' | 'mailings' | 'lastTouchOn' | 'gives' | 'asks'
>

/** The fields edited in place; a firm is named, and made when it is new ('' takes the person out of it). */
export const PersonEdit = z.object({
  name: Line.optional(),
  givenName: Line.optional(),
  familyName: Line.optional(),
  alsoKnownAs: Line.optional(),
  firmName: Line.optional(),
  role: Line.optional(),
  decides: z.boolean().nullable().optional(),
  birthday: Birthday.nullable().optional(),
  note: Text.optional(),
  labels: Line.optional(),
  noteNotForPaper: z.boolean().optional(),
  source: Line.optional(),
  foundWords: Text.optional(),
  wouldTypeWords: Text.optional(),
  useful: Text.optional(),
  askNext: Line.optional(),
  bestChannel: z.enum(channels).optional(),
  channelVia: Line.optional(),
  bestTime: Line.optional(),
  isPrivate: z.boolean().optional(),
})
export type PersonEdit = z.output<typeof PersonEdit>

export const FirmRow = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(firmKinds),
  note: z.string(),
  /** How many belong to it, those who are private left out here and in what follows. */
  people: z.number(),
  /** The last touch of anyone there. */
  lastTouchOn: z.string().nullable(),
  /** Jobs of the firm and of everyone there. */
  jobs: z.number(),
})
export type FirmRow = z.output<typeof FirmRow>

export const HouseholdOffer = z.object({
  phone: z.string(),
  people: z.array(z.object({ id: Id, name: z.string(), firm: z.string(), familyName: z.string() })),
})
export type HouseholdOffer = z.output<typeof HouseholdOffer>

export const people = {
  'people.list': query(
    ['people', 'jobs', 'referrals', 'settings'],
    z.object({
      search: z.string().max(500).default(''),
      sort: PeopleSort.default('name'),
      filters: PeopleFilters.default({}),
      /** Private people have a list of their own and are in no other. */
      isPrivate: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    /** While searching `total` stops at 200 and `more` says whether it did; both lists are read in pages. */
    z.object({ total: z.number(), more: z.boolean(), rows: z.array(PersonRow) }),
  ),
  /**
   * Every id in the order of the list, for next and previous: in one text, parted by spaces, because a text crosses
   * from process to process at once where a hundred thousand numbers take their time.
   */
  'people.order': query(
    ['people', 'jobs', 'referrals', 'settings'],
    z.object({
      search: z.string().max(500).default(''),
      sort: PeopleSort.default('name'),
      filters: PeopleFilters.default({}),
      isPrivate: z.boolean().default(false),
    }),
    z.object({ ids: z.string() }),
  ),
  /** What people can be filtered by: the sources in the file, those of most people first, and the places by name. */
  'people.filterChoices': query(
    ['people'],
    Nothing,
    z.object({
      sources: z.array(z.string()),
      places: z.array(z.object({ id: Id, name: z.string() })),
    }),
  ),
  /** People for a picker: two letters of a name, focus list first, never those in the bin. */
  'people.find': query(
    ['people', 'focus-list', 'jobs', 'referrals', 'settings'],
    z.object({ typed: z.string().max(200) }),
    z.array(PersonRow),
  ),
  'people.get': query(
    ['people', 'touches', 'focus-list', 'referrals', 'jobs', 'settings'],
    z.object({ id: Id }),
    Person,
  ),
  'people.bin': query(
    ['people'],
    Nothing,
    z.array(z.object({ id: Id, name: z.string(), firm: z.string(), deletedAt: z.string() })),
  ),
  'people.add': command(
    z.object({
      uid: Uid,
      name: Line.default(''),
      firmName: Line.default(''),
      phone: Line.default(''),
      email: Line.default(''),
      note: Text.default(''),
      source: Line.default(''),
      foundWords: Text.default(''),
      wouldTypeWords: Text.default(''),
      /** Who named them: links the two, and opens their pursuit. */
      referrerId: Id.nullable().default(null),
      /** Somebody by this name, phone or mail was erased; without this they are refused with 'was-erased'. */
      anyway: z.boolean().default(false),
    }),
    z.object({ id: Id }),
  ),
  'people.edit': command(z.object({ id: Id, changes: PersonEdit }), Nothing),
  'people.saveContactPoint': command(
    z.object({
      personId: Id,
      id: Id.nullable(),
      kind: z.enum(contactKinds),
      value: Text.refine((text) => text.trim() !== '', { error: 'empty' }),
      label: Line.default(''),
    }),
    z.object({ id: Id }),
  ),
  'people.removeContactPoint': command(z.object({ id: Id }), Nothing),
  'people.moveToBin': command(z.object({ id: Id }), Nothing),
  /** `noRoom`: why they wait, should the focus list be full. */
  'people.bringBack': command(z.object({ id: Id, noRoom: Line.default('') }), Nothing),
  /** What erasing somebody takes with it, and where they stay all the same; people in the bin too. */
  'people.erasing': query(
    ['people', 'touches', 'jobs', 'referrals', 'call-sheets', 'backup'],
    z.object({ id: Id }),
    z.object({
      name: Name,
      touches: z.number(),
      jobs: z.number(),
      nextSteps: z.number(),
      /** How often others named them: the names stay counted, without them. */
      namedBy: z.number(),
      /** Printed sheets they stand on. */
      sheets: z.number(),
      /** Backups made so far; each may hold them. */
      backups: z.number(),
    }),
  ),
  /** Deletes somebody at once, for good and without Undo; keys stay, so that an import does not bring them back. */
  /** `someone` stands for their name in what was written for others. */
  'people.erase': command(z.object({ id: Id, someone: Line }), Nothing),
  'people.setConsent': command(
    z.object({
      id: Id,
      channel: z.enum(consentChannels),
      answer: z.enum(['yes', 'no']),
      how: Text.default(''),
    }),
    Nothing,
  ),
  /** Sets or lifts "do not contact"; they never print and are never proposed. */
  'people.setNeverContact': command(
    z.object({ id: Id, never: z.boolean(), reason: Text.default('') }),
    Nothing,
  ),
  /** Notes that somebody has died, on a day that may not be known, or that they have not. */
  'people.setDied': command(
    z.object({ id: Id, died: z.boolean(), on: LocalDate.nullable().default(null) }),
    Nothing,
  ),
  /** A page of the firms, households and clubs by name: all, or those with a word that begins as typed. */
  'people.firms': query(
    ['people', 'jobs', 'referrals', 'settings'],
    z.object({
      search: z.string().max(200).default(''),
      kind: z.enum(firmKinds).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.object({ total: z.number(), rows: z.array(FirmRow) }),
  ),
  'people.saveFirm': command(
    z.object({ id: Id, name: Line.optional(), kind: z.enum(firmKinds).optional(), note: Text.optional() }),
    Nothing,
  ),
  /** Pairs under one phone and different names, not yet answered. */
  'people.householdOffers': query(['people'], Nothing, z.array(HouseholdOffer)),
  'people.answerHousehold': command(
    z.object({ personIds: z.array(Id).min(2).max(50), together: z.boolean(), called: Line }),
    Nothing,
  ),
}
