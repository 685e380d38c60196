// Who bought, left the list and has a date of theirs now; and inquiries that are too old to be owed.
import { sql } from 'kysely'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { addDays } from '../../shared/rules/days/days.ts'
import { inquiryDays } from '../../shared/rules/focus-list/owed.ts'
import { purchaseDays, purchaseMonths } from '../../shared/rules/focus-list/timely.ts'
import { findHellos, helloDays, quietDays } from '../../shared/rules/today/say-hello.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { readNames } from '../focus-list/focus-list.ts'
import { readEvidence } from '../records/evidence.ts'
import { findPerson } from '../records/pursuits.ts'
import { isOnList, isReachable, where } from '../records/shown-people.ts'
import { selectInquirers } from '../records/waiting.ts'

/** As many are looked at; a week greets two. */
const mostRead = 500
/** Orders that make a habit. */
const leastOrders = 3

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
  const date = Temporal.PlainDate.from(today)
  const monthsAgo = date.subtract({ months: purchaseMonths }).toString()
  const halfYearAgo = addDays(today, -purchaseDays)
  const birthdays = Array.from({ length: helloDays + 2 }, (_, ahead) => addDays(today, ahead).slice(5))
  // A month is not as long as the next: a few days more are read than can be due.
  const ofOrder = db
    .selectFrom('jobs as j')
    .select('j.person_id as id')
    .where(({ or, between }) =>
      or([
        between('j.ordered_on', addDays(halfYearAgo, -helloDays), halfYearAgo),
        between('j.ordered_on', addDays(monthsAgo, -helloDays - 3), addDays(monthsAgo, 3)),
      ]),
    )
  const ofBirthday = db
    .selectFrom('people as b')
    .select('b.id')
    .where('b.birthday', 'is not', null)
    .where(sql<boolean>`substr(b.birthday, -5) IN (${sql.join(birthdays)})`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('jobs as o')
          .select('o.id')
          .whereRef('o.person_id', '=', 'b.id')
          .where('o.ordered_on', 'is not', null),
      ),
    )
  const ofHabit = db
    .selectFrom('jobs as h')
    .select('h.person_id as id')
    .where('h.ordered_on', 'is not', null)
    .groupBy('h.person_id')
    .having(sql<boolean>`count(DISTINCT h.ordered_on) >= ${leastOrders}`)
    // The mean gap stands for the usual one here: whoever is far from it is not read.
    .having(sql<boolean>`julianday(${today}) - julianday(max(h.ordered_on)) BETWEEN
      (julianday(max(h.ordered_on)) - julianday(min(h.ordered_on))) / count(DISTINCT h.ordered_on) / 2 AND
      (julianday(max(h.ordered_on)) - julianday(min(h.ordered_on))) * 2 + ${helloDays}`)
  const rows = await db
    .selectFrom(ofOrder.union(ofBirthday).union(ofHabit).as('c'))
    .crossJoin('people as p')
    .whereRef('p.id', '=', 'c.id')
    .select('p.id')
    .where(where(isReachable('p')))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('focus_memberships as m')
            .select('m.id')
            .whereRef('m.person_id', '=', 'p.id')
            .where(where(isOnList('m'))),
        ),
      ),
    )
    .orderBy('p.id')
    .limit(mostRead)
    .execute()
  return rows.map((row) => row.id)
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
