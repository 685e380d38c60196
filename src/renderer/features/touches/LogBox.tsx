// The log box: one letter, a note, Enter; on a person's page, in a row of Today, and in the Ctrl+L dialog.
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import type { CallInput } from '../../../shared/contract/index.ts'
import { t } from '../../../shared/messages/translate.ts'
import type { How } from '../../../shared/rules/touches/touch-kinds.ts'
import { readTypedSince } from '../../../shared/rules/touches/typed-since.ts'
import { useStart } from '../../app/start.store.ts'
import { Chip } from '../../ui/Chip.tsx'
import shared from '../../ui/shared.module.css'
import { NamedFriendFields } from '../referrals/NamedFriendFields.tsx'
import { emptyFriend, isNamed, readFriend } from '../referrals/named-friend.ts'
import { DayAndOutcome } from './DayAndOutcome.tsx'
import { useKeptNote } from './kept-note.ts'
import classes from './LogBox.module.css'
import { NextStepFields } from './NextStepFields.tsx'
import { TouchFields } from './TouchFields.tsx'
import { addNextStep, logTouch } from './touch-actions.ts'
import {
  type DueStep,
  emptyDraft,
  isKept,
  type Problem,
  readAhead,
  readLog,
  readLogDay,
  suggestedDay,
} from './touch-draft.ts'
import { useSaving } from './use-saving.ts'

export type MayLeaveAs = 'won' | 'lost' | 'parked' | null

interface LogBoxProps {
  personId: number
  /** Open next steps due by today: a touch that reached them keeps these, unless the owner says otherwise. Null while they are read. */
  dueSteps: readonly DueStep[] | null
  how?: How
  focus?: 'how' | 'note'
  /** Keys pressed before the box was there: the letter, the note, and Enter as a line break. */
  typedAhead?: string
  /** After it is on the disk; `mayLeaveAs` proposes how they leave the focus list. */
  onLogged?(mayLeaveAs: MayLeaveAs): void
  /** Esc, when there is no suggestion left to take away. */
  onCancel?(): void
}

/** Drawn anew only for what concerns it: the page it stands on is read again after each touch. */
export const LogBox = memo(function LogBox({
  personId,
  dueSteps,
  how,
  focus,
  typedAhead = '',
  onLogged,
  onCancel,
}: LogBoxProps) {
  const start = useStart()
  const [draft, setDraft] = useState(() => ({
    ...emptyDraft,
    ...readAhead(typedAhead, how ?? emptyDraft.how),
  }))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const saving = useSaving()
  const [friend, setFriend] = useState(emptyFriend)
  // Whom they named is asked for once, on the way to the disk; a second Enter saves without.
  const [asked, setAsked] = useState(false)
  const friendRef = useRef<HTMLInputElement>(null)
  const uid = useRef(crypto.randomUUID())
  const noteRef = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLElement>(null)
  // Enter came before the box, or before the due steps it may keep: it is meant as soon as they are there.
  const enterWaits = useRef(typedAhead.includes('\n'))
  const saveLater = useRef<() => void>(() => undefined)
  const forgetKept = useKeptNote(personId, draft.note, saving.isSaving, (note) =>
    setDraft((before) => (before.note === '' ? { ...before, note } : before)),
  )
  useEffect(() => {
    if (!enterWaits.current || dueSteps === null) return
    enterWaits.current = false
    saveLater.current()
  }, [dueSteps])
  if (start.status !== 'ready') return null
  const { today, settings, closed } = start.start
  const openTime = { openDays: settings.openDays, closed }

  function change(part: Partial<typeof draft>) {
    // On its way to the disk, where a save can wait seconds behind an import: only the note may go on, to the next.
    if (saving.isSaving() && part.note === undefined) return
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
    setRefusal(null)
  }

  const namesFriend = draft.outcome === 'named a friend'

  async function save(skipped = false) {
    if (saving.isSaving()) return
    if (dueSteps === null) {
      enterWaits.current = true
      return
    }
    const input = readLog(draft, { today, openTime, money: settings, dueSteps })
    if ('problem' in input) return setProblem(input.problem)
    if ('planned' in input) return plan(input.planned)
    if (namesFriend && !skipped && !asked && !isNamed(friend)) {
      setAsked(true)
      return friendRef.current?.focus()
    }
    const named = namesFriend && !skipped ? readFriend(friend) : null
    const answer = await saving.run(() => logTouch({ uid: uid.current, personId, ...input, named }))
    if ('problem' in answer) return setRefusal(answer.problem)
    clear()
    onLogged?.(answer.logged.mayLeaveAs)
  }

  /** What lies ahead was not a touch: it becomes a next step. */
  async function plan(step: CallInput<'touches.addNextStep'>['step']) {
    const problem = await saving.run(() => addNextStep({ uid: uid.current, personId, step }))
    if (problem) return setRefusal(problem)
    clear()
    onLogged?.(null)
  }

  function clear() {
    const sent = draft.note
    forgetKept()
    uid.current = crypto.randomUUID()
    setDraft((now) => ({ ...emptyDraft, note: readTypedSince(sent, now.note) }))
    setFriend(emptyFriend)
    setAsked(false)
    // Whoever went on to something else while it was saved keeps the focus there.
    const active = document.activeElement
    if (active === document.body || box.current?.contains(active)) noteRef.current?.focus()
  }

  saveLater.current = () => void save()

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
  const common = { draft, change, today, problem, onEnter: () => void save() }
  return (
    <section
      ref={box}
      className={classes.box}
      aria-label={t('touches.logLabel')}
      aria-busy={saving.isLong}
      onKeyDown={handleKey}
    >
      <TouchFields
        {...common}
        names={settings.names}
        noteRef={noteRef}
        focus={typedAhead ? 'note' : (focus ?? null)}
      />
      {!isPlan && dueSteps && dueSteps.length > 0 && (
        <div className={classes.chips}>
          <span className={shared.note}>{t('touches.keeps')}</span>
          {dueSteps.map((step) => (
            <Chip
              key={step.id}
              on={isKept(draft, step)}
              onToggle={() => change({ kept: { ...draft.kept, [step.id]: !isKept(draft, step) } })}
            >
              {step.what || t('touches.beInTouch')}
            </Chip>
          ))}
        </div>
      )}
      {!isPlan && <NextStepFields {...common} openTime={openTime} />}
      {namesFriend && (
        <NamedFriendFields
          referrerId={personId}
          draft={friend}
          change={(part) => setFriend((before) => ({ ...before, ...part }))}
          nameRef={friendRef}
          onEnter={common.onEnter}
          onSkip={() => void save(true)}
        />
      )}
      <DayAndOutcome {...common} mayPlan saving={saving.isLong} onSave={common.onEnter} />
      {refusal && (
        <p role="alert" className={shared.problem}>
          {refusal}
        </p>
      )}
    </section>
  )
})
