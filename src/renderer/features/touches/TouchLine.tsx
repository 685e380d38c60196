// One line of the timeline: day, letter, words, minutes; correct and delete where it stands.
import { memo, useState } from 'react'
import type { Touch } from '../../../shared/contract/touches.ts'
import { formatDate } from '../../../shared/messages/format.ts'
import { howWord, outcomeWord } from '../../../shared/messages/touch-words.ts'
import { t } from '../../../shared/messages/translate.ts'
import { letterOf } from '../../../shared/rules/touches/touch-kinds.ts'
import { useApp } from '../../app/app.store.ts'
import shared from '../../ui/shared.module.css'
import { CorrectBox } from './CorrectBox.tsx'
import { MoveBox } from './MoveBox.tsx'
import classes from './TouchTimeline.module.css'
import { removeTouch } from './touch-actions.ts'

/** Drawn anew only when it changed: one more touch leaves the lines of all others as they are. */
export const TouchLine = memo(function TouchLine({ touch }: { touch: Touch }) {
  const [open, setOpen] = useState<'correct' | 'move' | null>(null)
  const close = () => setOpen(null)
  if (open === 'correct') {
    return (
      <li className={classes.correct}>
        <CorrectBox touch={touch} onClose={close} />
      </li>
    )
  }
  const day = formatDate(touch.happenedOn, 'short')
  const takesBack = touch.outcome ? t(`touches.takesBack.${touch.outcome}`) : ''
  return (
    <li className={`${classes.line} ${touch.counts === 'attempt' ? classes.attempt : ''}`}>
      <time className={`${shared.note} ${shared.nowrap}`} dateTime={touch.happenedOn}>
        {day}
      </time>
      <abbr className={classes.letter} title={howWord(touch.how)}>
        {letterOf(touch.how)}
      </abbr>
      <div className={classes.words}>
        {touch.note || sentenceOf(touch)}
        <Tags touch={touch} />
        {open === 'move' && <MoveBox touch={touch} onClose={close} />}
      </div>
      <div className={classes.end}>
        <span className={classes.actions}>
          <button
            type="button"
            className={classes.action}
            title={t('touches.correct')}
            aria-label={t('touches.correctLabel', { on: touch.happenedOn })}
            onClick={() => setOpen('correct')}
          >
            <Icon path="M4 16l1-4 8-8 3 3-8 8z" />
          </button>
          <button
            type="button"
            className={classes.action}
            title={t('touches.move.action')}
            aria-label={t('touches.move.label', { on: touch.happenedOn })}
            onClick={() => setOpen('move')}
          >
            <Icon path="M3 10h13M11 5l5 5-5 5" />
          </button>
          <button
            type="button"
            className={classes.action}
            title={[t('touches.delete'), takesBack].filter(Boolean).join('. ')}
            aria-label={[t('touches.deleteLabel', { on: touch.happenedOn }), takesBack]
              .filter(Boolean)
              .join('. ')}
            onClick={() => void remove(touch.id)}
          >
            <Icon path="M5 5l10 10M15 5L5 15" />
          </button>
        </span>
        {touch.minutes !== null && (
          <span className={`${shared.note} ${shared.nowrap}`}>
            {t('touches.minutes', { count: touch.minutes })}
          </span>
        )}
      </div>
    </li>
  )
})

function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}

/** Undo stands in the line at the foot, so nothing is asked first. */
async function remove(id: number): Promise<void> {
  const error = await removeTouch(id)
  if (error) useApp.getState().showTrouble(error)
}

/** "No answer." where nothing was noted. */
function sentenceOf(touch: Touch): string {
  const word = howWord(touch.how)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}.`
}

function Tags({ touch }: { touch: Touch }) {
  return (
    <>
      {touch.outcome && <span className={classes.tag}>{outcomeWord(touch.outcome)}</span>}
      {touch.gave && (
        <span className={classes.tag} data-kind="gave">
          {t('touches.gave')}
        </span>
      )}
      {touch.asked && <span className={classes.tag}>{t('touches.asked')}</span>}
      {touch.notForPaper && <span className={classes.tag}>{t('touches.notForPaper')}</span>}
      {touch.place && <span className={classes.tag}>{touch.place}</span>}
      {touch.toMany && (
        <span className={classes.tag}>{t('touches.toMany', { count: touch.recipients })}</span>
      )}
      {touch.byWhom && <span className={classes.tag}>{touch.byWhom}</span>}
      {touch.direction === 'in' && (
        <span className={classes.tag} data-kind="from-them">
          {t('touches.fromThem')}
        </span>
      )}
    </>
  )
}
