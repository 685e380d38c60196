// Calls of the backup area: back up to a folder the owner chose, check a file, say how old the last one is.
import { query, task } from './define.ts'
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

export const backup = {
  'backup.status': query(
    Nothing,
    z.object({ last: Backup.nullable(), dataFile: z.string(), recent: z.array(Backup) }),
  ),
  /** Copied online, reopened, checked, matched, renamed into place; counts only when all of that held. */
  'backup.run': task(z.object({ folder: FileToken }), Backup),
  /** The live file, or a backup the owner chose. */
  'backup.check': task(z.object({ file: FileToken.nullable().default(null) }), CheckResult),
}
