// Firms, households and clubs that people belong to: found by name or made, renamed, gone when nothing hangs on them.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { FirmRow } from '../../shared/contract/people.ts'
import { AppError } from '../../shared/errors.ts'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import { makeSortName } from '../engine/search-index.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { isInUse, isShown, where } from './shown-people.ts'

const isFound = `${isInUse('f')} AND (:kind = '' OR f.kind = :kind)
  AND (:typed = '' OR instr(' ' || f.sort_name, ' ' || :typed) > 0)`

const shownPeople = `SELECT p.id FROM people p WHERE p.firm_id = f.id AND ${isShown('p')}`

const firmRows = `
  SELECT f.id AS id, f.name AS name, f.kind AS kind, f.note AS note,
    (SELECT count(*) FROM (${shownPeople})) AS people,
    (SELECT max(s.last_touch_on) FROM person_summaries s WHERE s.person_id IN (${shownPeople})) AS lastTouchOn,
    (SELECT count(*) FROM (
       SELECT j.id FROM jobs j WHERE j.person_id IN (${shownPeople})
       UNION SELECT j.id FROM jobs j JOIN people q ON q.id = j.person_id
         WHERE j.firm_id = f.id AND ${isShown('q')})) AS jobs
  FROM firms f WHERE f.id IN (SELECT value FROM json_each(?))`

/** A page of the firms by name: all, or those of a kind, or with a word that begins as typed. */
export function listFirms(
  _db: Reader,
  { search, kind, offset, limit }: ParsedInput<'people.firms'>,
  { sqlite }: QueryContext,
): CallOutput<'people.firms'> {
  const wanted = { typed: foldText(search), kind: kind ?? '' }
  const total = sqlite.prepare(`SELECT count(*) FROM firms f WHERE ${isFound}`).pluck().get(wanted) as number
  const ids = sqlite
    .prepare(
      `SELECT f.id FROM firms f WHERE ${isFound} ORDER BY f.sort_name, f.id LIMIT :limit OFFSET :offset`,
    )
    .pluck()
    .all({ ...wanted, limit, offset }) as number[]
  const rows = sqlite.prepare(firmRows).all(JSON.stringify(ids)) as FirmRow[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { total, rows: ids.map((id) => byId.get(id)!) }
}

/** The firm of that name, made when there is none; null for ''. Names are the same when they fold to the same text. */
export async function findOrMakeFirm(
  db: Writer,
  name: string,
  context: Pick<CommandContext, 'clock'>,
): Promise<number | null> {
  const trimmed = name.trim()
  if (trimmed === '') return null
  const found = await db
    .selectFrom('firms')
    .select(['id', 'name'])
    .where('sort_name', '=', makeSortName(trimmed))
    .where(where(isInUse('firms')))
    .orderBy('id')
    .execute()
  // Names of nothing but signs all fold to '': those are the same only when they are written the same.
  const same = makeSortName(trimmed) === '' ? found.find((firm) => firm.name === trimmed) : found[0]
  return same?.id ?? makeFirm(db, trimmed, 'business', context)
}

export async function makeFirm(
  db: Writer,
  name: string,
  kind: 'business' | 'household' | 'club',
  { clock }: Pick<CommandContext, 'clock'>,
): Promise<number> {
  const row = await db
    .insertInto('firms')
    .values({ uid: makeUid(), name, sort_name: makeSortName(name), kind, created_at: clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/**
 * Renames a firm, says what kind it is, or changes its note.
 * @throws AppError not-found, firm-needs-name
 */
export async function saveFirm(
  db: Writer,
  input: ParsedInput<'people.saveFirm'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const firm = await db.selectFrom('firms').select('name').where('id', '=', input.id).executeTakeFirst()
  if (!firm) throw new AppError('not-found')
  const name = input.name?.trim()
  if (name === '') throw new AppError('firm-needs-name')
  const changes = {
    ...(name === undefined ? {} : { name, sort_name: makeSortName(name) }),
    ...(input.kind === undefined ? {} : { kind: input.kind }),
    ...(input.note === undefined ? {} : { note: input.note.trim() }),
  }
  if (Object.keys(changes).length === 0) return {}
  await db.updateTable('firms').set(changes).where('id', '=', input.id).execute()
  if (name !== undefined) {
    // People without a name of their own stand in the list under their firm's.
    await db
      .updateTable('people')
      .set({ sort_name: makeSortName(name) })
      .where('firm_id', '=', input.id)
      .where('name', '=', '')
      .execute()
  }
  context.say('people.firmChanged', { name: name ?? firm.name })
  return {}
}

/** Removes a firm that nobody belongs to any more and that holds nothing else. */
export async function dropFirmIfEmpty(db: Writer, firmId: number): Promise<void> {
  await db
    .deleteFrom('firms')
    .where('id', '=', firmId)
    .where('note', '=', '')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('people').select('people.id').whereRef('people.firm_id', '=', 'firms.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contact_points')
            .select('contact_points.id')
            .whereRef('contact_points.firm_id', '=', 'firms.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('jobs').select('jobs.id').whereRef('jobs.firm_id', '=', 'firms.id'))),
    )
    .execute()
}
