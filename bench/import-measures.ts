// Import through the real command, beside the same rows written raw.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { applySteps } from '../src/data/engine/migrate.ts'
import { applySettings, dataFileName } from '../src/data/engine/open-database.ts'
import { migrations } from '../src/data/migrations/index.ts'
import { sayRemarks } from '../src/shared/messages/say-remarks.ts'
import { phoneTokens, searchTokens } from '../src/shared/rules/people/fold-text.ts'
import type { Samples } from './measures.ts'
import type { Plan } from './plan.ts'
import { openStorage } from './storage.ts'
import { settleDisk } from './work-folder.ts'

const headings =
  'First Name,Last Name,Organization Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Notes'

/** The people of a seeded file in the columns of a Google export. */
function writeCsv(source: string, file: string): void {
  const sqlite = new Database(source, { readonly: true })
  const rows = sqlite
    .prepare(
      `SELECT p.given_name, p.family_name, coalesce(f.name, ''),
         CASE WHEN mail.value IS NULL THEN '' ELSE '* Home' END, coalesce(mail.value, ''), 'Mobile', phone.value, p.note
       FROM people p LEFT JOIN firms f ON f.id = p.firm_id
       LEFT JOIN contact_points mail ON mail.person_id = p.id AND mail.kind = 'email'
       LEFT JOIN contact_points phone ON phone.person_id = p.id AND phone.kind = 'phone' ORDER BY p.id`,
    )
    .raw()
    .all() as string[][]
  sqlite.close()
  const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  writeFileSync(file, `${headings}\r\n${quoted.join('\r\n')}\r\n`)
}

/** Each round imports into a new file; the raw floor then writes the very rows that came of it. */
export async function measureImport(
  built: string,
  source: string,
  work: string,
  samples: Samples,
  plan: Plan,
): Promise<void> {
  const csv = join(work, 'people.csv')
  writeCsv(source, csv)
  for (let round = -1; round < plan.imports; round += 1) {
    const counted = round < 0 ? null : samples
    if (round < 0 && plan.quick) continue
    const folder = join(work, 'import')
    rmSync(folder, { recursive: true, force: true })
    const opened = await openStorage(built, folder)
    await opened.call('settings.change', { country: 'US' })
    settleDisk()
    const from = performance.now()
    const result = await opened.call(
      'importExport.import',
      { files: ['csv'], remarks: sayRemarks() },
      { csv },
    )
    counted?.add('import', 'ours', performance.now() - from)
    if (result.added < samples.people * 0.95) throw new Error(`only ${result.added} people were added`)
    await opened.close()
    const rows = readRows(join(folder, dataFileName))
    const milliseconds = insertRaw(rows, join(work, 'import-raw'))
    counted?.add('import', 'raw', milliseconds)
  }
}

type Rows = Record<
  'firms' | 'people' | 'contact_points' | 'people_search',
  { columns: string; rows: unknown[][] }
>

function readRows(file: string): Rows {
  const sqlite = new Database(file, { readonly: true })
  const read = (table: string) => {
    const statement = sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`)
    const columns = statement.columns().map((column) => column.name)
    return { columns: columns.join(', '), rows: statement.raw().all() as unknown[][] }
  }
  const searched = sqlite
    .prepare(
      `SELECT p.id, p.name || ' ' || coalesce(f.name, ''),
         (SELECT group_concat(c.value, char(10)) FROM contact_points c WHERE c.person_id = p.id), p.note
       FROM people p LEFT JOIN firms f ON f.id = p.firm_id ORDER BY p.id`,
    )
    .raw()
    .all() as [number, string, string | null, string][]
  const contact = (values: string | null) =>
    (values ?? '')
      .split('\n')
      .map((value) => (value.includes('@') ? searchTokens(value) : phoneTokens(value)))
      .join(' ')
  const rows: Rows = {
    firms: read('firms'),
    people: read('people'),
    contact_points: read('contact_points'),
    people_search: {
      columns: 'rowid, names, contact, notes',
      rows: searched.map(([id, names, values, note]) => [
        id,
        searchTokens(names),
        contact(values),
        searchTokens(note),
      ]),
    },
  }
  sqlite.close()
  return rows
}

/** The same tables, indexes and settings; nothing parsed, matched, hashed or logged for undo. */
function insertRaw(rows: Rows, folder: string): number {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const sqlite = new Database(join(folder, 'raw.db'))
  try {
    applySettings(sqlite, 'write')
    applySteps(sqlite, migrations, new Date().toISOString())
    settleDisk()
    const from = performance.now()
    sqlite.exec('BEGIN IMMEDIATE')
    for (const [table, { columns, rows: values }] of Object.entries(rows)) {
      const marks = columns.replaceAll(/[a-z_]+/g, '?')
      const insert = sqlite.prepare(`INSERT INTO ${table} (${columns}) VALUES (${marks})`)
      for (const row of values) insert.run(row)
    }
    sqlite.exec('COMMIT')
    return performance.now() - from
  } finally {
    sqlite.close()
  }
}
