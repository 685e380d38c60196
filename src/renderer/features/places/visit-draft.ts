// What stands in the dialog of a visit before it is saved, and how it becomes one.
import type { CallInput } from '../../../shared/contract/index.ts'
import type { Place, PlaceVisit } from '../../../shared/contract/places.ts'
import { currencyDigits, formatNearDate } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'

export interface DraftPerson {
  id: number
  name: string
  firm: string
  met: boolean
  talked: boolean
}

/** Texts stand as typed; the day is read when it is saved. */
export interface VisitDraft {
  /** '' means today. */
  day: string
  brought: string
  note: string
  minutes: number | null
  /** In the shop's currency, not in its minor units. */
  cost: number | null
  people: DraftPerson[]
}

/** @param on the day that is known already, null for today */
export function newVisit(place: Place, on: string | null, today: string): VisitDraft {
  return {
    day: on === null || on === today ? '' : formatNearDate(on, today),
    // What was thought of for an occasion yet to come stays with it.
    brought: place.nextOn !== null && place.nextOn > (on ?? today) ? '' : place.nextBring,
    note: '',
    minutes: null,
    cost: null,
    people: place.people.map(({ id, name, firm }) => ({ id, name, firm, met: false, talked: false })),
  }
}

export function draftOfVisit(visit: PlaceVisit, place: Place, today: string): VisitDraft {
  const metIds = new Set(visit.met.map((person) => person.id))
  return {
    day: formatNearDate(visit.visitedOn, today),
    brought: visit.brought,
    note: visit.note,
    minutes: visit.minutes,
    cost: visit.cost === null ? null : visit.cost / 10 ** currencyDigits(),
    people: [
      ...visit.met.map((person) => ({ ...person, met: true })),
      ...newVisit(place, null, today).people.filter((person) => !metIds.has(person.id)),
    ],
  }
}

/** @returns the visit, or the sentence that says why its day cannot be read */
export function readVisit(
  draft: VisitDraft,
  today: string,
): { visit: CallInput<'places.logVisit'>['visit'] } | { problem: string } {
  const typed = draft.day.trim()
  const visitedOn = typed === '' ? today : readDay(typed, today, 'behind')
  if (visitedOn === null) return { problem: t('touches.notADay', { typed }) }
  return {
    visit: {
      visitedOn,
      brought: draft.brought,
      note: draft.note,
      minutes: draft.minutes,
      cost: draft.cost === null ? null : Math.round(draft.cost * 10 ** currencyDigits()),
      met: draft.people.filter((person) => person.met).map(({ id, talked }) => ({ personId: id, talked })),
    },
  }
}
