// Where a range of seeds works: a data folder to begin from, a backup of another shop, files to import, and room for states.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { seedDataFile } from '../support/seed.ts'
import { openBuilt } from './built-storage.ts'
import { sheetRow } from './sheet-row.ts'

export const projectRoot = join(import.meta.dirname, '../..')
/** People of the shop that every workload begins with, and of the one that is restored. */
export const ownPeople = 40
export const otherPeople = 41

export interface Place {
  /** The built program. */
  program: string
  work: string
  /** A data folder of `ownPeople`, closed. */
  base: string
  /** A backup of `otherPeople`, its manifest beside it. */
  backup: string
  csv: string
  cards: string
}

/** Names a place already made: its files are copied instead of made anew, which takes seconds. */
export const readyPlace = 'REGULARS_FAULTS_PLACE'

export async function makePlace(program = projectRoot): Promise<Place> {
  const work = mkdtempSync(join(tmpdir(), 'regulars-faults-'))
  const ready = process.env[readyPlace]
  if (ready) return copyPlace(JSON.parse(ready) as Place, work, program)
  const place = {
    program,
    work,
    base: join(work, 'base'),
    backup: '',
    csv: join(work, 'people.csv'),
    cards: join(work, 'people.vcf'),
  }
  mkdirSync(place.base)
  await seedDataFile({ folder: place.base, people: ownPeople })
  await fillIn(program, place.base)
  writeFileSync(place.csv, writeRows(120))
  writeFileSync(place.cards, writeCards(60))
  return { ...place, backup: await backUpOther(program, work) }
}

function copyPlace(ready: Place, work: string, program: string): Place {
  cpSync(ready.work, work, { recursive: true })
  const move = (path: string) => join(work, relative(ready.work, path))
  return {
    program,
    work,
    base: move(ready.base),
    backup: move(ready.backup),
    csv: move(ready.csv),
    cards: move(ready.cards),
  }
}

/** A sheet: what the seeded people alone do not have. */
async function fillIn(program: string, folder: string): Promise<void> {
  const storage = await openBuilt(program, folder)
  if (!storage.opened.ok) throw new Error(`the seeded file did not open: ${storage.opened.error.code}`)
  const rows = Array.from({ length: 10 }, (_, at) => sheetRow(at + 1))
  const input = { uid: crypto.randomUUID(), week: '2026-W47', rows, places: [] }
  const proposed = await storage.call('callSheets.propose', input, { commandId: crypto.randomUUID() })
  if (!proposed.ok) throw new Error(`no sheet: ${JSON.stringify(proposed.error)}`)
  await storage.close()
}

async function backUpOther(program: string, work: string): Promise<string> {
  const folder = join(work, 'other')
  const stick = join(work, 'stick')
  mkdirSync(folder)
  mkdirSync(stick)
  await seedDataFile({ folder, people: otherPeople })
  const storage = await openBuilt(program, folder)
  const made = await storage.call('backup.run', { folder: 'T' }, { paths: { T: stick } })
  await storage.close()
  if (!made.ok) throw new Error(`no backup: ${JSON.stringify(made.error)}`)
  return (made.value as { file: string }).file
}

export function copyBase(place: Place, name: string): string {
  const folder = join(place.work, name)
  rmSync(folder, { recursive: true, force: true })
  cpSync(place.base, folder, { recursive: true })
  return folder
}

export function emptyFolder(place: Place, name: string): string {
  const folder = join(place.work, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  return folder
}

export function clearPlace(place: Place): void {
  rmSync(place.work, { recursive: true, force: true })
}

/**
 * A copy of the built program with one thing changed, for a control; inside the checkout, so that the native module
 * is found. Throws when the program no longer says what is to be changed: a control that changes nothing proves nothing.
 */
export function alterProgram(name: string, from: string, to: string): string {
  const folder = join(projectRoot, '.cache/faults', `${name}-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(projectRoot, 'out'), join(folder, 'out'), { recursive: true })
  cpSync(join(projectRoot, 'package.json'), join(folder, 'package.json'))
  const main = join(folder, 'out/main')
  const scripts = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(main, file))
    .filter((file) => readFileSync(file, 'utf8').includes(from))
  if (scripts.length === 0) throw new Error(`the built program has no “${from}” to change`)
  for (const file of scripts) writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to))
  return folder
}

function writeRows(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = String(at).padStart(4, '0')
    return `Ivo,Imported${number},ivo${number}@mail.example,(201) 555-${number},"met at the fair, stand ${at}"`
  })
  return ['First Name,Last Name,E-mail,Phone,Notes', ...rows, ''].join('\r\n')
}

function writeCards(count: number): string {
  const card = (at: number) =>
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `FN:Carla Card${at}`,
      `N:Card${at};Carla;;;`,
      `TEL;TYPE=cell:(202) 555-${String(at).padStart(4, '0')}`,
      'END:VCARD',
      '',
    ].join('\r\n')
  return Array.from({ length: count }, (_, at) => card(at)).join('')
}
