// A real data file in a folder of its own, with the real runner, for data tests.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../src/data/engine/clock.ts'
import type { DataCallName } from '../../src/data/engine/contexts.ts'
import { dataFileName, openStore } from '../../src/data/engine/open-database.ts'
import { makeRunner, type Runner } from '../../src/data/engine/run-call.ts'
import { settleStandings } from '../../src/data/engine/standing.ts'
import type { Store } from '../../src/data/engine/store.ts'
import { handlers } from '../../src/data/handlers.ts'
import { emptyOldBin } from '../../src/data/people/bin.ts'
import type { Area } from '../../src/shared/contract/events.ts'
import type { CallInput, CallOutput } from '../../src/shared/contract/index.ts'
import type { CallOptions } from '../../src/shared/contract/storage-protocol.ts'
import { addDays } from '../../src/shared/rules/days/days.ts'

export interface TestStore {
  store: Store
  folder: string
  /** Stands still until a test moves it. */
  clock: { today: string }
  changed: Area[][]
  call<N extends DataCallName>(name: N, input: CallInput<N>, options?: CallOptions): Promise<CallOutput<N>>
  /** What quitting waits for: every command and task asked for so far. */
  finish(): Promise<void>
  /** Closes the file and opens it again, on another day when one is given. */
  reopen(today?: string): Promise<void>
  /** As if something had been done each week, and on these days: what is deleted goes by days of work. */
  workOn(...days: string[]): void
  close(): void
}

/** A new file of each day, made once: making it costs more than most tests do with it. */
const newFiles = new Map<string, Buffer>()

async function putNewFile(folder: string, today: string): Promise<void> {
  const file = join(folder, dataFileName)
  const known = newFiles.get(today)
  if (known) return writeFileSync(file, known)
  ;(await openStore(folder, `${today}T09:00:00.000Z`)).close()
  newFiles.set(today, readFileSync(file))
}

export async function makeStore(options: { today?: string } = {}): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-test-'))
  const held = { today: options.today ?? '2026-11-23' }
  let ticks = 0
  const clock: Clock = {
    // Each instant is a millisecond after the one before, so that order is never a tie.
    now: () => new Date(Date.parse(`${held.today}T09:00:00.000Z`) + ticks++).toISOString(),
    today: () => held.today,
  }
  const changed: Area[][] = []
  let store: Store
  let runner: Runner
  /** As the storage process opens a file. */
  async function open(): Promise<void> {
    store = await openStore(folder, clock.now())
    emptyOldBin(store.sqlite, clock.now())
    settleStandings(store.sqlite, clock.today())
    runner = makeRunner(store, handlers, clock, {
      changed: (areas) => changed.push(areas),
      progress: () => undefined,
    })
  }
  await putNewFile(folder, held.today)
  await open()
  return {
    get store() {
      return store
    },
    folder,
    clock: held,
    changed,
    call: async (name, input, callOptions) => (await runner.call(name, input, callOptions)).value,
    finish: () => runner.finish(),
    async reopen(today) {
      store.close()
      held.today = today ?? held.today
      await open()
    },
    workOn(...days) {
      const insert = store.sqlite.prepare('INSERT INTO commands (uid, name, run_at) VALUES (?, ?, ?)')
      const last = store.sqlite.prepare('SELECT max(run_at) FROM commands').pluck().get() as string | null
      for (let day = addDays(last?.slice(0, 10) ?? days[0]!, 7); day < days[0]!; day = addDays(day, 7)) {
        insert.run(crypto.randomUUID(), 'work', `${day}T12:00:00.000Z`)
      }
      for (const day of days) insert.run(crypto.randomUUID(), 'work', `${day}T12:00:00.000Z`)
    },
    close() {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
