// What an owner does while something fails: each a handful of commands, one after the other.

import type { RemarkWords } from '../../src/shared/contract/import-export.ts'
import type { Answer } from '../../src/shared/errors.ts'
import { sheetRow } from './sheet-row.ts'

export interface Owner {
  csv: string
  cards: string
  extra: string
  do(name: string, input: unknown, paths?: Record<string, string>): Promise<Answer<unknown>>
  doFiles(name: string, input: unknown, paths: Record<string, string>): Promise<void>
  restore(file: string): Promise<void>
  wait(milliseconds: number): Promise<void>
  /** Until a file `leave` lies in `extra`. */
  waitForLeave(): Promise<void>
}

export const remarks: RemarkWords = {
  firm: '{value}',
  role: '{value}',
  birthday: '{value}',
  source: '{value}',
  foundWords: '{value}',
  inFile: '{words}',
}
/** Written by a workload, and by nobody else: how a restore is told from what came before it. */
export const addedName = 'Zed Added'

export const loggedTouches = 20

const uid = () => crypto.randomUUID()

const add = (owner: Owner, at: number) =>
  owner.do('people.add', {
    uid: uid(),
    name: `${addedName} ${at}`,
    phone: `555 77${String(at).padStart(4, '0')}`,
    note: 'n'.repeat(200),
  })

const touch = (at: number) => ({
  channel: 'phone',
  direction: 'out',
  how: 'talked',
  happenedOn: '2026-11-20',
  note: `note ${at} ${'x'.repeat(150)}`,
})

const log = (owner: Owner, at: number) =>
  owner.do('touches.log', { uid: uid(), personId: 1 + (at % 30), touch: touch(at) })

const importFile = (owner: Owner, file: string) =>
  owner.do('importExport.import', { files: ['T'], country: 'US', remarks }, { T: file })

async function times(count: number, act: (at: number) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < count; at += 1) await act(at)
}

export const workflows = {
  async import(owner) {
    await importFile(owner, owner.csv)
  },
  async 'take-back'(owner) {
    const answer = await importFile(owner, owner.cards)
    if (answer.ok) await owner.do('importExport.takeBack', { id: (answer.value as { id: number }).id })
  },
  async log(owner) {
    await times(12, (at) => log(owner, at))
  },
  async 'log-many'(owner) {
    await times(4, (at) =>
      owner.do('touches.logToMany', {
        uid: uid(),
        personIds: Array.from({ length: 30 }, (_, index) => index + 1),
        touch: touch(at),
      }),
    )
  },
  async add(owner) {
    await times(8, async (at) => {
      await add(owner, at)
      await log(owner, at)
    })
  },
  async edit(owner) {
    await times(6, async (at) => {
      await owner.do('people.edit', { id: 1 + at, changes: { bestTime: `after ${at}` } })
      await owner.do('people.setConsent', { id: 1 + at, channel: 'email', answer: 'no', how: 'said so' })
    })
    await owner.do('app.undo', {})
    await owner.do('app.redo', {})
  },
  async bin(owner) {
    await times(4, (at) => owner.do('people.moveToBin', { id: 1 + at }))
    await owner.do('people.bringBack', { id: 1 })
    await owner.do('people.erase', { id: 2, someone: 'someone' })
    await add(owner, 0)
  },
  async merge(owner) {
    await times(4, (at) => owner.do('duplicates.merge', { keptId: 1 + at, goneId: 21 + at }))
    await owner.do('app.undo', {})
  },
  async sheet(owner) {
    const rows = Array.from({ length: 8 }, (_, at) => sheetRow(at + 1))
    await owner.do('callSheets.propose', { uid: uid(), week: '2026-W48', rows, places: [] })
    await owner.do('callSheets.addRow', { uid: uid(), week: '2026-W48', words: sheetRow(30) })
    await owner.do('callSheets.changeGoal', { week: '2026-W48', goal: 'ten calls' })
    await owner.do('callSheets.markPrinted', { week: '2026-W48' })
  },
  async backup(owner) {
    await owner.doFiles('backup.run', { folder: 'T' }, { T: owner.extra })
    await times(3, (at) => add(owner, at))
    await owner.doFiles('backup.run', { folder: 'T' }, { T: owner.extra })
  },
  async restore(owner) {
    await times(3, (at) => add(owner, at))
    await owner.restore(owner.extra)
    await add(owner, 77)
  },
  async first(owner) {
    await times(3, (at) => add(owner, at))
  },
  async export(owner) {
    await owner.doFiles('importExport.export', { folder: 'T' }, { T: owner.extra })
  },
  /** Leaves all in the log, and waits to be killed. */
  async 'log-and-stay'(owner) {
    await times(loggedTouches, (at) => log(owner, at))
    await owner.wait(60_000)
  },
  /** Stays a while: for a second start beside it. */
  async stay(owner) {
    await times(3, (at) => add(owner, at))
    await owner.waitForLeave()
    await times(3, (at) => add(owner, at + 3))
  },
} satisfies Record<string, (owner: Owner) => Promise<void>>

export type Workflow = keyof typeof workflows
