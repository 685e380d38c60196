// The list is full: one more joins when someone leaves; the three with the least reason stand first.
import { Button, Modal } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { say, t } from '../../../shared/messages/translate.ts'
import { useStart } from '../../app/start.store.ts'
import { personName } from '../../ui/person-name.ts'
import { addToFocusList, useFocusList } from './focus-list.store.ts'
import classes from './LeaveDialog.module.css'
import { LeaveFields } from './LeaveFields.tsx'
import { emptyLeaving, type LeavingProblem, readLeaving } from './leaving.ts'

const weakest = 3

interface SwapDialogProps {
  personId: number
  name: string
  onClose(): void
}

export function SwapDialog({ personId, name, onClose }: SwapDialogProps) {
  const today = useStart((state) => (state.status === 'ready' ? state.start.today : ''))
  const { rows, cap, load } = useFocusList()
  const [shown, setShown] = useState(weakest)
  const [leaverId, setLeaverId] = useState<number | null>(null)
  const [draft, setDraft] = useState(() => emptyLeaving('parked'))
  const [problem, setProblem] = useState<LeavingProblem | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  useEffect(() => {
    void load()
  }, [load])
  const candidates = [...rows.filter((row) => !row.pinned).reverse(), ...rows.filter((row) => row.pinned)]

  async function swap(event: FormEvent) {
    event.preventDefault()
    if (leaverId === null) return setRefusal(t('focusList.swap.choose'))
    const leaving = readLeaving(leaverId, draft, today)
    if ('problem' in leaving) return setProblem(leaving.problem)
    const added = await addToFocusList({ uid: crypto.randomUUID(), personId, swapOut: leaving })
    if (added.kind === 'added') onClose()
    else setRefusal(added.kind === 'refused' ? added.words : t('focusList.swap.choose'))
  }

  return (
    <Modal opened onClose={onClose} title={t('focusList.swap.title', { name })} size="lg">
      <form onSubmit={(event) => void swap(event)} className={classes.form}>
        <p className={classes.lead}>{t('focusList.swap.lead', { count: rows.length, cap })}</p>
        <fieldset className={classes.candidates}>
          <legend>{t('focusList.swap.who')}</legend>
          {candidates.slice(0, shown).map((row) => (
            <label key={row.personId} className={classes.candidate}>
              <input
                type="radio"
                name="leaver"
                checked={leaverId === row.personId}
                onChange={() => {
                  setLeaverId(row.personId)
                  setRefusal(null)
                }}
              />
              <span>
                <span className={classes.candidateName}>{personName(row)}</span>
                <span className={classes.candidateWords}>{say(row.reason)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {shown < candidates.length && (
          <Button
            variant="subtle"
            size="sm"
            className={classes.more}
            onClick={() => setShown(candidates.length)}
          >
            {t('focusList.swap.someoneElse')}
          </Button>
        )}
        {leaverId !== null && (
          <LeaveFields
            draft={draft}
            change={(part) => {
              setDraft((before) => ({ ...before, ...part }))
              setProblem(null)
            }}
            today={today}
            problem={problem}
          />
        )}
        {refusal && (
          <p role="alert" className={classes.refusal}>
            {refusal}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('focusList.swap.notNow')}
          </Button>
          <Button type="submit">{t('focusList.swap.confirm')}</Button>
        </div>
      </form>
    </Modal>
  )
}
