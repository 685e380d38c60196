// What makes files last: bytes and names that are on the disk before anything relies on them.
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, readSync, renameSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const renameWithinMs = 10_000

/** A database and what SQLite keeps beside it. The file itself last: while it is there, its log belongs to it. */
export const databaseEndings = ['-journal', '-wal', '-shm', '']

/** Returns when the bytes are on the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Copies a file that only its owner shall read: a copy takes the permissions of what it was made of, not the umask's. */
export function copyPrivately(from: string, to: string): void {
  copyFileSync(from, to)
  try {
    chmodSync(to, 0o600)
  } catch {
    // A disk that knows no permissions.
  }
}

/** Makes renames in a folder last. Windows has no such thing: there the rename itself is on its way to the disk. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** SHA-256 of a file's bytes, in hexadecimal; never of the live file, whose locks a plain read would drop. */
export function hashFile(file: string): string {
  const digest = createHash('sha256')
  const handle = openSync(file, 'r')
  try {
    const buffer = Buffer.allocUnsafe(1 << 20)
    for (;;) {
      const length = readSync(handle, buffer)
      if (length === 0) return digest.digest('hex')
      digest.update(buffer.subarray(0, length))
    }
  } finally {
    closeSync(handle)
  }
}

/** Virus scanners hold new files open for a moment. */
export async function renameFile(from: string, to: string): Promise<void> {
  const until = Date.now() + renameWithinMs
  for (;;) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(code) || Date.now() > until) throw error
      await wait(100)
    }
  }
}
