// The Know card, "worth our time?" and standing, as they are kept in the file: written, undone, told anew by the day.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countWrongSummaries } from '../../../src/data/engine/summaries.ts'
import type { CallInput } from '../../../src/shared/contract/index.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { addDays } from '../../../src/shared/rules/days/days.ts'
import { makeStore, type TestStore } from '../../support/make-store.ts'

const today = '2026-11-23'
let test: TestStore
let nora: number

beforeEach(async () => {
  test = await makeStore({ today })
  nora = await add('Nora Lindqvist')
})
afterEach(() => {
  expect(countWrongSummaries(test.store.sqlite)).toBe(0)
  test.close()
})

const add = async (name: string) => (await test.call('people.add', { uid: crypto.randomUUID(), name })).id
const get = (id = nora) => test.call('people.get', { id })
const answer = (input: Omit<CallInput<'knowCard.answer'>, 'personId'>, id = nora) =>
  test.call('knowCard.answer', { personId: id, ...input })
const qualify = (input: Omit<CallInput<'knowCard.qualify'>, 'personId'>, id = nora) =>
  test.call('knowCard.qualify', { personId: id, ...input })
const log = (touch: CallInput<'touches.log'>['touch'], id = nora) =>
  test.call('touches.log', { uid: crypto.randomUUID(), personId: id, touch })
/** As lists and the report read it. */
const kept = (id = nora) =>
  test.store.sqlite.prepare('SELECT standing FROM report_people WHERE id = ?').pluck().get(id)

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'done'
}

async function makeKnown(id = nora, answers = 4): Promise<void> {
  for (const question of (['why', 'what', 'how', 'where'] as const).slice(0, answers)) {
    await answer({ question, words: 'oak' }, id)
  }
  for (const question of ['need', 'decider', 'price'] as const) await qualify({ question, answer: 'yes' }, id)
}

describe('the card', () => {
  it('keeps words, in the order of the questions', async () => {
    await answer({ question: 'what', words: '  Oak and walnut.  ' })
    await answer({ question: 'why', words: 'Couples ask her.' })
    expect((await get()).answers).toEqual([
      { question: 'why', words: 'Couples ask her.', window: null, answeredOn: today },
      { question: 'what', words: 'Oak and walnut.', window: null, answeredOn: today },
    ])
  })

  it('changes the day of an answer with the answer, and with nothing else', async () => {
    await answer({ question: 'why', words: 'Couples ask her.' })
    await answer({
      question: 'when',
      words: '',
      window: { from: '2027-01-01', to: '2027-03-31', yearly: true },
    })
    test.clock.today = '2026-12-01'
    await answer({ question: 'why', words: 'Couples ask her. ' })
    await answer({
      question: 'when',
      words: '',
      window: { from: '2027-01-01', to: '2027-03-31', yearly: true },
    })
    expect((await get()).answers.map((one) => one.answeredOn)).toEqual([today, today])
    await answer({ question: 'why', words: 'She looks good when it lasts.' })
    await answer({
      question: 'when',
      words: '',
      window: { from: '2027-01-01', to: '2027-03-31', yearly: false },
    })
    expect((await get()).answers.map((one) => one.answeredOn)).toEqual(['2026-12-01', '2026-12-01'])
  })

  it('takes an answer without words and window back to a blank', async () => {
    await answer({ question: 'why', words: 'x' })
    await answer({ question: 'why', words: ' \n ' })
    expect((await get()).answers).toEqual([])
    expect(test.store.sqlite.prepare('SELECT count(*) FROM answers').pluck().get()).toBe(0)
    await answer({
      question: 'when',
      words: '',
      window: { from: '2027-06-12', to: '2027-06-12', yearly: false },
    })
    expect((await get()).answers).toHaveLength(1)
    await answer({ question: 'when', words: '' })
    expect((await get()).answers).toEqual([])
  })

  it('keeps a window over the new year with its end behind its start', async () => {
    await answer({
      question: 'when',
      words: 'x',
      window: { from: '2026-11-01', to: '2026-02-28', yearly: true },
    })
    expect((await get()).answers[0]?.window).toEqual({ from: '2026-11-01', to: '2027-02-28', yearly: true })
  })

  it.each([
    [{ from: '2027-06-12', to: '2027-06-03', yearly: false }, 'window-ends-early'],
    [{ from: '2026-01-01', to: '2028-03-01', yearly: true }, 'window-over-year'],
    [{ from: '2027-02-31', to: '2027-03-31', yearly: false }, 'bad-input'],
    [{ from: 'soon', to: '2027-03-31', yearly: false }, 'bad-input'],
  ])('refuses the window %j', async (window, code) => {
    await answer({ question: 'when', words: 'June' })
    expect(await refusal(answer({ question: 'when', words: 'changed', window }))).toBe(code)
    expect((await get()).answers[0]?.words).toBe('June')
  })

  it('has a window for "when" alone', async () => {
    const window = { from: '2027-01-01', to: '2027-03-31', yearly: true }
    expect(await refusal(answer({ question: 'why', words: 'x', window }))).toBe('bad-input')
  })

  it('is of people who are there', async () => {
    expect(await refusal(answer({ question: 'why', words: 'x' }, 999))).toBe('not-found')
    expect(await refusal(qualify({ question: 'need', answer: 'yes' }, 999))).toBe('not-found')
    await test.call('people.moveToBin', { id: nora })
    expect(await refusal(answer({ question: 'why', words: 'x' }))).toBe('in-bin')
    await test.call('app.undo', {})
  })
})

