// Makes two records of one person one: reads both, follows the plan of the rule, and moves what hangs on the one that goes.

import type { MergePreview } from '../../shared/contract/duplicates.ts'
import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { PersonColumns } from '../../shared/rules/duplicates/merge-fields.ts'
import {
  applyMerge,
  type MergePlan,
  type MergeRows,
  type MergeSide,
  type MergeTable,
  planMerge,
} from '../../shared/rules/duplicates/merge-people.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import { rowsOf } from '../call-sheets/call-sheets.ts'
import { renumber } from '../call-sheets/change-call-sheet.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader, ReadingSqlite, Sqlite, Writer } from '../engine/store.ts'
import { type OwnerTable, references } from '../engine/tables.ts'
import { makeUid } from '../engine/uid.ts'
import { dropFirmIfEmpty } from '../records/firms.ts'
import { describePair } from './duplicates.ts'

/** How the rows that can stand in each other's way are read; `id` is the person's. */
const readRows: Record<MergeTable, string> = {
  contact_points: 'SELECT * FROM contact_points WHERE person_id = :id',
  consents: 'SELECT * FROM consents WHERE person_id = :id',
  pair_decisions: 'SELECT * FROM pair_decisions WHERE person_id = :id OR other_id = :id',
  place_people: 'SELECT * FROM place_people WHERE person_id = :id',
  pursuits: 'SELECT * FROM pursuits WHERE person_id = :id',
  focus_memberships: 'SELECT * FROM focus_memberships WHERE person_id = :id',
  call_sheet_rows: `SELECT r.*, s.printed_at IS NOT NULL AS printed FROM call_sheet_rows r
    JOIN call_sheets s ON s.id = r.sheet_id WHERE r.person_id = :id`,
  next_steps: 'SELECT * FROM next_steps WHERE person_id = :id',
  answers: 'SELECT * FROM answers WHERE person_id = :id',
  qualification: 'SELECT * FROM qualification WHERE person_id = :id',
  referrals: 'SELECT * FROM referrals WHERE referrer_id = :id OR person_id = :id',
}

/** Tables whose rows the plan itself points at the one who stays. */
const planned: OwnerTable[] = ['referrals', 'pair_decisions']

/** Columns that name a person and simply follow. */
const followers = references.filter(({ table, at }) => at === 'people' && !planned.includes(table))

/**
 * One of the two records with the rows the plan weighs.
 * @throws AppError not-found when there is none; in-bin
 */
export function readMergeSide(sqlite: ReadingSqlite, id: number): MergeSide {
  const person = sqlite.prepare('SELECT * FROM people WHERE id = ?').get(id) as PersonColumns | undefined
  if (!person) throw new AppError('not-found', { id })
  const firm = sqlite.prepare('SELECT name FROM firms WHERE id = ?').pluck().get(person.firm_id) as
    | string
    | undefined
  if (person.deleted_at !== null)
    throw new AppError('in-bin', { name: nameFact({ name: person.name, firm: firm ?? '' }) })
  const rows = Object.fromEntries(
    Object.entries(readRows).map(([table, text]) => [
      table,
      sqlite.prepare(`${text} ORDER BY 1`).all({ id }),
    ]),
  ) as unknown as MergeRows
  return { person, firm: firm ?? '', rows }
}

function readBoth(sqlite: ReadingSqlite, { keptId, goneId }: { keptId: number; goneId: number }) {
  const kept = readMergeSide(sqlite, keptId)
  const name = nameFact({ name: kept.person.name, firm: kept.firm })
  if (keptId === goneId) throw new AppError('merge-with-themselves', { name })
  return { kept, gone: readMergeSide(sqlite, goneId) }
}

/**
 * The merge as it would be: every field that differs, who they will be, what follows and what else happens.
 * @throws AppError not-found, merge-with-themselves
 */
export function previewMerge(
  _db: Reader,
  input: ParsedInput<'duplicates.preview'>,
  { sqlite, clock }: QueryContext,
): MergePreview {
  const { kept, gone } = readBoth(sqlite, input)
  const plan = planMerge(kept, gone, input.choices, clock.today())
  const after = applyMerge(kept, gone, plan)
  const count = (table: string, columns: string[]) =>
    sqlite
      .prepare(
        `SELECT count(*) FROM ${table} WHERE ${columns.map((column) => `${column} = :id`).join(' OR ')}`,
      )
      .pluck()
      .get({ id: input.goneId }) as number
  return {
    kept: describePair(sqlite, input.keptId),
    gone: describePair(sqlite, input.goneId),
    fields: plan.fields,
    after: {
      name: after.person.name,
      firm: after.firm,
      alsoKnownAs: after.person.also_known_as,
      note: after.person.note,
      contactPoints: after.rows.contact_points
        .toSorted((one, other) => one.position - other.position || one.id - other.id)
        .map(({ kind, value, label }) => ({ kind, value, label })) as MergePreview['after']['contactPoints'],
    },
    follows: {
      touches: count('touches', ['person_id']),
      nextSteps: gone.rows.next_steps.filter((step) => step.done_on === null && step.dropped_on === null)
        .length,
      jobs: count('jobs', ['person_id']),
      referrals: gone.rows.referrals.length,
    },
    remarks: plan.remarks,
  }
}

