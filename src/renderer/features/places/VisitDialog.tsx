// Logs or corrects a visit; after a new one it asks for the next occasion, which Esc leaves open.
import { type FormEvent, useRef, useState } from 'react'
import type { Place, PlaceVisit } from '../../../shared/contract/places.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import shared from '../../ui/shared.module.css'
import { OccasionForm } from './OccasionForm.tsx'
import { VisitFields } from './VisitFields.tsx'
import { draftOfVisit, newVisit, readVisit } from './visit-draft.ts'

/** What the dialog of a place's page is about. */
export type VisitTask =
  | { kind: 'log'; on: string | null }
  | { kind: 'correct'; visit: PlaceVisit }
  | { kind: 'next'; proposedOn: string | null; what: string; bring: string }

interface VisitDialogProps {
  place: Place
  task: VisitTask
  /** After a visit the next occasion is asked for. */
  onNext(task: VisitTask): void
  onClose(): void
}

export function VisitDialog({ place, task, onNext, onClose }: VisitDialogProps) {
  const { name } = place
  const title = {
    log: t('places.visit.title', { name }),
    correct: t('places.visit.correctTitle', { name }),
    next: t('places.next.title', { name }),
  }[task.kind]
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      {task.kind === 'next' ? (
        <OccasionForm placeId={place.id} start={task} onClose={onClose} />
      ) : (
        <VisitForm place={place} task={task} onNext={onNext} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface VisitFormProps extends VisitDialogProps {
  task: Exclude<VisitTask, { kind: 'next' }>
}

function VisitForm({ place, task, onNext, onClose }: VisitFormProps) {
  const today = useToday()
  const [draft, setDraft] = useState(() =>
    task.kind === 'log' ? newVisit(place, task.on, today) : draftOfVisit(task.visit, place, today),
  )
  const [dayProblem, setDayProblem] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  // One id for all tries of this visit, so that a second Enter logs nothing twice.
  const uid = useRef(crypto.randomUUID())
  const saving = useRef(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (saving.current) return
    const read = readVisit(draft, today)
    if ('problem' in read) return setDayProblem(read.problem)
    saving.current = true
    if (task.kind === 'correct') {
      const problem = await send('places.correctVisit', { id: task.visit.id, visit: read.visit })
      if (problem === null) onClose()
      else setRefusal(problem)
    } else {
      const answer = await call('places.logVisit', {
        uid: uid.current,
        placeId: place.id,
        visit: read.visit,
      })
      if (!answer.ok) setRefusal(sayError(answer.error))
      else if (answer.value.hasNext) onClose()
      else onNext({ kind: 'next', proposedOn: answer.value.proposedOn, what: '', bring: '' })
    }
    saving.current = false
  }

  return (
    <form className={shared.stackS4} onSubmit={(event) => void save(event)}>
      <VisitFields
        draft={draft}
        change={(part) => {
          setDraft((before) => ({ ...before, ...part }))
          setDayProblem(null)
          setRefusal(null)
        }}
        today={today}
        dayProblem={dayProblem}
      />
      <DialogFoot
        refusal={refusal}
        cancel={t('places.cancel')}
        save={t(task.kind === 'log' ? 'places.visit.save' : 'places.visit.saveCorrected')}
        onCancel={onClose}
      />
    </form>
  )
}
