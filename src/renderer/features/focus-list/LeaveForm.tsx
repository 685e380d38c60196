// The form at the end of every leaving: how, why and until when; what was typed stays until it is saved.
import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallInput } from '../../../shared/contract/index.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import classes from './LeaveDialog.module.css'
import { LeaveFields } from './LeaveFields.tsx'
import type { LeaveKind } from './leaving.ts'
import { useLeaving } from './use-leaving.ts'

interface LeaveFormProps {
  personId: number
  as: LeaveKind
  /** Filled in already. */
  reason?: string | undefined
  /** They leave in this one way, said in these words. */
  settled?: string
  confirm: string
  cancel: string
  /** The sentence of a refusal, or null when it is on the disk. */
  onSend(leaving: CallInput<'focusList.leave'>): Promise<string | null>
  onClose(): void
}

export function LeaveForm(props: LeaveFormProps) {
  const { personId, as, reason, settled, confirm, cancel, onSend, onClose } = props
  const form = useLeaving({ personId, as, reason, isSettled: settled !== undefined })
  const [refusal, setRefusal] = useState<string | null>(null)

  async function send(event: FormEvent) {
    event.preventDefault()
    const leaving = form.read()
    if (!leaving) return
    const failure = await onSend(leaving)
    if (failure) setRefusal(failure)
    else onClose()
  }

  return (
    <form onSubmit={(event) => void send(event)} className={classes.form}>
      <LeaveFields form={form} settled={settled} />
      <Refusal words={refusal} className={shared.trouble} />
      <div className={shared.dialogFoot}>
        <Button variant="default" onClick={onClose}>
          {cancel}
        </Button>
        <Button type="submit">{confirm}</Button>
      </div>
    </form>
  )
}
