// Opens what a fault left behind with the program, as the next start would, and finds what was lost, mixed or falsely said.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { openBuilt } from './built-storage.ts'
import type { Said } from './run-workload.ts'
import type { Tally } from './tally.ts'
import { otherPeople, ownPeople } from './work-folder.ts'
import { addedName, type Workflow } from './workflows.ts'

export interface State {
  program: string
  workflow: Workflow
  folder: string
  ext: string
  said: Said
  /** What repeats it. */
  label: string
  /** Whether the program's own check of the whole file is asked too: it takes longest. */
  check: boolean
  tally: Tally
}

const slowMs = 5_000

/** Counts each fault into the state's tally; returns whether there was any. */
export async function judgeState(state: State): Promise<boolean> {
  const found: string[] = []
  const fault = (name: string, what: string) => {
    found.push(name)
    state.tally.fault(name, `${state.label} ${state.workflow}: ${what}`)
  }
  judgeBackups(state, fault)
  const started = performance.now()
  const storage = await openBuilt(state.program, state.folder)
  if (!storage.opened.ok) {
    fault('not opened', JSON.stringify(storage.opened.error))
    return true
  }
  if (performance.now() - started > slowMs)
    fault('slow start', `${Math.round(performance.now() - started)} ms`)
  if (state.check) {
    const checked = await storage.call('backup.check', { file: null })
    if (!checked.ok) fault('damaged', JSON.stringify(checked.error))
    else if (!(checked.value as { good: boolean }).good) fault('damaged', JSON.stringify(checked.value))
  }
  await storage.close()
  judgeRows(state, fault)
  for (const file of readdirSync(state.folder)) {
    if (/\.part$|\.unfinished$|^restoring$/.test(file)) state.tally.seen('left after the next start')
  }
  return found.length > 0
}

type Fault = (name: string, what: string) => void

function judgeRows(state: State, fault: Fault): void {
  const sqlite = new Database(join(state.folder, 'regulars.db'), { readonly: true })
  try {
    const verdict = sqlite.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') fault('damaged', String(verdict))
    const there = new Set(sqlite.prepare('SELECT uid FROM commands').pluck().all() as string[])
    if (state.workflow === 'restore') judgeRestore(state, sqlite, there, fault)
    else {
      const lost = state.said.done.filter((id) => !there.has(id))
      if (lost.length > 0) fault('lost', `${lost.length} of ${state.said.done.length} acknowledged`)
      judgeHalves(sqlite, there, state, fault)
    }
    const refused = state.said.not.filter(({ id, code }) => there.has(id) && code !== 'unknown-outcome')
    if (refused.length > 0) fault('refused but done', JSON.stringify(refused))
  } finally {
    sqlite.close()
  }
}

const count = (sqlite: Database.Database, sql: string) => sqlite.prepare(sql).pluck().get() as number

/** A command is there whole or not at all. */
function judgeHalves(sqlite: Database.Database, there: Set<string>, state: State, fault: Fault): void {
  if (state.workflow === 'import') {
    const people = count(sqlite, "SELECT count(*) FROM people WHERE name LIKE 'Ivo Imported%'")
    const imports = count(sqlite, 'SELECT count(*) FROM imports')
    if (people !== imports * 120) fault('mixed', `${people} people of ${imports} imports`)
  }
  if (state.workflow === 'log-many') {
    const touches = count(sqlite, "SELECT count(*) FROM touches WHERE note LIKE 'note % xxx%'")
    if (touches % 30 !== 0) fault('mixed', `${touches} touches of entries for 30`)
  }
  if (state.said.done.length === 0 && there.size > 0) state.tally.seen('saved, and not yet answered')
}

/** The one shop or the other, whole; with an acknowledged restore the restored one, and the one before set aside. */
function judgeRestore(state: State, sqlite: Database.Database, there: Set<string>, fault: Fault): void {
  const people = count(sqlite, `SELECT count(*) FROM people WHERE name NOT LIKE '${addedName}%'`)
  const touches = count(sqlite, 'SELECT count(*) FROM touches')
  const shop = people === ownPeople ? 'old' : people === otherPeople ? 'new' : 'neither'
  if (shop === 'neither' || touches !== people * 20) fault('mixed', `${people} people, ${touches} touches`)
  const { restored, done, not } = state.said
  if (restored && shop !== 'new') fault('lost', 'the restore was acknowledged')
  const before = restored ? done.slice(0, state.said.doneBefore) : done
  const after = done.slice(before.length)
  if (after.some((id) => !there.has(id))) fault('lost', 'acknowledged after the restore')
  if (shop === 'old') {
    if (before.some((id) => !there.has(id))) fault('lost', 'acknowledged before the restore')
  } else if (shop === 'new' && !isSetAside(state.folder, before)) {
    fault('lost', 'the file before the restore is not set aside whole')
  }
  state.tally.seen(restored ? `restored: ${shop}` : not.length > 0 ? `refused: ${shop}` : `cut off: ${shop}`)
}

function isSetAside(folder: string, done: string[]): boolean {
  const aside = join(folder, 'set-aside')
  if (!existsSync(aside)) return false
  return readdirSync(aside).some((name) => {
    const file = join(aside, name, 'regulars.db')
    if (!existsSync(file)) return false
    const sqlite = new Database(file)
    try {
      const there = new Set(sqlite.prepare('SELECT uid FROM commands').pluck().all())
      return done.every((id) => there.has(id))
    } catch {
      return false
    } finally {
      sqlite.close()
    }
  })
}

/** Each acknowledged backup is there, with its manifest, and whole. */
function judgeBackups(state: State, fault: Fault): void {
  if (state.workflow !== 'backup') return
  for (const { file } of state.said.files) {
    const reason = findBackupFault(join(state.ext, basename(String(file))))
    if (reason) fault('false backup', reason)
  }
  const half = readdirSync(state.ext).filter((file) => !/\.db(\.sha256)?$/.test(file))
  if (half.length > 0) state.tally.seen('half a backup under another name', half.length)
}

function findBackupFault(file: string): string | null {
  if (!existsSync(file)) return 'is not there'
  if (!existsSync(`${file}.sha256`)) return 'has no manifest'
  const [wanted] = readFileSync(`${file}.sha256`, 'utf8').split(' ')
  if (createHash('sha256').update(readFileSync(file)).digest('hex') !== wanted)
    return 'is not what its manifest says'
  const sqlite = new Database(file, { readonly: true })
  try {
    const verdict = sqlite.pragma('integrity_check', { simple: true })
    return verdict === 'ok' ? null : String(verdict)
  } finally {
    sqlite.close()
  }
}