/**
 * Makes two records one, as the preview showed it.
 * @throws AppError not-found, merge-with-themselves
 */
export async function mergePeople(
  db: Writer,
  input: ParsedInput<'duplicates.merge'>,
  context: CommandContext,
): Promise<CallOutput<'duplicates.merge'>> {
  const { sqlite, clock } = context
  const { keptId, goneId } = input
  const { kept, gone } = readBoth(sqlite, input)
  const plan = planMerge(kept, gone, input.choices, clock.today())
  sqlite.pragma('defer_foreign_keys = ON')
  writePlan(sqlite, plan)
  for (const { table, column } of followers) {
    sqlite
      .prepare(`UPDATE ${table} SET ${column} = :keptId WHERE ${column} = :goneId`)
      .run({ keptId, goneId })
  }
  // What files of both say is there once.
  sqlite
    .prepare(
      `DELETE FROM file_fields WHERE person_id = :keptId AND EXISTS (SELECT 1 FROM file_fields x
         WHERE x.person_id = :keptId AND x.label = file_fields.label AND x.value = file_fields.value
           AND x.id < file_fields.id)`,
    )
    .run({ keptId })
  sqlite.prepare('DELETE FROM people WHERE id = ?').run(goneId)
  setColumns(sqlite, 'people', keptId, changedColumns(kept.person, plan.person))
  sqlite
    .prepare(
      'INSERT INTO merged_people (uid, person_id, gone_id, gone_uid, merged_on) VALUES (?, ?, ?, ?, ?)',
    )
    .run(makeUid(Date.parse(clock.now())), keptId, goneId, gone.person.uid, clock.today())
  for (const { firm_id: firmId } of [kept.person, gone.person]) {
    if (firmId !== null && firmId !== plan.person.firm_id) await dropFirmIfEmpty(db, firmId)
  }
  await closeUpSheets(db, gone, kept, plan)
  joinDrafts(sqlite, keptId, goneId)
  const after = nameFact({ name: plan.person.name, firm: applyMerge(kept, gone, plan).firm })
  const other = nameFact({ name: gone.person.name, firm: gone.firm })
  context.say('duplicates.merged', { name: after, other })
  return { id: keptId }
}

type Columns = Record<string, string | number | null>

function setColumns(sqlite: Sqlite, table: OwnerTable, id: number, columns: Columns): void {
  const names = Object.keys(columns)
  if (names.length === 0) return
  const assignments = names.map((name) => `${name} = :${name}`).join(', ')
  sqlite.prepare(`UPDATE ${table} SET ${assignments} WHERE id = :id`).run({ ...columns, id })
}

function changedColumns(before: PersonColumns, after: PersonColumns): Columns {
  const columns = Object.entries(after).filter(
    ([name, value]) => value !== before[name as keyof PersonColumns],
  )
  return Object.fromEntries(columns)
}

function writePlan(sqlite: Sqlite, plan: MergePlan): void {
  for (const { from, to } of plan.sheetRows) {
    sqlite.prepare('UPDATE touches SET sheet_row_id = ? WHERE sheet_row_id = ?').run(to, from)
  }
  // What goes first makes room: one place on the focus list, one answer to a question.
  for (const { table, id } of plan.removals) sqlite.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id)
  for (const { table, id, columns } of plan.changes) setColumns(sqlite, table, id, columns)
}

/** A sheet that is not on paper yet counts its rows anew without the one that went. */
async function closeUpSheets(db: Writer, gone: MergeSide, kept: MergeSide, plan: MergePlan): Promise<void> {
  const rows = new Map(
    [...gone.rows.call_sheet_rows, ...kept.rows.call_sheet_rows].map((row) => [row.id, row]),
  )
  for (const { from } of plan.sheetRows) {
    const row = rows.get(from)
    if (!row || row.printed === 1 || row.state === 'removed') continue
    const left = (await rowsOf(db, row.sheet_id)).filter((one) => one.state !== 'removed')
    await renumber(
      db,
      left,
      left.map((_, index) => index + 1),
    )
  }
}

/** Words typed and not saved yet go on waiting, on the page that stays. */
function joinDrafts(sqlite: Sqlite, keptId: number, goneId: number): void {
  sqlite
    .prepare(
      `INSERT INTO drafts (key, value, saved_at)
       SELECT 'log-box:' || :keptId, value, saved_at FROM drafts WHERE key = 'log-box:' || :goneId
       ON CONFLICT (key) DO UPDATE SET value = drafts.value || char(10) || excluded.value`,
    )
    .run({ keptId: String(keptId), goneId: String(goneId) })
  sqlite.prepare("DELETE FROM drafts WHERE key = 'log-box:' || ?").run(String(goneId))
}
