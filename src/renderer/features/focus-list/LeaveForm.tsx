// The form at the end of every leaving: how, why and until when; what was typed stays until it is saved.
import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallInput } from '../../../shared/contract/index.ts'
import { useToday } from '../../app/use-start.ts'
import classes from './LeaveDialog.module.css'
import { LeaveFields } from './LeaveFields.tsx'
import { emptyLeaving, type LeaveKind, type LeavingProblem, readLeaving } from './leaving.ts'

interface LeaveFormProps {
  personId: number
  as: LeaveKind
  /** They leave in this one way, said in these words. */
  settled?: string
  confirm: string
  cancel: string
  /** The sentence of a refusal, or null when it is on the disk. */
  onSend(leaving: CallInput<'focusList.leave'>): Promise<string | null>
  onClose(): void
}

export function LeaveForm({ personId, as, settled, confirm, cancel, onSend, onClose }: LeaveFormProps) {
  const today = useToday()
  const [typed, setTyped] = useState(() => emptyLeaving(as))
  const [problem, setProblem] = useState<LeavingProblem | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const draft = settled === undefined ? typed : { ...typed, as }

  async function send(event: FormEvent) {
    event.preventDefault()
    const leaving = readLeaving(personId, draft, today)
    if ('problem' in leaving) return setProblem(leaving.problem)
    const failure = await onSend(leaving)
    if (failure) setRefusal(failure)
    else onClose()
  }

  return (
    <form onSubmit={(event) => void send(event)} className={classes.form}>
      <LeaveFields
        draft={draft}
        change={(part) => {
          setTyped((before) => ({ ...before, ...part }))
          setProblem(null)
        }}
        today={today}
        problem={problem}
        settled={settled}
      />
      {refusal && (
        <p role="alert" className={classes.refusal}>
          {refusal}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {cancel}
        </Button>
        <Button type="submit">{confirm}</Button>
      </div>
    </form>
  )
}
