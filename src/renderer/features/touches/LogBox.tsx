// The log box: one letter, a note, Enter; on a person's page, in a row of Today, and in the Ctrl+L dialog.
import { type ComponentType, type KeyboardEvent, memo, type RefObject, useRef } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import type { FriendDraft } from '../../../shared/rules/touches/named-friend.ts'
import type { Channel, How, Outcome } from '../../../shared/rules/touches/touch-kinds.ts'
import { type Start, useStart } from '../../app/start.store.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import { DayAndOutcome } from './DayAndOutcome.tsx'
import { JobFields } from './JobFields.tsx'
import classes from './LogBox.module.css'
import type { LogFacts } from './log-box-state.ts'
import { NextStepFields } from './NextStepFields.tsx'
import { TouchFields } from './TouchFields.tsx'
import type { MayLeaveAs } from './touch-actions.ts'
import { type DueStep, isJob, isKept, readLogDay, suggestedDay, type TouchDraft } from './touch-draft.ts'
import { useFelt } from './use-felt.ts'
import { useLogBox } from './use-log-box.ts'

export type { MayLeaveAs }

interface FriendFieldsProps {
  referrerId: number
  draft: FriendDraft
  change(part: Partial<FriendDraft>): void
  nameRef: RefObject<HTMLInputElement | null>
  onEnter(): void
  /** Esc: the name is not known now. */
  onSkip(): void
}

interface LogBoxProps {
  personId: number
  /** Open next steps due by today: a touch that reached them keeps these, unless the owner says otherwise. Null while they are read. */
  dueSteps: readonly DueStep[] | null
  /** The line that asks whom they named; it is of another area. */
  FriendFields: ComponentType<FriendFieldsProps>
  how?: How
  /** What came of it, chosen already. */
  outcome?: Outcome | undefined
  focus?: 'how' | 'note'
  /** Their best channel: a try goes by it unless another is chosen. */
  tryBy?: Channel | undefined
  /** Keys pressed before the box was there: the letter, the note, and Enter as a line break. */
  typedAhead?: string
  /** After it is on the disk; `mayLeaveAs` proposes how they leave the focus list. */
  onLogged?(mayLeaveAs: MayLeaveAs): void
  /** Esc, when there is no suggestion left to take away. */
  onCancel?(): void
}

/** Drawn anew only for what concerns it: the page it stands on is read again after each touch. */
export const LogBox = memo(function LogBox(props: LogBoxProps) {
  const start = useStart()
  return start.status === 'ready' ? <ReadyLogBox {...props} start={start.start} /> : null
})

function ReadyLogBox({ start, ...props }: LogBoxProps & { start: Start }) {
  const { personId, dueSteps, FriendFields, focus, typedAhead, onCancel } = props
  const asksAmount = props.outcome !== undefined
  const { today, settings, closed } = start
  const openTime = { openDays: settings.openDays, closed }
  const box = useRef<HTMLElement>(null)
  const noteRef = useRef<HTMLTextAreaElement>(null)
  const friendRef = useRef<HTMLInputElement>(null)
  const tryBy = props.tryBy === 'visit' ? 'visit' : 'phone'
  const facts: LogFacts | null = dueSteps && { today, openTime, money: settings, dueSteps, tryBy }
  const [state, send] = useLogBox({ ...props, facts, box, noteRef, friendRef })
  const { draft, friend, problem, refusal } = state
  const isLong = useFelt(state.name === 'saving')
  const change = (part: Partial<TouchDraft>) => send({ type: 'changed', part })
  const enter = () => send({ type: 'entered', facts })

  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    const hasSuggestion = suggestedDay(draft, today, openTime) !== null
    if (!hasSuggestion && !onCancel) return
    event.preventDefault()
    event.stopPropagation()
    if (hasSuggestion) change({ stepRefused: true })
    else onCancel?.()
  }

  const isPlan = readLogDay(draft.day, today)?.isAhead ?? false
  const common = { draft, change, today, problem, onEnter: enter }
  return (
    <section
      ref={box}
      className={classes.box}
      aria-label={t('touches.logLabel')}
      aria-busy={isLong}
      onKeyDown={handleKey}
    >
      <TouchFields
        {...common}
        names={settings.names}
        noteRef={noteRef}
        tryBy={tryBy}
        focus={typedAhead ? 'note' : asksAmount ? null : (focus ?? null)}
      />
      {!isPlan && isJob(draft) && <JobFields {...common} focus={asksAmount} />}
      {!isPlan && dueSteps && <KeptSteps steps={dueSteps} draft={draft} change={change} />}
      {!isPlan && <NextStepFields {...common} openTime={openTime} />}
      {draft.outcome === 'named a friend' && (
        <FriendFields
          referrerId={personId}
          draft={friend}
          change={(part) => send({ type: 'friend-changed', part })}
          nameRef={friendRef}
          onEnter={enter}
          onSkip={() => send({ type: 'skipped', facts })}
        />
      )}
      <DayAndOutcome {...common} mayPlan saving={isLong} onSave={enter} />
      <Refusal words={refusal} />
    </section>
  )
}

interface KeptStepsProps {
  steps: readonly DueStep[]
  draft: TouchDraft
  change(part: Partial<TouchDraft>): void
}

function KeptSteps({ steps, draft, change }: KeptStepsProps) {
  if (steps.length === 0) return null
  return (
    <div className={classes.chips}>
      <span className={shared.note}>{t('touches.keeps')}</span>
      {steps.map((step) => (
        <Chip
          key={step.id}
          on={isKept(draft, step)}
          onToggle={() => change({ kept: { ...draft.kept, [step.id]: !isKept(draft, step) } })}
        >
          {step.what || t('touches.beInTouch')}
        </Chip>
      ))}
    </div>
  )
}
