// The call that checks the live file or another one, in a thread of its own so that lists go on answering.

import type { CheckResult } from '../../shared/contract/backup.ts'
import type { ParsedInput } from '../../shared/contract/index.ts'
import type { TaskContext } from '../engine/contexts.ts'
import { runFileWork } from '../engine/file-work.ts'
import { checkWork } from './check-data-file.ts'

/**
 * The verdict on a file, in words the screen can show.
 * @throws AppError file-unreadable
 */
export async function checkFile(
  input: ParsedInput<'backup.check'>,
  context: TaskContext,
): Promise<CheckResult> {
  const file = input.file === null ? null : context.pathOf(input.file)
  return runFileWork(checkWork, { file, live: context.file }, context.progress)
}
