// When they buy: free words first, and below them the time that was understood, which the owner may mend or take away.
import { useEffect, useId, useRef, useState } from 'react'
import type { KnowAnswer } from '../../../shared/contract/know-card.ts'
import { readWindow, readWindowEnds, sayEnds, sayWindow } from '../../../shared/messages/read-window.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import type { BuyingWindow } from '../../../shared/rules/know-card/buying-window.ts'
import type { WindowReading } from '../../../shared/rules/know-card/parse-window.ts'
import { send } from '../../api/send.ts'
import { useCountry, useToday } from '../../app/use-start.ts'
import fieldClasses from '../../ui/EditInPlace.module.css'
import shared from '../../ui/shared.module.css'
import { useInPlace } from '../../ui/use-in-place.ts'
import classes from './WhenAnswer.module.css'
import { WindowEnds, type WindowEndsDraft } from './WindowEnds.tsx'

interface WhenAnswerProps {
  personId: number
  answer: KnowAnswer | null
  ask: string
  isNext: boolean
}

export function WhenAnswer(props: WhenAnswerProps) {
  const { answer, ask, isNext } = props
  const { editing, button, open, close } = useInPlace()

  if (editing) {
    return <OpenWhen {...props} onClose={close} />
  }
  const window = answer?.window ? sayWindow(answer.window) : ''
  const words = answer?.words || window
  const label = t('knowCard.questions.when')
  return (
    <>
      <button
        ref={button}
        type="button"
        className={fieldClasses.text}
        data-empty={answer === null || undefined}
        data-asked={(isNext && answer === null) || undefined}
        data-multiline
        aria-label={answer === null ? ask : `${label}: ${words}`}
        onClick={open}
      >
        {words || ask}
      </button>
      {window !== '' && words !== window && <p className={classes.window}>{window}</p>}
    </>
  )
}

/** What counts as the time: what the words say, unless the owner mended it, or took it away (`of`: what they said then). */
type Choice = { kind: 'read' } | { kind: 'mended'; ends: WindowEndsDraft } | { kind: 'none'; of: string }

const isSame = (a: BuyingWindow, b: BuyingWindow) =>
  a.from === b.from && a.to === b.to && a.yearly === b.yearly

function openChoice(answer: KnowAnswer | null, reading: WindowReading): Choice {
  const read = reading && 'window' in reading ? reading.window : null
  if (answer?.window) {
    if (read && isSame(read, answer.window)) return { kind: 'read' }
    return { kind: 'mended', ends: { ...sayEnds(answer.window), yearly: answer.window.yearly } }
  }
  return read ? { kind: 'none', of: JSON.stringify(read) } : { kind: 'read' }
}

function useWhen({ personId, answer, onClose }: WhenAnswerProps & { onClose(byKey: boolean): void }) {
  const today = useToday()
  const country = useCountry()
  const [typed, setTyped] = useState(answer?.words ?? '')
  const [choice, setChoice] = useState(() =>
    openChoice(answer, readWindow(answer?.words ?? '', today, country)),
  )
  const [refusal, setRefusal] = useState<string | null>(null)
  const closing = useRef(false)

  const read = readWindow(typed, today, country)
  const said = read && 'window' in read ? read.window : null
  const understood: WindowReading =
    choice.kind === 'mended'
      ? readWindowEnds(choice.ends, today, country)
      : said && choice.kind === 'none' && JSON.stringify(said) === choice.of
        ? null
        : read
  const window = understood && 'window' in understood ? understood.window : null
  const problem = understood && 'problem' in understood ? say(understood.problem) : null

  async function save(byKey: boolean) {
    if (closing.current) return
    if (problem !== null) return setRefusal(problem)
    closing.current = true
    const failure = await send('knowCard.answer', { personId, question: 'when', words: typed, window })
    closing.current = failure === null
    setRefusal(failure)
    if (failure === null) onClose(byKey)
  }

  return {
    typed,
    choice,
    window,
    /** Seen while typing; `refusal` is told when it stands in the way of saving. */
    problem,
    refusal,
    save,
    type(words: string) {
      setTyped(words)
      setRefusal(null)
    },
    changeEnds(ends: WindowEndsDraft) {
      setChoice({ kind: 'mended', ends })
      setRefusal(null)
    },
    remove() {
      setChoice({ kind: 'none', of: JSON.stringify(said) })
      setRefusal(null)
    },
    /** Opens the two ends, filled in with what the words say. */
    mend() {
      const shown = window ?? said
      const ends = shown ? { ...sayEnds(shown), yearly: shown.yearly } : { from: '', to: '', yearly: false }
      setChoice({ kind: 'mended', ends })
      setRefusal(null)
    },
    cancel() {
      closing.current = true
      onClose(true)
    },
  }
}

function OpenWhen(props: WhenAnswerProps & { onClose(byKey: boolean): void }) {
  const when = useWhen(props)
  const { typed, choice, window, problem, refusal } = when
  const wordsId = useId()
  const words = useRef<HTMLTextAreaElement>(null)
  useEffect(() => words.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Esc mean the same in all its fields
    <div
      className={classes.open}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void when.save(false)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          when.cancel()
        } else if (event.key === 'Enter' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) {
          event.preventDefault()
          void when.save(true)
        }
      }}
    >
      <span className={fieldClasses.open} data-multiline>
        <textarea
          ref={words}
          className={fieldClasses.input}
          aria-label={t('knowCard.questions.when')}
          aria-describedby={wordsId}
          aria-invalid={refusal !== null || undefined}
          placeholder={props.ask}
          rows={1}
          value={typed}
          onChange={(event) => when.type(event.currentTarget.value)}
        />
      </span>
      {choice.kind === 'mended' && <WindowEnds ends={choice.ends} onChange={when.changeEnds} />}
      <p
        id={wordsId}
        role={refusal ? 'alert' : 'status'}
        className={classes.window}
        data-wrong={problem !== null || undefined}
      >
        {refusal ?? problem ?? (window ? t('knowCard.window.understood', { window: sayWindow(window) }) : '')}
      </p>
      <div className={classes.actions}>
        {choice.kind !== 'mended' && (
          <button type="button" className={`${shared.link} ${shared.small}`} onClick={when.mend}>
            {window || problem ? t('knowCard.window.mend') : t('knowCard.window.add')}
          </button>
        )}
        {(window || choice.kind === 'mended') && (
          <button
            type="button"
            className={`${shared.link} ${shared.small}`}
            onClick={() => {
              when.remove()
              words.current?.focus()
            }}
          >
            {t('knowCard.window.remove')}
          </button>
        )}
      </div>
    </div>
  )
}
