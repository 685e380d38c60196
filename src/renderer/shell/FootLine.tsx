// The line at the foot: what was done, with Undo; trouble that has no place of its own. It never takes the focus.
import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { say, sayError, t } from '../../shared/messages/translate.ts'
import { type FootLine as Line, useApp } from '../app/app.store.ts'
import shared from '../ui/shared.module.css'
import styles from './FootLine.module.css'

/** Long enough to read and reach; Ctrl+Z holds after it. */
const shownMs = 20_000

export function FootLine() {
  const line = useApp((state) => state.foot)
  const hide = useApp((state) => state.hideFoot)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!line || line.kind === 'trouble' || held) return
    const timer = setTimeout(hide, shownMs)
    return () => clearTimeout(timer)
  }, [line, held, hide])

  return (
    <section
      className={styles.foot}
      aria-label={t('app.line')}
      data-testid="foot-line"
      data-shown={line !== null || undefined}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {/* Both stand there empty from the start: screen readers only hear changes in what they know. */}
      <p className={styles.words} role="status">
        {line && line.kind !== 'trouble' && wordsOf(line)}
      </p>
      <p className={`${shared.trouble} ${styles.trouble}`} role="alert">
        {line?.kind === 'trouble' && sayError(line.error)}
      </p>
      {line && <Reverse line={line} />}
      {line && <CloseButton aria-label={t('app.hide')} onClick={hide} />}
    </section>
  )
}

function wordsOf(line: Exclude<Line, { kind: 'trouble' }>): string {
  if (line.kind === 'done') return say(line.done.message)
  return line.kind === 'told' ? say(line.message) : t('app.undone', { what: say(line.message) })
}

function Reverse({ line }: { line: Line }) {
  const undo = useApp((state) => state.undo)
  const redo = useApp((state) => state.redo)
  if (line.kind === 'trouble' || line.kind === 'told') return null
  const isDone = line.kind === 'done'
  return (
    <Button
      variant="subtle"
      size="compact-md"
      aria-keyshortcuts={isDone ? 'Control+Z' : 'Control+Shift+Z'}
      onClick={() => void (isDone ? undo(line.done.commandId) : redo())}
    >
      {t(isDone ? 'app.undo' : 'app.redo')}
    </Button>
  )
}
