// Large deterministic data sets: the same rows for the same size, every table that lists and screens read filled.

import { openStore } from '../../src/data/engine/open-database.ts'
import { writeRowHashes } from '../../src/data/engine/row-hashes.ts'
import { indexPeople, indexTouches, makeSortName } from '../../src/data/engine/search-index.ts'
import type { Sqlite } from '../../src/data/engine/store.ts'
import { refreshSummary } from '../../src/data/engine/summaries.ts'
import type { OwnerTable } from '../../src/data/engine/tables.ts'
import { foldText } from '../../src/shared/rules/people/fold-text.ts'
import { makeRandom, type Random } from './random.ts'
import { familyNames, firmKinds, firmWords, givenNames, noteParts, sources } from './seed-words.ts'

export const seedToday = '2026-11-23'
export const touchesEach = 20
export const focusSize = 25
const mostOpenSteps = 600

const day = 86_400_000
const last = Date.parse(`${seedToday}T00:00:00Z`)
const years = 3
const first = last - years * 365 * day
/** Rows of one transaction: the log beside the file stays small. */
const slice = 20_000

export interface SeedOptions {
  folder: string
  people: number
  progress?: (what: string, done: number, total: number) => void
}

/** Writes a new data file for `people` people with 20 touches each; the file must not be there yet. */
export async function seedDataFile(options: SeedOptions): Promise<void> {
  const store = await openStore(options.folder, instant(first))
  const { sqlite } = store
  // A file that is being made need not survive a crash; its settings are per connection, none stays in it.
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('cache_size = -1000000')
  try {
    const random = makeRandom(options.people)
    const step = (what: string, total: number, write: (from: number, to: number) => void) => {
      for (let from = 0; from < total; from += slice) {
        sqlite.transaction(write)(from, Math.min(total, from + slice))
        options.progress?.(what, Math.min(total, from + slice), total)
      }
    }
    const firms = Math.ceil(options.people / 8)
    step('firms', firms, writeFirms(sqlite, random))
    step('people', options.people, writePeople(sqlite, random, firms))
    step('touches', options.people * touchesEach, writeTouches(sqlite, random, options.people))
    step('next steps and jobs', options.people, writeStepsAndJobs(sqlite, random, options.people))
    step('focus list', 1, () => writeFocusList(sqlite, random, options.people))
    step('search', options.people, (from, to) => indexPeople(sqlite, ids(from, to)))
    step('search in notes', options.people * touchesEach, (from, to) => indexTouches(sqlite, ids(from, to)))
    step('summaries', options.people, (from, to) => {
      for (const id of ids(from, to)) refreshSummary(sqlite, id)
    })
    for (const table of seededTables) {
      const rows = sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
      step('row hashes', rows, (from, to) => writeRowHashes(sqlite, rowsOf(table, from, to)))
    }
  } finally {
    store.close()
  }
}

const seededTables: OwnerTable[] = [
  'firms',
  'people',
  'contact_points',
  'touches',
  'next_steps',
  'jobs',
  'pursuits',
  'focus_memberships',
]

function* ids(from: number, to: number): Iterable<number> {
  for (let id = from + 1; id <= to; id += 1) yield id
}

function* rowsOf(table: OwnerTable, from: number, to: number) {
  for (const id of ids(from, to)) yield { table, id }
}

const instant = (milliseconds: number) => new Date(milliseconds).toISOString()
const date = (milliseconds: number) => instant(milliseconds).slice(0, 10)

function writeFirms(sqlite: Sqlite, random: Random) {
  const put = sqlite.prepare(
    'INSERT INTO firms (id, uid, name, sort_name, kind, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  return (from: number, to: number) => {
    for (const id of ids(from, to)) {
      const name = `${random.pick(firmWords)} ${random.pick(firmKinds)}${id > 600 ? ` ${id}` : ''}`
      put.run(id, random.uid(first + id), name, makeSortName(name), 'business', instant(first))
    }
  }
}

