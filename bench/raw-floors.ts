// The least each piece of work costs: prepared statements on a connection of their own, with the program's settings.

import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { applySettings } from '../src/data/engine/open-database.ts'
import type { Sqlite } from '../src/data/engine/store.ts'

export interface RawFloors {
  sqlite: Sqlite
  firstPage(): unknown
  prefix(letters: string): unknown
  notes(word: string): unknown
  timeline(personId: number): unknown
  today(day: string): unknown
  focusTouches(): unknown
  narrowed(index: number, day: string): unknown
  insertTouch(personId: number, today: string): void
  syncBlock(): void
  close(): void
}

/** On a copy of the file that nothing else has open. */
export function openRawFloors(file: string): RawFloors {
  const sqlite = new Database(file)
  applySettings(sqlite, 'write')
  const firstPage = sqlite.prepare(
    'SELECT id, name FROM people WHERE deleted_at IS NULL AND is_private = 0 ORDER BY sort_name, id LIMIT 50',
  )
  const prefix = sqlite
    .prepare('SELECT rowid FROM people_search WHERE people_search MATCH ? ORDER BY rowid DESC LIMIT 50')
    .pluck()
  const notes = sqlite
    .prepare('SELECT rowid FROM touch_search WHERE touch_search MATCH ? ORDER BY rowid DESC LIMIT 50')
    .pluck()
  const timeline = sqlite.prepare(
    'SELECT * FROM touches WHERE person_id = ? ORDER BY happened_on DESC, id DESC LIMIT 50',
  )
  const members = sqlite.prepare('SELECT * FROM focus_memberships WHERE left_on IS NULL')
  const due = sqlite.prepare(
    'SELECT * FROM next_steps WHERE done_on IS NULL AND dropped_on IS NULL AND due_on <= ? ORDER BY due_on',
  )
  const focusTouches = sqlite.prepare(
    `SELECT t.person_id, t.happened_on, t.how, t.direction, t.outcome FROM focus_memberships m
     CROSS JOIN touches t ON t.person_id = m.person_id WHERE m.left_on IS NULL`,
  )
  const narrowed = [
    sqlite.prepare(
      `SELECT id FROM people INDEXED BY people_by_name
       WHERE deleted_at IS NULL AND is_private = 0 AND source = 'walk-in' AND ? <> '' ORDER BY sort_name, id LIMIT 50`,
    ),
    sqlite.prepare(
      `SELECT person_id FROM person_summaries WHERE standing = 'fan' AND standing <> '' AND ? <> '' LIMIT 50`,
    ),
    sqlite.prepare(
      `SELECT person_id FROM person_summaries WHERE is_private = 0 AND last_touch_on < ?
       ORDER BY last_touch_on DESC, person_id DESC LIMIT 50`,
    ),
  ]
  const insert = sqlite.prepare(
    `INSERT INTO touches (uid, person_id, happened_on, how, channel, note, logged_at)
     VALUES (?, ?, ?, 'talked', 'phone', 'Asked about the walnut frame in two sizes.', ?)`,
  )
  const block = Buffer.alloc(4096, 'x')
  const handle = openSync(join(file, '..', 'block'), 'w')
  return {
    sqlite,
    firstPage: () => firstPage.all(),
    prefix: (letters) => prefix.all(`"${letters}" *`),
    notes: (word) => notes.all(`"${word}"`),
    timeline: (personId) => timeline.all(personId),
    today: (day) => [members.all(), due.all(day)],
    focusTouches: () => focusTouches.all(),
    narrowed: (index, day) => narrowed[index % narrowed.length]!.all(day),
    insertTouch(personId, today) {
      insert.run(randomUUID(), personId, today, `${today}T12:00:00.000Z`)
    },
    syncBlock() {
      writeSync(handle, block, 0, block.length, 0)
      fsyncSync(handle)
    },
    close() {
      closeSync(handle)
      sqlite.close()
    },
  }
}
