// Import and its undoing on our own files: who is added, who is the same, what is kept, and that nothing is lost.

import { execFileSync } from 'node:child_process'
import { truncateSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findDamagedRows, hashContent } from '../../../src/data/engine/row-hashes.ts'
import { countWrongSummaries } from '../../../src/data/engine/summaries.ts'
import { ownerTables } from '../../../src/data/engine/tables.ts'
import { hashPersonKeys } from '../../../src/data/records/suppressions.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { sayRemarks } from '../../../src/shared/messages/say-remarks.ts'
import { type ImportFolder, importPaths, makeImportFolder, previewPaths } from '../../support/import-files.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let store: TestStore
let folder: ImportFolder

beforeEach(async () => {
  store = await makeStore()
  folder = makeImportFolder()
})
afterEach(() => {
  store.close()
  folder.remove()
})

const head = 'Name,Company,Job title,Phone,E-mail,Notes'
const csv = (...rows: string[]) => [head, ...rows].join('\n')
const shop = csv(
  'Nora Lindqvist,Lindqvist Weddings,Owner,(415) 555-0160,nora@lindqvist.example,Likes walnut',
  'Tom Abara,Abara Dental,,415 555 0142,tom@abara.example,',
  ',Harbor Inn,,415 555 0199,,',
)

const importCsv = (content: string, name = 'people.csv') =>
  importPaths(store, [folder.write(name, content)], { country: 'US' })
const all = (sql: string, ...values: unknown[]) => store.store.sqlite.prepare(sql).all(...values)
const content = () => hashContent(store.store.sqlite)
const personNamed = (name: string) =>
  store.store.sqlite.prepare('SELECT * FROM people WHERE name = ?').get(name) as {
    id: number
    note: string
    role: string
    firm_id: number | null
    also_known_as: string
    labels: string
  }
const contactsOf = (id: number) =>
  all('SELECT kind, value, normalised FROM contact_points WHERE person_id = ? ORDER BY position', id)

/** Changes a row as the owner would, through a command, so that hashes and undo follow. */
async function edit(name: string, changes: { role?: string; note?: string }) {
  await store.call('people.edit', { id: personNamed(name).id, changes })
}

function expectSound() {
  for (const table of ownerTables) expect(findDamagedRows(store.store.sqlite, table)).toEqual([])
  expect(countWrongSummaries(store.store.sqlite)).toBe(0)
}

test('files are read while other commands run, and written at once; asked for twice under one id, once', async () => {
  const paths = { people: folder.write('people.csv', shop) }
  const send = () =>
    store.call(
      'importExport.import',
      { files: ['people'], remarks: sayRemarks(), country: 'US' },
      { commandId: 'once', paths },
    )
  const imports = [send(), send()]
  // Asked for later, done before: no transaction waits for the file.
  await store.call('people.add', { uid: crypto.randomUUID(), name: 'Ines Moreau' })
  expect(all('SELECT name FROM people')).toEqual([{ name: 'Ines Moreau' }])
  const [first, second] = await Promise.all(imports)
  expect(first).toMatchObject({ added: 3 })
  expect(second).toEqual(first)
  expect(await send()).toEqual(first)
  expect(all('SELECT id FROM imports')).toHaveLength(1)
  expect(all('SELECT id FROM people')).toHaveLength(4)
})

test('people, firms and contact points land where they belong', async () => {
  const result = await importCsv(shop)
  expect(result).toMatchObject({ added: 3, merged: 0, skipped: 0, rejected: [], households: 0 })
  const nora = personNamed('Nora Lindqvist')
  expect(nora).toMatchObject({ role: 'Owner', note: 'Likes walnut' })
  expect(contactsOf(nora.id)).toEqual([
    { kind: 'phone', value: '(415) 555-0160', normalised: '+14155550160' },
    { kind: 'email', value: 'nora@lindqvist.example', normalised: 'nora@lindqvist.example' },
  ])
  expect(all('SELECT name, kind FROM firms ORDER BY id')).toEqual([
    { name: 'Lindqvist Weddings', kind: 'business' },
    { name: 'Abara Dental', kind: 'business' },
    { name: 'Harbor Inn', kind: 'business' },
  ])
  expect(all("SELECT f.name FROM people p JOIN firms f ON f.id = p.firm_id WHERE p.name = ''")).toEqual([
    { name: 'Harbor Inn' },
  ])
  expectSound()
})

