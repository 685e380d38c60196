// What stands in a log box, read as a touch, a plan or a problem: days behind and ahead, promises, and what was due.
import { describe, expect, test } from 'vitest'
import {
  emptyDraft,
  isKept,
  isPromised,
  readLog,
  readLogDay,
  suggestedDay,
} from '../../../src/renderer/features/touches/touch-draft.ts'

const today = '2026-11-23'
const openTime = { openDays: [1, 2, 3, 4, 5, 6], closed: [] }
const due = { id: 7, what: 'samples', dueOn: '2026-11-20', promised: true }
const facts = { today, openTime, money: { country: 'US', currency: 'USD' }, dueSteps: [due] }

describe('the day', () => {
  test.each([
    ['fri', '2026-11-20', false],
    ['10 oct', '2026-10-10', false],
    // 61 days back, and 304 ahead: the nearer is meant.
    ['23 sep', '2026-09-23', false],
    // Eleven months back, a month ahead.
    ['24 dec', '2026-12-24', true],
    ['1 feb', '2027-02-01', true],
    // Within sixty days it was, however near the next one is.
    ['24 sep', '2026-09-24', false],
    ['today', '2026-11-23', false],
    ['tomorrow', '2026-11-24', true],
  ])('%s is %s', (typed, on, isAhead) => {
    expect(readLogDay(typed, today)).toEqual({ on, isAhead })
  })

  test('a weekday is the last one, though the next is nearer', () => {
    expect(readLogDay('tue', today)).toEqual({ on: '2026-11-17', isAhead: false })
  })
})

test('what is written down for next is a promise until the owner says otherwise; a bare suggestion is a plan', () => {
  expect(isPromised(emptyDraft)).toBe(false)
  expect(isPromised({ ...emptyDraft, stepWhat: 'send prices' })).toBe(true)
  expect(isPromised({ ...emptyDraft, stepWhat: 'send prices', stepPromised: false })).toBe(false)
  expect(isPromised({ ...emptyDraft, stepPromised: true })).toBe(true)
})

test('what was due is kept as the owner marked it; without words by the kind of touch, an errand never by itself', () => {
  expect(isKept({ ...emptyDraft, how: 'talked' }, due)).toBe(false)
  expect(isKept({ ...emptyDraft, how: 'talked' }, { ...due, what: '' })).toBe(true)
  expect(isKept({ ...emptyDraft, how: 'talked', kept: { 7: true } }, due)).toBe(true)
  expect(isKept({ ...emptyDraft, how: 'no answer' }, due)).toBe(false)
  expect(isKept({ ...emptyDraft, how: 'talked', kept: { 7: false } }, due)).toBe(false)
  expect(isKept({ ...emptyDraft, how: 'no answer', kept: { 7: true } }, due)).toBe(true)
})

test('a day to come back is proposed, but not once refused, typed, or when they came to us', () => {
  const missed = { ...emptyDraft, how: 'no answer' as const }
  expect(suggestedDay(missed, today, openTime)).toBe('2026-11-25')
  for (const part of [
    { stepRefused: true },
    { stepWhen: 'fri' },
    { fromThem: true },
    { outcome: 'never contact' as const },
  ])
    expect(suggestedDay({ ...missed, ...part }, today, openTime)).toBeNull()
})

test('a next step whose day cannot be read is a problem, and nothing is sent without it', () => {
  expect(readLog({ ...emptyDraft, stepWhen: 'blursday' }, facts)).toMatchObject({
    problem: { field: 'step' },
  })
  expect(readLog({ ...emptyDraft, stepWhat: 'samples' }, facts)).toMatchObject({ problem: { field: 'step' } })
  expect(readLog({ ...emptyDraft, stepWhen: 'fri' }, facts)).toMatchObject({
    nextStep: { dueOn: '2026-11-27' },
    keeps: [],
  })
})
