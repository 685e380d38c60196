// Who rose and fell in a week, told from dated evidence: the same as standings kept day by day, for old weeks as well.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { settleStandings } from '../../../src/data/engine/standing.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import { daysOfWeek, shiftWeek } from '../../../src/shared/rules/days/weeks.ts'
import { decisiveQuestions, knowQuestions } from '../../../src/shared/rules/know-card/know-card.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { makeRandom } from '../../support/random.ts'

let shop: TestStore
const week = '2026-W48'
const uid = () => crypto.randomUUID()

beforeEach(async () => {
  shop = await makeStore({ today: '2026-11-16' })
})
afterEach(() => shop.close())

const addPerson = async (name: string) => (await shop.call('people.add', { uid: uid(), name })).id
const log = (personId: number, touch: CallInput<'touches.log'>['touch']) =>
  shop.call('touches.log', { uid: uid(), personId, touch })
const answer = (personId: number, question: (typeof knowQuestions)[number], words: string) =>
  shop.call('knowCard.answer', { personId, question, words })

async function getToKnow(personId: number): Promise<void> {
  for (const question of knowQuestions.slice(0, 4)) await answer(personId, question, 'Oak.')
  for (const question of decisiveQuestions) {
    await shop.call('knowCard.qualify', { personId, question, answer: 'yes' })
  }
}

/** "Nora rose: known → likes us" of everybody whose standing moved. */
async function listMoves(of = week): Promise<string[]> {
  const { moved } = await shop.call('weekReview.get', { week: of })
  return moved.flatMap(({ name, moves, standing }) =>
    standing ? [`${name} ${moves.at(-1)}: ${standing.before} → ${standing.now}`] : [],
  )
}

describe('the week under way', () => {
  test('shows who rose, with the standing their page has', async () => {
    const nora = await addPerson('Nora')
    await getToKnow(nora)
    shop.clock.today = '2026-11-25'
    await log(nora, { how: 'met', gave: true })
    const { moved } = await shop.call('weekReview.get', { week })
    expect(moved).toEqual([
      {
        id: nora,
        name: 'Nora',
        firm: '',
        onPaper: true,
        moves: ['rose'],
        standing: { before: 'known', now: 'likes us' },
      },
    ])
    expect((await shop.call('people.get', { id: nora })).standing).toMatchObject({ standing: 'likes us' })
    expect(await listMoves('2026-W47')).toEqual(['Nora rose:  → known'])
  })

  test('stands behind what was done, and before who only joined the list', async () => {
    for (const name of ['Ann', 'Bob']) await addPerson(name)
    const nora = await addPerson('Nora')
    await getToKnow(nora)
    await log(nora, { how: 'met', gave: true })
    shop.clock.today = '2026-11-25'
    await shop.call('focusList.add', { uid: uid(), personId: 1 })
    await log(nora, { how: 'talked', outcome: 'bought' })
    const { moved } = await shop.call('weekReview.get', { week })
    expect(moved.map(({ name, moves }) => [name, ...moves])).toEqual([
      ['Nora', 'bought', 'rose'],
      ['Ann', 'joined'],
    ])
    expect(moved[0]!.standing).toEqual({ before: 'likes us', now: 'trusts us' })
  })

  test('knows nothing of a week to come', async () => {
    const nora = await addPerson('Nora')
    await getToKnow(nora)
    expect(await listMoves('2026-W48')).toEqual([])
  })
})

test('an answer said in other words, or merged with an older one, is no rise', async () => {
  const nora = await addPerson('Nora')
  const twin = await addPerson('Nora L')
  await getToKnow(nora)
  await answer(twin, 'why', 'It was a gift.')
  shop.clock.today = '2026-11-25'
  await answer(nora, 'why', 'Oak, and walnut.')
  expect(await listMoves()).toEqual([])
  await shop.call('duplicates.merge', { keptId: twin, goneId: nora, choices: {} })
  expect(await listMoves()).toEqual([])
})

test('a touch logged late moves the week it happened in', async () => {
  const nora = await addPerson('Nora')
  await getToKnow(nora)
  shop.clock.today = '2026-12-04'
  await log(nora, { how: 'talked', gave: true, happenedOn: '2026-11-24' })
  expect(await listMoves()).toEqual(['Nora rose: known → likes us'])
  expect(await listMoves('2026-W49')).toEqual([])
})

