// Tells everybody's story in the sample shop: written touches, and those that surround an order of a customer.
import type { Ago, SampleJob, SamplePerson, SampleTouch } from './sample-shop.ts'

const asked = [
  'Came in with it under the arm.',
  'Wanted to know what it costs.',
  'Not sure about the wood yet.',
  'Saw one like it in the window.',
  'Needs it for a birthday.',
]
const yes = [
  'Yes to the quote.',
  'Yes, in the lighter wood.',
  'Ordered, no hurry.',
  'Yes, with the better glass.',
]
const pickedUp = [
  'Picked up, looked at it for a long time.',
  'Picked up, carried it home on foot.',
  'Delivered, hung it together.',
  'Picked up, wants to show a neighbour.',
]
const after = [
  'A card: how it looks after a week on the wall.',
  'A card with how to keep it out of the sun.',
  'Wrote that the offcuts make a small frame, if wanted.',
]

export interface ToldPerson {
  person: SamplePerson
  /** Oldest first. */
  touches: SampleTouch[]
  /** When they were first written down. */
  since: Ago
}

/** Everyone, oldest acquaintance first, so that ids follow the order in which people came. */
export function tellHistory(
  prospects: SamplePerson[],
  customers: SamplePerson[],
  others: SamplePerson[],
): ToldPerson[] {
  const ordering = customers.map((person, turn) =>
    tellPerson(
      person,
      (person.jobs ?? []).flatMap((job, index) => tellOrder(person, job, turn + index * 3)),
    ),
  )
  const rest = [...prospects, ...others].map((person) => tellPerson(person, []))
  return [...ordering, ...rest].sort((a, b) => b.since - a.since)
}

function tellPerson(person: SamplePerson, orders: SampleTouch[]): ToldPerson {
  const touches = [...orders, ...(person.touches ?? [])].sort((a, b) => b.ago - a.ago)
  const quotes = (person.jobs ?? []).map((job) => job.quoted ?? 0)
  const since = Math.max(
    person.since ?? 0,
    person.focus?.joined ?? 0,
    person.ended?.from ?? 0,
    ...touches.map((touch) => touch.ago),
    ...quotes,
  )
  return { person, touches, since }
}

/** The touches of a finished order; `turn` varies words and channels, so that no two read the same. */
function tellOrder(person: SamplePerson, job: SampleJob, turn: number): SampleTouch[] {
  const { quoted, ordered, delivered } = job
  if (quoted === undefined || ordered === undefined || delivered === undefined) return []
  const say = (words: string[]) => words[turn % words.length]!
  const writes = person.phone === undefined
  const story: SampleTouch[] = [
    writes
      ? { ago: quoted + 2, how: 'message', in: true, note: `${job.what}. ${say(asked)}` }
      : {
          ago: quoted + 2,
          how: 'met',
          in: true,
          note: `${job.what}. ${say(asked)}`,
          minutes: 10 + (turn % 4) * 5,
        },
    {
      ago: quoted,
      how: 'message',
      outcome: 'quote',
      note: `Sent the quote: ${job.what.toLowerCase()}.`,
      minutes: 6,
    },
    writes
      ? { ago: ordered, how: 'message', in: true, outcome: 'bought', note: say(yes) }
      : { ago: ordered, how: 'talked', outcome: 'bought', note: say(yes), minutes: 4 },
    { ago: delivered, how: 'met', note: say(pickedUp), minutes: 10 },
  ]
  if (turn % 3 === 0 && delivered > 12) story.push(thank(delivered - 8, turn))
  if (turn % 4 === 1 && ordered - 3 > delivered)
    story.push({ ago: ordered - 3, how: 'no answer', minutes: 1 })
  return story
}

function thank(ago: Ago, turn: number): SampleTouch {
  return {
    ago,
    how: 'letter',
    gave: true,
    note: after[turn % after.length]!,
    minutes: 6,
    technique: 'Handwritten card',
  }
}
