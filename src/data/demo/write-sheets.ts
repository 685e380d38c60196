// Writes the sample shop's call sheets of the weeks before: printed on Monday, typed back on Saturday, one row left blank.
import { daysBetween } from '../../shared/rules/days/days.ts'
import { daysOfWeek, shiftWeek, weekOf } from '../../shared/rules/days/weeks.ts'
import { type Filling, idNamed } from './filling.ts'
import type { ToldPerson } from './tell-history.ts'

const goals = [
  'six spoken with, three visits',
  'everybody with a quote asked once',
  'three new faces written down',
  '',
  'the school and the inn',
]
/** Open days of the week times the hours the settings have. */
const hours = 5
const mostRows = 9

interface SheetTouch {
  id: number
  person_id: number
  happened_on: string
}

/** One sheet for each of the last weeks: rows for whom was tried or touched in it, as far as a front holds them. */
export async function writeSheets(filling: Filling, told: ToldPerson[]): Promise<void> {
  const { db, on, uid, ids } = filling
  const courted = new Set(
    told.filter(({ person }) => person.courted).map(({ person }) => idNamed(ids, 'person', person.key)),
  )
  const thisWeek = weekOf(on(0))
  for (const [index, goal] of goals.entries()) {
    const week = shiftWeek(thisWeek, index - goals.length)
    const touched = (await listTouches(filling, week)).filter((touch) => courted.has(touch.person_id))
    if (touched.length === 0) continue
    const monday = daysOfWeek(week)[0]!
    const { id: sheetId } = await db
      .insertInto('call_sheets')
      .values({
        uid: uid(),
        week,
        goal,
        hours,
        proposed_at: filling.at(monday),
        printed_at: filling.at(monday),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const people = [...new Set(touched.map((touch) => touch.person_id))].slice(0, mostRows - 1)
    for (const personId of people) {
      const rowId = await writeRow(filling, {
        sheetId,
        week,
        personId,
        position: people.indexOf(personId) + 1,
        done: true,
      })
      await db
        .updateTable('touches')
        .set({ sheet_row_id: rowId })
        .where(
          'id',
          'in',
          touched.filter((touch) => touch.person_id === personId).map((touch) => touch.id),
        )
        .execute()
    }
    const isLast = index === goals.length - 1
    const blank = isLast ? await findUntouched(filling, monday) : undefined
    if (blank !== undefined)
      await writeRow(filling, { sheetId, week, personId: blank, position: people.length + 1, done: false })
  }
}

/** Ours, to one person, in the week. */
function listTouches({ db }: Filling, week: string): Promise<SheetTouch[]> {
  const days = daysOfWeek(week)
  return db
    .selectFrom('touches')
    .select(['id', 'person_id', 'happened_on'])
    .where('happened_on', '>=', days[0]!)
    .where('happened_on', '<=', days[6]!)
    .where('direction', '=', 'out')
    .where('to_many_uid', 'is', null)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
}

/** Somebody of the focus list nobody got round to since that Monday. */
async function findUntouched({ db }: Filling, monday: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('focus_memberships as m')
    .innerJoin('contact_points as c', 'c.person_id', 'm.person_id')
    .select('m.person_id')
    .where('m.left_on', 'is', null)
    .where('m.joined_on', '<', monday)
    .where('c.kind', '=', 'phone')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('touches as t')
            .select('t.id')
            .whereRef('t.person_id', '=', 'm.person_id')
            .where('t.happened_on', '>=', monday),
        ),
      ),
    )
    .orderBy('m.id')
    .executeTakeFirst()
  return row?.person_id
}

async function writeRow(
  { db, uid }: Filling,
  row: { sheetId: number; week: string; personId: number; position: number; done: boolean },
): Promise<number> {
  const days = daysOfWeek(row.week)
  const before = await db
    .selectFrom('touches')
    .select('happened_on')
    .where('person_id', '=', row.personId)
    .where('happened_on', '<', days[0]!)
    .orderBy('happened_on', 'desc')
    .executeTakeFirst()
  const reason = before ? `No touch for ${daysBetween(before.happened_on, days[0]!)} days` : 'No touch yet'
  const { useful } = await db
    .selectFrom('people')
    .select('useful')
    .where('id', '=', row.personId)
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('call_sheet_rows')
    .values({
      uid: uid(),
      sheet_id: row.sheetId,
      person_id: row.personId,
      position: row.position,
      reason,
      bring: useful,
      state: row.done ? 'done' : 'open',
      entered_on: row.done ? days[5]! : null,
      rolled_from: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
