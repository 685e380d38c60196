// Somebody in the file, on the focus list unless it says otherwise.
import type { TestStore } from './make-store.ts'

export interface NewProspect {
  firmName?: string
  phone?: string
  note?: string
  focus?: boolean
}

export async function addProspect(
  shop: TestStore,
  name: string,
  { focus = true, ...details }: NewProspect = {},
): Promise<number> {
  const { id } = await shop.call('people.add', { uid: crypto.randomUUID(), name, ...details })
  if (focus) await shop.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
  return id
}
