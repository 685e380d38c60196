// The call that exports everything, readable, into a folder the owner chose.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { TaskContext } from '../engine/contexts.ts'
import { runFileWork } from '../engine/file-work.ts'
import { localTimeOf } from '../engine/local-time.ts'
import { exportWork } from './write-export.ts'

/**
 * CSV of each report view for spreadsheets, the views and tables exactly as kept, and one vCard file, all of one
 * committed state.
 * @throws AppError export-target-unusable, data-file-damaged; the folder is then as it was
 */
export async function exportEverything(
  input: ParsedInput<'importExport.export'>,
  context: TaskContext,
): Promise<CallOutput<'importExport.export'>> {
  const { file, clock } = context
  const name = `Regulars export ${clock.today()} ${localTimeOf(clock.now())}`
  return runFileWork(exportWork, { file, folder: context.pathOf(input.folder), name }, context.progress)
}
