// The shape the sample shop is written down in: people with what happened, in days before today.
import type {
  KnowQuestion,
  QualificationAnswer,
  QualificationQuestion,
} from '../../shared/rules/know-card/know-card.ts'
import type { Channel, How, Outcome } from '../../shared/rules/touches/touch-kinds.ts'

/** Days before today; negative lies ahead. */
export type Ago = number

export interface SampleTouch {
  ago: Ago
  how: How
  note?: string
  /** They came to us. */
  in?: true
  outcome?: Outcome
  channel?: Channel
  gave?: true
  notForPaper?: true
  asked?: true
  minutes?: number
  place?: string
  technique?: string
  toMany?: true
}

export interface SampleJob {
  what: string
  kind: string
  quoted?: Ago
  /** Minor units, of the quote and of the order. */
  amount: number
  wantedBy?: Ago
  ordered?: Ago
  delivered?: Ago
  paid?: Ago
  lost?: { ago: Ago; to: string; why: string }
}

interface SampleFeedback {
  ago: Ago
  score: number
  words: string
  mayQuote?: true
  complaint?: true
}

export interface SamplePerson {
  /** What other rows name this person by. */
  key: string
  given?: string
  family?: string
  /** Instead of given and family: "lady with the whippet". */
  name?: string
  firm?: string
  role?: string
  decides?: boolean
  /** Last two digits of 555-01xx. */
  phone?: string
  email?: string
  address?: string
  bestChannel?: 'visit' | 'phone' | 'text' | 'email' | 'letter'
  bestTime?: string
  birthday?: string
  /** A birthday without its year, so many days from today, whatever today is. */
  birthdayOn?: Ago
  note?: string
  source?: string
  foundWords?: string
  wouldType?: string
  useful?: string
  isPrivate?: true
  never?: { ago: Ago; why: string }
  consents?: { channel: 'phone' | 'text' | 'email' | 'letter'; answer: 'yes' | 'no'; ago: Ago; how: string }[]
  /** When they were first written down; their first touch when left out. */
  since?: Ago
  touches?: SampleTouch[]
  jobs?: SampleJob[]
  feedback?: SampleFeedback[]
  answers?: Partial<Record<KnowQuestion, string>>
  /** Opens and closes that many days from now, every year. */
  buys?: { from: Ago; to: Ago }
  /** Months of every year, from MM-DD to MM-DD. */
  season?: { from: string; to: string }
  qualified?: Partial<Record<QualificationQuestion, QualificationAnswer>>
  steps?: { what: string; due: Ago; planned?: true; done?: Ago }[]
  /** `kept`: the owner last chose to keep them. */
  focus?: { joined: Ago; whyNow?: string; pinned?: true; kept?: Ago }
  /** On the focus list until their first order. */
  wonFromList?: true
  /** How the pursuit under way began. */
  courted?: 'inquiry' | 'referral' | 'focus'
  /** A pursuit that ended without a sale. */
  ended?: {
    from: Ago
    to: Ago
    how: 'inquiry' | 'referral' | 'focus'
    as: 'lost' | 'parked' | 'dropped' | 'never'
    why: string
    lostTo?: string
    revisit?: Ago
    onFocusList?: true
  }
}

export const shopName = 'Lantern Lane Frames'

export const firms: {
  name: string
  kind: 'business' | 'household' | 'club'
  phone?: string
  note?: string
}[] = [
  { name: 'Lindqvist Weddings', kind: 'business', note: 'Nora plans forty weddings a year.' },
  { name: 'Abara Dental', kind: 'business', phone: '41' },
  { name: 'Library Friends', kind: 'club', note: 'Volunteers; the committee meets on the first Monday.' },
  { name: 'Bellwood School', kind: 'business', phone: '43' },
  { name: 'Whitcomb Architects', kind: 'business' },
  { name: 'Vale Gallery', kind: 'business' },
  { name: 'Ortega Yoga', kind: 'business' },
  {
    name: 'Harbor Inn',
    kind: 'business',
    phone: '44',
    note: 'Thirty-two rooms; each could hold two prints.',
  },
  { name: 'Castellan Law', kind: 'business' },
  { name: 'Moravec Interiors', kind: 'business' },
  { name: 'Fontaine Bakery', kind: 'business' },
  { name: 'Demir Carpets', kind: 'business' },
  { name: 'Rowing Club', kind: 'club', note: 'Regatta in June, posters and crew photographs before it.' },
  { name: 'Brandt Vets', kind: 'business' },
  { name: 'Pike Realty', kind: 'business' },
  { name: 'Morales', kind: 'household' },
  { name: 'Keane', kind: 'household' },
  { name: 'Whitlock', kind: 'household' },
]

