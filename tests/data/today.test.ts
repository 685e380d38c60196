// Today reads a handful however many promises are overdue, and still counts everyone who waits.
import { expect, test } from 'vitest'
import { makeStore } from '../support/make-store.ts'

test('everyone with an overdue promise is counted, some of the earliest are shown', async () => {
  const store = await makeStore()
  try {
    const overdue = 130
    for (let number = 1; number <= overdue; number += 1) {
      const { id } = await store.call('people.add', { uid: crypto.randomUUID(), name: `Person ${number}` })
      const dueOn = `2026-${String(1 + (number % 9)).padStart(2, '0')}-10`
      const step = { what: 'call', dueOn }
      await store.call('touches.addNextStep', { uid: crypto.randomUUID(), personId: id, step })
    }
    const today = await store.call('focusList.today', { more: 0 })
    expect(today.rows.length).toBe(today.capacity)
    expect(today.rows.every((row) => row.promised && row.dueSteps[0]!.dueOn <= '2026-04-10')).toBe(true)
    expect(today.waiting.count).toBe(overdue - today.capacity)
    const [first] = today.rows
    await store.call('touches.log', {
      uid: crypto.randomUUID(),
      personId: first!.personId,
      touch: { how: 'no answer' },
    })
    const later = await store.call('focusList.today', { more: 3 })
    expect(later.rows.length).toBe(today.capacity - 1 + 3)
    expect(later.waiting.count).toBe(overdue - 1 - later.rows.length)
  } finally {
    store.close()
  }
})
