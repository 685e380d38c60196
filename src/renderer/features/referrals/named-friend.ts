// What stands in the line that asks whom somebody named, and how it becomes the friend.
import type { CallInput } from '../../../shared/contract/index.ts'

export interface FriendDraft {
  /** Somebody who is here already; null while a name is typed. */
  picked: { id: number; name: string; firm: string } | null
  name: string
  phone: string
  expects: '' | 'yes' | 'no'
}

export const emptyFriend: FriendDraft = { picked: null, name: '', phone: '', expects: '' }

export const isNamed = (draft: FriendDraft): boolean => draft.picked !== null || draft.name.trim() !== ''

export function readFriend(draft: FriendDraft): CallInput<'referrals.nameFriend'>['friend'] {
  return {
    personId: draft.picked?.id ?? null,
    name: draft.picked ? '' : draft.name,
    phone: draft.picked ? '' : draft.phone,
    agreed: draft.expects === '' ? null : draft.expects === 'yes',
  }
}
