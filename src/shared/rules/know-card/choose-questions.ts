// One question a row of the sheet: what is open and matters next, never the same on every row, set aside when in vain.
import type { MessageRef } from '../../errors.ts'
import {
  type KnowQuestion,
  knowQuestions,
  type OpenQuestions,
  type QualificationQuestion,
  qualificationQuestions,
} from './know-card.ts'

export type Question = KnowQuestion | QualificationQuestion

/** The name under which a row keeps the owner's own question. */
export const ownQuestion = 'own'

/** What a row's question is chosen from. */
export interface QuestionFacts extends OpenQuestions {
  personId: number
  /** They are asked for a firm: who signs there is another question than what a private customer would spend. */
  hasFirm: boolean
  /** How often each question stood on a printed sheet and is still open. */
  askedInVain: Readonly<Partial<Record<Question, number>>>
  /** A question the row's reason asks already. */
  askedByReason: Question | null
}

/** Sheets after which a question is set aside for the others. */
const sheetsInVain = 2
/** No question stands on more than one row in so many. */
const share = 3

/**
 * For each person the first open question, the don't-knows before the blanks, that is not set aside and does not stand
 * on a third of the rows already; none where nothing is left to ask.
 */
export function chooseQuestions(rows: readonly QuestionFacts[]): Map<number, Question> {
  const most = Math.max(1, Math.floor(rows.length / share))
  const counts = new Map<Question, number>()
  const chosen = new Map<number, Question>()
  for (const row of rows) {
    const open = [
      ...qualificationQuestions.filter((one) => row.unknowns.includes(one)),
      ...knowQuestions.filter((one) => row.blanks.includes(one)),
    ].filter((one) => one !== row.askedByReason)
    const fresh = open.filter((one) => (row.askedInVain[one] ?? 0) < sheetsInVain)
    const question = fresh.find((one) => (counts.get(one) ?? 0) < most)
    if (question === undefined) continue
    counts.set(question, (counts.get(question) ?? 0) + 1)
    chosen.set(row.personId, question)
  }
  return chosen
}

/** The question in the words for this person. */
export function askFor(question: Question, hasFirm: boolean): MessageRef {
  const firms = question === 'how' || question === 'decider' || question === 'why' || question === 'what'
  return { key: firms && hasFirm ? `knowCard.ask.${question}Firm` : `knowCard.ask.${question}` }
}
