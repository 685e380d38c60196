// Standing at its edges: every condition just met and just missed, and clocks that stand still while closed.
import { describe, expect, it } from 'vitest'
import { hasMessage } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import {
  findStanding,
  type Standing,
  type StandingEvidence,
} from '../../../src/shared/rules/know-card/standing.ts'

const today = '2026-11-23'
const ago = (days: number) => addDays(today, -days)

const nobody: StandingEvidence = {
  today,
  closed: [],
  answers: 0,
  yes: [],
  gave: false,
  lastContactOn: null,
  bought: false,
  score: null,
  names: [],
}
const known: StandingEvidence = { ...nobody, answers: 4, yes: ['need', 'decider', 'price'] }
const likes: StandingEvidence = { ...known, gave: true, lastContactOn: ago(10) }
const sam = { on: ago(30), personId: 7, name: 'Sam Duarte' }
const ada = { on: ago(20), personId: 8, name: 'Ada Berg' }
const trusts: StandingEvidence = { ...likes, bought: true }
const fan: StandingEvidence = { ...trusts, names: [sam] }

type Case = [string, StandingEvidence, Standing]

describe('known', () => {
  it.each<Case>([
    ['3 of 5', { ...known, answers: 3 }, ''],
    ['4 of 5', known, 'known'],
    ['5 of 5', { ...known, answers: 5 }, 'known'],
    ['need not yes', { ...known, yes: ['decider', 'price'] }, ''],
    ['decider not yes', { ...known, yes: ['need', 'price'] }, ''],
    ['price not yes', { ...known, yes: ['need', 'decider'] }, ''],
    ['everything else without the answers', { ...fan, answers: 3 }, ''],
    ['everything else without the first three', { ...fan, yes: [] }, ''],
  ])('%s', (_, evidence, expected) => expect(findStanding(evidence).standing).toBe(expected))
})

describe('likes us', () => {
  it.each<Case>([
    ['a give and a contact', likes, 'likes us'],
    ['no give', { ...likes, gave: false }, 'known'],
    ['no contact', { ...likes, lastContactOn: null }, 'known'],
    ['a contact 179 days ago', { ...likes, lastContactOn: ago(179) }, 'likes us'],
    ['a contact 180 days ago', { ...likes, lastContactOn: ago(180) }, 'likes us'],
    ['a contact 181 days ago', { ...likes, lastContactOn: ago(181) }, 'known'],
    [
      '181 days ago, one of them closed',
      { ...likes, lastContactOn: ago(181), closed: [{ from: ago(50), to: ago(50) }] },
      'likes us',
    ],
    [
      '202 days ago, 21 of them closed',
      { ...likes, lastContactOn: ago(202), closed: [{ from: ago(60), to: ago(40) }] },
      'known',
    ],
    [
      '201 days ago, 21 of them closed',
      { ...likes, lastContactOn: ago(201), closed: [{ from: ago(60), to: ago(40) }] },
      'likes us',
    ],
    ['bought and named, and no give', { ...fan, gave: false }, 'known'],
  ])('%s', (_, evidence, expected) => expect(findStanding(evidence).standing).toBe(expected))
})

describe('trusts us', () => {
  it.each<Case>([
    ['bought', { ...likes, bought: true }, 'trusts us'],
    ['feedback 8', { ...likes, score: 8 }, 'likes us'],
    ['feedback 9', { ...likes, score: 9 }, 'trusts us'],
    ['feedback 10', { ...likes, score: 10 }, 'trusts us'],
    ['feedback 0', { ...likes, score: 0 }, 'likes us'],
    ['named somebody', { ...likes, names: [sam] }, 'trusts us'],
    ['named somebody years ago', { ...likes, names: [{ ...sam, on: ago(900) }] }, 'trusts us'],
    ['the contact too old', { ...trusts, lastContactOn: ago(181) }, 'known'],
  ])('%s', (_, evidence, expected) => expect(findStanding(evidence).standing).toBe(expected))
})

describe('fan and advocate', () => {
  const named = (...days: string[]) => ({
    ...trusts,
    names: days.map((on, index) => ({ ...sam, on, personId: index + 1 })),
  })
  it.each<Case>([
    ['bought and named one', fan, 'fan'],
    ['named, never bought', { ...fan, bought: false }, 'trusts us'],
    ['named 12 months ago to the day', named('2025-11-23'), 'fan'],
    ['named a day earlier', named('2025-11-22'), 'trusts us'],
    [
      'named a day earlier, one day closed since',
      { ...named('2025-11-22'), closed: [{ from: ago(9), to: ago(9) }] },
      'fan',
    ],
    ['two names', named(ago(30), ago(20)), 'advocate'],
    ['two names, one too old', named('2025-11-22', ago(20)), 'fan'],
    ['the same friend twice', { ...trusts, names: [sam, { ...sam, on: ago(3) }] }, 'fan'],
    [
      'two names not written down',
      {
        ...trusts,
        names: [
          { ...sam, personId: null },
          { ...sam, personId: null },
        ],
      },
      'advocate',
    ],
    ['three names', named(ago(30), ago(20), ago(10)), 'advocate'],
  ])('%s', (_, evidence, expected) => expect(findStanding(evidence).standing).toBe(expected))
})

describe('what is missing for the next', () => {
  const missing = (evidence: StandingEvidence) => {
    const { next, missing: refs } = findStanding(evidence)
    for (const { key, facts } of refs) expect(hasMessage(key), key).toBe(facts?.count !== 0)
    return [
      next,
      ...refs.map(({ key, facts }) => [key.replace('knowCard.missing.', ''), facts?.count].join(' ').trim()),
    ]
  }
  it.each<[string, StandingEvidence, (string | null)[]]>([
    ['nobody', nobody, ['known', 'answers 4', 'need', 'decider', 'price']],
    ['3 of 5', { ...known, answers: 3 }, ['known', 'answers 1']],
    ['known', known, ['likes us', 'give', 'contact']],
    ['known, long not met', { ...likes, lastContactOn: ago(181) }, ['likes us', 'contact']],
    ['likes us', likes, ['trusts us', 'trust']],
    ['named, not bought', { ...likes, names: [sam] }, ['fan', 'sale']],
    ['bought, not named', trusts, ['fan', 'name']],
    ['feedback alone', { ...likes, score: 9 }, ['fan', 'sale', 'name']],
    ['fan', fan, ['advocate', 'names 1']],
    ['advocate', { ...fan, names: [sam, ada] }, [null]],
  ])('%s', (_, evidence, expected) => expect(missing(evidence)).toEqual(expected))
})

describe('what trust rests on', () => {
  it.each<[string, StandingEvidence, object | null]>([
    ['nothing below it', { ...known, bought: true, names: [sam] }, null],
    [
      'the last name',
      { ...fan, names: [sam, ada] },
      { key: 'knowCard.because.named', facts: { friend: 'Ada Berg' } },
    ],
    ['a name not told', { ...fan, names: [{ ...sam, name: '' }] }, { key: 'knowCard.because.namedSomebody' }],
    ['a sale', { ...trusts, score: 9 }, { key: 'knowCard.because.bought' }],
    ['feedback', { ...likes, score: 9 }, { key: 'knowCard.because.score', facts: { score: 9 } }],
  ])('%s', (_, evidence, expected) => expect(findStanding(evidence).because).toEqual(expected))
})
