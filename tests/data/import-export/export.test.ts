// An export holds everything, in forms other programs read, and comes back in without making anybody twice.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownerTables } from '../../../src/data/engine/tables.ts'
import { parseFile } from '../../../src/data/import-export/parse-file.ts'
import { writeExport } from '../../../src/data/import-export/write-export.ts'
import { sayRemarks } from '../../../src/shared/messages/say-remarks.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let test: TestStore
let folder: string

const nasty = '=cmd|"x"!A1, "quoted"; semi\r\nnext\tline ø 日本 \\n'

beforeEach(async () => {
  test = await makeStore()
  folder = mkdtempSync(join(tmpdir(), 'regulars-export-'))
  const ann = await test.call('people.add', {
    uid: crypto.randomUUID(),
    name: 'Ann O’Neil',
    firmName: 'Harbor; Inn, Ltd',
    phone: '+1 555 010-0199',
    email: 'ann@harbor.example',
    note: nasty,
  })
  await test.call('people.edit', {
    id: ann.id,
    changes: { birthday: '--02-29', role: 'Owner', alsoKnownAs: 'Annie' },
  })
  for (const [kind, label, value] of [
    ['phone', 'lake house', '(555) 010-0200 x12'],
    ['phone', 'work fax', '555 0300'],
    ['address', 'home', '12 High; St\nFlat 2, Town'],
    ['web', 'homepage', 'https://harbor.example/a,b;c?d=1'],
    ['message', 'skype', 'ann:oneil'],
  ] as const) {
    await test.call('people.saveContactPoint', { personId: ann.id, id: null, kind, label, value })
  }
  // Somebody at a firm, without a name; and a lady without a phone.
  await test.call('people.add', {
    uid: crypto.randomUUID(),
    name: '',
    firmName: 'Sail Loft',
    phone: '555 0400',
  })
  await test.call('people.add', { uid: crypto.randomUUID(), name: 'lady with the whippet' })
  const gone = await test.call('people.add', { uid: crypto.randomUUID(), name: 'In the bin' })
  await test.call('people.moveToBin', { id: gone.id })
})

afterEach(() => {
  test.close()
  rmSync(folder, { recursive: true, force: true })
})

function exportTo(target: string) {
  return test.call('importExport.export', { folder: 'there' }, { paths: { there: target } })
}

function readCsv(file: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').trimEnd(), {
    header: true,
  })
  expect(errors).toEqual([])
  return data
}

async function importAgain(file: string) {
  return test.call('importExport.import', { files: ['f'], remarks: sayRemarks() }, { paths: { f: file } })
}

describe('an export', () => {
  it('has a file for every report view and table, and one vCard file', async () => {
    const made = await exportTo(folder)
    const views = test.store.sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'view'")
      .pluck()
      .all() as string[]
    expect(made.folder).toBe(folder)
    expect(made.people).toBe(3)
    expect(made.files.toSorted()).toEqual(
      [
        ...views.flatMap((view) => [`${view}.csv`, join('exact', `${view}.csv`)]),
        ...ownerTables.map((table) => join('exact', 'tables', `${table}.csv`)),
        'people.vcf',
      ].toSorted(),
    )
    expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(
      [...made.files, 'exact', join('exact', 'tables')].toSorted(),
    )
  })

  it('keeps every value exactly, and counts every row', async () => {
    await exportTo(folder)
    for (const table of ownerTables) {
      const rows = test.store.sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as Record<
        string,
        unknown
      >[]
      const asText = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]),
        ),
      )
      expect(readCsv(join(folder, 'exact', 'tables', `${table}.csv`))).toEqual(asText)
    }
    const people = readCsv(join(folder, 'exact', 'report_people.csv'))
    expect(people.map((person) => person.name)).toEqual(['Ann O’Neil', 'Sail Loft', 'lady with the whippet'])
    const bytes = readFileSync(join(folder, 'exact', 'report_people.csv'))
    expect(bytes.subarray(0, 3).toString()).toBe('id,')
    expect(bytes.toString()).toMatch(/\r\n$/)
  })

  it('writes cards that read back as the same people', async () => {
    await exportTo(folder)
    const read = parseFile(readFileSync(join(folder, 'people.vcf')), 'people.vcf', { country: 'US' })
    expect(read.rejected).toEqual([])
    expect(read.warnings).toEqual([])
    const [ann, loft, lady] = read.people
    expect(ann).toMatchObject({
      name: 'Ann O’Neil',
      firm: 'Harbor; Inn, Ltd',
      role: 'Owner',
      alsoKnownAs: 'Annie',
      birthday: '--02-29',
      note: nasty.replace('\r\n', '\n'),
      contacts: [
        { kind: 'phone', value: '+1 555 010-0199' },
        { kind: 'email', value: 'ann@harbor.example' },
        { kind: 'phone', label: 'lake house', value: '(555) 010-0200 x12' },
        { kind: 'phone', label: 'work fax', value: '555 0300' },
        { kind: 'address', label: 'home', value: '12 High; St\nFlat 2, Town' },
        { kind: 'web', label: 'homepage', value: 'https://harbor.example/a,b;c?d=1' },
        { kind: 'message', label: 'skype', value: 'ann:oneil' },
      ],
    })
    expect(loft).toMatchObject({ name: '', firm: 'Sail Loft' })
    expect(lady).toMatchObject({ name: 'lady with the whippet', contacts: [] })
  })

  it.each(['people.vcf', 'report_people.csv', join('exact', 'report_people.csv')])(
    'adds and changes nobody when %s is imported again',
    async (file) => {
      await exportTo(folder)
      const before = test.store.sqlite.prepare('SELECT * FROM people ORDER BY id').all()
      const again = await importAgain(join(folder, file))
      expect(again).toMatchObject({ added: 0, merged: 0, skipped: 3, rejected: [] })
      expect(test.store.sqlite.prepare('SELECT * FROM people ORDER BY id').all()).toEqual(before)
    },
  )

  it('makes a folder that is not there, and a new one beside what is there', async () => {
    const fresh = join(folder, 'fresh')
    expect((await exportTo(fresh)).folder).toBe(fresh)
    const inside = await exportTo(folder)
    expect(inside.folder).toMatch(/Regulars export 2026-11-23 \d\d-\d\d$/)
    const beside = await exportTo(folder)
    expect(beside.folder).toBe(`${inside.folder} (2)`)
  })

  it('leaves nothing when it fails on the way', () => {
    const fail = (done: number) => {
      if (done === 12) throw new Error('pulled out')
    }
    const job = { file: test.store.file, name: 'Export' }
    expect(() => writeExport({ ...job, folder: join(folder, 'new') }, fail)).toThrow('export-target-unusable')
    expect(readdirSync(folder)).toEqual([])
    expect(() => writeExport({ ...job, folder }, fail)).toThrow('export-target-unusable')
    expect(readdirSync(folder)).toEqual([])
    mkdirSync(join(folder, 'mine'))
    expect(() => writeExport({ ...job, folder }, fail)).toThrow('export-target-unusable')
    expect(readdirSync(folder)).toEqual(['mine'])
  })

  it('refuses a file in the place of the folder', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(exportTo(join(folder, 'file'))).rejects.toMatchObject({ code: 'export-target-unusable' })
    await expect(exportTo(join(folder, 'no', 'where'))).rejects.toMatchObject({
      code: 'export-target-unusable',
    })
  })
})
