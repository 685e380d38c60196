// What is done with touches beyond sending one: a log that may be a plan, a group, a calendar file.
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayCalendar } from '../../../shared/messages/say-calendar.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'
import { send } from '../../api/send.ts'
import type { Sent } from './log-box-state.ts'

/** How a touch proposes that they leave the focus list. */
export type MayLeaveAs = CallOutput<'touches.log'>['mayLeaveAs']

/**
 * Logs a touch, or plans what lies ahead, which was none yet.
 * @param ids `uid` stays the same when the owner sends the same words again, so that an uncertain save is not doubled
 */
export async function sendLog(
  ids: { uid: string; personId: number },
  sent: Sent,
): Promise<{ mayLeaveAs: MayLeaveAs } | { problem: string }> {
  if ('planned' in sent) {
    const problem = await send('touches.addNextStep', { ...ids, step: sent.planned })
    return problem === null ? { mayLeaveAs: null } : { problem }
  }
  const answer = await call('touches.log', { ...ids, ...sent })
  return answer.ok ? answer.value : { problem: sayError(answer.error) }
}

/** Answers the error itself, for the line at the foot: the row it came from may be gone. */
export async function removeTouch(id: number): Promise<CallError | null> {
  const answer = await call('touches.remove', { id })
  return answer.ok ? null : answer.error
}

/** Who a group holds; nobody when it cannot be read, for the picker beside it still works. */
export async function readGroup(placeId: number | null) {
  const answer = await call('touches.group', { placeId })
  return answer.ok ? answer.value : []
}

/** Writes a calendar file where the owner says; answers what was written, or why not, or '' when they thought better. */
export async function saveCalendar(personId: number | null, name: string): Promise<string> {
  const chosen = await call('app.chooseCalendarFile', { suggested: `${name}.ics` })
  if (!chosen.ok) return sayError(chosen.error)
  if (chosen.value === null) return ''
  const steps = await call('touches.calendarSteps', { personId })
  if (!steps.ok) return sayError(steps.error)
  const answer = await call('touches.saveCalendar', {
    target: chosen.value.token,
    steps: sayCalendar(steps.value),
  })
  return answer.ok
    ? t('touches.calendar.saved', { count: answer.value.steps, file: answer.value.file })
    : sayError(answer.error)
}

/** Who a touch is logged with, and what is due to them by `today`; null when they are gone. */
export async function readLogPerson(id: number, today: string) {
  const answer = await call('people.get', { id })
  if (!answer.ok) return null
  const { name, firm, nextSteps, bestChannel } = answer.value
  const tryBy = bestChannel || undefined
  return {
    id,
    name,
    firm: firm?.name ?? '',
    tryBy,
    dueSteps: nextSteps.filter((step) => step.dueOn <= today),
  }
}
