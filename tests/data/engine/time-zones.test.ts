// Twelve time zones and both clock changes of each: days, weeks and promises stand where they were written.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const program = join(import.meta.dirname, '../../support/live-in-zone.ts')

/** Each with the days of 2026 on which its clocks change. */
const zones: [string, string[]][] = [
  ['Europe/London', ['2026-03-29', '2026-10-25']],
  ['Europe/Berlin', ['2026-03-29', '2026-10-25']],
  ['Atlantic/Azores', ['2026-03-29', '2026-10-25']],
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  ['America/Los_Angeles', ['2026-03-08', '2026-11-01']],
  // Half past the hour.
  ['America/St_Johns', ['2026-03-08', '2026-11-01']],
  // At midnight: the day has no first hour, or two of them.
  ['America/Havana', ['2026-03-08', '2026-11-01']],
  ['America/Santiago', ['2026-04-04', '2026-09-06']],
  ['Africa/Cairo', ['2026-04-24', '2026-10-29']],
  ['Asia/Beirut', ['2026-03-29', '2026-10-24']],
  // By half an hour.
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  // Three quarters past the hour, thirteen hours ahead.
  ['Pacific/Chatham', ['2026-04-05', '2026-09-27']],
]

/** The zone of a process is set once: each lives in one of its own. */
test.each(zones)('%s', { timeout: 60_000 }, async (zone, changes) => {
  const { stdout } = await run(process.execPath, [program, ...changes], {
    env: { ...process.env, TZ: zone, ELECTRON_RUN_AS_NODE: '1' },
  })
  const said = JSON.parse(stdout) as { zone: string; wrong: string[]; checked: number }
  expect(said.zone).toBe(zone)
  expect(said.wrong).toEqual([])
  expect(said.checked).toBeGreaterThan(100)
})