function writePeople(sqlite: Sqlite, random: Random, firms: number) {
  const put = sqlite.prepare(
    `INSERT INTO people (id, uid, name, sort_name, given_name, family_name, firm_id, role, note, source, found_words,
       created_at, created_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const putContact = sqlite.prepare(
    `INSERT INTO contact_points (uid, person_id, kind, value, label, normalised, position) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  return (from: number, to: number) => {
    for (const id of ids(from, to)) {
      const given = random.pick(givenNames)
      const family = random.pick(familyNames)
      const name = `${given} ${family}`
      const made = first + id * 10
      put.run(
        id,
        random.uid(made),
        name,
        makeSortName(name),
        given,
        family,
        random.chance(0.4) ? 1 + random.below(firms) : null,
        random.chance(0.2) ? random.pick(['owner', 'office manager', 'secretary', 'buyer']) : '',
        random.chance(0.3) ? makeNote(random) : '',
        random.pick(sources),
        random.chance(0.1) ? `${random.pick(noteParts.things)} near me` : '',
        instant(made),
        date(made),
      )
      const phone = `(${201 + random.below(700)}) 555-${String(random.below(10_000)).padStart(4, '0')}`
      const digits = `+1${phone.replaceAll(/\D/g, '')}`
      putContact.run(random.uid(made), id, 'phone', phone, 'mobile', digits, 0)
      if (random.chance(0.9)) {
        const mail = `${foldText(given)}.${foldText(family)}${id}@mail.example`
        putContact.run(random.uid(made), id, 'email', mail, '', mail, 1)
      }
    }
  }
}

function makeNote(random: Random): string {
  const { starts, things, ends } = noteParts
  return `${random.pick(starts)} ${random.pick(things)} ${random.pick(ends)}.`
}

const hows = [
  ['talked', 'phone'],
  ['talked', 'phone'],
  ['met', 'visit'],
  ['met', 'visit'],
  ['message', 'email'],
  ['message', 'email'],
  ['message', 'text'],
  ['voicemail', 'phone'],
  ['no answer', 'phone'],
  ['no answer', 'phone'],
  ['letter', 'letter'],
  ['event', 'event'],
] as const

/** In the order of time, as a shop writes them: one person's touches lie far apart in the file. */
function writeTouches(sqlite: Sqlite, random: Random, people: number) {
  const put = sqlite.prepare(
    `INSERT INTO touches (id, uid, person_id, happened_on, happened_at, how, channel, direction, gave, asked, minutes,
       note, logged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const order = Array.from({ length: people }, (_, index) => index + 1)
  const every = (last - first) / (people * touchesEach)
  return (from: number, to: number) => {
    for (const id of ids(from, to)) {
      const turn = (id - 1) % people
      if (turn === 0) shuffle(order, random)
      const at = Math.floor(first + (id - 1) * every)
      const [how, channel] = random.pick(hows)
      const inbound = how !== 'no answer' && how !== 'voicemail' && random.chance(0.2)
      put.run(
        id,
        random.uid(at),
        order[turn]!,
        date(at),
        random.chance(0.8) ? instant(at) : null,
        how,
        channel,
        inbound ? 'in' : 'out',
        random.chance(0.1) ? 1 : 0,
        random.chance(0.05) ? 1 : 0,
        random.chance(0.5) ? random.pick([2, 5, 10, 15, 30]) : null,
        random.chance(0.7) ? makeNote(random) : '',
        instant(at),
      )
    }
  }
}

function shuffle(order: number[], random: Random): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1)
    const kept = order[index]!
    order[index] = order[other]!
    order[other] = kept
  }
}

/** One owner keeps so many promises, however many people are in the file; half have a kept one, one in six a job. */
function writeStepsAndJobs(sqlite: Sqlite, random: Random, people: number) {
  const openStepEvery = Math.max(10, Math.ceil(people / mostOpenSteps))
  const putStep = sqlite.prepare(
    'INSERT INTO next_steps (uid, person_id, what, due_on, created_on, done_on) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const putJob = sqlite.prepare(
    `INSERT INTO jobs (uid, person_id, what, kind, quoted_on, quoted_amount, ordered_on, delivered_on, paid_on, amount,
       margin, lost_on, lost_to) VALUES (?, ?, ?, 'framing', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (from: number, to: number) => {
    for (const id of ids(from, to)) {
      if (id % openStepEvery === 0) {
        const due = last + (random.below(90) - 3) * day
        putStep.run(random.uid(last), id, makeNote(random), date(due), date(due - 14 * day), null)
      }
      if (random.chance(0.5)) {
        const due = first + random.below(years * 365) * day
        putStep.run(random.uid(last), id, makeNote(random), date(due), date(due - 14 * day), date(due))
      }
      if (!random.chance(1 / 6)) continue
      const quoted = first + random.below(years * 350) * day
      const amount = 100 * (80 + random.below(1200))
      const bought = random.chance(0.6)
      const lost = !bought && random.chance(0.5)
      const ordered = bought ? date(quoted + 4 * day) : null
      const delivered = bought ? date(quoted + 20 * day) : null
      const margin = bought ? Math.round(amount * 0.55) : null
      const what = random.pick(noteParts.things)
      const lostOn = lost ? date(quoted + 30 * day) : null
      putJob.run(
        random.uid(quoted),
        id,
        what,
        date(quoted),
        amount,
        ordered,
        delivered,
        delivered,
        bought ? amount : null,
        margin,
        lostOn,
        lost ? 'another framer' : '',
      )
    }
  }
}

function writeFocusList(sqlite: Sqlite, random: Random, people: number): void {
  const putPursuit = sqlite.prepare(
    `INSERT INTO pursuits (uid, person_id, opened_on, opened_how) VALUES (?, ?, ?, 'focus')`,
  )
  const putMembership = sqlite.prepare(
    'INSERT INTO focus_memberships (uid, person_id, pursuit_id, joined_on, why_now) VALUES (?, ?, ?, ?, ?)',
  )
  for (let place = 0; place < focusSize; place += 1) {
    const person = 1 + Math.floor((place * people) / focusSize)
    const joined = last - (1 + random.below(120)) * day
    const pursuit = putPursuit.run(random.uid(joined), person, date(joined))
    putMembership.run(random.uid(joined), person, pursuit.lastInsertRowid, date(joined), makeNote(random))
  }
}
