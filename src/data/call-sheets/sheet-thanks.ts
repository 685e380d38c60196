// Who the sheet says to thank for a name, and to tell what came of one.

import type { ThanksOwed } from '../../shared/contract/referrals.ts'
import type { MessageRef } from '../../shared/errors.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import type { Reader } from '../engine/store.ts'
import { listReportsOwed, listThanksOwed } from '../referrals/referrals.ts'

/**
 * One entry a person, thanks before reports, the oldest first.
 * @returns whom to thank or tell, with the sentences that say what for
 */
export async function readThanksForSheet(db: Reader): Promise<{ personId: number; reasons: MessageRef[] }[]> {
  const found = new Map<number, MessageRef[]>()
  for (const owed of await listThanksOwed(db)) found.set(owed.referrer.id, [describeThanks(owed)])
  for (const { referrer, friend } of await listReportsOwed(db)) {
    const report: MessageRef = { key: 'callSheets.reasons.report', facts: { friend: nameFact(friend) } }
    found.set(referrer.id, [...(found.get(referrer.id) ?? []), report])
  }
  return [...found].map(([personId, reasons]) => ({ personId, reasons }))
}

function describeThanks({ friends, since }: ThanksOwed): MessageRef {
  if (friends.length === 0) return { key: 'callSheets.reasons.thankBare', facts: { on: since } }
  return { key: 'callSheets.reasons.thank', facts: { friends: friends.map(nameFact), on: since } }
}
