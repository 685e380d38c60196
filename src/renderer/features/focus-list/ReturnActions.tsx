// Somebody parked: take them back, which asks who leaves when the list is full; another day; or let go.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ParkedRow } from '../../../shared/contract/focus-list.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import { addToFocusList } from './focus-list.store.ts'
import classes from './LeaveDialog.module.css'
import { readRevisit } from './leaving.ts'
import lines from './ReturnActions.module.css'
import { ReturnField } from './ReturnField.tsx'
import { SwapDialog } from './SwapDialog.tsx'

export function ReturnActions({ row }: { row: ParkedRow }) {
  const [swapping, setSwapping] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { personId } = row
  const name = personName(row)

  async function takeBack() {
    const added = await addToFocusList({ uid: crypto.randomUUID(), personId })
    setSwapping(added.kind === 'full')
    setRefusal(added.kind === 'refused' ? added.words : null)
  }

  return (
    <div className={shared.stackS1}>
      <div className={lines.actions}>
        <Button
          size="xs"
          variant="default"
          aria-label={t('focusList.parked.takeBackWho', { name })}
          onClick={() => void takeBack()}
        >
          {t('focusList.parked.takeBack')}
        </Button>
        <ReturnLater who={row} onRefused={setRefusal} />
      </div>
      <Refusal words={refusal} className={shared.trouble} />
      {swapping && <SwapDialog personId={personId} name={name} onClose={() => setSwapping(false)} />}
    </div>
  )
}

interface ReturnLaterProps {
  who: Pick<ParkedRow, 'personId' | 'name' | 'firm' | 'reason'>
  /** Null when it went through. */
  onRefused(words: string | null): void
}

/** The two ways not to take them back. */
export function ReturnLater({ who, onRefused }: ReturnLaterProps) {
  const [open, setOpen] = useState(false)
  const name = personName(who)
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        aria-label={t('focusList.parked.laterWho', { name })}
        onClick={() => setOpen(true)}
      >
        {t('focusList.parked.later')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        aria-label={t('focusList.parked.letGoWho', { name })}
        onClick={() => void send('focusList.letGo', { personId: who.personId }).then(onRefused)}
      >
        {t('focusList.parked.letGo')}
      </Button>
      {open && <LaterDialog who={who} onClose={() => setOpen(false)} />}
    </>
  )
}

function LaterDialog({ who, onClose }: { who: ReturnLaterProps['who']; onClose(): void }) {
  const today = useToday()
  const [day, setDay] = useState('')
  const [reason, setReason] = useState(who.reason)
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const read = readRevisit(day, today, true)
    if ('problem' in read) return setProblem(read.problem.words)
    const failure = await send('focusList.moveReturn', {
      personId: who.personId,
      returnsOn: read.on!,
      reason,
    })
    if (failure) setRefusal(failure)
    else onClose()
  }

  return (
    <Dialog onClose={onClose} title={t('focusList.parked.laterTitle', { name: personName(who) })}>
      <form onSubmit={(event) => void save(event)} className={classes.form}>
        <ReturnField
          label={t('focusList.leave.parkUntil')}
          value={day}
          onChange={(typed) => {
            setDay(typed)
            setProblem(undefined)
          }}
          today={today}
          error={problem}
          autoFocus
        />
        <TextInput
          label={t('focusList.parked.laterWhy')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DialogFoot
          refusal={refusal}
          cancel={t('touches.cancel')}
          save={t('focusList.parked.laterSave')}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
