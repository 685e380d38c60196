// What is past its day, each with a new day proposed: the owner changes one, ticks what is done or dropped, and saves once.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'
import { useToday } from '../../app/use-start.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import shared from '../../ui/shared.module.css'
import classes from './Pile.module.css'

type PileOutput = CallOutput<'today.pile'>
type PileStep = PileOutput['steps'][number]

interface Plan {
  as: 'moved' | 'done' | 'dropped'
  /** The day as typed; null while the proposed one stands. */
  typed: string | null
}

const proposal: Plan = { as: 'moved', typed: null }

export function PileDialog({ onClose }: { onClose(): void }) {
  const [pile, setPile] = useState<PileOutput | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void call('today.pile', {}).then((answer) =>
      answer.ok ? setPile(answer.value) : setProblem(sayError(answer.error)),
    )
  }, [])
  return (
    <Dialog onClose={onClose} title={t('today.pile.title')} size={760}>
      {pile ? (
        <PileForm pile={pile} onClose={onClose} />
      ) : (
        <p role="status" className={shared.quiet}>
          {problem ?? t('today.pile.reading')}
        </p>
      )}
    </Dialog>
  )
}

/** The new day as it stands; null when what was typed is none. */
function readPlan({ typed }: Plan, { proposedOn }: PileStep, today: string): string | null {
  return typed === null ? proposedOn : readDay(typed, today)
}

function PileForm({ pile, onClose }: { pile: PileOutput; onClose(): void }) {
  const today = useToday()
  const [plans, setPlans] = useState(() => new Map(pile.steps.map((step) => [step.id, proposal])))
  const [checked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const planOf = (step: PileStep) => plans.get(step.id)!

  async function save(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    const input = readPlans(pile.steps, plans, today)
    if (!input) return
    const answer = await call('today.clearPile', input)
    if (answer.ok) onClose()
    else setRefusal(sayError(answer.error))
  }

  if (pile.steps.length === 0) return <p className={shared.quiet}>{t('today.pile.gone')}</p>
  return (
    <form onSubmit={(event) => void save(event)}>
      <p className={shared.quiet}>
        {t('today.pile.lead', { count: pile.capacity })}{' '}
        {pile.total > pile.steps.length && t('today.pile.first', { count: pile.steps.length })}
      </p>
      <ol className={shared.belowS3}>
        {pile.steps.map((step, index) => (
          <PileLine
            key={step.id}
            step={step}
            plan={planOf(step)}
            today={today}
            autoFocus={index === 0}
            checked={checked}
            onChange={(part) => {
              setRefusal(null)
              setPlans((before) => new Map(before).set(step.id, { ...before.get(step.id)!, ...part }))
            }}
          />
        ))}
      </ol>
      <DialogFoot
        refusal={refusal}
        cancel={t('today.pile.notNow')}
        save={t('today.pile.save')}
        onCancel={onClose}
      />
    </form>
  )
}

/** What to send; null while a day is none, or past. */
function readPlans(
  steps: readonly PileStep[],
  plans: ReadonlyMap<number, Plan>,
  today: string,
): CallInput<'today.clearPile'> | null {
  const planned = (as: Plan['as']) => steps.filter((step) => plans.get(step.id)!.as === as)
  const ids = (as: Plan['as']) => planned(as).map((step) => step.id)
  const moves = planned('moved').map((step) => ({
    id: step.id,
    dueOn: readPlan(plans.get(step.id)!, step, today) ?? '',
  }))
  if (moves.some(({ dueOn }) => dueOn < today)) return null
  return { moves, done: ids('done'), dropped: ids('dropped') }
}

/** Why a step cannot get the day it has now. */
function findProblem(plan: Plan, step: PileStep, today: string): string | null {
  if (plan.as !== 'moved') return null
  const typed = plan.typed?.trim() ?? ''
  const day = readPlan(plan, step, today)
  if (!day) return typed === '' ? t('today.pile.noDay') : t('touches.notADay', { typed })
  return day < today ? t('today.pile.past', { on: day }) : null
}

interface PileLineProps {
  step: PileStep
  plan: Plan
  today: string
  autoFocus: boolean
  /** Whether saving was tried: problems are said then, not while typing. */
  checked: boolean
  onChange(part: Partial<Plan>): void
}

function PileLine({ step, plan, today, autoFocus, checked, onChange }: PileLineProps) {
  const name = personName(step)
  const proposed = step.proposedOn ? formatDate(step.proposedOn, 'medium') : ''
  const read = plan.as === 'moved' && plan.typed !== null ? readDay(plan.typed, today) : null
  const toggle = (as: 'done' | 'dropped') => onChange({ as: plan.as === as ? 'moved' : as })
  const was = { on: step.dueOn }
  return (
    <li className={classes.step} data-closed={plan.as !== 'moved' || undefined}>
      <div className={classes.words}>
        <p className={`${shared.strong} ${classes.name}`}>{name}</p>
        <p className={`${shared.small} ${classes.what}`}>
          {step.what && <span>{step.what} </span>}
          <span className={shared.quiet}>
            {step.promised ? t('today.pile.promised', was) : t('today.pile.planned', was)}
          </span>
        </p>
      </div>
      <TextInput
        size="sm"
        aria-label={t('today.pile.day', { name })}
        autoFocus={autoFocus}
        disabled={plan.as !== 'moved'}
        value={plan.typed ?? proposed}
        error={checked ? findProblem(plan, step, today) : null}
        rightSection={read && <span className={shared.reading}>{formatDate(read, 'medium')}</span>}
        rightSectionWidth={read ? 92 : undefined}
        onChange={(event) => onChange({ typed: event.currentTarget.value })}
      />
      <Button
        size="sm"
        variant={plan.as === 'done' ? 'filled' : 'default'}
        aria-pressed={plan.as === 'done'}
        aria-label={t('today.pile.doneFor', { name })}
        onClick={() => toggle('done')}
      >
        {t('today.pile.done')}
      </Button>
      <Button
        size="sm"
        variant={plan.as === 'dropped' ? 'filled' : 'default'}
        aria-pressed={plan.as === 'dropped'}
        aria-label={t('today.pile.dropFor', { name })}
        onClick={() => toggle('dropped')}
      >
        {t('today.pile.drop')}
      </Button>
    </li>
  )
}
