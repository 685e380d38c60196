// The Know card's five questions and the six of "worth our time?": which are open, what to ask next, and what speaks against.
import type { MessageRef } from '../../errors.ts'

/** In the order of the card. */
export const knowQuestions = ['why', 'what', 'how', 'when', 'where'] as const
export type KnowQuestion = (typeof knowQuestions)[number]

/** In the order they are asked; a no on the first three disqualifies. */
export const qualificationQuestions = ['need', 'decider', 'price', 'season', 'reachable', 'want'] as const
export type QualificationQuestion = (typeof qualificationQuestions)[number]

export const qualificationAnswers = ['yes', 'no', 'unknown'] as const
export type QualificationAnswer = (typeof qualificationAnswers)[number]

/** Those without which somebody is no prospect. */
export const decisiveQuestions = ['need', 'decider', 'price'] as const
export type DecisiveQuestion = (typeof decisiveQuestions)[number]

/** Someone's answer to one question of "worth our time?"; a question without one was never asked. */
export interface Qualified {
  question: QualificationQuestion
  answer: QualificationAnswer
}

/** What is open about somebody: the same two lists as in the evidence behind the reasons. */
export interface OpenQuestions {
  /** Questions of the Know card with nothing written. */
  blanks: readonly KnowQuestion[]
  /** Questions of "worth our time?" answered "don't know". */
  unknowns: readonly QualificationQuestion[]
}

/**
 * What to find out on the next call, the first first: the don't-knows of "worth our time?", then the blanks of the
 * Know card, each in its own order.
 * @returns questions to put into words with `say`, such as "who decides?"; none when nothing is open
 */
export function findNextQuestions({ blanks, unknowns }: OpenQuestions): MessageRef[] {
  return [
    ...qualificationQuestions.filter((question) => unknowns.includes(question)),
    ...knowQuestions.filter((question) => blanks.includes(question)),
  ].map(askAbout)
}

/** The question to put to somebody so that this one is answered. */
export function askAbout(question: KnowQuestion | QualificationQuestion): MessageRef {
  return { key: `knowCard.ask.${question}` }
}

/**
 * The questions of the card that have no answer.
 * @param goesSomewhere whether they go to a place the owner keeps: that answers where they spend time
 */
export function findBlanks(
  answered: readonly { question: KnowQuestion }[],
  goesSomewhere = false,
): KnowQuestion[] {
  return knowQuestions.filter(
    (question) =>
      !(question === 'where' && goesSomewhere) && !answered.some((answer) => answer.question === question),
  )
}

/** The questions answered "don't know". */
export function findUnknowns(qualified: readonly Qualified[]): QualificationQuestion[] {
  return findAnswered(qualified, 'unknown')
}

/** The questions answered "no". */
export function findNoes(qualified: readonly Qualified[]): QualificationQuestion[] {
  return findAnswered(qualified, 'no')
}

function findAnswered(qualified: readonly Qualified[], answer: QualificationAnswer): QualificationQuestion[] {
  return qualificationQuestions.filter((question) =>
    qualified.some((one) => one.question === question && one.answer === answer),
  )
}

/** The first decisive question with a no: the reason to propose a drop; null while there is none. */
export function findDisqualifier(qualified: readonly Qualified[]): DecisiveQuestion | null {
  return (
    decisiveQuestions.find((question) =>
      qualified.some((one) => one.question === question && one.answer === 'no'),
    ) ?? null
  )
}
