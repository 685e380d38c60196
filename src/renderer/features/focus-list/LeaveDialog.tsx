// Someone leaves the focus list: bought, bought elsewhere, parked, dropped or never to be contacted, and why.
import { Button, Modal } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { useToday } from '../../app/use-start.ts'
import { personName } from '../../ui/person-name.ts'
import { leaveFocusList } from './focus-list.store.ts'
import classes from './LeaveDialog.module.css'
import { LeaveFields } from './LeaveFields.tsx'
import { emptyLeaving, type LeaveKind, type LeavingProblem, readLeaving } from './leaving.ts'

interface LeaveDialogProps {
  person: { id: number; name: string; firm: string }
  as: LeaveKind
  onClose(): void
}

export function LeaveDialog({ person, as, onClose }: LeaveDialogProps) {
  const today = useToday()
  const [draft, setDraft] = useState(() => emptyLeaving(as))
  const [problem, setProblem] = useState<LeavingProblem | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const leaving = readLeaving(person.id, draft, today)
    if ('problem' in leaving) return setProblem(leaving.problem)
    const failure = await leaveFocusList(leaving)
    if (failure) setRefusal(failure)
    else onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      title={t('focusList.leave.title', { name: personName(person) })}
      size="lg"
    >
      <form onSubmit={(event) => void save(event)} className={classes.form}>
        <LeaveFields
          draft={draft}
          change={(part) => {
            setDraft((before) => ({ ...before, ...part }))
            setProblem(null)
          }}
          today={today}
          problem={problem}
        />
        {refusal && (
          <p role="alert" className={classes.refusal}>
            {refusal}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('focusList.leave.keep')}
          </Button>
          <Button type="submit">{t('focusList.leave.confirm')}</Button>
        </div>
      </form>
    </Modal>
  )
}
