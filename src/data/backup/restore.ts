// Restores one file: what it holds beside what the owner's file holds, then the swap, while nobody else may open the folder.

import { basename, dirname, join } from 'node:path'
import type { Restored, RestorePreview } from '../../shared/contract/backup.ts'
import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../engine/clock.ts'
import { runFileWork } from '../engine/file-work.ts'
import { localTimeOf } from '../engine/local-time.ts'
import type { Lock } from '../engine/lock.ts'
import { dataFileName, holdFolder, openHeld } from '../engine/open-database.ts'
import { asideOf, findAsideName } from '../engine/set-aside.ts'
import type { Store } from '../engine/store.ts'
import { beginSwap, forgetCandidate } from '../engine/swap-files.ts'
import { type Prepared, restoreWork } from './prepare-restore.ts'

/** A checked copy that waits for the owner's yes. */
export interface PendingRestore extends Prepared {
  ticket: string
}

/**
 * Copies a file beside the data file, checks the copy and compares. `store` is null when the data file cannot be opened.
 * @throws AppError as prepareRestore, data-file-busy
 */
export async function inspectRestore(
  source: { file: string; folder: string; store: Store | null; clock: Clock },
  progress: (done: number, total: number) => void,
): Promise<PendingRestore> {
  const { file, folder, store, clock } = source
  const lock = store ? null : holdFolder(folder)
  try {
    const live = join(folder, dataFileName)
    const prepared = await runFileWork(
      restoreWork,
      { file, live, isOpen: store !== null, now: clock.now() },
      progress,
    )
    return { ...prepared, ticket: crypto.randomUUID() }
  } finally {
    lock?.release()
  }
}

export function describePending({ contentHash: _, asBackup: __, ...shown }: PendingRestore): RestorePreview {
  return shown
}

/**
 * Sets the data file aside, puts the checked copy in its place and opens it; when it does not open as what was
 * checked, everything is put back.
 * @param lock held on the folder, its file closed
 * @returns the store now open: the restored one, or with a `refusal` the one from before
 * @throws AppError as openHeld; the folder is let go then
 */
export async function swapStore(
  folder: string,
  pending: PendingRestore,
  clock: Clock,
  lock: Lock,
): Promise<{ store: Store; restored: Restored }> {
  const file = join(folder, dataFileName)
  const now = clock.now()
  const setAside = findAsideName(file, `${clock.today()} ${localTimeOf(now)}`)
  const { people, touches, changeNumber } = pending.backup
  let refusal: AppError | null = null
  try {
    await beginSwap(file, { direction: 'in', setAside, changeNumber, contentHash: pending.contentHash })
  } catch (error) {
    refusal = new AppError('restore-failed', {}, { cause: error })
    forgetCandidate(file)
  }
  const store = await openHeld(folder, now, lock)
  if (!refusal && !store.refusal) rememberBackup(store, pending, now)
  return {
    store: refusal ? { ...store, refusal } : store,
    restored: { people, touches, changeNumber, setAside: asideOf(file, setAside) },
  }
}

/** No backup holds the record of itself: without this line a file just restored would count as never backed up. */
function rememberBackup(
  { sqlite }: Store,
  { backup, contentHash, asBackup }: PendingRestore,
  now: string,
): void {
  if (!asBackup) return
  sqlite
    .prepare(
      `INSERT INTO backups (made_at, folder, file, bytes, sha256, people, touches, content_hash, verified_at)
       VALUES (:madeAt, :folder, :name, :bytes, :sha256, :people, :touches, :contentHash, :now)`,
    )
    .run({
      ...asBackup,
      ...backup,
      folder: dirname(backup.file),
      name: basename(backup.file),
      contentHash,
      now,
    })
}