test('an import opens no pursuit, logs no touch and puts nobody on the focus list', async () => {
  await importCsv(shop)
  for (const table of ['pursuits', 'touches', 'focus_memberships', 'next_steps']) {
    expect(all(`SELECT * FROM ${table}`)).toEqual([])
  }
})

test('the same file again adds nobody and changes no person', async () => {
  await importCsv(shop)
  const before = all('SELECT * FROM people')
  const again = await importCsv(shop, 'renamed.csv')
  expect(again).toMatchObject({ added: 0, merged: 0, skipped: 3 })
  expect(again.skips).toEqual([{ reason: { key: 'importExport.merge.identical' }, count: 3 }])
  expect(all('SELECT * FROM people')).toEqual(before)
})

test('a line seen before is skipped even after the person was edited', async () => {
  await importCsv(shop)
  await edit('Nora Lindqvist', { role: 'Director' })
  expect(await importCsv(shop)).toMatchObject({ added: 0, merged: 0, skipped: 3 })
  expect(personNamed('Nora Lindqvist').role).toBe('Director')
})

test('the same name and phone fills what is blank and keeps what the owner typed', async () => {
  await importCsv(shop)
  await edit('Nora Lindqvist', { role: 'Director', note: 'Likes oak' })
  const result = await importCsv(
    csv('NORA LINDQVIST,Lindqvist Weddings,Owner,+1 415-555-0160,office@lindqvist.example,Two sons'),
  )
  expect(result).toMatchObject({ added: 0, merged: 1, skipped: 0 })
  const nora = personNamed('Nora Lindqvist')
  expect(nora).toMatchObject({ role: 'Director', note: 'Likes oak\nTwo sons' })
  expect((await store.call('people.get', { id: nora.id })).fileFields).toEqual([
    { label: 'Role', value: 'Owner' },
  ])
  expect(contactsOf(nora.id)).toHaveLength(3)
  expectSound()
})

test('the same name and phone twice in one file is one person', async () => {
  const result = await importCsv(
    csv(
      'Bea Morales,,,415 555 0101,,',
      'Bea Morales,,,(415) 555-0101,bea@x.example,',
      'Bea Morales,,,415 555 0101,,',
    ),
  )
  expect(result).toMatchObject({ added: 1, merged: 1, skipped: 1 })
  expect(contactsOf(personNamed('Bea Morales').id)).toHaveLength(2)
})

test('the same name alone is two people', async () => {
  expect(await importCsv(csv('John Smith,,,415 555 0101,,', 'John Smith,,,415 555 0102,,'))).toMatchObject({
    added: 2,
    households: 0,
  })
})

test('a phone under two names is two people and a household to offer', async () => {
  const result = await importCsv(
    csv('Ana Ruiz,,,415 555 0123,,', 'Luis Ruiz,,,(415) 555-0123,,', 'Tom Abara,,,415 555 0142,,'),
  )
  expect(result).toMatchObject({ added: 3, merged: 0, households: 1 })
  expect(await importCsv(csv('Eva Ruiz,,,+1 415 555 0123,,'))).toMatchObject({ added: 1, households: 1 })
  expect(await store.call('people.householdOffers', {})).toHaveLength(1)
})

test('colleagues under one number of their firm are no household', async () => {
  const result = await importCsv(
    csv('Ana Ruiz,Abara Dental,,415 555 0123,,', 'Tom Abara,Abara Dental,,415 555 0123,,'),
  )
  expect(result).toMatchObject({ added: 2, households: 0 })
})

const card = (name: string, phone: string, uid = 'urn:uuid:5f1c-77aa-4d1e') =>
  `BEGIN:VCARD\nVERSION:3.0\nUID:${uid}\nFN:${name}\nTEL:${phone}\nEND:VCARD\n`

