// Which questions come next on the phone, and which answer speaks against courting somebody.
import { describe, expect, it } from 'vitest'
import { hasMessage, say } from '../../../src/shared/messages/translate.ts'
import {
  askAbout,
  findBlanks,
  findDisqualifier,
  findNextQuestions,
  findUnknowns,
  knowQuestions,
  type QualificationAnswer,
  type QualificationQuestion,
  qualificationQuestions,
} from '../../../src/shared/rules/know-card/know-card.ts'

const namesOf = (open: Parameters<typeof findNextQuestions>[0]) =>
  findNextQuestions(open).map(({ key }) => key.replace('knowCard.ask.', ''))

describe('the next questions', () => {
  it('are the don’t-knows, then the blanks, each in its own order', () => {
    expect(namesOf({ blanks: ['where', 'why'], unknowns: ['price', 'need'] })).toEqual([
      'need',
      'price',
      'why',
      'where',
    ])
  })

  it('are all eleven of somebody of whom nothing is known, and none when nothing is open', () => {
    const all = { blanks: knowQuestions, unknowns: qualificationQuestions }
    expect(namesOf(all)).toEqual([...qualificationQuestions, ...knowQuestions])
    expect(namesOf({ blanks: [], unknowns: [] })).toEqual([])
  })

  it('are said as a shop owner asks them', () => {
    for (const question of [...qualificationQuestions, ...knowQuestions]) {
      expect(hasMessage(askAbout(question).key)).toBe(true)
      expect(say(askAbout(question))).toMatch(/^[a-z].*\?$/)
    }
    expect(say(askAbout('how'))).toBe('do they decide alone, and what did they expect to spend?')
  })
})

describe('what is open', () => {
  it('is every question without an answer', () => {
    expect(findBlanks([])).toEqual(['why', 'what', 'how', 'when', 'where'])
    expect(findBlanks([{ question: 'when' }, { question: 'why' }])).toEqual(['what', 'how', 'where'])
    expect(findBlanks(knowQuestions.map((question) => ({ question })))).toEqual([])
    expect(findBlanks([{ question: 'why' }], true)).toEqual(['what', 'how', 'when'])
  })

  it('is every don’t know; a question never asked is not one', () => {
    expect(
      findUnknowns([
        { question: 'want', answer: 'unknown' },
        { question: 'need', answer: 'yes' },
        { question: 'price', answer: 'unknown' },
        { question: 'decider', answer: 'no' },
      ]),
    ).toEqual(['price', 'want'])
  })
})

describe('a drop is proposed', () => {
  const say = (answers: Partial<Record<QualificationQuestion, QualificationAnswer>>) =>
    findDisqualifier(
      qualificationQuestions.flatMap((question) => {
        const answer = answers[question]
        return answer ? { question, answer } : []
      }),
    )
  it.each([
    [{}, null],
    [{ need: 'yes', decider: 'yes', price: 'yes' }, null],
    [{ need: 'unknown', decider: 'unknown', price: 'unknown' }, null],
    [{ need: 'no' }, 'need'],
    [{ decider: 'no' }, 'decider'],
    [{ price: 'no' }, 'price'],
    [{ need: 'yes', decider: 'no', price: 'no' }, 'decider'],
    [{ season: 'no' }, null],
    [{ reachable: 'no' }, null],
    [{ want: 'no' }, null],
    [{ season: 'no', reachable: 'no', want: 'no', price: 'no' }, 'price'],
  ] as const)('%j: %s', (answers, expected) => expect(say(answers)).toBe(expected))
})
