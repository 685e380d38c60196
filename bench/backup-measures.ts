// Backup through the real task, beside the bare copy, the tools of the system, and the bare checks.

import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { dataFileName } from '../src/data/engine/open-database.ts'
import { ownerTables } from '../src/data/engine/tables.ts'
import type { Samples } from './measures.ts'
import type { Plan } from './plan.ts'
import { openStorage } from './storage.ts'
import { settleDisk } from './work-folder.ts'

/** `folder` holds a copy of the data file that nothing else has open. */
export async function measureBackup(
  built: string,
  folder: string,
  work: string,
  samples: Samples,
  plan: Plan,
): Promise<void> {
  const opened = await openStorage(built, folder)
  const target = join(work, 'backups')
  const file = join(folder, dataFileName)
  const fresh = () => {
    rmSync(target, { recursive: true, force: true })
    mkdirSync(target, { recursive: true })
    settleDisk()
  }
  try {
    for (let round = 0; round < plan.backups; round += 1) {
      fresh()
      await samples.time('backup', 'ours', () => opened.call('backup.run', { folder: 'target' }, { target }))
      fresh()
      await samples.time('backup', 'copy', () => copyRaw(file, join(target, 'copy.db')))
      await samples.time('backup', 'checks', () => {
        checkRaw(file)
        checkRaw(join(target, 'copy.db'))
      })
      fresh()
      await samples.time('backup', 'tools', () => copyWithTools(file, join(target, 'copy.db')))
    }
  } finally {
    await opened.close()
    rmSync(target, { recursive: true, force: true })
  }
}

async function copyRaw(file: string, copy: string): Promise<void> {
  const sqlite = new Database(file, { readonly: true })
  await sqlite.backup(copy, { progress: () => 2000 })
  sqlite.close()
}

function checkRaw(file: string): void {
  const sqlite = new Database(file, { readonly: true })
  sqlite.pragma('integrity_check')
  for (const table of ownerTables) {
    for (const _ of sqlite.prepare(`SELECT * FROM ${table}`).raw().iterate()) {
      // Only the reading counts.
    }
  }
  sqlite.close()
}

function copyWithTools(file: string, copy: string): void {
  const run = (program: string, ...args: string[]) => {
    const { status, error } = spawnSync(program, args, { stdio: 'ignore' })
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? status}`)
  }
  run('cp', '--reflink=never', file, copy)
  run('sync', copy)
  run('sha256sum', copy)
}
