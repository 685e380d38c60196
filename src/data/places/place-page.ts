// One place's page: the record, who goes there, what comes next, and our visits.

import type { ParsedInput } from '../../shared/contract/index.ts'
import type { Place } from '../../shared/contract/places.ts'
import { proposeNextOccasion } from '../../shared/rules/places/place-visits.ts'
import type { QueryContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { refuseDamagedRows } from '../records/refuse-damaged.ts'
import { listVisits } from './place-visits.ts'
import { countPeopleAt, findPlace, listPeopleAt, readVisitDays } from './places.ts'

/** The page lists no more people than this. */
const mostPeople = 200

/** One place's page, with as many of the newest visits as asked for. @throws AppError not-found */
export async function getPlace(
  db: Reader,
  { id, visits }: ParsedInput<'places.get'>,
  { sqlite, clock }: QueryContext,
): Promise<Place> {
  const place = await findPlace(db, id)
  refuseDamagedRows(sqlite, 'places', [id])
  const history = await listVisits(db, id, visits)
  refuseDamagedRows(
    sqlite,
    'place_visits',
    history.visits.map((visit) => visit.id),
  )
  const today = clock.today()
  const missed = place.next_on !== null && place.next_on < today ? [place.next_on] : []
  return {
    id,
    name: place.name,
    kind: place.kind,
    nextOn: place.next_on,
    nextWhat: place.next_what,
    nextBring: place.next_bring,
    note: place.note,
    proposedOn: proposeNextOccasion([...readVisitDays(sqlite, id), ...missed], today),
    people: listPeopleAt(sqlite, id, mostPeople),
    peopleCount: countPeopleAt(sqlite, id),
    visits: history.visits,
    visitCount: history.count,
  }
}
