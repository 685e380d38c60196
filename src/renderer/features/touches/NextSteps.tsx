// The next steps with one person: what, by when, promised or planned; done, another day, dropped, one more.
import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, memo, useState } from 'react'
import type { NextStep } from '../../../shared/contract/people.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { splitTime } from '../../../shared/rules/days/split-time.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import shared from '../../ui/shared.module.css'
import classes from './NextSteps.module.css'
import { SaveCalendar } from './SaveCalendar.tsx'

interface NextStepsProps {
  personId: number
  /** Theirs, as shown. */
  name: string
  /** Open ones, earliest first. */
  steps: readonly NextStep[]
}

export const NextSteps = memo(function NextSteps({ personId, name, steps }: NextStepsProps) {
  const today = useToday()
  const [adding, setAdding] = useState(false)
  return (
    <section className={`${shared.stackS3} ${classes.steps}`} aria-labelledby="next-steps">
      <h2 id="next-steps" className={classes.heading}>
        {t('touches.next.what')}
      </h2>
      {steps.map((step) => (
        <StepLine key={step.id} step={step} today={today} />
      ))}
      {adding ? (
        <StepForm
          today={today}
          step={null}
          onSave={(step) => send('touches.addNextStep', { uid: crypto.randomUUID(), personId, step })}
          onClose={() => setAdding(false)}
        />
      ) : steps.length === 0 ? (
        <Button size="sm" variant="default" className={shared.start} onClick={() => setAdding(true)}>
          {t('touches.next.addFirst')}
        </Button>
      ) : (
        <button
          type="button"
          className={`${shared.link} ${shared.strong} ${shared.small} ${classes.action}`}
          onClick={() => setAdding(true)}
        >
          {t('touches.next.add')}
        </button>
      )}
      {steps.length > 0 && <SaveCalendar personId={personId} name={name} />}
    </section>
  )
})

function sayWhen(step: NextStep, today: string): string {
  const when = sayDay(step, today)
  return step.dueTime === null ? when : t('touches.next.at', { when, time: step.dueTime })
}

function sayDay(step: NextStep, today: string): string {
  if (step.dueOn === today)
    return step.promised ? t('touches.next.promisedToday') : t('touches.next.plannedToday')
  const on = step.dueOn
  return step.promised ? t('touches.next.promisedOn', { on }) : t('touches.next.plannedOn', { on })
}

function StepLine({ step, today }: { step: NextStep; today: string }) {
  const [changing, setChanging] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const what = step.what || t('touches.beInTouch')
  if (changing) {
    return (
      <StepForm
        today={today}
        step={step}
        onSave={(changed) => send('touches.changeNextStep', { id: step.id, step: changed })}
        onClose={() => setChanging(false)}
      />
    )
  }
  const close = async (how: 'done' | 'dropped') =>
    setRefusal(await send('touches.closeNextStep', { id: step.id, how }))
  return (
    <div>
      <p className={`${shared.strong} ${shared.wrap}`}>{what}</p>
      <p className={shared.quiet}>{sayWhen(step, today)}</p>
      <div className={classes.actions}>
        <button
          type="button"
          className={`${shared.link} ${shared.strong} ${shared.small} ${classes.action}`}
          onClick={() => void close('done')}
        >
          {t('touches.next.done')}
        </button>
        <button
          type="button"
          className={`${shared.link} ${shared.strong} ${shared.small} ${classes.action}`}
          onClick={() => setChanging(true)}
        >
          {t('touches.next.change')}
        </button>
        <button
          type="button"
          className={`${shared.link} ${shared.strong} ${shared.small} ${classes.action}`}
          onClick={() => void close('dropped')}
        >
          {t('touches.next.drop')}
        </button>
      </div>
      <p role="alert" className={shared.problem}>
        {refusal}
      </p>
    </div>
  )
}

interface StepFormProps {
  today: string
  step: NextStep | null
  onSave(step: {
    what: string
    dueOn: string
    dueTime: string | null
    promised: boolean
  }): Promise<string | null>
  onClose(): void
}

function StepForm({ today, step, onSave, onClose }: StepFormProps) {
  const [what, setWhat] = useState(step?.what ?? '')
  const [when, setWhen] = useState(step ? [step.dueOn, step.dueTime].filter(Boolean).join(' ') : '')
  const [promised, setPromised] = useState(step?.promised ?? true)
  const [problem, setProblem] = useState<string | null>(null)
  const typed = splitTime(when)
  // A time alone means today.
  const day = typed.day === '' ? (typed.time === null ? null : today) : readDay(typed.day, today)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!day) {
      setProblem(when.trim() ? t('touches.notADay', { typed: when.trim() }) : t('touches.stepNeedsDay'))
      return
    }
    const refusal = await onSave({ what, dueOn: day, dueTime: typed.time, promised })
    if (refusal) setProblem(refusal)
    else onClose()
  }

  return (
    <form
      className={shared.stackS3}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <TextInput
        size="sm"
        label={t('touches.next.what')}
        placeholder={t('touches.next.whatPlaceholder')}
        autoFocus
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <TextInput
        size="sm"
        label={t('touches.next.when')}
        placeholder={t('touches.next.whenWithTime')}
        value={when}
        error={problem}
        rightSection={day ? <span className={classes.read}>{formatDate(day, 'medium')}</span> : undefined}
        rightSectionWidth={day ? 92 : undefined}
        onChange={(event) => {
          setWhen(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <Checkbox
        size="sm"
        label={t('touches.next.promisedLabel')}
        checked={promised}
        onChange={(event) => setPromised(event.currentTarget.checked)}
      />
      <div className={classes.actions}>
        <Button size="sm" type="submit">
          {t('touches.save')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onClose}>
          {t('touches.cancel')}
        </Button>
      </div>
    </form>
  )
}
