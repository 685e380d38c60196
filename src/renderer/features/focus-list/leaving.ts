// What stands in the leave form, and how it becomes a leaving with its reason.
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { type MoneyTyping, parseMoney, writeMoney } from '../../../shared/rules/touches/parse-money.ts'

export type LeaveKind = 'won' | 'lost' | 'parked' | 'dropped' | 'never'
export type LeavingJob = CallOutput<'jobs.leaving'>[number]

/** Texts stand as typed; days and amounts are read when it is saved. */
export interface LeavingDraft {
  as: LeaveKind
  reason: string
  lostTo: string
  /** As typed: "in 3 months", "1 mar". */
  revisit: string
  /** The quote they took or turned down, or the order; null for none of those written. */
  jobId: number | null
  what: string
  /** As typed: "640", "$1,200". */
  amount: string
}

export function emptyLeaving(as: LeaveKind, reason = ''): LeavingDraft {
  return { as, reason, lostTo: '', revisit: '', jobId: null, what: '', amount: '' }
}

/** The jobs they may leave with in this way: an order was not turned down. */
export function listChoices(as: LeaveKind, jobs: readonly LeavingJob[]): LeavingJob[] {
  if (as === 'won') return [...jobs]
  return as === 'lost' ? jobs.filter((job) => !job.ordered) : []
}

/** What and how much follow the job that is chosen, and can be written over. */
export function chooseJob(
  job: LeavingJob | null,
  money: MoneyTyping,
): Pick<LeavingDraft, 'jobId' | 'what' | 'amount'> {
  if (!job) return { jobId: null, what: '', amount: '' }
  return { jobId: job.id, what: job.what, amount: job.amount === null ? '' : writeMoney(job.amount, money) }
}

export type LeavingProblem = { field: 'reason' | 'revisit' | 'amount'; words: string }

/** Reads the form; parking, losing and dropping need a reason, and parking a day to come back. */
export function readLeaving(
  personId: number,
  draft: LeavingDraft,
  { today, money, jobs }: { today: string; money: MoneyTyping; jobs: readonly LeavingJob[] },
): CallInput<'focusList.leave'> | { problem: LeavingProblem } {
  const { as } = draft
  if (as === 'won') return readWon(personId, draft, money)
  const reason = draft.reason.trim()
  if (!reason && as !== 'never') {
    return { problem: { field: 'reason', words: t('focusList.leave.needsReason') } }
  }
  const comesBack = as === 'parked' || as === 'lost'
  const revisit = readRevisit(comesBack ? draft.revisit : '', today, as === 'parked')
  if ('problem' in revisit) return revisit
  const leaving = { personId, as, reason, revisitOn: revisit.on }
  if (as !== 'lost') return leaving
  const turnedDown = listChoices(as, jobs).find((job) => job.id === draft.jobId)
  return { ...leaving, lostTo: draft.lostTo.trim(), job: turnedDown ? { id: turnedDown.id } : null }
}

function readWon(
  personId: number,
  draft: LeavingDraft,
  money: MoneyTyping,
): CallInput<'focusList.leave'> | { problem: LeavingProblem } {
  const typed = draft.amount.trim()
  const amount = typed ? parseMoney(typed, money) : null
  if (typed && amount === null) {
    const words = t('focusList.leave.notMoney', { typed, example: writeMoney(64_050, money) })
    return { problem: { field: 'amount', words } }
  }
  return { personId, as: 'won', job: { id: draft.jobId, what: draft.what.trim(), amount } }
}

/** A day ahead, as typed. */
export function readRevisit(
  day: string,
  today: string,
  isNeeded: boolean,
): { on: string | null } | { problem: { field: 'revisit'; words: string } } {
  const typed = day.trim()
  const on = typed ? readDay(typed, today) : null
  if (typed && (!on || on <= today)) {
    return { problem: { field: 'revisit', words: t('focusList.leave.notADay', { typed }) } }
  }
  if (isNeeded && !on) return { problem: { field: 'revisit', words: t('focusList.leave.needsDay') } }
  return { on }
}
