// The calls themselves, without a window: what the storage process takes of each step.

import { randomUUID } from 'node:crypto'
import { makeRandom } from '../tests/support/random.ts'
import { seedToday } from '../tests/support/seed.ts'
import { Samples } from './measures.ts'
import { pickTypedNames } from './pick-people.ts'
import type { Plan } from './plan.ts'
import type { RawFloors } from './raw-floors.ts'
import { openStorage } from './storage.ts'

const words = ['walnut', 'museum', 'gown', 'lobby', 'shadow', 'mirror', 'anniversary', 'linen']

/** In the order of the floors beside them. */
const narrowed = [
  { filters: { source: 'walk-in' } },
  { filters: { standing: 'fan' } },
  { filters: { lastTouch: 'over 30 days' }, sort: 'last touch' },
] as const

/** On a copy of the file that nothing else has open; each call stands beside its floor. */
export async function measureCalls(
  built: string,
  folder: string,
  raw: RawFloors,
  samples: Samples,
  plan: Plan,
): Promise<void> {
  const opened = await openStorage(built, folder)
  const random = makeRandom(11)
  const somebody = () => 1 + random.below(samples.people)
  const rounds = async (count: number, round: (index: number, counted: Samples) => Promise<void>) => {
    for (let index = 0; index < plan.warmUp; index += 1) await round(index, new Samples(samples.people))
    for (let index = 0; index < count; index += 1) await round(index, samples)
  }
  try {
    if (plan.wanted.includes('list')) {
      await rounds(plan.calls, async (_, counted) => {
        await counted.time('list', 'call', () => opened.call('people.list', { limit: 50 }))
        await counted.time('list', 'raw', () => raw.firstPage())
      })
    }
    if (plan.wanted.includes('search')) {
      const names = pickTypedNames(raw.sqlite, plan.names * 3, plan.letters)
      await rounds(names.length, async (index, counted) => {
        for (let length = 1; length <= plan.letters; length += 1) {
          const typed = names[index]!.slice(0, length)
          await counted.time('search', 'call', () => opened.call('people.list', { search: typed }))
          await counted.time('search', 'raw', () => raw.prefix(typed))
        }
      })
    }
    if (plan.wanted.includes('notes')) {
      await rounds(Math.min(plan.calls, 40), async (index, counted) => {
        const word = words[index % words.length]!
        await counted.time('notes', 'ours', () => opened.call('people.list', { search: word }))
        await counted.time('notes', 'raw', () => raw.notes(word))
      })
    }
    if (plan.wanted.includes('today')) {
      await rounds(plan.calls, async (_, counted) => {
        await counted.time('today', 'call', () =>
          Promise.all([opened.call('today.get', {}), opened.call('referrals.thanksOwed', {})]),
        )
        await counted.time('today', 'raw', () => raw.today(seedToday))
      })
    }
    if (plan.wanted.includes('focus')) {
      await rounds(plan.calls, async (_, counted) => {
        await counted.time('focus', 'call', () =>
          Promise.all([opened.call('focusList.get', {}), opened.call('focusList.proposals', {})]),
        )
        await counted.time('focus', 'raw', () => raw.focusTouches())
      })
    }
    if (plan.wanted.includes('filters')) {
      await rounds(plan.calls, async (index, counted) => {
        const list = narrowed[index % narrowed.length]!
        await counted.time('filters', 'ours', () => opened.call('people.list', list))
        await counted.time('filters', 'raw', () => raw.narrowed(index, '2026-10-24'))
      })
    }
    if (plan.wanted.includes('open')) {
      await rounds(plan.calls, async (_, counted) => {
        const id = somebody()
        await counted.time('open', 'call', () =>
          Promise.all([opened.call('people.get', { id }), opened.call('touches.timeline', { personId: id })]),
        )
        await counted.time('open', 'raw', () => raw.timeline(id))
      })
    }
    if (plan.wanted.includes('log')) {
      await rounds(plan.calls, async (_, counted) => {
        const personId = somebody()
        const touch = { how: 'talked', note: 'Asked about the walnut frame in two sizes.' } as const
        const uid = randomUUID()
        await counted.time('log', 'call', () => opened.call('touches.log', { uid, personId, touch }))
        await counted.time('log', 'raw', () => raw.insertTouch(personId, seedToday))
        await counted.time('log', 'disk', () => raw.syncBlock())
      })
    }
  } finally {
    await opened.close()
  }
}
