// One thing a line leaves open, beside it; what is answered is written into the line.
import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import type { Ask } from '../../../shared/rules/type-back/sheet-entry.ts'
import classes from './TypedLines.module.css'

interface AskFieldProps {
  ask: Ask
  who: string
  /** @returns whether it could be read */
  onAnswer(answer: string): boolean
}

export function AskField({ ask, who, onAnswer }: AskFieldProps) {
  const [text, setText] = useState('')
  const [isUnread, setIsUnread] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  function commit() {
    setIsUnread(text.trim() !== '' && !onAnswer(text))
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    // The next field, or the button behind the last one: leaving this one writes it.
    const all = [
      ...(input.current
        ?.closest('section')
        ?.querySelectorAll<HTMLElement>('input, button[aria-keyshortcuts]') ?? []),
    ]
    all[all.indexOf(input.current!) + 1]?.focus()
  }

  return (
    <TextInput
      ref={input}
      size="xs"
      className={classes.ask}
      data-asks={ask === 'next' ? 'offered' : 'wanted'}
      aria-label={t('callSheets.typing.askOf', { what: t(`callSheets.typing.asks.${ask}`), name: who })}
      placeholder={t(`callSheets.typing.asks.${ask}`)}
      value={text}
      error={
        isUnread
          ? t(`callSheets.typing.unread.${ask === 'amount' ? 'amount' : ask === 'friend' ? 'friend' : 'day'}`)
          : undefined
      }
      onChange={(event) => {
        setText(event.currentTarget.value)
        setIsUnread(false)
      }}
      onBlur={commit}
      onKeyDown={handleKey}
    />
  )
}
