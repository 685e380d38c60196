// Erasing somebody: no readable byte of them stays in the data folder, nothing brings them back, and the rest is as it was.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { t } from '../../../src/shared/messages/translate.ts'
import { importPaths, makeImportFolder } from '../../support/import-files.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import { addSheetRow, proposeSheet } from '../../support/propose-sheet.ts'
import { writeOutside } from '../../support/write-outside.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore()
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()
const all = (sql: string, ...values: unknown[]) => store.store.sqlite.prepare(sql).all(...values)

async function add(person: Partial<CallInput<'people.add'>>): Promise<number> {
  return (await store.call('people.add', { uid: uid(), name: '', ...person })).id
}

/** Which of these words stand readable in any file of the data folder, and where. */
function findBytes(...words: string[]): string[] {
  const found: string[] = []
  for (const file of readdirSync(store.folder, { recursive: true, encoding: 'utf8' })) {
    const bytes = readFileSync(join(store.folder, file)).toString('latin1').toLowerCase()
    for (const word of words) if (bytes.includes(word)) found.push(`${file}: ${word}`)
  }
  return found
}

describe('erasing somebody', () => {
  // Folded and in parts: the search keeps words, and phones from behind.
  const traces = ['canarina', 'xylander', '5550177', '7710555', 'zebrawood', 'quokka']

  async function makeErased(): Promise<number> {
    const folder = makeImportFolder()
    const card =
      'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:quokka-1234\r\nFN:Canarina Xylander\r\nN:Xylander;Canarina;;;\r\nTEL:+14155550177\r\nNOTE:zebrawood\r\nEND:VCARD\r\n'
    await importPaths(store, [folder.write('people.vcf', card)], { country: 'US' })
    await importPaths(
      store,
      [
        folder.write(
          'people.csv',
          'Name,Phone,Notes,E-mail\nCanarina Xylander,415 555 0177,zebrawood again,quokka@xylander.example',
        ),
      ],
      { country: 'US' },
    )
    folder.remove()
    const { id } = all("SELECT id FROM people WHERE name = 'Canarina Xylander'")[0] as { id: number }
    await store.call('people.edit', {
      id,
      changes: { firmName: 'Xylander Prints', useful: 'zebrawood chips' },
    })
    await store.call('touches.log', {
      uid: uid(),
      personId: id,
      touch: { how: 'met', note: 'zebrawood frame, quokka' },
      nextStep: { what: 'zebrawood sample', dueOn: '2026-11-25' },
    })
    await store.call('focusList.add', { uid: uid(), personId: id, whyNow: 'zebrawood' })
    await proposeSheet(store, { uid: uid(), week: '2026-W48' })
    await store.call('app.saveDraft', { key: `log-box:${id}`, value: 'zebrawood, said Canarina' })
    await store.call('app.saveDraft', { key: 'paper-list', value: 'Tom; Canarina Xylander; Ana' })
    return id
  }

  test('leaves no readable byte of them in any file of the folder', async () => {
    const tom = await add({ name: 'Tom Abara', note: 'walnut' })
    const id = await makeErased()
    await store.call('referrals.linkReferrer', { personId: id, referrerId: tom })
    expect(findBytes(...traces).length).toBeGreaterThan(4)
    await store.call('people.erase', { id, someone: t('erase.someone') })
    expect(findBytes(...traces)).toEqual([])
    expect(store.store.sqlite.pragma('foreign_key_check')).toEqual([])
    expect(await store.call('backup.check', {})).toMatchObject({ good: true, problems: [] })
    await store.reopen()
    expect(findBytes(...traces)).toEqual([])
    expect((await store.call('people.list', { search: 'walnut' })).rows.map((row) => row.id)).toEqual([tom])
    expect((await store.call('people.firms', {})).rows).toEqual([])
  })

  test('tells first what goes, what stays and where', async () => {
    const tom = await add({ name: 'Tom Abara' })
    const id = await makeErased()
    await store.call('referrals.linkReferrer', { personId: id, referrerId: tom })
    await store.call('callSheets.markPrinted', { week: '2026-W48' })
    expect(await store.call('people.erasing', { id })).toEqual({
      name: 'Canarina Xylander',
      touches: 1,
      jobs: 0,
      nextSteps: 1,
      namedBy: 1,
      sheets: 1,
      backups: 0,
    })
    await store.call('people.erase', { id, someone: t('erase.someone') })
    // Who named them goes on having named somebody.
    const [thanks] = await store.call('referrals.thanksOwed', {})
    expect(thanks).toMatchObject({ referrer: { id: tom }, friends: [], unnamed: 1 })
    await expect(store.call('people.erasing', { id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('cannot be undone, and leaves the undo of what was done since', async () => {
    const id = await makeErased()
    const tom = await add({ name: 'Tom Abara' })
    await store.call('people.erase', { id, someone: t('erase.someone') })
    expect((await store.call('app.history', {})).undo).toMatchObject({ facts: { name: 'Tom Abara' } })
    await store.call('app.undo', {})
    await expect(store.call('people.get', { id: tom })).rejects.toMatchObject({ code: 'not-found' })
    await expect(store.call('app.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
    await store.call('app.redo', {})
    expect(await store.call('backup.check', {})).toMatchObject({ good: true, problems: [] })
    expect(findBytes(...traces)).toEqual([])
  })

  test('tells the screens, and answers a repeated order the same', async () => {
    const id = await makeErased()
    store.changed.length = 0
    await store.call('people.erase', { id, someone: t('erase.someone') }, { commandId: 'erase' })
    expect(store.changed.flat()).toContain('people')
    expect(
      await store.call('people.erase', { id, someone: t('erase.someone') }, { commandId: 'erase' }),
    ).toEqual({})
    await expect(store.call('people.erase', { id, someone: t('erase.someone') })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('reaches those in the bin, and whom they were merged with', async () => {
    const id = await makeErased()
    const other = await add({ name: 'Canarina X', phone: '415 555 0177' })
    await store.call('duplicates.merge', { keptId: other, goneId: id })
    await store.call('people.moveToBin', { id: other })
    await store.call('people.erase', { id: other, someone: t('erase.someone') })
    expect(findBytes(...traces)).toEqual([])
    expect(await store.call('people.bin', {})).toEqual([])
  })

  test('keeps a firm where others are, and a household of others', async () => {
    const [nora, per] = [await add({ name: 'Nora Lind', phone: '1' }), await add({ name: 'Per Lind' })]
    await store.call('people.answerHousehold', {
      personIds: [nora, per],
      together: true,
      called: 'Lind household',
    })
    await store.call('people.erase', { id: nora, someone: t('erase.someone') })
    expect((await store.call('people.firms', {})).rows).toMatchObject([{ name: 'Lind household', people: 1 }])
    await store.call('people.erase', { id: per, someone: t('erase.someone') })
    expect((await store.call('people.firms', {})).rows).toEqual([])
  })

  test('takes a firm that was only they, with its note', async () => {
    const id = await add({ firmName: 'Harbor Inn' })
    const [firm] = (await store.call('people.firms', {})).rows
    await store.call('people.saveFirm', { id: firm!.id, note: 'by the water' })
    await store.call('people.erase', { id, someone: t('erase.someone') })
    expect((await store.call('people.firms', {})).rows).toEqual([])
    expect(findBytes('harbor', 'by the water')).toEqual([])
  })

  test('takes their name out of words the program wrote for others', async () => {
    const id = await makeErased()
    const tom = await add({ name: 'Tom Abara' })
    await addSheetRow(store, { uid: uid(), week: '2026-W48', personId: tom })
    writeOutside(
      store,
      "UPDATE call_sheet_rows SET reason = 'Canarina Xylander named them' WHERE person_id = ?",
      tom,
    )
    await store.call('people.erase', { id, someone: t('erase.someone') })
    const sheet = await store.call('callSheets.get', { week: '2026-W48' })
    expect(sheet?.rows.map((row) => row.reason)).toEqual(['someone named them'])
  })
})

describe('who was erased', () => {
  const vcard = (name: string, ...lines: string[]) =>
    ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...lines, 'END:VCARD', ''].join('\r\n')

  test.each([
    ['the same card', 'a.vcf', vcard('Nora Lindqvist', 'TEL:+14155550160', 'UID:abcdefgh-1')],
    ['their UID under another name', 'a.vcf', vcard('N. L.', 'UID:abcdefgh-1')],
    ['their mail', 'a.csv', 'Name,E-mail\nSomebody,nora@lindqvist.example'],
    ['their name and phone', 'a.csv', 'Name,Phone\nnora lindqvist,(415) 555-0160'],
    ['another name of theirs and the phone', 'a.csv', 'Name,Phone\nNora Frames,415 555 0160'],
    ['nothing but the name', 'a.csv', 'Name,Notes\nNora Lindqvist,hello'],
  ])('is not brought back by %s', async (_what, file, text) => {
    const folder = makeImportFolder()
    const first = vcard(
      'Nora Lindqvist',
      'TEL:+14155550160',
      'EMAIL:nora@lindqvist.example',
      'UID:abcdefgh-1',
    )
    await importPaths(store, [folder.write('first.vcf', first)], { country: 'US' })
    await store.call('people.edit', { id: 1, changes: { alsoKnownAs: 'Nora Frames' } })
    await store.call('people.erase', { id: 1, someone: t('erase.someone') })
    const result = await importPaths(store, [folder.write(file, text)], { country: 'US' })
    folder.remove()
    expect(result).toMatchObject({ added: 0, merged: 0, skipped: 1 })
    expect(result.skips).toEqual([{ reason: { key: 'importExport.merge.suppressed' }, count: 1 }])
    expect(all('SELECT 1 FROM people')).toEqual([])
  })

  test('is added by hand only knowingly; a namesake with another phone is not asked about', async () => {
    const id = await add({ name: 'Nora Lindqvist', phone: '415 555 0160' })
    await store.call('people.erase', { id, someone: t('erase.someone') })
    const person = { uid: uid(), name: 'Nora Lindqvist', phone: '415-555-0160' }
    await expect(store.call('people.add', person)).rejects.toMatchObject({ code: 'was-erased' })
    await store.call('people.add', { uid: uid(), name: 'Nora Lindqvist', phone: '415 555 0999' })
    await store.call('people.add', { ...person, anyway: true })
    expect((await store.call('people.list', {})).total).toBe(2)
  })
})