test('the same UID is the same person under a new name, or a new number, but not under both', async () => {
  await importPaths(store, [folder.write('a.vcf', card('Ana Ruiz', '415 555 0123'))])
  const renamed = await importPaths(store, [folder.write('b.vcf', card('Ana Silva', '415 555 0123'))])
  expect(renamed).toMatchObject({ added: 0, merged: 1 })
  const ana = personNamed('Ana Ruiz')
  expect(ana.also_known_as).toBe('Ana Silva')
  const moved = await importPaths(store, [folder.write('c.vcf', card('Ana Silva', '415 555 0777'))])
  expect(moved).toMatchObject({ added: 0, merged: 1 })
  expect(contactsOf(ana.id)).toHaveLength(2)
  const other = await importPaths(store, [folder.write('d.vcf', card('Tom Abara', '415 555 0142'))])
  expect(other).toMatchObject({ added: 1, merged: 0 })
})

test('a UID that a program gave to all its cards tells nobody, even with the same name or a number in common', async () => {
  const cards = [
    card('Mara Quill', '020 7946 3000'),
    card('Otto Pram', '020 7946 3000'),
    card('Mara Quill', '020 7946 3001'),
    card('Ida Rook', '020 7946 3002'),
  ]
  const path = folder.write('all.vcf', cards.join(''))
  expect(await importPaths(store, [path])).toMatchObject({ added: 4, merged: 0 })
  const later = folder.write('later.vcf', card('Una Vane', '020 7946 3000'))
  expect(await importPaths(store, [later])).toMatchObject({ added: 1, merged: 0 })
})

test('counters of two lists, each in its own file, join nobody', async () => {
  const files = ['Ana Ruiz', 'Tom Abara'].map((name, index) =>
    folder.write(`${index}.vcf`, card(name, `415 555 010${index}`, '10000001')),
  )
  expect(await importPaths(store, files)).toMatchObject({ added: 2, merged: 0 })
})

test.each([['UID'], ['vCard UID'], ['Contact Id']])(
  'no column is a UID, whatever its heading: %s',
  async (heading) => {
    const result = await importCsv(
      `Name,Phone,${heading}\nMara Quill,020 7946 5020,ATU12345678\nMara Quill,020 7946 5021,ATU12345678`,
    )
    expect(result).toMatchObject({ added: 2, merged: 0 })
  },
)

test('people of different names under one mail of their firm stay who they are', async () => {
  const rows = ['Ana Ruiz,Harbor Inn,,,info@harbor.example,', 'Tom Abara,Harbor Inn,,,info@harbor.example,']
  expect(await importCsv(csv(...rows))).toMatchObject({ added: 2, merged: 0 })
  expect(await importCsv(csv('Eva Lund,Harbor Inn,,,INFO@harbor.example,'))).toMatchObject({ added: 1 })
})

test('counters in a UID column join nobody', async () => {
  await importCsv('UID,Name,Phone\n1,Ana Ruiz,415 555 0123')
  expect(await importCsv('UID,Name,Phone\n1,Tom Abara,415 555 0142')).toMatchObject({ added: 1, merged: 0 })
})

test('columns nobody knows are kept as fields of the file, tags beside them', async () => {
  await importCsv('Name,Phone,Tags,Shoe size\nAna Ruiz,415 555 0123,"vip, frames",38')
  expect(personNamed('Ana Ruiz')).toMatchObject({ note: '', labels: 'vip, frames' })
  const { fileFields } = await store.call('people.get', { id: personNamed('Ana Ruiz').id })
  expect(fileFields).toEqual([{ label: 'Shoe size', value: '38' }])
  expect((await store.call('people.list', { search: 'shoe 38' })).total).toBe(1)
  expect(await importCsv('Name,Phone,Tags\nAna Ruiz,415 555 0123,"frames, trade"')).toMatchObject({
    merged: 1,
  })
  expect(personNamed('Ana Ruiz').labels).toBe('vip, frames, trade')
  expect((await store.call('people.list', { search: 'trade' })).total).toBe(1)
})

test('people in the bin stay there', async () => {
  await importCsv(shop)
  await store.call('people.moveToBin', { id: personNamed('Tom Abara').id })
  const result = await importCsv(csv('Tom Abara,,,415 555 0142,new@abara.example,'))
  expect(result).toMatchObject({ added: 0, merged: 0, skipped: 1 })
  expect(result.skips).toEqual([{ reason: { key: 'importExport.merge.inBin' }, count: 1 }])
})

