// A no in a file is a no here, survives every way out and back, and is never turned into a yes; so is a death.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { readWishes } from '../../../src/data/import-export/read-wishes.ts'
import { type ImportFolder, importPaths, makeImportFolder } from '../../support/import-files.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let store: TestStore
let folder: ImportFolder
beforeEach(async () => {
  store = await makeStore({ today: '2026-11-23' })
  folder = makeImportFolder()
})
afterEach(() => {
  store.close()
  folder.remove()
})

const importCsv = (text: string, into = store) => importPaths(into, [folder.write('list.csv', text)])
const idOf = (name: string, from = store) =>
  from.store.sqlite.prepare('SELECT id FROM people WHERE name = ?').pluck().get(name) as number
const person = async (name: string, from = store) => from.call('people.get', { id: idOf(name, from) })
/** What they said last of each channel: "phone no". */
const saidBy = async (name: string, from = store) =>
  (await person(name, from)).consents.map(({ channel, answer }) => `${channel} ${answer}`).sort()

describe('what a heading and a value say', () => {
  const four = ['email', 'letter', 'phone', 'text']
  it.each<[string, string, string[]]>([
    ['Do Not Call', 'Yes', ['phone']],
    ['DoNotCall', '1', ['phone']],
    ['do_not_call', 'TRUE', ['phone']],
    ["Don't call", 'x', ['phone']],
    ['Do not allow Phone Calls', 'Do Not Allow', ['phone']],
    ['Do not allow Phone Calls', 'Allow', []],
    ['Do Not Call', 'No', []],
    ['Do Not Call', '0', []],
    ['Do Not Call', 'false', []],
    ['HasOptedOutOfEmail', 'true', ['email']],
    ['Email Opt Out', 'TRUE', ['email']],
    ['E-mail Opt-Out', 'N', []],
    ['Unsubscribed', 'Yes', ['email']],
    ['Unsubscribed from all email', 'true', ['email']],
    ['Opted out of email: Marketing Information', 'true', ['email']],
    ['UNSUB_TIME', '2024-02-02 11:00:00', ['email']],
    ['UNSUB_TIME', '0000-00-00', []],
    ['CLEAN_TIME', '2024-02-02 11:00:00', ['email']],
    ['Email Status', 'unsubscribed', ['email']],
    ['Email Status', 'Cleaned', ['email']],
    ['Email Status', 'Not unsubscribed', []],
    ['Email Status', 'subscribed', []],
    ['Email permission status', 'Unsubscribed', ['email']],
    ['Marketing status', 'Unsubscribed', ['email']],
    ['SMS status', 'Opted out', ['text']],
    ['Accepts Email Marketing', 'no', ['email']],
    ['Accepts SMS Marketing', 'yes', []],
    ['Marketing consent', 'No', four],
    ['Do Not Mail', 'Y', ['letter']],
    ['Do not email', 'Y', ['email']],
    ['Do Not Text', 'Y', ['text']],
    ['Do not contact', 'Yes', ['never']],
    ['Do not contact', 'asked us to stop', ['never']],
    ['Status', 'Do not contact', ['never']],
    ['Deceased', 'Yes', ['died']],
    ['Deceased', 'no', []],
    ['Deceased', '', []],
    ['DEATHDATE', '19960415', ['died']],
    ['Contact type', 'Deceased', ['died']],
    ['Spouse', 'Deceased', []],
    ['Quote status', 'declined', []],
    ['Carpets', 'cleaned', []],
    ['Hobby', 'calls square dances', []],
  ])('%s: %s', (heading, value, wishes) => {
    const { consents, neverContact, diedOn } = readWishes([{ heading, value }], []).wishes
    const said = consents.map(({ channel, answer }) => (answer === 'no' ? channel : answer))
    if (diedOn !== null) said.push('died' as never)
    else if (neverContact !== null) said.push('never' as never)
    expect(said.sort()).toEqual(wishes)
  })
  it('a tag says it too', () => {
    expect(readWishes([], ['VIP', 'Deceased']).wishes.diedOn).toBe('')
    expect(readWishes([], ['do not call']).wishes.consents).toMatchObject([
      { channel: 'phone', answer: 'no' },
    ])
    expect(readWishes([], ['cleaned']).wishes.consents).toEqual([])
  })
})

