// Calls of the backup area: back up to a folder the owner chose, check a file, restore one, say how old the last one is.
import { command, query, shell, task } from './define.ts'
import { FileToken, Message, Nothing } from './shapes.ts'
import { z } from './zod.ts'

export const Backup = z.object({
  madeAt: z.string(),
  folder: z.string(),
  file: z.string(),
  bytes: z.number(),
  people: z.number(),
  touches: z.number(),
  verifiedAt: z.string().nullable(),
  /** Rows that were damaged in the data file already, by table; the backup holds them as they were there. */
  inDoubt: z.array(Message),
})
export type Backup = z.output<typeof Backup>

export const CheckResult = z.object({
  good: z.boolean(),
  file: z.string(),
  people: z.number(),
  touches: z.number(),
  changeNumber: z.number(),
  contentHash: z.string(),
  problems: z.array(Message),
})
export type CheckResult = z.output<typeof CheckResult>

/** What a file holds, for comparing two of them. */
export const FileSide = z.object({
  file: z.string(),
  /** The last thing done in it, UTC; null in a file nobody wrote into. */
  changedAt: z.string().nullable(),
  people: z.number(),
  touches: z.number(),
  changeNumber: z.number(),
})
export type FileSide = z.output<typeof FileSide>

export const RestorePreview = z.object({
  /** Stands for the checked copy: what is restored is what was shown. */
  ticket: z.string(),
  backup: FileSide,
  /** Null when it cannot be read. */
  live: FileSide.nullable(),
  /** What only the owner's file holds, in sentences; empty when there is nothing, or it cannot be read. */
  lost: z.array(Message),
  /** What only the backup holds. */
  found: z.array(Message),
})
export type RestorePreview = z.output<typeof RestorePreview>

export const Restored = z.object({
  people: z.number(),
  touches: z.number(),
  changeNumber: z.number(),
  /** The folder that holds the file as it was before. */
  setAside: z.string(),
})
export type Restored = z.output<typeof Restored>

/** A row that is not as a command wrote it, and what a backup holds in its place. */
export const DoubtfulRow = z.object({
  table: z.string(),
  id: z.number(),
  who: z.object({ personId: z.number(), name: z.string() }).nullable(),
  /** It is not there any more, but was. */
  isGone: z.boolean(),
  /** What differs from the backup; without one, its words. */
  fields: z.array(z.object({ column: z.string(), now: z.string(), before: z.string().nullable() })),
  backup: z.object({ id: z.number(), madeAt: z.string() }).nullable(),
})
export type DoubtfulRow = z.output<typeof DoubtfulRow>

const RowName = z.object({ table: z.string().max(50), id: z.number().int() })

export const backup = {
  'backup.status': query(
    ['backup'],
    Nothing,
    z.object({ last: Backup.nullable(), dataFile: z.string(), recent: z.array(Backup) }),
  ),
  /** Copied online, reopened, checked, matched, renamed into place; counts only when all of that held. */
  'backup.run': task(z.object({ folder: FileToken }), Backup),
  /** The live file, or a backup the owner chose. */
  'backup.check': task(z.object({ file: FileToken.nullable().default(null) }), CheckResult),
  /** Reads every row of the file; the first hundred in doubt. */
  'backup.doubtfulRows': task(Nothing, z.object({ rows: z.array(DoubtfulRow), count: z.number() })),
  /** What stands there is right. */
  'backup.confirmRow': command(RowName, Nothing),
  /** A backup's row takes its place. */
  'backup.takeRow': command(RowName.extend({ backupId: z.number().int() }), Nothing),
  /** Copies the file beside the owner's, checks the copy and compares; works too when the owner's cannot be opened. */
  'backup.inspect': shell(z.object({ file: FileToken }), RestorePreview),
  /** Sets the owner's file aside and puts the checked copy in its place, or leaves all as it was. */
  'backup.restore': shell(z.object({ ticket: z.string().max(100) }), Restored),
}
