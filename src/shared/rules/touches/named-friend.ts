// What stands in the line that asks whom somebody named, and how it becomes the friend.

export interface FriendDraft {
  /** Somebody who is here already; null while a name is typed. */
  picked: { id: number; name: string; firm: string } | null
  name: string
  phone: string
  expects: '' | 'yes' | 'no'
}

export const emptyFriend: FriendDraft = { picked: null, name: '', phone: '', expects: '' }

/** Whether it says who the friend is. */
export const isNamed = (draft: FriendDraft): boolean => draft.picked !== null || draft.name.trim() !== ''

/** The friend as the file takes it: somebody who is here by their number, anybody else by their name. */
export function readFriend(draft: FriendDraft) {
  return {
    personId: draft.picked?.id ?? null,
    name: draft.picked ? '' : draft.name,
    phone: draft.picked ? '' : draft.phone,
    agreed: draft.expects === '' ? null : draft.expects === 'yes',
  }
}