const list = [
  'Name,Email,Phone,Do not contact,Unsubscribed,Do Not Call,Deceased,Shoe size',
  'Mara Quill,mara@quill.example,020 7946 0011,Yes,,,,38',
  'Otto Pram,otto@pram.example,020 7946 0012,,Yes,1,,',
  'Ines Rook,ines@rook.example,020 7946 0013,,,,2024-05-06,',
  'Bo Finch,bo@finch.example,020 7946 0014,No,No,0,,',
].join('\n')

test('an import keeps each no where the owner sees it, in the words of the file', async () => {
  await importCsv(list)
  expect(await person('Mara Quill')).toMatchObject({
    neverContactOn: '2026-11-23',
    neverContactReason: 'In the file: Do not contact: Yes',
    note: '',
  })
  expect(await saidBy('Otto Pram')).toEqual(['email no', 'phone no'])
  expect(await person('Ines Rook')).toMatchObject({ diedOn: '2024-05-06', neverContactOn: '2026-11-23' })
  expect(await person('Bo Finch')).toMatchObject({ neverContactOn: null, diedOn: null, consents: [] })
  expect((await person('Mara Quill')).fileFields).toContainEqual({ label: 'Shoe size', value: '38' })
})

test('vCards say it in properties of their own', async () => {
  const card = (name: string, more: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL:555 0101${name.length}\n${more}\nEND:VCARD\n`
  const file =
    card('Ann', 'CATEGORIES:Friends,Deceased') +
    card('Barb', 'DEATHDATE:19960415') +
    card('Clive', 'X-DO-NOT-CALL:1')
  await importPaths(store, [folder.write('a.vcf', file)])
  expect(await person('Ann')).toMatchObject({ diedOn: '', labels: 'Friends, Deceased' })
  expect(await person('Barb')).toMatchObject({ diedOn: '1996-04-15' })
  expect(await saidBy('Clive')).toEqual(['phone no'])
})

describe.each(['people.vcf', 'report_people.csv'])('out in %s and back', (file) => {
  it('everything of it is the same in another shop', async () => {
    await importCsv(list)
    await store.call('people.setNeverContact', {
      id: idOf('Mara Quill'),
      never: true,
      reason: 'Asked twice, "please"; 3,4\\5',
    })
    await store.call('people.setConsent', {
      id: idOf('Bo Finch'),
      channel: 'email',
      answer: 'yes',
      how: 'at the fair',
    })
    await store.call('people.setDied', { id: idOf('Otto Pram'), died: true })
    const target = mkdtempSync(join(tmpdir(), 'regulars-no-'))
    const other = await makeStore({ today: '2027-03-01' })
    try {
      await store.call('importExport.export', { folder: 'there' }, { paths: { there: target } })
      await importPaths(other, [join(target, file)])
      for (const name of ['Mara Quill', 'Otto Pram', 'Ines Rook', 'Bo Finch']) {
        const kept = ({
          neverContactOn,
          neverContactReason,
          diedOn,
          consents,
          fileFields,
        }: Awaited<ReturnType<typeof person>>) => ({
          neverContactOn,
          neverContactReason,
          diedOn,
          consents,
          fileFields,
        })
        expect(kept(await person(name, other))).toEqual(kept(await person(name)))
      }
      const again = hashContent(other.store.sqlite)
      expect(await importPaths(other, [join(target, file)])).toMatchObject({ added: 0, merged: 0 })
      expect(again).not.toBe('')
    } finally {
      other.close()
      rmSync(target, { recursive: true, force: true })
    }
  })
})

describe('somebody who is here already', () => {
  const own = 'Name,Phone,Email\nOtto Pram,020 7946 0012,otto@pram.example'
  it('is stopped by a no of a file, which is said; undo and taking back put all of it back', async () => {
    await importCsv(own)
    const id = idOf('Otto Pram')
    await store.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
    const before = hashContent(store.store.sqlite)
    const result = await importCsv(`${own.split('\n')[0]},Do not contact\n${own.split('\n')[1]},Yes`)
    expect(result.warnings.map(({ reason }) => reason.key)).toEqual(['importExport.merge.neverSet'])
    expect(await person('Otto Pram')).toMatchObject({ neverContactOn: '2026-11-23', focus: null })
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
  })
  it('keeps a yes said here, and the file’s no is told of', async () => {
    await importCsv(own)
    const id = idOf('Otto Pram')
    await store.call('people.setConsent', { id, channel: 'email', answer: 'yes' })
    const result = await importCsv(`${own.split('\n')[0]},Unsubscribed\n${own.split('\n')[1]},Yes`)
    expect(await saidBy('Otto Pram')).toEqual(['email yes'])
    expect(result.warnings.map(({ reason }) => reason.key)).toEqual(['importExport.merge.yesStays'])
  })
  it('a no that was lifted here is not set again by the same words', async () => {
    await importCsv(list)
    const id = idOf('Mara Quill')
    await store.call('people.setNeverContact', { id, never: false })
    await importCsv('Name,Phone,Do not contact,Town\nMara Quill,020 7946 0011,Yes,Hull')
    expect(await person('Mara Quill')).toMatchObject({ neverContactOn: null })
  })
  it('no yes of a file lifts a no', async () => {
    await importCsv(own)
    const id = idOf('Otto Pram')
    await store.call('people.setConsent', { id, channel: 'email', answer: 'no' })
    const { uid } = await person('Otto Pram')
    const card = `BEGIN:VCARD\nVERSION:3.0\nUID:${uid}\nFN:Otto Pram\nX-REGULARS-CONSENT:["email","yes","2026-11-30",""]\nEND:VCARD\n`
    await importPaths(store, [folder.write('own.vcf', card)])
    expect(await saidBy('Otto Pram')).toEqual(['email no'])
  })
})

test('an import with noes and fields is taken back whole', async () => {
  await importCsv('Name,Phone\nZoe Lark,020 7946 0099')
  const { id } = await importCsv(list)
  const taken = await store.call('importExport.takeBack', { id })
  expect(taken).toMatchObject({ removed: 4, kept: [] })
  for (const table of ['consents', 'file_fields'])
    expect(store.store.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
})

test('what the owner said since keeps somebody when their import is taken back', async () => {
  const { id } = await importCsv(list)
  await store.call('people.setConsent', { id: idOf('Bo Finch'), channel: 'phone', answer: 'no' })
  const taken = await store.call('importExport.takeBack', { id })
  expect(taken).toMatchObject({ removed: 3, kept: [{ name: 'Bo Finch' }] })
  expect((await person('Bo Finch')).fileFields.length).toBeGreaterThan(0)
})

describe('somebody who has died', () => {
  it('is off the list with nothing planned, and Undo brings all of it back', async () => {
    await importCsv(list)
    const id = idOf('Bo Finch')
    await store.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
    const before = hashContent(store.store.sqlite)
    await store.call('people.setDied', { id, died: true, on: '2026-11-20' })
    expect(await person('Bo Finch')).toMatchObject({
      diedOn: '2026-11-20',
      focus: null,
      neverContactOn: '2026-11-23',
    })
    await store.call('app.undo', {})
    expect(hashContent(store.store.sqlite)).toBe(before)
  })
  it('taken back, “do not contact” stays until it is lifted', async () => {
    await importCsv(list)
    const id = idOf('Ines Rook')
    await store.call('people.setDied', { id, died: false })
    expect(await person('Ines Rook')).toMatchObject({ diedOn: null, neverContactOn: '2026-11-23' })
    await store.call('people.setDied', { id, died: true })
    await store.call('people.setNeverContact', { id, never: false })
    expect(await person('Ines Rook')).toMatchObject({ diedOn: null, neverContactOn: null })
  })
  it('the file itself holds that whoever has died is never to be contacted', async () => {
    await importCsv(list)
    const write = () => store.store.sqlite.exec("UPDATE people SET died_on = '' WHERE name = 'Bo Finch'")
    expect(write).toThrow(/CHECK/)
  })
})

test('merged, the no wins, the death stays, and fields of both are there once', async () => {
  await importCsv(list)
  await importCsv('Name,Phone,Shoe size,Town\nBo Finch,555 0777,38,Hull')
  const [keptId, goneId] = [idOf('Bo Finch'), idOf('Ines Rook')]
  await store.call('people.setConsent', { id: idOf('Otto Pram'), channel: 'phone', answer: 'no' })
  await store.call('duplicates.merge', { keptId, goneId, choices: {} })
  expect(await person('Bo Finch')).toMatchObject({ diedOn: '2024-05-06', neverContactOn: '2026-11-23' })
  store.clock.today = '2026-11-24'
  await store.call('people.setConsent', { id: keptId, channel: 'email', answer: 'yes' })
  await store.call('duplicates.merge', { keptId, goneId: idOf('Otto Pram'), choices: {} })
  expect(await saidBy('Bo Finch')).toEqual(['email no', 'phone no'])
  const fields = (await person('Bo Finch')).fileFields.map(({ label, value }) => `${label} ${value}`)
  expect(new Set(fields).size).toBe(fields.length)
})