describe('what the ranking reads of it', () => {
  it('is the window, the don’t-knows and the blanks', async () => {
    await test.call('focusList.add', { uid: crypto.randomUUID(), personId: nora })
    const reason = async () => (await test.call('focusList.get', {})).rows[0]?.reasons[0]?.key
    await qualify({ question: 'decider', answer: 'unknown' })
    expect(await reason()).toBe('focusList.reasons.unknown.decider')
    await answer({
      question: 'when',
      words: '',
      window: { from: '2026-12-01', to: '2026-12-24', yearly: true },
    })
    expect(await reason()).toBe('focusList.reasons.windowSoon')
  })
})

describe('worth our time?', () => {
  it('keeps who said so and when, in the order of the questions', async () => {
    await qualify({ question: 'price', answer: 'unknown' })
    await qualify({ question: 'need', answer: 'yes', saidBy: ' they said ', saidOn: '2026-10-08' })
    expect((await get()).qualified).toEqual([
      { question: 'need', answer: 'yes', saidBy: 'they said', saidOn: '2026-10-08' },
      { question: 'price', answer: 'unknown', saidBy: '', saidOn: today },
    ])
  })

  it('has a new day with a new answer, and keeps it when only who said so is added', async () => {
    await qualify({ question: 'need', answer: 'yes' })
    test.clock.today = '2026-12-01'
    await qualify({ question: 'need', answer: 'yes', saidBy: 'I think' })
    expect((await get()).qualified[0]).toMatchObject({ saidBy: 'I think', saidOn: today })
    await qualify({ question: 'need', answer: 'no' })
    expect((await get()).qualified[0]).toMatchObject({ answer: 'no', saidBy: '', saidOn: '2026-12-01' })
  })

  it('is never said in the future', async () => {
    expect(await refusal(qualify({ question: 'need', answer: 'yes', saidOn: today }))).toBe('done')
    expect(await refusal(qualify({ question: 'need', answer: 'yes', saidOn: '2026-11-24' }))).toBe(
      'said-in-future',
    )
    expect((await get()).qualified[0]?.saidOn).toBe(today)
  })

  it('forgets an answer', async () => {
    await qualify({ question: 'need', answer: 'no' })
    await qualify({ question: 'need', answer: null })
    await qualify({ question: 'want', answer: null })
    expect((await get()).qualified).toEqual([])
  })
})

