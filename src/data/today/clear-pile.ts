// The pile: next steps whose day is past, given new days, kept or dropped, all in one command.

import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { addDays } from '../../shared/rules/days/days.ts'
import { findDayCapacity } from '../../shared/rules/focus-list/capacity.ts'
import { spreadPromises } from '../../shared/rules/today/spread-promises.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { readTouchLength } from '../records/capacity.ts'
import { readShopDays } from '../records/closed-periods.ts'
import { findOpenStep, listDueSteps, selectOpenSteps } from '../records/next-steps.ts'
import { getSettings } from '../records/settings.ts'
import { countOverdueSteps, readSeen } from './today.ts'

/** One look: who has more overdue clears the pile again. */
const mostShown = 200

/** The steps that have waited longest past their day, each with the day proposed for it. */
export async function getPile(db: Reader, _input: unknown, { clock }: Pick<QueryContext, 'clock'>) {
  const today = clock.today()
  const settings = await getSettings(db)
  const steps = await listDueSteps(db, { until: addDays(today, -1), limit: mostShown })
  const capacity = findDayCapacity(settings.callHoursPerDay, (await readTouchLength(db)).minutes)
  const proposed = spreadPromises(steps, {
    today,
    shop: await readShopDays(db, today, settings),
    capacity,
    seenToday: (await readSeen(db, today)).size,
    booked: await readBooked(db, today),
  })
  return {
    total: await countOverdueSteps(db, today),
    capacity,
    steps: steps.map((step) => ({ ...step, proposedOn: proposed.get(step.id) ?? null })),
  }
}

/** How many people have an open step on each day from today on. */
async function readBooked(db: Reader, today: string): Promise<Map<string, number>> {
  const rows = await selectOpenSteps(db)
    .where('n.due_on', '>=', today)
    .select(({ fn }) => ['n.due_on', fn.count<number>('n.person_id').distinct().as('people')])
    .groupBy('n.due_on')
    .execute()
  return new Map(rows.map((row) => [row.due_on, row.people]))
}

/**
 * Moves steps to new days, remembering the day they were first for, and closes others as done or dropped. A time of
 * day belonged to the day it was for, and goes with it.
 * @throws AppError not-found when one is gone or closed already; step-day-past for a new day before today
 */
export async function clearPile(
  db: Writer,
  { moves, done, dropped }: ParsedInput<'today.clearPile'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<Record<string, never>> {
  const today = context.clock.today()
  for (const { id, dueOn } of moves) {
    if (dueOn < today) throw new AppError('step-day-past', { on: dueOn })
    const step = await findOpenStep(db, id)
    if (step.due_on === dueOn) continue
    const moved_from = step.moved_from ?? step.due_on
    await db
      .updateTable('next_steps')
      .set({ due_on: dueOn, due_time: null, moved_from })
      .where('id', '=', id)
      .execute()
  }
  for (const [ids, closing] of [
    [done, { done_on: today }],
    [dropped, { dropped_on: today }],
  ] as const) {
    for (const id of ids) {
      await findOpenStep(db, id)
      await db.updateTable('next_steps').set(closing).where('id', '=', id).execute()
    }
  }
  if (done.length + dropped.length === 0) context.say('touches.done.pileMoved', { count: moves.length })
  else {
    const counts = { moved: moves.length, kept: done.length, dropped: dropped.length }
    context.say('touches.done.pileCleared', counts)
  }
  return {}
}