test('people who were erased do not come back, and nothing of them is kept', async () => {
  const [key] = hashPersonKeys({
    nameKey: 'tom abara',
    contacts: [{ kind: 'email', normalised: 'tom@abara.example' }],
    uid: null,
  })
  const { sqlite } = store.store
  sqlite.exec("INSERT INTO commands (id, uid, name, run_at) VALUES (0, 'test', 'test', '2026-11-23')")
  sqlite.prepare("INSERT INTO suppressions (uid, key_hash, added_on) VALUES ('s', ?, '2026-11-23')").run(key)
  const result = await importCsv(shop)
  expect(result).toMatchObject({ added: 2, skipped: 1 })
  expect(result.skips).toEqual([{ reason: { key: 'importExport.merge.suppressed' }, count: 1 }])
  expect(all("SELECT fingerprint, vcard_uid, written FROM import_rows WHERE outcome = 'skipped'")).toEqual([
    { fingerprint: null, vcard_uid: null, written: null },
  ])
})

test('a refused file refuses all and changes nothing', async () => {
  await importCsv(shop)
  const before = content()
  const good = folder.write('good.csv', csv('Ana Ruiz,,,415 555 0123,,'))
  const bad = folder.write('bad.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Cut of')
  const refused = await importPaths(store, [good, bad]).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(AppError)
  expect(refused).toMatchObject({ code: 'import-cut-off', facts: { file: 'bad.vcf' } })
  await expect(importPaths(store, [good, `${good}.gone`])).rejects.toMatchObject({
    code: 'file-unreadable',
    facts: { file: 'good.csv.gone' },
  })
  expect(content()).toBe(before)
})

test('one undo takes the whole import back, redo brings it again', async () => {
  await importCsv(shop)
  const before = content()
  await importPaths(
    store,
    [
      folder.write('a.csv', csv('Nora Lindqvist,,,415 555 0160,n2@lindqvist.example,More')),
      folder.write('b.csv', csv('Ana Ruiz,Ruiz Roofing,,415 555 0123,,')),
    ],
    { country: 'US' },
  )
  const after = content()
  expect(after).not.toBe(before)
  await store.call('app.undo', {})
  expect(content()).toBe(before)
  expectSound()
  await store.call('app.redo', {})
  expect(content()).toBe(after)
  expectSound()
})

test('found by search right after, and gone from it when undone', async () => {
  await importCsv(shop)
  const find = async (search: string) =>
    (await store.call('people.list', { search })).rows.map((row) => row.name)
  expect(await find('lindq')).toEqual(['Nora Lindqvist'])
  expect(await find('0142')).toEqual(['Tom Abara'])
  await store.call('app.undo', {})
  expect(await find('lindq')).toEqual([])
})

test('taking back removes who is unchanged, with firms and contact points', async () => {
  const empty = content()
  const { id } = await importCsv(shop)
  expect(await store.call('importExport.takeBack', { id })).toEqual({ removed: 3, restored: 0, kept: [] })
  for (const table of ['people', 'contact_points', 'firms']) expect(all(`SELECT * FROM ${table}`)).toEqual([])
  expectSound()
  await expect(store.call('importExport.takeBack', { id })).rejects.toMatchObject({
    code: 'import-already-undone',
  })
  await expect(store.call('importExport.takeBack', { id: 99 })).rejects.toMatchObject({
    code: 'import-not-found',
  })
  await store.call('app.undo', {})
  expect(all('SELECT * FROM people')).toHaveLength(3)
  await store.call('app.undo', {})
  expect(content()).toBe(empty)
})

test('taking back keeps who was edited or has a touch, and says why', async () => {
  const { id } = await importCsv(shop)
  await edit('Nora Lindqvist', { role: 'Director' })
  const tom = personNamed('Tom Abara')
  await store.call('touches.log', {
    uid: crypto.randomUUID(),
    personId: tom.id,
    touch: { how: 'talked' },
  })
  const before = content()
  const result = await store.call('importExport.takeBack', { id })
  expect(result).toMatchObject({ removed: 1, restored: 0 })
  expect(result.kept).toEqual([
    {
      personId: personNamed('Nora Lindqvist').id,
      name: 'Nora Lindqvist',
      reason: { key: 'importExport.takeBack.changed' },
    },
    { personId: tom.id, name: 'Tom Abara', reason: { key: 'importExport.takeBack.hasTouches' } },
  ])
  expect(all('SELECT name FROM firms ORDER BY id')).toEqual([
    { name: 'Lindqvist Weddings' },
    { name: 'Abara Dental' },
  ])
  await store.call('app.undo', {})
  expect(content()).toBe(before)
})

