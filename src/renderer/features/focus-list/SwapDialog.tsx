// The list is full: one more joins when someone leaves; the three with the least claim to a place stand first.
import { Button, Modal } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { FocusRow } from '../../../shared/contract/focus-list.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { useToday } from '../../app/use-start.ts'
import { personName } from '../../ui/person-name.ts'
import { addToFocusList, useFocusList } from './focus-list.store.ts'
import classes from './LeaveDialog.module.css'
import { LeaveFields } from './LeaveFields.tsx'
import { emptyLeaving, type LeavingProblem, readLeaving } from './leaving.ts'

const weakestShown = 3

interface SwapDialogProps {
  personId: number
  name: string
  onClose(): void
}

export function SwapDialog({ personId, name, onClose }: SwapDialogProps) {
  const { rows, cap, open } = useFocusList()
  const [leaver, setLeaver] = useState<FocusRow | null>(null)
  useEffect(open, [open])
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      title={t('focusList.swap.title', { name })}
      size="lg"
    >
      <div className={classes.form}>
        {leaver === null && (
          <p className={classes.lead}>{t('focusList.swap.lead', { count: rows.length, cap })}</p>
        )}
        {leaver === null ? (
          <Candidates onChoose={setLeaver} onClose={onClose} />
        ) : (
          <SwapForm personId={personId} leaver={leaver} onBack={() => setLeaver(null)} onClose={onClose} />
        )}
      </div>
    </Modal>
  )
}

function Candidates({ onChoose, onClose }: { onChoose(row: FocusRow): void; onClose(): void }) {
  const { rows, weakest } = useFocusList()
  const [shown, setShown] = useState(weakestShown)
  const candidates = weakest.flatMap(({ personId }) => rows.find((row) => row.personId === personId) ?? [])
  return (
    <>
      <section aria-labelledby="who-leaves">
        <h3 id="who-leaves" className={classes.legend}>
          {t('focusList.swap.who')}
        </h3>
        <ul className={classes.candidates}>
          {candidates.slice(0, shown).map((row) => (
            <li key={row.personId}>
              <button type="button" className={classes.candidate} onClick={() => onChoose(row)}>
                <span className={classes.candidateName}>{personName(row)}</span>
                <span className={classes.candidateWords}>{say(row.reason)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <div className={classes.buttons}>
        {shown < candidates.length && (
          <Button variant="subtle" onClick={() => setShown(candidates.length)}>
            {t('focusList.swap.showAll')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('focusList.swap.notNow')}
        </Button>
      </div>
    </>
  )
}

interface SwapFormProps {
  personId: number
  leaver: FocusRow
  onBack(): void
  onClose(): void
}

function SwapForm({ personId, leaver, onBack, onClose }: SwapFormProps) {
  const today = useToday()
  const [draft, setDraft] = useState(() => emptyLeaving('parked'))
  const [problem, setProblem] = useState<LeavingProblem | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function swap(event: FormEvent) {
    event.preventDefault()
    const leaving = readLeaving(leaver.personId, draft, today)
    if ('problem' in leaving) return setProblem(leaving.problem)
    const added = await addToFocusList({ uid: crypto.randomUUID(), personId, swapOut: leaving })
    if (added.kind === 'refused') setRefusal(added.words)
    else onClose()
  }

  return (
    <form onSubmit={(event) => void swap(event)} className={classes.form}>
      <h3 className={classes.legend}>{t('focusList.swap.leaves', { name: personName(leaver) })}</h3>
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
        <Button variant="default" onClick={onBack}>
          {t('focusList.swap.someoneElse')}
        </Button>
        <Button type="submit">{t('focusList.swap.confirm')}</Button>
      </div>
    </form>
  )
}
