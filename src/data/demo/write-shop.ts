// Writes what belongs to the sample shop itself: its settings, firms, places, techniques and what it spent.
import { makeSortName } from '../engine/search-index.ts'
import { type Filling, idNamed, idNamedOrNull, idOf, openDays } from './filling.ts'
import { closedPeriods, firms, places, shopName, spends, techniques, texts } from './sample-shop.ts'
import { sayPhone, writeContact } from './write-people.ts'

/** The settings row that marks a file as the sample shop; one undo takes it away with the rest. */
export const demoKey = 'demo'

const shopSettings = { shopName, openDays, callHoursPerDay: 1, focusCap: 18, [demoKey]: true }

/** All but the people; ids are noted under the names. */
export async function writeShop({ db, country, on, at, uid, ids }: Filling): Promise<void> {
  for (const [key, value] of Object.entries(shopSettings)) {
    await db
      .insertInto('settings')
      .values({ key, value: JSON.stringify(value) })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(value) }))
      .execute()
  }
  const opened = at(on(730))
  for (const { name, kind, phone, note } of firms) {
    const firm = {
      uid: uid(),
      name,
      sort_name: makeSortName(name),
      kind,
      note: note ?? '',
      created_at: opened,
    }
    const id = await idOf(
      db
        .insertInto('firms')
        .values({ ...firm, deleted_at: null })
        .returning('id'),
    )
    ids.set(`firm ${name}`, id)
    if (phone)
      await writeContact({ db, country, uid }, { firm_id: id, person_id: null }, 'phone', sayPhone(phone), 0)
  }
  for (const { name, kind, note } of techniques) {
    const technique = { uid: uid(), name, kind, note, deleted_at: null }
    ids.set(`technique ${name}`, await idOf(db.insertInto('techniques').values(technique).returning('id')))
  }
  for (const { name, kind, next, what, bring, note } of places) {
    const place = {
      uid: uid(),
      name,
      sort_name: makeSortName(name),
      kind,
      next_on: on(next),
      next_what: what,
      next_bring: bring,
      note: note ?? '',
      deleted_at: null,
    }
    ids.set(`place ${name}`, await idOf(db.insertInto('places').values(place).returning('id')))
  }
  for (const text of texts) {
    await db
      .insertInto('message_texts')
      .values({ uid: uid(), ...text, deleted_at: null })
      .execute()
  }
  for (const { from, to, what } of closedPeriods) {
    await db
      .insertInto('closed_periods')
      .values({ uid: uid(), from_on: on(from), to_on: on(to), what })
      .execute()
  }
  for (const { ago, amount, what, source, place, technique } of spends) {
    const owner = {
      place_id: idNamedOrNull(ids, 'place', place),
      technique_id: idNamedOrNull(ids, 'technique', technique),
    }
    await db
      .insertInto('spends')
      .values({ uid: uid(), spent_on: on(ago), amount, what, source, ...owner })
      .execute()
  }
}

/** Who gathers where; after the people are written. */
export async function writePlacePeople({ db, uid, ids }: Filling): Promise<void> {
  for (const { name, people } of places) {
    for (const key of people) {
      const meeting = { place_id: idNamed(ids, 'place', name), person_id: idNamed(ids, 'person', key) }
      await db
        .insertInto('place_people')
        .values({ uid: uid(), ...meeting })
        .execute()
    }
  }
}

/** Our visits; the touches of that day at that place are theirs, and leave the minutes to them. After the touches. */
export async function writePlaceVisits({ db, openOn, uid, ids }: Filling): Promise<void> {
  for (const { name, visits } of places) {
    for (const { ago, brought, note, minutes, cost } of visits) {
      const visit = { uid: uid(), place_id: idNamed(ids, 'place', name), visited_on: openOn(ago) }
      await db
        .insertInto('place_visits')
        .values({ ...visit, brought, note: note ?? '', minutes, cost: cost ?? null })
        .execute()
      await db
        .updateTable('touches')
        .set({ to_many_uid: visit.uid, minutes: null })
        .where('place_id', '=', visit.place_id)
        .where('happened_on', '=', visit.visited_on)
        .execute()
    }
  }
}
