// "Not now": somebody's turn waits for some days, or until a date; what is owed to them does not wait.
import { type FormEvent, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import shared from '../../ui/shared.module.css'
import classes from './LeaveDialog.module.css'
import { readRevisit } from './leaving.ts'
import { ReturnField } from './ReturnField.tsx'

interface NotNowDialogProps {
  personId: number
  name: string
  onClose(): void
}

export function NotNowDialog({ personId, name, onClose }: NotNowDialogProps) {
  const today = useToday()
  const usual = [t('focusList.putOff.in3Days'), t('focusList.putOff.in7Days'), t('focusList.putOff.in14Days')]
  const [day, setDay] = useState(usual[1]!)
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const read = readRevisit(day, today, true)
    if ('problem' in read) return setProblem(read.problem.words)
    const failure = await send('focusList.putOffTurn', { personId, until: read.on! })
    if (failure) setRefusal(failure)
    else onClose()
  }

  return (
    <Dialog onClose={onClose} title={t('focusList.putOff.title', { name })}>
      <form onSubmit={(event) => void save(event)} className={classes.form}>
        <p className={shared.note}>{t('focusList.putOff.hint')}</p>
        <ReturnField
          label={t('focusList.putOff.until')}
          value={day}
          onChange={(typed) => {
            setDay(typed)
            setProblem(undefined)
          }}
          today={today}
          error={problem}
          autoFocus
          usual={usual}
        />
        <DialogFoot
          refusal={refusal}
          cancel={t('touches.cancel')}
          save={t('focusList.putOff.save')}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
