// Reads what the best channel to each person is chosen from.
import {
  type BestChannel,
  type Channel,
  type ChannelFacts,
  chooseChannel,
} from '../../shared/rules/people/best-channel.ts'
import type { Reader } from '../engine/store.ts'

/** @returns the best channel to each of these people; null for someone who refused them all */
export async function readChannels(
  db: Reader,
  personIds: readonly number[],
): Promise<Map<number, BestChannel | null>> {
  const facts = await readChannelFacts(db, personIds)
  return new Map([...facts].map(([id, one]) => [id, chooseChannel(one)]))
}

/** Everything on record about how to reach each of these people. */
export async function readChannelFacts(
  db: Reader,
  personIds: readonly number[],
): Promise<Map<number, ChannelFacts>> {
  if (personIds.length === 0) return new Map()
  const people = await db
    .selectFrom('people')
    .select(['id', 'firm_id', 'best_channel', 'channel_via', 'best_time'])
    .where('id', 'in', personIds)
    .execute()
  const own = await db
    .selectFrom('contact_points')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', 'in', personIds)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const firmIds = [...new Set(people.flatMap((person) => person.firm_id ?? []))]
  const shared = await db
    .selectFrom('contact_points')
    .select(['firm_id', 'kind', 'value'])
    .where('firm_id', 'in', firmIds)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const consents = await db
    .selectFrom('consents')
    .select(['person_id', 'channel', 'answer'])
    .where('person_id', 'in', personIds)
    .orderBy('said_on')
    .orderBy('id')
    .execute()
  const pointsOf = Map.groupBy(own, (point) => point.person_id)
  const pointsOfFirm = Map.groupBy(shared, (point) => point.firm_id)
  const saidBy = Map.groupBy(consents, (consent) => consent.person_id)
  return new Map(
    people.map((person): [number, ChannelFacts] => {
      // The latest answer for a channel stands.
      const said = new Map<Channel, 'yes' | 'no'>()
      for (const consent of saidBy.get(person.id) ?? []) said.set(consent.channel, consent.answer)
      const facts = {
        bestChannel: person.best_channel,
        channelVia: person.channel_via,
        bestTime: person.best_time,
        points: [...(pointsOf.get(person.id) ?? []), ...(pointsOfFirm.get(person.firm_id) ?? [])],
        refused: [...said].filter(([, answer]) => answer === 'no').map(([channel]) => channel),
      }
      return [person.id, facts]
    }),
  )
}
