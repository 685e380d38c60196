// The Know card and "worth our time?": answers written, taken back to blanks, and read in the order of their questions.

import type { ParsedInput } from '../../shared/contract/index.ts'
import type { Person } from '../../shared/contract/people.ts'
import { AppError } from '../../shared/errors.ts'
import { settleWindow } from '../../shared/rules/know-card/buying-window.ts'
import { knowQuestions, qualificationQuestions } from '../../shared/rules/know-card/know-card.ts'
import type { CommandContext } from '../engine/contexts.ts'
import { readStandingEvidence } from '../engine/standing.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { findPerson } from '../records/pursuits.ts'

/** What a person's page shows of both, in the order of the questions; what is missing is open. */
export async function readKnowCard(
  db: Reader,
  personId: number,
): Promise<Pick<Person, 'answers' | 'qualified'>> {
  const answers = await db.selectFrom('answers').selectAll().where('person_id', '=', personId).execute()
  const qualified = await db
    .selectFrom('qualification')
    .select(['question', 'answer', 'said_by as saidBy', 'said_on as saidOn'])
    .where('person_id', '=', personId)
    .execute()
  return {
    answers: knowQuestions.flatMap((question) => {
      const row = answers.find((one) => one.question === question)
      if (!row) return []
      const { words, window_from: from, window_to: to } = row
      const window = from === null || to === null ? null : { from, to, yearly: row.window_yearly === 1 }
      return { question, words, window, answeredOn: row.answered_on }
    }),
    qualified: qualificationQuestions.flatMap(
      (question) => qualified.find((one) => one.question === question) ?? [],
    ),
  }
}

/**
 * Writes the answer to one question of the card, with today as its day when it says something else than before.
 * Without words and window the question is a blank again.
 * @throws AppError not-found, window-ends-early, window-over-year
 */
export async function answerQuestion(
  db: Writer,
  { personId, question, ...input }: ParsedInput<'knowCard.answer'>,
  { clock, say, sqlite }: CommandContext,
): Promise<Record<string, never>> {
  const { name } = await findPerson(db, personId)
  const today = clock.today()
  const words = input.words.trim()
  const window = input.window && settleWindow(input.window)
  if (typeof window === 'string')
    throw new AppError(window, { from: input.window!.from, to: input.window!.to })
  const before = await db
    .selectFrom('answers')
    .selectAll()
    .where('person_id', '=', personId)
    .where('question', '=', question)
    .executeTakeFirst()
  const row = {
    words,
    window_from: window?.from ?? null,
    window_to: window?.to ?? null,
    window_yearly: window?.yearly ? 1 : 0,
  } as const
  if (words === '' && window === null) {
    if (!before) return {}
    await db.deleteFrom('answers').where('id', '=', before.id).execute()
  } else if (!before) {
    await db
      .insertInto('answers')
      .values({
        uid: makeUid(),
        person_id: personId,
        question,
        ...row,
        answered_on: today,
        first_answered_on: today,
      })
      .execute()
  } else {
    const isSame = (Object.keys(row) as (keyof typeof row)[]).every(
      (column) => row[column] === before[column],
    )
    if (isSame) return {}
    await db
      .updateTable('answers')
      .set({ ...row, answered_on: today })
      .where('id', '=', before.id)
      .execute()
  }
  const count = readStandingEvidence(sqlite, [personId], today).get(personId)!.answers
  say('knowCard.done.answered', { name, count })
  return {}
}

/**
 * Keeps what somebody said to one question of "worth our time?", who said so and when; null forgets it.
 * A new answer has today as its day, unless another is given.
 * @throws AppError not-found, said-in-future
 */
export async function qualify(
  db: Writer,
  { personId, question, answer, saidBy, saidOn }: ParsedInput<'knowCard.qualify'>,
  { clock, say }: CommandContext,
): Promise<Record<string, never>> {
  const { name } = await findPerson(db, personId)
  const today = clock.today()
  if (saidOn !== undefined && saidOn > today) throw new AppError('said-in-future', { on: saidOn })
  const before = await db
    .selectFrom('qualification')
    .selectAll()
    .where('person_id', '=', personId)
    .where('question', '=', question)
    .executeTakeFirst()
  if (answer === null) {
    if (!before) return {}
    await db.deleteFrom('qualification').where('id', '=', before.id).execute()
  } else {
    const isNew = before?.answer !== answer
    const row = {
      answer,
      said_by: saidBy?.trim() ?? (isNew ? '' : before.said_by),
      said_on: saidOn ?? (isNew ? today : before.said_on),
    }
    if (!before) {
      await db
        .insertInto('qualification')
        .values({ uid: makeUid(), person_id: personId, question, ...row })
        .execute()
    } else {
      if (!isNew && row.said_by === before.said_by && row.said_on === before.said_on) return {}
      await db.updateTable('qualification').set(row).where('id', '=', before.id).execute()
    }
  }
  const { count } = await db
    .selectFrom('qualification')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  say('knowCard.done.qualified', { name, count })
  return {}
}