test('taking back a later import leaves the earlier person as they were', async () => {
  await importCsv(csv('Nora Lindqvist,,,415 555 0160,,Likes walnut'))
  const person = personNamed('Nora Lindqvist')
  const contacts = contactsOf(person.id)
  const { id } = await importCsv(
    csv('Nora Lindqvist,Lindqvist Weddings,Owner,415 555 0160,n@l.example,Two sons'),
  )
  expect(personNamed('Nora Lindqvist')).toMatchObject({ role: 'Owner', note: 'Likes walnut\nTwo sons' })
  expect(await store.call('importExport.takeBack', { id })).toEqual({ removed: 0, restored: 1, kept: [] })
  expect(personNamed('Nora Lindqvist')).toEqual(person)
  expect(contactsOf(person.id)).toEqual(contacts)
  expect(all('SELECT * FROM firms')).toEqual([])
})

test('taking back a merge keeps the part that was changed since', async () => {
  await importCsv(csv('Nora Lindqvist,,,415 555 0160,,Likes walnut'))
  const { id } = await importCsv(csv('Nora Lindqvist,,Owner,415 555 0160,n@l.example,Two sons'))
  await edit('Nora Lindqvist', { role: 'Director', note: 'Likes walnut\nTwo sons\nCalls on Fridays' })
  const result = await store.call('importExport.takeBack', { id })
  expect(result).toMatchObject({ removed: 0, restored: 0 })
  expect(result.kept).toMatchObject([{ reason: { key: 'importExport.takeBack.partChanged' } }])
  expect(personNamed('Nora Lindqvist')).toMatchObject({
    role: 'Director',
    note: 'Likes walnut\nCalls on Fridays',
  })
})

test('taking back undoes a row that filled in somebody of the same import first', async () => {
  const { id } = await importCsv(
    csv('Bea Morales,,,415 555 0101,,', 'Bea Morales,,Baker,415 555 0101,bea@x.example,Early'),
  )
  expect(await store.call('importExport.takeBack', { id })).toEqual({ removed: 1, restored: 0, kept: [] })
  expect(all('SELECT * FROM contact_points')).toEqual([])
})

test('after taking back, the same file imports again', async () => {
  const { id } = await importCsv(shop)
  await store.call('importExport.takeBack', { id })
  expect(await importCsv(shop)).toMatchObject({ added: 3, skipped: 0 })
})

test('the list of imports tells what each did', async () => {
  const { id } = await importCsv(shop)
  await importCsv(shop, 'again.csv')
  await store.call('importExport.takeBack', { id })
  const imports = await store.call('importExport.imports', {})
  expect(imports).toMatchObject([
    { files: ['again.csv'], added: 0, skipped: 3, takenBackAt: null },
    { id, files: ['people.csv'], added: 3, skipped: 0 },
  ])
  expect(imports[1]?.takenBackAt).not.toBeNull()
})

test('a preview writes nothing, shows the first people and refuses one file without the others', async () => {
  const before = content()
  const previews = await previewPaths(store, [
    folder.write('people.csv', shop),
    folder.write('bad.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Cut of'),
    folder.write('odd.csv', 'Wer,Wohin\nAna,Porto 12\nTom,Lissabon 4\n'),
  ])
  expect(previews[0]).toMatchObject({ format: 'csv', people: 3, recognised: true, error: null, rejected: 0 })
  expect(previews[0]?.sample[0]).toEqual({
    name: 'Nora Lindqvist',
    firm: 'Lindqvist Weddings',
    phone: '(415) 555-0160',
    email: 'nora@lindqvist.example',
    note: 'Likes walnut',
  })
  expect(previews[1]?.error).toMatchObject({ code: 'import-cut-off', facts: { file: 'bad.vcf' } })
  expect(previews[2]).toMatchObject({ recognised: false, people: 0, error: null })
  expect(content()).toBe(before)
})

