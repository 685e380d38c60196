// The leave form of one person: what is typed, the jobs they may leave with, and what cannot be read yet.
import { useEffect, useRef, useState } from 'react'
import type { CallInput } from '../../../shared/contract/index.ts'
import { useLoaded } from '../../api/queries.ts'
import { useMoneyTyping, useToday } from '../../app/use-start.ts'
import {
  chooseJob,
  emptyLeaving,
  type LeaveKind,
  type LeavingDraft,
  type LeavingJob,
  type LeavingProblem,
  listChoices,
  readLeaving,
} from './leaving.ts'

export interface LeavingForm {
  draft: LeavingDraft
  /** Those that go with how they leave. */
  jobs: LeavingJob[]
  today: string
  problem: LeavingProblem | null
  change(part: Partial<LeavingDraft>): void
  /** What and how much follow it. */
  choose(job: LeavingJob | null): void
  /** Null while something cannot be read; the form then says what. */
  read(): CallInput<'focusList.leave'> | null
}

interface Leaver {
  personId: number
  as: LeaveKind
  /** Filled in already. */
  reason?: string | undefined
  /** They leave in this one way. */
  isSettled: boolean
}

export function useLeaving({ personId, as, reason, isSettled }: Leaver): LeavingForm {
  const today = useToday()
  const money = useMoneyTyping()
  const [typed, setDraft] = useState(() => emptyLeaving(as, reason))
  const draft = isSettled ? { ...typed, as } : typed
  const [problem, setProblem] = useState<LeavingProblem | null>(null)
  // None when they cannot be read: leaving needs none.
  const found = useLoaded('jobs.leaving', { personId }).value
  const jobs = found ?? []
  const latestMoney = useRef(money)
  latestMoney.current = money
  useEffect(() => {
    if (!found) return
    // What was typed or chosen meanwhile stays, as long as it is theirs.
    setDraft((before) =>
      (before.jobId === null ? before.what || before.amount : found.some(({ id }) => id === before.jobId))
        ? before
        : { ...before, ...chooseJob(listChoices(before.as, found)[0] ?? null, latestMoney.current) },
    )
  }, [found])
  return {
    draft,
    jobs: listChoices(draft.as, jobs),
    today,
    problem,
    change(part) {
      setProblem(null)
      setDraft((before) => {
        const after = { ...before, ...part }
        const choices = listChoices(after.as, jobs)
        if (after.as === before.as || choices.some((job) => job.id === after.jobId)) return after
        return { ...after, ...chooseJob(choices[0] ?? null, money) }
      })
    },
    choose(job) {
      setProblem(null)
      setDraft((before) => ({ ...before, ...chooseJob(job, money) }))
    },
    read() {
      const leaving = readLeaving(personId, draft, { today, money, jobs })
      if (!('problem' in leaving)) return leaving
      setProblem(leaving.problem)
      return null
    },
  }
}
