// Entry of the thread for whole-file work: checks, backs up, exports or prepares a restore on a snapshot of its own, and ends.
import { inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../shared/errors.ts'
import { checkWork } from './backup/check-data-file.ts'
import { copyWork } from './backup/copy-data-file.ts'
import { doubtfulWork } from './backup/doubtful-rows.ts'
import { restoreWork } from './backup/prepare-restore.ts'
import { sweepWork } from './backup/sweep.ts'
import type { FileWork, FileWorkOrder, FileWorkReply } from './engine/file-work.ts'
import { exportWork } from './import-export/write-export.ts'

const works = [checkWork, copyWork, doubtfulWork, exportWork, restoreWork, sweepWork] as FileWork<
  unknown,
  unknown
>[]

function reply(message: FileWorkReply): void {
  parentPort?.postMessage(message)
}

try {
  const { name, job } = workerData as FileWorkOrder
  const work = works.find((known) => known.name === name)
  if (!work) throw new Error(`no file work is called ${name}`)
  const value = await work.run(job, (done, total) => reply({ type: 'progress', done, total }))
  reply({ type: 'done', value })
} catch (error) {
  if (!(error instanceof AppError)) throw error
  const { code, facts, cause } = error
  reply({ type: 'failed', error: { code, facts }, detail: cause === undefined ? '' : inspect(cause) })
}
