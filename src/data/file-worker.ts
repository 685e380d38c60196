// Entry of the thread for whole-file work: checks, backs up, exports or prepares a restore on a snapshot of its own, and ends.
import { inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError, assertNever } from '../shared/errors.ts'
import { checkDataFile, checkSteps } from './backup/check-data-file.ts'
import { copyDataFile, copySteps } from './backup/copy-data-file.ts'
import { prepareRestore, restoreSteps } from './backup/prepare-restore.ts'
import type { FileJob, FileWorkReply } from './engine/file-work.ts'
import { writeExport } from './import-export/write-export.ts'

function reply(message: FileWorkReply): void {
  parentPort?.postMessage(message)
}

const count = (total: number) => (done: number) => reply({ type: 'progress', done, total })

async function run(job: FileJob): Promise<unknown> {
  switch (job.kind) {
    case 'backup':
      return copyDataFile(job, count(copySteps))
    case 'check':
      return checkDataFile(job, count(checkSteps))
    case 'export':
      return writeExport(job, (done, total) => reply({ type: 'progress', done, total }))
    case 'restore':
      return prepareRestore(job, count(restoreSteps))
    default:
      return assertNever(job)
  }
}

try {
  reply({ type: 'done', value: await run(workerData as FileJob) })
} catch (error) {
  if (!(error instanceof AppError)) throw error
  const { code, facts, cause } = error
  reply({ type: 'failed', error: { code, facts }, detail: cause === undefined ? '' : inspect(cause) })
}