export interface SampleVisit {
  ago: Ago
  brought: string
  note?: string
  minutes: number
  /** Minor units. */
  cost?: number
}

export const places: {
  name: string
  kind: string
  next: Ago
  what: string
  bring: string
  note?: string
  people: string[]
  /** Whom we met there is told by the touches of that day. */
  visits: SampleVisit[]
}[] = [
  {
    name: 'Chamber breakfast',
    kind: 'breakfast club',
    next: -3,
    what: 'short talks by members',
    bring: 'three corners that suit a waiting room',
    note: 'Starts at seven sharp. Sit near the coffee: everybody comes by.',
    people: ['nora', 'tom', 'dana', 'wendy', 'ines'],
    visits: [
      {
        ago: 88,
        brought: 'A sheet on why drawings fade',
        note: 'Four people took one home.',
        minutes: 80,
        cost: 1_200,
      },
      { ago: 70, brought: '', note: 'Only listened. Sat beside Tom.', minutes: 75, cost: 1_200 },
      {
        ago: 7,
        brought: 'Colour card for winter weddings',
        note: 'Passed around two tables; the florist asked for one too.',
        minutes: 80,
        cost: 1_200,
      },
    ],
  },
  {
    name: 'Saturday market',
    kind: 'market',
    next: -5,
    what: 'the stalls by the church',
    bring: 'a small frame to hand around',
    people: ['theo', 'anya', 'clara', 'greta'],
    visits: [
      { ago: 37, brought: '', note: 'Walked around before opening.', minutes: 40 },
      { ago: 23, brought: 'Offcuts for price signs', note: 'Three stalls use them now.', minutes: 45 },
    ],
  },
  {
    name: 'Library art evening',
    kind: 'talk',
    next: -16,
    what: 'ten minutes on light and old paper',
    bring: 'a faded print beside a fresh one',
    people: ['jim', 'elsie', 'marguerite', 'june'],
    visits: [
      { ago: 55, brought: 'A talk on light and old paper', note: 'About thirty listened.', minutes: 120 },
    ],
  },
]

export const techniques: { name: string; kind: 'technique' | 'technology'; note: string }[] = [
  { name: 'Sample set', kind: 'technique', note: 'Three corners in a box, left for a week.' },
  { name: 'Handwritten card', kind: 'technique', note: 'Two each morning.' },
  { name: 'Shop website', kind: 'technology', note: 'One page, the price of ten usual jobs.' },
]

export const spends: {
  ago: Ago
  amount: number
  what: string
  source: string
  place?: string
  technique?: string
}[] = [
  { ago: 640, amount: 24_000, what: 'Stand at the spring fair', source: 'spring fair' },
  { ago: 275, amount: 26_000, what: 'Stand at the spring fair', source: 'spring fair' },
  { ago: 210, amount: 9_600, what: 'Three sample sets', source: '', technique: 'Sample set' },
  { ago: 120, amount: 18_000, what: 'Website for a year', source: 'search', technique: 'Shop website' },
  { ago: 90, amount: 6_000, what: 'Cards and stamps', source: '', technique: 'Handwritten card' },
  {
    ago: 60,
    amount: 12_000,
    what: 'Breakfasts, half a year',
    source: 'chamber breakfast',
    place: 'Chamber breakfast',
  },
]

