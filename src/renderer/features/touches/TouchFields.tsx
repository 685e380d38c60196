// The fields of a touch: how it went by one letter, the note, and what else may be said in one click.
import { Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { howWord } from '../../../shared/messages/touch-words.ts'
import { t } from '../../../shared/messages/translate.ts'
import {
  type Channel,
  type How,
  howLetters,
  letterOf,
  nextTryChannel,
} from '../../../shared/rules/touches/touch-kinds.ts'
import { Chip } from '../../ui/Chip.tsx'
import classes from './LogBox.module.css'
import { TryChips } from './TryChips.tsx'
import type { Problem, TouchDraft } from './touch-draft.ts'

const usualMinutes = [5, 15, 30]

interface TouchFieldsProps {
  draft: TouchDraft
  change(part: Partial<TouchDraft>): void
  names: readonly string[]
  problem: Problem | null
  noteRef: RefObject<HTMLTextAreaElement | null>
  /** Where the first letter goes. */
  focus: 'how' | 'note' | null
  onEnter(): void
  /** The way a try goes unless another is chosen. */
  tryBy?: Channel
  /** Kinds to choose from instead of the five letters. */
  hows?: readonly How[]
}

export function TouchFields(props: TouchFieldsProps) {
  const { draft, change, noteRef, onEnter, hows } = props
  const goesOn = props.focus === 'note'
  // A dialog moves the focus once more when it has settled: to the field the keys have come to by then.
  const [comesTo, setComesTo] = useState(props.focus)
  // A note that is begun already goes on at its end; a box focused by itself would begin before it.
  useLayoutEffect(() => {
    const box = noteRef.current
    if (goesOn) box?.setSelectionRange(box.value.length, box.value.length)
  }, [goesOn, noteRef])
  const isTry = draft.how === 'no answer' && !draft.fromThem
  const tried = draft.channel ?? props.tryBy ?? 'phone'
  function handleNoteKey(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (isTry && step !== null && draft.note === '') {
      event.preventDefault()
      return change({ channel: nextTryChannel(tried, step) })
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  return (
    <>
      {hows ? (
        <fieldset className={classes.chips} aria-label={t('touches.howLabel')}>
          {hows.map((how) => (
            <Chip key={how} on={draft.how === how} onToggle={() => change({ how, channel: null })}>
              {howWord(how)}
            </Chip>
          ))}
        </fieldset>
      ) : (
        <HowChips
          how={draft.how}
          focus={props.focus === 'how'}
          comesHere={comesTo === 'how'}
          onChoose={(how) => {
            setComesTo('note')
            change({ how, channel: null })
            noteRef.current?.focus()
          }}
        />
      )}
      {isTry && <TryChips channel={tried} onChoose={(channel) => change({ channel })} />}
      <Textarea
        ref={noteRef}
        aria-label={t('touches.note')}
        placeholder={t('touches.notePlaceholder')}
        variant="unstyled"
        rows={1}
        autoFocus={goesOn}
        data-autofocus={comesTo === 'note' || undefined}
        classNames={{ input: classes.note }}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        onKeyDown={handleNoteKey}
      />
      <FlagChips {...props} />
    </>
  )
}

interface HowChipsProps {
  how: How
  focus: boolean
  comesHere: boolean
  onChoose(how: How): void
}

/** Takes Tab once; its letter chooses from anywhere in the group, arrows move along it. */
function HowChips({ how, focus, comesHere, onChoose }: HowChipsProps) {
  const group = useRef<HTMLFieldSetElement>(null)
  const letters = Object.entries(howLetters)
  const current = letterOf(how)
  useLayoutEffect(() => {
    if (focus) group.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }, [focus])

  function handleKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const chosen = letters.find(([letter]) => letter === event.key.toLowerCase())
    if (chosen) {
      event.preventDefault()
      onChoose(chosen[1])
      return
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])]
    const place = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(place + step + buttons.length) % buttons.length]?.focus()
  }

  return (
    <fieldset ref={group} className={classes.chips} aria-label={t('touches.howLabel')} onKeyDown={handleKey}>
      {letters.map(([letter, value]) => {
        const on = letter.toUpperCase() === current
        return (
          <Chip
            key={letter}
            on={on}
            tabIndex={on ? 0 : -1}
            takesFocus={comesHere && on}
            onToggle={() => onChoose(value)}
          >
            <b className={classes.letter}>{letter.toUpperCase()}</b> {howWord(value)}
          </Chip>
        )
      })}
    </fieldset>
  )
}

function FlagChips({ draft, change, names, problem, onEnter }: TouchFieldsProps) {
  const [hasCost, setHasCost] = useState(false)
  const minutes = usualMinutes.includes(draft.minutes ?? 5)
    ? usualMinutes
    : [...usualMinutes, draft.minutes!].sort((a, b) => a - b)
  return (
    <div className={classes.chips}>
      {minutes.map((count) => (
        <Chip
          key={count}
          on={draft.minutes === count}
          onToggle={() => change({ minutes: draft.minutes === count ? null : count })}
        >
          {t('touches.minutes', { count })}
        </Chip>
      ))}
      {hasCost || draft.cost !== '' ? (
        <TextInput
          size="xs"
          className={classes.cost}
          aria-label={t('touches.cost')}
          placeholder={t('touches.cost')}
          autoFocus={draft.cost === ''}
          value={draft.cost}
          error={problem?.field === 'cost' ? problem.words : undefined}
          onChange={(event) => change({ cost: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onEnter()
          }}
        />
      ) : (
        <Chip on={false} onToggle={() => setHasCost(true)}>
          {t('touches.cost')}
        </Chip>
      )}
      <span className={classes.gap} />
      <Chip on={draft.gave} onToggle={() => change({ gave: !draft.gave })}>
        {t('touches.gave')}
      </Chip>
      <Chip on={draft.asked} onToggle={() => change({ asked: !draft.asked })}>
        {t('touches.asked')}
      </Chip>
      <Chip on={draft.fromThem} onToggle={() => change({ fromThem: !draft.fromThem })}>
        {t('touches.fromThem')}
      </Chip>
      <Chip on={draft.notForPaper} onToggle={() => change({ notForPaper: !draft.notForPaper })}>
        {t('touches.notForPaper')}
      </Chip>
      {names.length > 1 && <span className={classes.gap} />}
      {names.length > 1 &&
        names.map((name) => (
          <Chip
            key={name}
            on={draft.byWhom === name}
            onToggle={() => change({ byWhom: draft.byWhom === name ? '' : name })}
          >
            {name}
          </Chip>
        ))}
    </div>
  )
}