describe('falls by time alone', () => {
  test('in the week the last contact is 181 days old, and later by the days the shop was closed', async () => {
    const nora = await addPerson('Nora')
    await getToKnow(nora)
    await log(nora, { how: 'met', gave: true })
    shop.clock.today = '2027-08-01'
    // 181 days after Monday 16 November is Sunday 16 May, the last day of week 19.
    expect(await listMoves('2027-W18')).toEqual([])
    expect(await listMoves('2027-W19')).toEqual(['Nora fell: likes us → known'])
    expect(await listMoves('2027-W20')).toEqual([])
    await shop.call('settings.addClosedPeriod', {
      uid: uid(),
      from: '2027-02-01',
      to: '2027-02-07',
      what: '',
    })
    expect(await listMoves('2027-W19')).toEqual([])
    expect(await listMoves('2027-W20')).toEqual(['Nora fell: likes us → known'])
  })

  test('when a name is more than twelve months old', async () => {
    const nora = await addPerson('Nora')
    await getToKnow(nora)
    await log(nora, { how: 'met', gave: true, outcome: 'bought' })
    await log(nora, { how: 'talked', outcome: 'named a friend' })
    shop.clock.today = '2027-08-02'
    await log(nora, { how: 'met' })
    shop.clock.today = '2027-12-01'
    expect(await listMoves('2027-W45')).toEqual([])
    expect(await listMoves('2027-W46')).toEqual(['Nora fell: fan → trusts us'])
  })
})

test('over a year and a half of chance, every week moved as the standings kept each Sunday did', async () => {
  const random = makeRandom(48)
  const people: number[] = []
  for (let number = 1; number <= 10; number += 1) people.push(await addPerson(`Person ${number}`))
  for (const [from, to] of [
    ['2026-12-24', '2027-01-03'],
    ['2027-07-19', '2027-08-08'],
  ] as const)
    await shop.call('settings.addClosedPeriod', { uid: uid(), from, to, what: '' })
  const weeks = Array.from({ length: 78 }, (_, index) => shiftWeek('2026-W47', index))
  const kept: Map<number, string>[] = []
  for (const [index, of] of weeks.entries()) {
    const days = daysOfWeek(of)
    for (const day of [days[0]!, days[2]!, days[4]!]) {
      shop.clock.today = day
      // The second half of the time is quiet, so that standings lapse.
      if (index > 35 && random.chance(0.85)) continue
      const personId = random.pick(people)
      const chance = random.below(10)
      if (chance < 3) await answer(personId, random.pick(knowQuestions), `Said on ${day}.`)
      else if (chance < 5) await getToKnow(personId)
      else {
        const how = random.pick(['met', 'talked', 'message', 'no answer'] as const)
        const outcome = random.pick([null, null, 'bought', 'named a friend'] as const)
        await log(personId, { how, outcome, gave: random.chance(0.6) })
      }
    }
    shop.clock.today = days[6]!
    settleStandings(shop.store.sqlite, days[6]!)
    const rows = shop.store.sqlite
      .prepare('SELECT person_id AS id, standing FROM person_summaries')
      .all() as { id: number; standing: string }[]
    kept.push(new Map(rows.map(({ id, standing }) => [id, standing])))
  }
  shop.clock.today = addDays(shop.clock.today, 30)
  const seen = { rose: 0, fell: 0 }
  for (const [index, of] of weeks.entries()) {
    const { moved } = await shop.call('weekReview.get', { week: of })
    const before = kept[index - 1]
    const expected = people.flatMap((id) => {
      const change = { before: before?.get(id) ?? '', now: kept[index]!.get(id)! }
      return change.before === change.now ? [] : [{ id, ...change }]
    })
    const told = moved.flatMap(({ id, standing }) => (standing ? [{ id, ...standing }] : []))
    expect(
      told.toSorted((a, b) => a.id - b.id),
      of,
    ).toEqual(expected)
    for (const { moves } of moved) {
      if (moves.includes('rose')) seen.rose += 1
      if (moves.includes('fell')) seen.fell += 1
    }
  }
  expect(seen.rose).toBeGreaterThan(15)
  expect(seen.fell).toBeGreaterThan(5)
}, 60_000)