export const asks: {
  person: string
  ago: Ago
  channel: string
  words: string
  need: string
  answer: 'yes' | 'later' | 'no' | 'none'
  reason?: string
}[] = [
  {
    person: 'bea',
    ago: 300,
    channel: 'visit',
    words: 'Who do you know with new walls to fill?',
    need: 'new home',
    answer: 'yes',
  },
  {
    person: 'bea',
    ago: 130,
    channel: 'visit',
    words: 'Who else is moving this spring?',
    need: 'new home',
    answer: 'yes',
  },
  {
    person: 'june',
    ago: 190,
    channel: 'phone',
    words: 'Who in your choir has a diploma in a drawer?',
    need: 'diploma',
    answer: 'yes',
  },
  {
    person: 'frank',
    ago: 14,
    channel: 'visit',
    words: 'Who is opening an office this winter?',
    need: 'new office',
    answer: 'yes',
  },
  {
    person: 'nora',
    ago: 20,
    channel: 'visit',
    words: 'Which couple wants their photographs framed?',
    need: 'wedding',
    answer: 'yes',
  },
  {
    person: 'priya',
    ago: 75,
    channel: 'visit',
    words: 'Who do you know with a new baby’s handprints?',
    need: 'new baby',
    answer: 'later',
    reason: 'after the holidays',
  },
  {
    person: 'hector',
    ago: 160,
    channel: 'phone',
    words: 'Which clubs keep their jerseys?',
    need: 'jersey',
    answer: 'none',
  },
  {
    person: 'naomi',
    ago: 220,
    channel: 'email',
    words: 'Do you know another office that is moving?',
    need: 'new office',
    answer: 'no',
    reason: 'does not mix clients',
  },
]

export const referrals: {
  by: string
  named: string
  ago: Ago
  agreed?: true
  introduced?: true
  firstContact?: Ago
  thanked?: Ago
  reported?: Ago
}[] = [
  {
    by: 'bea',
    named: 'priya',
    ago: 299,
    agreed: true,
    firstContact: 297,
    thanked: 298,
    reported: 260,
  },
  {
    by: 'bea',
    named: 'oscar',
    ago: 129,
    introduced: true,
    firstContact: 127,
    thanked: 128,
    reported: 98,
  },
  { by: 'june', named: 'peter', ago: 189, agreed: true, firstContact: 186, thanked: 188 },
  {
    by: 'walter',
    named: 'carla',
    ago: 240,
    agreed: true,
    firstContact: 238,
    thanked: 239,
    reported: 205,
  },
  { by: 'frank', named: 'kofi', ago: 13 },
  { by: 'nora', named: 'sam', ago: 4, agreed: true },
]

/** One that is over and one to come. */
export const closedPeriods: { from: Ago; to: Ago; what: string }[] = [
  { from: 145, to: 136, what: 'Summer holiday' },
  { from: -31, to: -40, what: 'Winter break' },
]

/** What the framer sends again and again. */
export const texts: {
  name: string
  channel: 'letter' | 'email' | 'text' | 'phone'
  subject: string
  body: string
}[] = [
  {
    name: 'Thank-you note',
    channel: 'letter',
    subject: '',
    body: `Dear {given name},

Thank you for bringing us the {job}. I enjoyed every hour of it, and I hope it has found a good wall.

Keep it out of the midday sun and dust the glass with a dry cloth; that is all the care it needs. If a corner ever opens, bring it in and I will close it while you wait.

With warm regards`,
  },
  {
    name: 'After a quote',
    channel: 'email',
    subject: 'Your quote for the {job}',
    body: `Hello {given name},

You have had my quote for the {job} for a few days now. If the moulding or the glass is not what you had in mind, there is room to change both, and the price with them.

I keep the samples on the counter until I hear from you. If you have decided otherwise, one line is enough and I put them away.

Best wishes
{shop}`,
  },
  {
    name: 'Ready to collect',
    channel: 'text',
    subject: '',
    body: 'Hello {given name}, the {job} is ready and looks well. We are open until six. {shop}',
  },
]
