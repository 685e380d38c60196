// What comes of a typed line beside its touch: the job, the end of the pursuit, where they first heard of us.
import { readSource } from '../../shared/rules/type-back/read-note.ts'
import type { RowEntry } from '../../shared/rules/type-back/sheet-entry.ts'
import type { SheetWords } from '../../shared/rules/type-back/sheet-line.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Writer } from '../engine/store.ts'
import { loseQuote, writeQuote, writeSale } from '../jobs/leaving-jobs.ts'
import { closePursuit, type FoundPerson, stopContact } from '../records/pursuits.ts'

export interface LineContext {
  /** The sheet that is typed back. */
  sheetId: number
  clock: CommandContext['clock']
  words: SheetWords
}

type Settled = Pick<
  RowEntry,
  'on' | 'outcome' | 'amount' | 'note' | 'lostTo' | 'reason' | 'next' | 'source'
> & {
  touchId: number | null
  person: FoundPerson
}

/** What came of it, beside the touch: the job, the end of the pursuit, and where they first heard of us. */
export async function settleOutcome(db: Writer, settled: Settled, context: LineContext): Promise<void> {
  const { on, outcome, amount, note, person, touchId, next } = settled
  const { what } = readSource(note, context.words.from)
  const personId = person.id
  let jobId: number | null = null
  switch (outcome) {
    case 'quote':
      jobId = await writeQuote(db, { personId, what, amount, on }, context)
      break
    case 'bought': {
      if (settled.source !== '') await fillSource(db, person, settled.source)
      jobId = await writeSale(db, { personId, what, amount, on }, context)
      const leaving = { personId, as: 'won', reason: what, lostTo: '', revisitOn: null } as const
      await closePursuit(db, { ...leaving, jobId }, on)
      break
    }
    case 'lost': {
      const { lostTo, reason } = settled
      const leaving = { personId, as: 'lost', reason, lostTo, revisitOn: next?.on ?? null } as const
      jobId = await loseQuote(db, { personId, on, lostTo, reason })
      await closePursuit(db, { ...leaving, jobId }, on)
      break
    }
    case 'park':
      await closePursuit(
        db,
        { personId, as: 'parked', reason: note, lostTo: '', revisitOn: next?.on ?? null },
        on,
      )
      break
    case 'never contact':
      if (touchId === null) await stopContact(db, personId, note, on)
      break
    case 'named a friend':
    case null:
      break
  }
  if (touchId !== null && jobId !== null) {
    await db.updateTable('touches').set({ job_id: jobId }).where('id', '=', touchId).execute()
  }
}

export async function fillSource(db: Writer, person: FoundPerson, source: string): Promise<void> {
  await db
    .updateTable('people')
    .set({ source })
    .where('id', '=', person.id)
    .where('source', '=', '')
    .execute()
  await db
    .updateTable('pursuits')
    .set({ source })
    .where('person_id', '=', person.id)
    .where('closed_on', 'is', null)
    .where('source', '=', '')
    .execute()
}