describe('standing', () => {
  it('is written with the evidence, and comes and goes with undo and redo', async () => {
    await makeKnown(nora, 3)
    expect(kept()).toBe('')
    await answer({ question: 'where', words: 'Chamber breakfast' })
    expect(kept()).toBe('known')
    await test.call('app.undo', {})
    expect(kept()).toBe('')
    await test.call('app.redo', {})
    expect(kept()).toBe('known')
    await log({ how: 'met', gave: true })
    expect(kept()).toBe('likes us')
    await log({ how: 'talked', outcome: 'bought' })
    expect(kept()).toBe('trusts us')
    const sam = await add('Sam Duarte')
    await test.call('referrals.linkReferrer', { personId: sam, referrerId: nora })
    expect(kept()).toBe('fan')
    const ada = await add('Ada Berg')
    await test.call('referrals.linkReferrer', { personId: ada, referrerId: nora })
    expect(kept()).toBe('advocate')
    expect((await get()).standing).toEqual({
      standing: 'advocate',
      because: { key: 'knowCard.because.named', facts: { friend: 'Ada Berg' } },
      next: null,
      missing: [],
    })
    await test.call('app.undo', {})
    expect(kept()).toBe('fan')
    await qualify({ question: 'price', answer: 'no' })
    expect(kept()).toBe('')
    await test.call('app.undo', {})
    expect(kept()).toBe('fan')
    await answer({ question: 'why', words: '' })
    expect(kept()).toBe('')
  })

  it('goes on resting on a name that was given, and calls nobody in the bin by theirs', async () => {
    await makeKnown()
    await log({ how: 'met', gave: true })
    const sam = await add('Sam Duarte')
    await test.call('referrals.linkReferrer', { personId: sam, referrerId: nora })
    const because = async () => say((await get()).standing.because!)
    expect(await because()).toBe('Named Sam Duarte.')
    await test.call('people.moveToBin', { id: sam })
    expect(await because()).toBe('Named a friend.')
    expect(kept()).toBe('trusts us')
  })

  it('counts no give that nobody noticed', async () => {
    await makeKnown()
    await log({ how: 'no answer', gave: true })
    await log({ how: 'met' })
    expect(kept()).toBe('known')
    await log({ how: 'letter', gave: true })
    expect(kept()).toBe('likes us')
  })

  it('ends by time alone, on the first opening of the day', async () => {
    await makeKnown()
    await log({ how: 'met', gave: true })
    await test.reopen(addDays(today, 180))
    expect(kept()).toBe('likes us')
    await test.reopen(addDays(today, 181))
    expect(kept()).toBe('known')
    expect((await get()).standing.missing).toEqual([{ key: 'knowCard.missing.contact' }])
    await test.reopen(today)
    expect(kept()).toBe('likes us')
  })

  it('ends with the first command of a day that began in an open window', async () => {
    await makeKnown()
    await log({ how: 'met', gave: true })
    test.clock.today = addDays(today, 181)
    expect((await get()).standing.standing).toBe('known')
    await add('Somebody else')
    expect(kept()).toBe('known')
  })

  it('waits while the shop is closed', async () => {
    await makeKnown()
    await log({ how: 'met', gave: true })
    await test.reopen(addDays(today, 181))
    expect(kept()).toBe('known')
    const closed = { from: addDays(today, 30), to: addDays(today, 40) }
    await test.call('settings.addClosedPeriod', { uid: crypto.randomUUID(), ...closed, what: 'holiday' })
    expect(kept()).toBe('likes us')
    await test.call('app.undo', {})
    expect(kept()).toBe('known')
  })

  it('loses the name of a friend who is deleted for good', async () => {
    await makeKnown()
    await log({ how: 'met', gave: true })
    const sam = await add('Sam Duarte')
    await test.call('referrals.linkReferrer', { personId: sam, referrerId: nora })
    expect(kept()).toBe('trusts us')
    await test.call('people.moveToBin', { id: sam })
    expect(kept()).toBe('trusts us')
    test.workOn(addDays(today, 39), addDays(today, 40))
    await test.reopen(addDays(today, 40))
    expect(kept()).toBe('likes us')
  })

  it('goes into the bin with its person, and comes back', async () => {
    await makeKnown()
    await test.call('people.moveToBin', { id: nora })
    expect(kept()).toBeUndefined()
    await test.call('people.bringBack', { id: nora })
    expect(kept()).toBe('known')
  })

  it('that is not what the rows say is found by the check', async () => {
    await makeKnown()
    const set = (standing: string) =>
      test.store.sqlite
        .prepare('UPDATE person_summaries SET standing = ? WHERE person_id = ?')
        .run(standing, nora)
    set('fan')
    expect(countWrongSummaries(test.store.sqlite)).toBe(1)
    set('')
    expect(countWrongSummaries(test.store.sqlite)).toBe(1)
    set('known')
    expect(await test.call('backup.check', {})).toMatchObject({ good: true })
  })

  it('of an old backup is right for the day it was made', async () => {
    await makeKnown()
    await log({ how: 'met', gave: true })
    test.clock.today = addDays(today, 400)
    expect(await test.call('backup.check', {})).toMatchObject({ good: true })
  })
})
