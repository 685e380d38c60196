// Writes files to import into a folder of their own, and imports them through the real runner.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallInput, CallOutput } from '../../src/shared/contract/index.ts'
import { sayRemarks } from '../../src/shared/messages/say-remarks.ts'
import type { TestStore } from './make-store.ts'

export interface ImportFolder {
  /** Writes a file and gives its path. */
  write(name: string, content: string): string
  remove(): void
}

export function makeImportFolder(): ImportFolder {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-import-'))
  return {
    write(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Each path stands behind a token of its own, as main would grant it. */
function grant(paths: string[]): { files: string[]; paths: Record<string, string> } {
  return {
    files: paths.map((_, index) => `file-${index}`),
    paths: Object.fromEntries(paths.map((path, index) => [`file-${index}`, path])),
  }
}

export function importPaths(
  store: TestStore,
  paths: string[],
  more: Partial<CallInput<'importExport.import'>> = {},
): Promise<CallOutput<'importExport.import'>> {
  const granted = grant(paths)
  return store.call(
    'importExport.import',
    { files: granted.files, remarks: sayRemarks(), ...more },
    { paths: granted.paths },
  )
}

export function previewPaths(
  store: TestStore,
  paths: string[],
  more: Partial<CallInput<'importExport.preview'>> = {},
): Promise<CallOutput<'importExport.preview'>> {
  const granted = grant(paths)
  return store.call('importExport.preview', { files: granted.files, ...more }, { paths: granted.paths })
}