test('columns mapped by hand are read as mapped', async () => {
  const path = folder.write('odd.csv', 'Wer,Wohin\nAna Ruiz,Porto 12\nTom,Lissabon 4\n')
  await expect(importPaths(store, [path])).rejects.toMatchObject({ code: 'import-unknown-columns' })
  const [preview] = await previewPaths(store, [path])
  const mapping = preview!.mapping!
  mapping.columns[0]!.field = 'name'
  mapping.columns[1]!.field = 'address'
  const [mapped] = await previewPaths(store, [path], { mappings: { 'file-0': mapping } })
  expect(mapped).toMatchObject({ recognised: true, people: 2 })
  expect(await importPaths(store, [path], { mappings: { 'file-0': mapping } })).toMatchObject({ added: 2 })
  expect(contactsOf(personNamed('Ana Ruiz').id)).toMatchObject([{ kind: 'address', value: 'Porto 12' }])
})

test('every row is accounted for, and one undo restores the content', async () => {
  const name = fc.constantFrom('Ana Ruiz', 'ana ruiz', 'Luis Ruiz', 'Zoë', '', '   ', '🌷', '"O""Hara"')
  const phone = fc.constantFrom('415 555 0101', '(415) 555-0101', '+44 20 7946 0001', 'x12', '')
  const mail = fc.constantFrom('a@x.example', 'A@X.example', 'b@x.example', '')
  const firm = fc.constantFrom('', 'Harbor Inn', 'harbor inn', '—')
  const row = fc.tuple(name, firm, phone, mail).map(([n, f, p, m]) => `${n},${f},,${p},${m},`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.oneof(row, fc.constant('')), { maxLength: 12 }), { minLength: 1, maxLength: 3 }),
      async (files) => {
        const before = content()
        // A first row with somebody in it, since a file of nothing is refused.
        const paths = files.map((rows, index) =>
          folder.write(`${index}.csv`, csv(`Sam ${index},,,,,`, ...rows)),
        )
        const result = await importPaths(store, paths, { country: 'US' })
        const previews = await previewPaths(store, paths)
        const total = previews.reduce((sum, file) => sum + file.people + file.skipped + file.rejected, 0)
        expect(result.added + result.merged + result.skipped + result.rejected.length).toBe(total)
        expect(result.skips.reduce((sum, skip) => sum + skip.count, 0)).toBe(result.skipped)
        const empty = result.skips.find((skip) => skip.reason.key.endsWith('.empty'))?.count ?? 0
        expect(all('SELECT id FROM import_rows WHERE import_id = ?', result.id)).toHaveLength(total - empty)
        expectSound()
        const again = await importPaths(store, paths, { country: 'US' })
        expect(again).toMatchObject({ added: 0, merged: 0 })
        const taken = await store.call('importExport.takeBack', { id: result.id })
        expect(taken).toMatchObject({ removed: result.added, kept: [] })
        for (let undone = 0; undone < 3; undone += 1) await store.call('app.undo', {})
        expect(content()).toBe(before)
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

test('of somebody gone from the bin for good, the import keeps nothing they said', async () => {
  const { id } = await store.call('people.add', {
    uid: crypto.randomUUID(),
    name: 'Nora Canary',
    email: 'nora@lindqvist.example',
  })
  await importCsv(csv('Nora Canary,,canary maker,,nora@lindqvist.example,canary note'))
  expect(all("SELECT written FROM import_rows WHERE written LIKE '%canary%'")).toHaveLength(1)
  await store.call('people.moveToBin', { id })
  store.workOn('2026-12-24', '2026-12-25')
  await store.reopen('2026-12-25')
  expect(all("SELECT written FROM import_rows WHERE written LIKE '%canary%'")).toEqual([])
  expect(all('SELECT merged FROM imports')).toEqual([{ merged: 1 }])
  expect(findDamagedRows(store.store.sqlite, 'import_rows')).toEqual([])
  expect(await store.call('importExport.takeBack', { id: 1 })).toMatchObject({
    removed: 0,
    restored: 0,
    kept: [],
  })
})

test('a file far too big is refused before it is read, and so is what is no file', async () => {
  const big = folder.write('big.csv', '')
  truncateSync(big, 3 * 1024 ** 3)
  await expect(importPaths(store, [big])).rejects.toMatchObject({
    code: 'import-too-big',
    facts: { file: 'big.csv' },
  })
  if (process.platform === 'win32') return
  const pipe = folder.write('pipe.csv', '').replace('pipe.csv', 'waiting.csv')
  execFileSync('mkfifo', [pipe])
  await expect(importPaths(store, [pipe])).rejects.toMatchObject({ code: 'file-unreadable' })
})
