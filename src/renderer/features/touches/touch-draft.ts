// What stands in a log box before it is saved, and how it becomes a touch with its next step.
import type { CallInput } from '../../../shared/contract/index.ts'
import type { Touch } from '../../../shared/contract/touches.ts'
import { formatDate, formatMoney } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { daysBetween } from '../../../shared/rules/days/days.ts'
import { type OpenTime, suggestNextStep } from '../../../shared/rules/days/next-step-dates.ts'
import { type MoneyTyping, parseMoney } from '../../../shared/rules/touches/parse-money.ts'
import {
  type Channel,
  type How,
  howLetters,
  keepsStep,
  type Outcome,
} from '../../../shared/rules/touches/touch-kinds.ts'

export interface DueStep {
  id: number
  what: string
  dueOn: string
  promised: boolean
}

/** Texts stand as typed; a day is read when it is saved. */
export interface TouchDraft {
  how: How
  note: string
  /** '' means today. */
  day: string
  outcome: Outcome | null
  fromThem: boolean
  gave: boolean
  asked: boolean
  minutes: number | null
  notForPaper: boolean
  byWhom: string
  channel: Channel | null
  /** As typed; our own cost of it. */
  cost: string
  /** What was quoted or bought, and for how much, as typed. */
  jobWhat: string
  jobAmount: string
  stepWhat: string
  stepWhen: string
  /** Null until the owner says: then what they wrote is a promise, a mere suggestion is a plan. */
  stepPromised: boolean | null
  stepRefused: boolean
  /** Due steps the owner marked as kept or not; the others follow the kind of touch. */
  kept: Record<number, boolean>
}

export const emptyDraft: TouchDraft = {
  how: 'talked',
  note: '',
  day: '',
  outcome: null,
  fromThem: false,
  gave: false,
  asked: false,
  minutes: null,
  notForPaper: false,
  byWhom: '',
  channel: null,
  cost: '',
  jobWhat: '',
  jobAmount: '',
  stepWhat: '',
  stepWhen: '',
  stepPromised: null,
  stepRefused: false,
  kept: {},
}

/** What was typed before the box was there: a letter chooses how it went, the rest begins the note. */
export function readAhead(typed: string, usual: How): Pick<TouchDraft, 'how' | 'note'> {
  const how = (howLetters as Record<string, How | undefined>)[typed.charAt(0).toLowerCase()]
  const note = typed.split('\n', 1)[0] ?? ''
  return how ? { how, note: note.slice(1) } : { how: usual, note }
}

export function draftOf(touch: Touch): TouchDraft {
  return {
    ...emptyDraft,
    how: touch.how,
    note: touch.note,
    day: formatDate(touch.happenedOn, 'full'),
    outcome: touch.outcome,
    fromThem: touch.direction === 'in',
    gave: touch.gave,
    asked: touch.asked,
    minutes: touch.minutes,
    notForPaper: touch.notForPaper,
    byWhom: touch.byWhom,
    channel: touch.channel,
    cost: touch.cost === null ? '' : formatMoney(touch.cost),
  }
}

/** The day proposed to come back, unless it was refused, the owner wrote another, or nothing is to follow. */
export function suggestedDay(draft: TouchDraft, today: string, openTime: OpenTime): string | null {
  if (draft.stepRefused || draft.stepWhen.trim() || draft.fromThem || draft.outcome === 'never contact')
    return null
  return suggestNextStep(draft.how, today, openTime)
}

/** As the owner marked it, else by the kind of touch. */
export function isKept(draft: TouchDraft, step: DueStep): boolean {
  return draft.kept[step.id] ?? keepsStep(draft.how, step)
}

export function isPromised(draft: TouchDraft): boolean {
  return draft.stepPromised ?? draft.stepWhat.trim() !== ''
}

export type Problem = { field: 'day' | 'step' | 'cost' | 'amount'; words: string }
type LogInput = Omit<CallInput<'touches.log'>, 'uid' | 'personId'>

