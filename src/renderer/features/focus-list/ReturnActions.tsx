// Somebody parked: take them back, which asks who leaves when the list is full; another day; or let go.
import { Button, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ParkedRow } from '../../../shared/contract/focus-list.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useToday } from '../../app/use-start.ts'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { personName } from '../../ui/person-name.ts'
import { addToFocusList, letGo, moveReturn } from './focus-list.store.ts'
import classes from './LeaveDialog.module.css'
import { readRevisit } from './leaving.ts'
import lines from './ReturnActions.module.css'
import { ReturnField } from './ReturnField.tsx'
import { SwapDialog } from './SwapDialog.tsx'

export function ReturnActions({ row }: { row: ParkedRow }) {
  const [open, setOpen] = useState<'swap' | 'later' | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { personId } = row
  const name = personName(row)

  async function takeBack() {
    const added = await addToFocusList({ uid: crypto.randomUUID(), personId })
    if (added.kind === 'full') setOpen('swap')
    setRefusal(added.kind === 'refused' ? added.words : null)
  }

  const close = () => setOpen(null)
  return (
    <div className={lines.place}>
      <div className={lines.actions}>
        <Button
          size="xs"
          variant="default"
          aria-label={t('focusList.parked.takeBackWho', { name })}
          onClick={() => void takeBack()}
        >
          {t('focusList.parked.takeBack')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('focusList.parked.laterWho', { name })}
          onClick={() => setOpen('later')}
        >
          {t('focusList.parked.later')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('focusList.parked.letGoWho', { name })}
          onClick={() => void letGo(personId).then(setRefusal)}
        >
          {t('focusList.parked.letGo')}
        </Button>
      </div>
      {refusal && (
        <p role="alert" className={classes.refusal}>
          {refusal}
        </p>
      )}
      {open === 'swap' && <SwapDialog personId={personId} name={name} onClose={close} />}
      {open === 'later' && <LaterDialog row={row} onClose={close} />}
    </div>
  )
}

function LaterDialog({ row, onClose }: { row: ParkedRow; onClose(): void }) {
  const today = useToday()
  const [day, setDay] = useState('')
  const [reason, setReason] = useState(row.reason)
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const read = readRevisit(day, today, true)
    if ('problem' in read) return setProblem(read.problem.words)
    const failure = await moveReturn(row.personId, read.on!, reason)
    if (failure) setRefusal(failure)
    else onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      title={t('focusList.parked.laterTitle', { name: personName(row) })}
    >
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
    </Modal>
  )
}
