// What an open page keeps when it is read again: a logged touch leaves the record the same object, so that only the touches are drawn.
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordOf } from '../../../src/renderer/features/people/person-record.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

let store: TestStore
beforeEach(async () => {
  store = await makeStore()
})
afterEach(() => store.close())

const uid = () => crypto.randomUUID()

/** The page of somebody as a window holds it, and the page after it was read once more. */
async function openPage() {
  const { id } = await store.call('people.add', { uid: uid(), name: 'Ana Ruiz', firmName: 'Ridge Framing' })
  const client = new QueryClient()
  const page = { queryKey: ['people.get', { id }], queryFn: () => store.call('people.get', { id }) }
  const person = new QueryObserver(client, page)
  const record = new QueryObserver(client, { ...page, select: recordOf })
  const read = async () => ({
    person: (await person.refetch()).data!,
    record: (await record.refetch()).data!,
  })
  return { id, read }
}

test('a logged touch leaves the record the same object', async () => {
  const { id, read } = await openPage()
  const before = await read()
  await store.call('touches.log', { uid: uid(), personId: id, touch: { how: 'talked' } })
  const after = await read()
  expect(after.person.touches).toBe(before.person.touches + 1)
  expect(after.record).toBe(before.record)
})

test('a changed name makes a new record and keeps its other parts', async () => {
  const { id, read } = await openPage()
  const before = await read()
  await store.call('people.edit', { id, changes: { name: 'Anna Ruiz' } })
  const after = await read()
  expect(after.record.name).toBe('Anna Ruiz')
  expect(after.record).not.toBe(before.record)
  expect(after.record.firm).toBe(before.record.firm)
})
