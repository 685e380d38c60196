// Types a sheet back in: the whole text as one command, read again here, written whole or not at all.

import type { ParsedInput } from '../../shared/contract/index.ts'
import { type EnteredSheet, typeBackKey } from '../../shared/contract/type-back.ts'
import { AppError, type Name } from '../../shared/errors.ts'
import { daysOfWeek } from '../../shared/rules/days/weeks.ts'
import type { Entry, RowEntry } from '../../shared/rules/type-back/sheet-entry.ts'
import { understandSheet } from '../../shared/rules/type-back/understand-sheet.ts'
import { findSheet } from '../call-sheets/call-sheets.ts'
import type { CommandContext } from '../engine/contexts.ts'
import { forgetDraft } from '../engine/drafts.ts'
import type { Writer } from '../engine/store.ts'
import { listMembers, parkIfFull } from '../focus-list/focus-list.ts'
import type { LineContext } from '../touches/settle-outcome.ts'
import { enterDecision, enterRow } from './enter-line.ts'
import { enterWalkIn } from './enter-walk-in.ts'
import { readTypedSheet } from './read-typed-sheet.ts'

/**
 * Writes everything a typed sheet says, in the order of its days. The same row and day as before corrects; another day
 * adds a touch; rows with a line are done.
 * @throws AppError bad-week, sheet-not-found, sheet-nothing-typed; sheet-lines-wrong with how many lines cannot be read
 * and the first of them
 */
export async function enterSheet(
  db: Writer,
  { week, text, words }: ParsedInput<'typeBack.enter'>,
  { clock, say }: Pick<CommandContext, 'clock' | 'say'>,
): Promise<EnteredSheet> {
  const facts = await readTypedSheet(db, { week }, { clock })
  const sheet = await findSheet(db, week)
  if (!facts || !sheet) throw new AppError('sheet-not-found', { week })
  const { lines, problems, rows, walkIns: people, blank } = understandSheet(text, facts, words)
  const wrong = lines.find((line) => line.problem)
  if (wrong) throw new AppError('sheet-lines-wrong', { count: problems, line: wrong.number })
  if (lines.length === 0) throw new AppError('sheet-nothing-typed')
  const entries = lines.flatMap(({ entry }) => (entry ? [entry] : []))
  const onList = new Set(await listMembers(db))
  const written = await enterAll(db, entries, { clock, words, sheetId: sheet.id })
  const noRoom = await parkWithoutRoom(db, entries, onList, { clock, words })
  await forgetDraft(db, typeBackKey(week), text)
  const on = daysOfWeek(week)[0]!
  if (people === 0) say('callSheets.typing.done.rows', { count: rows, on })
  else if (rows === 0) say('callSheets.typing.done.people', { count: people, on })
  else say('callSheets.typing.done.rowsAndPeople', { count: rows, people, on })
  return { ...written, noRoom, blank: blank.map((row) => row.name) }
}

/**
 * A line typed anew can bring somebody back who had left by it, when others have their place by now. After all lines,
 * because another may have made room.
 * @param onList who was on the focus list before
 * @returns the names of those who wait for a place
 */
async function parkWithoutRoom(
  db: Writer,
  entries: Entry[],
  onList: ReadonlySet<number>,
  { clock, words }: Pick<LineContext, 'clock' | 'words'>,
): Promise<Name[]> {
  const names: Name[] = []
  for (const entry of entries) {
    const who = personOf(entry)
    if (who === null) continue
    const { personId, name } = who
    if (!onList.has(personId) && (await parkIfFull(db, personId, words.writes.noRoom, { clock })))
      names.push(name)
  }
  return names
}

/** Whose line may bring them back: it is typed anew. */
function personOf(entry: Entry): { personId: number; name: Name } | null {
  if (entry.kind === 'row' || entry.kind === 'decision') return entry.row
  if (entry.kind !== 'walk-in' || entry.corrects === null) return null
  return { personId: entry.corrects.personId, name: entry.line.name }
}

async function enterAll(
  db: Writer,
  entries: Entry[],
  context: LineContext,
): Promise<Omit<EnteredSheet, 'blank' | 'noRoom'>> {
  const result = {
    touches: 0,
    attempts: 0,
    corrected: 0,
    decided: 0,
    added: [] as Name[],
    known: [] as Name[],
  }
  const count = (entry: RowEntry) => {
    if (entry.corrects !== null) result.corrected += 1
    else if (entry.how === null) result.decided += 1
    else if (entry.how === 'no answer') result.attempts += 1
    else result.touches += 1
  }
  const rows = entries.flatMap((entry) =>
    entry.kind === 'row' ? [entry] : entry.kind === 'rest' ? entry.rows : [],
  )
  for (const entry of rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    await enterRow(db, entry, context)
    count(entry)
  }
  for (const entry of entries) {
    if (entry.kind === 'decision') {
      await enterDecision(db, entry, context)
      result.decided += 1
    } else if (entry.kind === 'walk-in') {
      const { name, as } = await enterWalkIn(db, entry, context)
      if (as !== 'corrected') result[as].push(name)
      if (as === 'corrected') result.corrected += 1
      else if (entry.line.how === 'no answer') result.attempts += 1
      else result.touches += 1
    }
  }
  return result
}
