// A logged touch opened again where it stands: Enter saves, Esc leaves it as it was.
import { Button, Checkbox } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Touch } from '../../../shared/contract/touches.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useStart } from '../../app/start.store.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { DayAndOutcome } from './DayAndOutcome.tsx'
import classes from './LogBox.module.css'
import { TouchFields } from './TouchFields.tsx'
import { draftOf, type Problem, readTouch } from './touch-draft.ts'

export function CorrectBox({ touch, onClose }: { touch: Touch; onClose(): void }) {
  const start = useStart()
  const [draft, setDraft] = useState(() => draftOf(touch))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [forAll, setForAll] = useState(false)
  const noteRef = useRef<HTMLTextAreaElement>(null)
  if (start.status !== 'ready') return null
  const { today, settings } = start.start

  function change(part: Partial<typeof draft>) {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
  }

  async function save() {
    const read = readTouch(draft, today, settings)
    if ('problem' in read) return setProblem(read.problem)
    const failure = await send('touches.correct', { id: touch.id, touch: read.touch, forAll })
    if (failure) setRefusal(failure)
    else onClose()
  }

  return (
    <section
      className={classes.box}
      aria-label={t('touches.correctLabel', { on: touch.happenedOn })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <TouchFields
        draft={draft}
        change={change}
        names={settings.names}
        problem={problem}
        noteRef={noteRef}
        focus="note"
        onEnter={() => void save()}
      />
      {touch.recipients > 1 && !touch.ofVisit && (
        <Checkbox
          size="sm"
          label={t('touches.forAll', { count: touch.recipients })}
          checked={forAll}
          onChange={(event) => setForAll(event.currentTarget.checked)}
        />
      )}
      <DayAndOutcome
        draft={draft}
        change={change}
        today={today}
        problem={problem}
        saving={false}
        onSave={() => void save()}
      >
        <Button size="sm" variant="default" onClick={onClose}>
          {t('touches.cancel')}
        </Button>
      </DayAndOutcome>
      <Refusal words={refusal} />
    </section>
  )
}
