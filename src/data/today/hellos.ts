// Who bought, left the list and has a date of theirs now; and inquiries that are too old to be owed.
import { sql } from 'kysely'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { addDays } from '../../shared/rules/days/days.ts'
import { inquiryDays } from '../../shared/rules/focus-list/owed.ts'
import { daysAfterPurchase } from '../../shared/rules/focus-list/timely.ts'
import { findHellos, helloDays, quietDays } from '../../shared/rules/today/say-hello.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { readNames } from '../focus-list/focus-list.ts'
import { readEvidence } from '../records/evidence.ts'
import { findPerson } from '../records/pursuits.ts'
import { isOnList, isReachable, where } from '../records/shown-people.ts'
import { selectInquirers } from '../records/waiting.ts'

/** As many are looked at; a week greets two. */
const mostRead = 100
/** How far back an order may lie that a date of theirs is told from, in days. */
const oldestOrder = 3 * 365

/** @param today the local day they are told for */
export async function readHellos(db: Reader, today: string) {
  const people = await db
    .selectFrom('people')
    .select(['id', 'no_hello_until'])
    .where('id', 'in', await findCandidates(db, today))
    .execute()
  const quiet = new Map(people.map((person) => [person.id, person.no_hello_until]))
  const evidence = await readEvidence(db, [...quiet.keys()], today)
  return findHellos(evidence.map((one) => ({ evidence: one, noHelloUntil: quiet.get(one.personId) ?? null })))
}

/** Customers off the list whose last order, usual gap or birthday may fall due about now; the rule decides. */
async function findCandidates(db: Reader, today: string): Promise<number[]> {
  const days = Array.from({ length: helloDays + 1 }, (_, index) => addDays(today, -index))
  const isDue = (on: string) => {
    const { halfYear, elevenMonths } = daysAfterPurchase(on)
    return days.includes(halfYear) || days.includes(elevenMonths)
  }
  const birthdays = new Set(
    Array.from({ length: helloDays + 2 }, (_, index) => addDays(today, index).slice(5)),
  )
  const rows = await db
    .selectFrom('jobs as j')
    .crossJoin('people as p')
    .whereRef('p.id', '=', 'j.person_id')
    .select(['j.person_id', 'p.birthday'])
    .select(({ fn }) => [fn.max('j.ordered_on').as('last'), fn.min('j.ordered_on').as('first')])
    .select(sql<number>`count(DISTINCT j.ordered_on)`.as('orders'))
    .where('j.ordered_on', '>=', addDays(today, -oldestOrder))
    .where(where(isReachable('p')))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('focus_memberships as m')
            .select('m.id')
            .whereRef('m.person_id', '=', 'j.person_id')
            .where(where(isOnList('m'))),
        ),
      ),
    )
    .groupBy('j.person_id')
    .execute()
  return rows
    .filter(({ last, orders, birthday }) => {
      const isBorn = birthday !== null && birthdays.has(birthday.slice(-5))
      return isBorn || isDue(last!) || (orders >= 3 && last! < addDays(today, -7))
    })
    .slice(0, mostRead)
    .map((row) => row.person_id)
}

/** Whom to greet today, with the date that makes it now. */
export async function listHellos(
  db: Reader,
  _input: unknown,
  { clock }: Pick<QueryContext, 'clock'>,
): Promise<CallOutput<'today.hellos'>> {
  const hellos = await readHellos(db, clock.today())
  const names = await readNames(
    db,
    hellos.map((hello) => hello.personId),
  )
  return hellos.map(({ personId, message }) => {
    const { name, firm } = names.get(personId)!
    return { personId, name, firm, message }
  })
}

/** "Not this year": no greeting on their dates for a while. @throws AppError not-found */
export async function skipHello(
  db: Writer,
  { personId }: ParsedInput<'today.skipHello'>,
  { clock, say }: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const { name } = await findPerson(db, personId)
  await db
    .updateTable('people')
    .set({ no_hello_until: addDays(clock.today(), quietDays) })
    .where('id', '=', personId)
    .execute()
  say('today.notes.noHello', { name })
  return {}
}

/** An inquiry this old, in days, is past apologising for. */
const oldestInquiry = 120

/** The longest waiting inquiry that is too old to be owed: apologise, or let it go. */
export async function getLateInquiry(
  db: Reader,
  _input: unknown,
  { clock }: Pick<QueryContext, 'clock'>,
): Promise<CallOutput<'today.lateInquiry'>> {
  const today = clock.today()
  const late = await selectInquirers(db)
    .select(['t.id', 't.happened_on', 't.note'])
    .where('t.happened_on', '<', addDays(today, -inquiryDays))
    .where('t.happened_on', '>=', addDays(today, -oldestInquiry))
    .orderBy('t.happened_on')
    .orderBy('t.id')
    .executeTakeFirst()
  if (!late) return null
  const { name, firm } = (await readNames(db, [late.person_id])).get(late.person_id)!
  return { personId: late.person_id, name, firm, touchId: late.id, on: late.happened_on, note: late.note }
}
