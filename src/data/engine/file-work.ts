// Runs a named job on whole files in a thread of its own, one after the other: a statement that cannot be sliced blocks nobody there.
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError, type CallError } from '../../shared/errors.ts'

type Progress = (done: number, total: number) => void

/** A job, under the name by which the thread finds it again. */
export interface FileWork<Job, Result> {
  name: string
  /** Called in the thread alone. */
  run(job: Job, progress: Progress): Promise<Result> | Result
}

/** What the thread is started with. */
export interface FileWorkOrder {
  name: string
  job: unknown
}

/** What the thread answers. */
export type FileWorkReply =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; value: unknown }
  | { type: 'failed'; error: CallError; detail: string }

/** Built, both files are .js and lie side by side; in tests both are .ts. */
const script = new URL(
  extname(import.meta.url) === '.ts' ? '../file-worker.ts' : './file-worker.js',
  import.meta.url,
)

let last: Promise<unknown> = Promise.resolve()

/**
 * Runs one job on its own read-only connection and snapshot.
 * @throws AppError as the job says
 */
export function runFileWork<Job, Result>(
  work: FileWork<Job, Result>,
  job: Job,
  progress: Progress,
): Promise<Result> {
  const result = last.then(() => startWorker({ name: work.name, job }, progress))
  last = result.catch(() => undefined)
  return result as Promise<Result>
}

function startWorker(order: FileWorkOrder, progress: Progress): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: order })
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
