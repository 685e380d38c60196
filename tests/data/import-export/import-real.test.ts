// Real address books of other programs, imported into a real file: taken or refused, and one undo away.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashContent } from '../../../src/data/engine/row-hashes.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { hasMessage } from '../../../src/shared/messages/translate.ts'
import { importPaths, previewPaths } from '../../support/import-files.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'
import {
  outsideFiles as data,
  outsideFilesAreThere as isThere,
  notTried,
} from '../../support/outside-files.ts'

const files = isThere
  ? readdirSync(data)
      .filter((folder) => /^(?:csv|vcard)-/.test(folder))
      .flatMap((folder) => readdirSync(join(data, folder)).map((name) => join(folder, name)))
      .filter((name) => /\.(?:csv|vcf)$/.test(name))
  : []

describe('real files', () => {
  if (!isThere) {
    it.skip(notTried, () => {})
    return
  }
  let store: TestStore
  beforeEach(async () => {
    store = await makeStore()
  })
  afterEach(() => store.close())
  const content = () => hashContent(store.store.sqlite)

  it('500 contacts of another program are 500 people, and the same file again adds none', async () => {
    const path = join(data, 'csv-atomic-crm/contacts.csv')
    const before = content()
    expect(await importPaths(store, [path], { country: 'US' })).toMatchObject({ added: 500, rejected: [] })
    expect(await importPaths(store, [path], { country: 'US' })).toMatchObject({ added: 0, skipped: 500 })
    expect((await store.call('people.list', {})).total).toBe(500)
    await store.call('app.undo', {})
    await store.call('app.undo', {})
    expect(content()).toBe(before)
  })

  it.for(files)('%s is taken with every record accounted for, or refused with a reason', async (file) => {
    const before = content()
    const [preview] = await previewPaths(store, [join(data, file)], { country: 'US' })
    expect(content()).toBe(before)
    const result = await importPaths(store, [join(data, file)], { country: 'US' }).catch((error) => error)
    if (result instanceof AppError) {
      expect(hasMessage(`errors.${result.code}`)).toBe(true)
      expect(preview!.error !== null || !preview!.recognised).toBe(true)
      expect(content()).toBe(before)
      return
    }
    const { added, merged, skipped, rejected } = result
    expect(added + merged + skipped + rejected.length).toBe(
      preview!.people + preview!.skipped + preview!.rejected,
    )
    for (const { reason } of rejected) expect(hasMessage(reason.key)).toBe(true)
    await store.call('app.undo', {})
    expect(content()).toBe(before)
  })

  it('all address books that are taken go in as one import, and come back out with it', async () => {
    const taken: string[] = []
    for (const file of files) {
      const [preview] = await previewPaths(store, [join(data, file)])
      if (preview!.error === null && preview!.recognised) taken.push(join(data, file))
    }
    expect(taken.length).toBeGreaterThan(50)
    const before = content()
    const { id, added } = await importPaths(store, taken, { country: 'US' })
    expect((await store.call('people.list', {})).total).toBe(added)
    const after = content()
    expect(await store.call('importExport.takeBack', { id })).toMatchObject({ removed: added, kept: [] })
    expect((await store.call('people.list', {})).total).toBe(0)
    await store.call('app.undo', {})
    expect(content()).toBe(after)
    await store.call('app.undo', {})
    expect(content()).toBe(before)
  })
})
