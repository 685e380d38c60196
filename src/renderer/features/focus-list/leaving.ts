// What stands in the leave form, and how it becomes a leaving with its reason.
import type { CallInput } from '../../../shared/contract/index.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'

export type LeaveKind = 'won' | 'lost' | 'parked' | 'dropped' | 'never'

export interface LeavingDraft {
  as: LeaveKind
  reason: string
  lostTo: string
  /** As typed: "in 3 months", "1 mar". */
  revisit: string
}

export function emptyLeaving(as: LeaveKind): LeavingDraft {
  return { as, reason: '', lostTo: '', revisit: '' }
}

export type LeavingProblem = { field: 'reason' | 'revisit'; words: string }

/** Reads the form; parking, losing and dropping need a reason, and parking a day to come back. */
export function readLeaving(
  personId: number,
  draft: LeavingDraft,
  today: string,
): CallInput<'focusList.leave'> | { problem: LeavingProblem } {
  const { as } = draft
  const reason = draft.reason.trim()
  if (!reason && as !== 'won' && as !== 'never') {
    return { problem: { field: 'reason', words: t('focusList.leave.needsReason') } }
  }
  const comesBack = as === 'parked' || as === 'lost'
  const typed = comesBack ? draft.revisit.trim() : ''
  const revisitOn = typed ? readDay(typed, today) : null
  if (typed && (!revisitOn || revisitOn <= today)) {
    return { problem: { field: 'revisit', words: t('focusList.leave.notADay', { typed }) } }
  }
  if (as === 'parked' && !revisitOn) {
    return { problem: { field: 'revisit', words: t('focusList.leave.needsDay') } }
  }
  return { personId, as, reason, lostTo: as === 'lost' ? draft.lostTo.trim() : '', revisitOn }
}
