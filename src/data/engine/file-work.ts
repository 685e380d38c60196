// Starts whole-file work in a thread of its own, one after the other: a statement that cannot be sliced blocks nobody there.
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CheckResult } from '../../shared/contract/backup.ts'
import { AppError, type CallError } from '../../shared/errors.ts'
import type { CheckJob } from '../backup/check-data-file.ts'
import type { Copied, CopyJob } from '../backup/copy-data-file.ts'
import type { Prepared, RestoreJob } from '../backup/prepare-restore.ts'
import type { Exported, ExportJob } from '../import-export/write-export.ts'

export type FileJob =
  | ({ kind: 'backup' } & CopyJob)
  | ({ kind: 'check' } & CheckJob)
  | ({ kind: 'export' } & ExportJob)
  | ({ kind: 'restore' } & RestoreJob)

interface Results {
  backup: Copied
  check: CheckResult
  export: Exported
  restore: Prepared
}

/** What the thread answers. */
export type FileWorkReply =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; value: unknown }
  | { type: 'failed'; error: CallError; detail: string }

/** Built, both files are .js and lie side by side; in tests both are .ts. */
const script = new URL(`./file-worker${extname(import.meta.url)}`, import.meta.url)

let last: Promise<unknown> = Promise.resolve()

/**
 * Runs one job on its own read-only connection and snapshot.
 * @throws AppError as the job says
 */
export function runFileWork<J extends FileJob>(
  job: J,
  progress: (done: number, total: number) => void,
): Promise<Results[J['kind']]> {
  const result = last.then(() => startWorker(job, progress))
  last = result.catch(() => undefined)
  return result as Promise<Results[J['kind']]>
}

function startWorker(job: FileJob, progress: (done: number, total: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: job })
    worker.on('message', (reply: FileWorkReply) => {
      if (reply.type === 'progress') progress(reply.done, reply.total)
      else if (reply.type === 'done') resolve(reply.value)
      else
        reject(new AppError(reply.error.code, reply.error.facts, reply.detail ? { cause: reply.detail } : {}))
    })
    worker.on('error', reject)
    // Has no effect once answered.
    worker.on('exit', (code) => reject(new Error(`file work ended with ${code}`)))
  })
}
