// Where the owner's last backups are, remembered outside the data folder: when that is gone, its own list is gone with it.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface KnownBackups {
  /** The newest first; also those whose stick is not there now. */
  list(): string[]
  keep(files: readonly string[]): void
}

/** @param folder the program's own, of this data folder */
export function keepKnownBackups(folder: string): KnownBackups {
  const file = join(folder, 'backups.json')
  const list = () => {
    try {
      const known: unknown = JSON.parse(readFileSync(file, 'utf8'))
      return Array.isArray(known) ? known.filter((one): one is string => typeof one === 'string') : []
    } catch {
      return []
    }
  }
  return {
    list,
    keep(files) {
      // A file without backups, as one just begun, makes none unknown.
      if (files.length === 0 || files.join('\n') === list().join('\n')) return
      try {
        writeFileSync(`${file}.part`, JSON.stringify(files))
        renameSync(`${file}.part`, file)
      } catch {
        // The disk is full or read-only: it is only a help.
      }
    },
  }
}
