// The end of Today: what was done, who waits for which day, and that it is enough.
import { Button } from '@mantine/core'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { sayName, t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import shared from '../../ui/shared.module.css'
import classes from './TodayScreen.module.css'

type Today = CallOutput<'today.get'>

const mostNamed = 3
const moreAtOnce = 3

export function TodayEnd({ today, onMore }: { today: Today; onMore(count: number): void }) {
  const goTo = useApp((state) => state.goTo)
  const { rows, waiting, onFocusList, closed } = today
  const isDone = rows.length === 0
  const lines = isDone ? sayDone(today) : [waiting.count === 0 ? sayEnd(today) : sayWaiting(today)]
  if (today.turnWeeks !== null) lines.push(t('today.turnEvery', { count: today.turnWeeks }))
  const mayPick = isDone && onFocusList === 0 && !closed
  return (
    <div className={isDone ? classes.done : classes.end}>
      {isDone && <h2 className={shared.ink}>{sayTitle(today)}</h2>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className={classes.buttons}>
        {isDone && waiting.count > 0 && (
          <Button variant="default" onClick={() => onMore(moreAtOnce)}>
            {t('today.showMore', { count: Math.min(moreAtOnce, waiting.count) })}
          </Button>
        )}
        {mayPick && <Button onClick={() => goTo({ name: 'pick' })}>{t('firstHour.pick.open')}</Button>}
      </div>
    </div>
  )
}

/** Places are left: whose turn comes next. */
function sayEnd({ nextTurn }: Today): string {
  if (!nextTurn) return t('today.thatIsAll')
  return t('today.nextTurn', { on: nextTurn.on, names: nextTurn.names.map(sayName).join(', ') })
}

function countSeen({ seen }: Today): number {
  return seen.reached + seen.tried
}

function sayTitle(today: Today): string {
  if (countSeen(today) > 0) return t('today.done')
  return today.closed ? t('today.nothingClosed') : t('today.nothing')
}

/** One sentence a line: what was done, what is still open, what comes. */
function sayDone(today: Today): string[] {
  const { seen, waiting, onFocusList, closed } = today
  const lines: string[] = []
  if (countSeen(today) > 0) {
    const done = [
      seen.reached > 0 && t('today.reached', { count: seen.reached }),
      seen.tried > 0 && t('today.tried', { count: seen.tried }),
      waiting.count > 0 && waiting.promises === 0 && t('today.restWaits'),
    ]
    lines.push(done.filter(Boolean).join(' '))
  } else if (!closed) lines.push(onFocusList === 0 ? t('today.noFocus') : t('today.allRest'))
  if (waiting.promises > 0) lines.push(t('today.promisesWait', { count: waiting.promises }))
  const next = sayNext(today)
  if (next) lines.push(next)
  if (waiting.count > 0) lines.push(sayWaiting(today))
  else if (today.nextTurn) lines.push(sayEnd(today))
  return lines
}

/** What is booked up to the next open day. */
function sayNext({ coming, nextOpenOn }: Today): string | null {
  if (!nextOpenOn) return null
  const steps = coming.filter((step) => step.dueOn <= nextOpenOn)
  const people = [...new Map(steps.map((step) => [step.personId, personName(step)])).values()]
  if (people.length === 0) return t('today.nextNothing', { on: nextOpenOn })
  const facts = { on: nextOpenOn, names: people.slice(0, mostNamed).join(', ') }
  const others = people.length - mostNamed
  return others > 0 ? t('today.nextMore', { ...facts, count: others }) : t('today.next', facts)
}

function sayWaiting({ waiting, nextOpenOn }: Today): string {
  const names = waiting.names.map(sayName).join(', ')
  const count = waiting.count - waiting.names.length
  if (!nextOpenOn) return count > 0 ? t('today.waitMore', { names, count }) : t('today.wait', { names })
  const facts = { names, on: nextOpenOn }
  return count > 0 ? t('today.waitForMore', { ...facts, count }) : t('today.waitFor', facts)
}
