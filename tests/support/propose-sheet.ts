// Proposes a week's sheet, or adds a row to it, as a screen does: asks for the plan, says it, and sends the words.
import type { CallSheet } from '../../src/shared/contract/call-sheets.ts'
import type { CallInput } from '../../src/shared/contract/index.ts'
import { sayPlan, sayUnnamed } from '../../src/shared/messages/say-sheet.ts'
import { say, sayName } from '../../src/shared/messages/translate.ts'
import type { TestStore } from './make-store.ts'

/** A sheet in the words that are printed: names that are off paper, and what is told of the past. */
export function saySheet<Sheet extends CallSheet>(sheet: Sheet) {
  const said = sayUnnamed(sheet)
  const rows = said.rows.map((row) => ({
    ...row,
    name: sayName(row.name),
    history: row.history.map(say).join(' · '),
  }))
  return { ...said, rows }
}

type Caller = Pick<TestStore, 'call'>

export async function proposeSheet(
  store: Caller,
  { uid, week }: Pick<CallInput<'callSheets.propose'>, 'uid' | 'week'>,
): Promise<ReturnType<typeof saySheet>> {
  const plan = await store.call('callSheets.plan', { week })
  return saySheet(await store.call('callSheets.propose', { uid, week, ...sayPlan(plan) }))
}

export async function addSheetRow(
  store: Caller,
  { uid, week, ...add }: { uid: string; week: string } & NonNullable<CallInput<'callSheets.plan'>['add']>,
): Promise<void> {
  const plan = await store.call('callSheets.plan', { week, add })
  await store.call('callSheets.addRow', { uid, week, words: sayPlan(plan).rows[0]! })
}