/** The touch alone; `problem` says in words what cannot be read. */
export function readTouch(
  draft: TouchDraft,
  today: string,
  money: MoneyTyping,
): { touch: LogInput['touch'] } | { problem: Problem } {
  const typedCost = draft.cost.trim()
  const cost = typedCost ? parseMoney(typedCost, money) : null
  if (typedCost && cost === null) {
    const words = t('touches.notMoney', { typed: typedCost, example: formatMoney(1250) })
    return { problem: { field: 'cost', words } }
  }
  const day = draft.day.trim()
  const happenedOn = readPastDay(day, today)
  if (day && !happenedOn) return { problem: { field: 'day', words: t('touches.notADay', { typed: day }) } }
  const touch: LogInput['touch'] = {
    how: draft.how,
    outcome: draft.outcome,
    direction: draft.fromThem ? 'in' : 'out',
    gave: draft.gave,
    asked: draft.asked,
    minutes: draft.minutes,
    cost,
    note: draft.note,
    notForPaper: draft.notForPaper,
    byWhom: draft.byWhom,
  }
  if (happenedOn) touch.happenedOn = happenedOn
  if (draft.channel) touch.channel = draft.channel
  return { touch }
}

/** Whether what came of it is a job: it has an amount, and what it is for. */
export const isJob = ({ outcome }: Pick<TouchDraft, 'outcome'>) => outcome === 'quote' || outcome === 'bought'

function readJob(draft: TouchDraft, money: MoneyTyping): LogInput['job'] | { problem: Problem } {
  if (!isJob(draft)) return null
  const typed = draft.jobAmount.trim()
  const amount = typed ? parseMoney(typed, money) : null
  if (typed && amount === null) {
    const words = t('touches.notMoney', { typed, example: formatMoney(64_000) })
    return { problem: { field: 'amount', words } }
  }
  return { what: draft.jobWhat.trim(), amount }
}

/** The day typed, null when none was or it cannot be read. */
export function readPastDay(typed: string, today: string): string | null {
  const day = typed.trim()
  return day ? readDay(day, today, 'behind') : null
}

/** A date without a year that would lie further back than this, in days, is more likely one ahead. */
const farBack = 60

/**
 * When it was, or will be: past and today are logged, a day ahead is planned. A bare weekday is the last one; a bare
 * date is the last one too, unless that is long ago and the next is nearer.
 */
export function readLogDay(typed: string, today: string): { on: string; isAhead: boolean } | null {
  const behind = readPastDay(typed, today)
  if (behind === null) return null
  const ahead = readDay(typed, today, 'ahead') ?? behind
  const back = daysBetween(behind, today)
  const on = back > farBack && ahead > today && daysBetween(today, ahead) < back ? ahead : behind
  return { on, isAhead: on > today }
}

export function readLog(
  draft: TouchDraft,
  {
    today,
    openTime,
    money,
    dueSteps,
    tryBy = null,
  }: {
    today: string
    openTime: OpenTime
    money: MoneyTyping
    dueSteps: readonly DueStep[]
    /** The way a try goes unless another is chosen. */
    tryBy?: Channel | null
  },
): LogInput | { planned: CallInput<'touches.addNextStep'>['step'] } | { problem: Problem } {
  const day = readLogDay(draft.day, today)
  if (day?.isAhead) {
    const what = draft.note.trim() || draft.stepWhat.trim()
    return { planned: { what, dueOn: day.on, promised: draft.stepPromised ?? false } }
  }
  const isTry = draft.how === 'no answer' && !draft.fromThem
  const touch = readTouch({ ...draft, channel: draft.channel ?? (isTry ? tryBy : null) }, today, money)
  if ('problem' in touch) return touch
  const job = readJob(draft, money)
  if (job && 'problem' in job) return job
  const read = { ...touch, job }
  const keeps = dueSteps.filter((step) => isKept(draft, step)).map((step) => step.id)
  const typed = draft.stepWhen.trim()
  const dueOn = typed ? readDay(typed, today) : suggestedDay(draft, today, openTime)
  if (typed && !dueOn) return { problem: { field: 'step', words: t('touches.notADay', { typed }) } }
  const what = draft.stepWhat.trim()
  if (!dueOn && what) return { problem: { field: 'step', words: t('touches.stepNeedsDay') } }
  if (!dueOn) return { ...read, keeps }
  const nextStep = {
    what,
    dueOn,
    promised: isPromised(draft),
  }
  return { ...read, keeps, nextStep }
}
