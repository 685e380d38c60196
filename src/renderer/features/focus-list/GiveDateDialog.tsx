// Somebody without a next step gets one: what, and when.
import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import classes from './LeaveDialog.module.css'
import { readRevisit } from './leaving.ts'
import { ReturnField } from './ReturnField.tsx'

interface GiveDateDialogProps {
  personId: number
  name: string
  onClose(): void
}

export function GiveDateDialog({ personId, name, onClose }: GiveDateDialogProps) {
  const today = useToday()
  const [what, setWhat] = useState('')
  const [when, setWhen] = useState('')
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const read = readRevisit(when, today, true)
    if ('problem' in read) return setProblem(read.problem.words)
    const failure = await send('touches.addNextStep', {
      uid: crypto.randomUUID(),
      personId,
      step: { what, dueOn: read.on!, promised: false },
    })
    if (failure) setRefusal(failure)
    else onClose()
  }

  return (
    <Dialog onClose={onClose} title={t('focusList.look.dateTitle', { name })}>
      <form onSubmit={(event) => void save(event)} className={classes.form}>
        <TextInput
          label={t('focusList.look.dateWhat')}
          placeholder={t('touches.next.whatPlaceholder')}
          data-autofocus
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <ReturnField
          label={t('focusList.look.dateWhen')}
          value={when}
          onChange={(typed) => {
            setWhen(typed)
            setProblem(undefined)
          }}
          today={today}
          error={problem}
        />
        <DialogFoot
          refusal={refusal}
          cancel={t('touches.cancel')}
          save={t('touches.save')}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
