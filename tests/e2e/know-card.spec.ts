// What the owner learns of somebody, written down by keyboard alone: the card, the time they buy, worth our time, and standing.
import { say, t } from '../../src/shared/messages/translate.ts'
import {
  askAbout,
  type KnowQuestion,
  type QualificationQuestion,
} from '../../src/shared/rules/know-card/know-card.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'

const askOf = (question: KnowQuestion | QualificationQuestion) =>
  t('knowCard.askWords', { question: say(askAbout(question)) })
const questionOf = (question: QualificationQuestion) => t(`knowCard.qualify.questions.${question}`)
const answerOf = (answer: 'yes' | 'no' | 'unknown') => t(`knowCard.qualify.answers.${answer}`)

async function openNora(regulars: Regulars): Promise<number> {
  const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Nora Lindqvist' })
  await regulars.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
  await new ShellPage(regulars.window).find('nora')
  await expect(new PeoplePage(regulars.window).heading).toHaveText('Nora Lindqvist')
  return id
}

test('four answers and three yeses make somebody known, and each blank is what to ask next', async ({
  regulars,
  window,
}) => {
  const id = await openNora(regulars)
  const { keyboard } = window
  const head = window.locator('header').filter({ has: window.getByRole('heading', { level: 1 }) })
  await expect(head).toContainText('For “Known”: 4 more answers, that they need us')

  await window.getByRole('button', { name: askOf('why') }).focus()
  const answers = [
    ['why', 'Couples ask her for something that lasts.'],
    ['what', 'Oak and walnut.'],
    ['how', 'She signs.'],
  ] as const
  for (const [index, [question, words]] of answers.entries()) {
    await expect(window.getByRole('button', { name: askOf(question) })).toBeFocused()
    await keyboard.press('Enter')
    await keyboard.type(words)
    await keyboard.press('Enter')
    // The answer stands where it was asked, with the focus on it; Tab goes on to the next blank.
    await expect(window.locator(':focus')).toHaveText(words)
    await expect(
      window.getByRole('heading', { name: t('knowCard.title', { count: index + 1 }) }),
    ).toBeVisible()
    await keyboard.press('Tab')
  }
  await expect(window.getByRole('button', { name: askOf('when') })).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.type('January to March, for the season')
  await expect(window.getByRole('status').filter({ hasText: 'January to March, every year' })).toBeVisible()
  await keyboard.press('Enter')
  await expect(window.getByText('January to March, every year', { exact: true })).toBeVisible()
  await expect(head).toContainText(
    'For “Known”: that they need us, that they decide and that they pay our price.',
  )

  // Past "where" and its places.
  for (let press = 0; press < 3; press++) await keyboard.press('Tab')
  await expect(window.getByRole('button', { name: t('knowCard.qualify.begin') })).toBeFocused()
  await keyboard.press('Enter')
  const group = (question: QualificationQuestion) => window.getByRole('group', { name: questionOf(question) })
  for (const question of ['need', 'decider', 'price'] as const) {
    await expect(group(question).locator(':focus')).toHaveCount(1)
    await keyboard.press('y')
    await expect(group(question).getByRole('button', { name: answerOf('yes') })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  }
  await expect(head.getByText(t('knowCard.standing.names.known'))).toBeVisible()
  await keyboard.press('d')
  await expect(group('season').getByRole('button', { name: answerOf('unknown') })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await keyboard.press('Escape')
  await expect(window.locator(':focus')).toHaveText('Need, decider, price: yes. Season: not known yet.')
  // A don't-know is asked before the last blank.
  await expect(window.getByRole('button', { name: askOf('season') })).toHaveAttribute('data-asked', 'true')
  await expect(window.getByRole('button', { name: askOf('where') })).not.toHaveAttribute('data-asked', 'true')

  expect(await regulars.call('people.get', { id })).toMatchObject({
    standing: { standing: 'known', next: 'likes us' },
    answers: [
      {},
      {},
      {},
      { question: 'when', window: { from: '2027-01-01', to: '2027-03-31', yearly: true } },
    ],
  })
  await keyboard.press('Control+z')
  await expect(window.getByText('Need, decider, price: yes.', { exact: true })).toBeVisible()
  await keyboard.press('Control+z')
  await expect(head).toContainText('For “Known”: that they pay our price.')
})

test('a time that is nonsense is refused where it stands and kept as typed, until it is mended', async ({
  regulars,
  window,
}) => {
  const id = await openNora(regulars)
  const { keyboard } = window
  const when = t('knowCard.questions.when')
  await window.getByRole('button', { name: askOf('when') }).focus()
  await keyboard.press('Enter')
  const words = window.getByRole('textbox', { name: when })
  await keyboard.type('wedding on 31 February')
  await keyboard.press('Enter')
  await expect(window.getByRole('article').getByRole('alert')).toHaveText(
    t('knowCard.window.noSuchDay', { typed: '31 February' }),
  )
  await expect(words).toHaveValue('wedding on 31 February')
  await expect(words).toBeFocused()

  await words.fill('12 June 2027 to 3 June 2027')
  await keyboard.press('Enter')
  await expect(window.getByRole('article').getByRole('alert')).toContainText('ends before it starts')
  await expect(words).toHaveValue('12 June 2027 to 3 June 2027')
  expect((await regulars.call('people.get', { id })).answers).toEqual([])

  // Mended by hand: the words stay, the ends count.
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  const from = window.getByRole('textbox', { name: t('knowCard.window.from'), exact: true })
  await expect(from).toBeFocused()
  await from.fill('3 June 2027')
  await keyboard.press('Tab')
  await keyboard.type('12 June 2027')
  await keyboard.press('Enter')
  const answered = window.getByRole('button', { name: `${when}: 12 June 2027 to 3 June 2027` })
  await expect(answered).toBeFocused()
  await expect(window.getByText('3 – 12 June 2027')).toBeVisible()

  // Taken away: the words are an answer without a time.
  await keyboard.press('Enter')
  await expect(from).toHaveValue('3 June 2027')
  await words.fill('in June, perhaps')
  await window.getByRole('button', { name: t('knowCard.window.remove') }).focus()
  await keyboard.press('Enter')
  await expect(words).toBeFocused()
  await keyboard.press('Enter')
  await expect(window.getByRole('button', { name: `${when}: in June, perhaps` })).toBeFocused()
  expect((await regulars.call('people.get', { id })).answers).toMatchObject([
    { question: 'when', words: 'in June, perhaps', window: null },
  ])

  // Nothing written is a blank again.
  await keyboard.press('Enter')
  await words.fill('')
  await keyboard.press('Enter')
  await expect(window.getByRole('button', { name: askOf('when') })).toBeFocused()
  expect((await regulars.call('people.get', { id })).answers).toEqual([])
})

test('a no on the first three proposes a drop, and only the owner drops', async ({ regulars, window }) => {
  const id = await openNora(regulars)
  const { keyboard } = window
  await window.getByRole('button', { name: t('knowCard.qualify.begin') }).focus()
  await keyboard.press('Enter')
  await keyboard.press('y')
  await keyboard.press('n')
  await expect(window.getByText(t('knowCard.qualify.against.decider'))).toBeVisible()

  // Who said so, and a day that has not come.
  await window
    .getByRole('button', { name: t('knowCard.qualify.saidByHint') })
    .last()
    .focus()
  await keyboard.press('Enter')
  await keyboard.type('her sister')
  await keyboard.press('Enter')
  await expect(window.getByRole('button', { name: /her sister/ })).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await keyboard.type('24 november 2026')
  await keyboard.press('Enter')
  await expect(window.getByRole('article').getByRole('alert')).toContainText('has not come yet')
  await expect(window.locator(':focus')).toHaveValue('24 november 2026')
  await window.locator(':focus').fill('8 oct')
  await keyboard.press('Enter')
  await expect(window.getByRole('button', { name: `${t('knowCard.qualify.saidOn')}: 8 Oct` })).toBeFocused()
  expect(await regulars.call('people.get', { id })).toMatchObject({
    focus: {},
    qualified: [
      { question: 'need', answer: 'yes' },
      { question: 'decider', answer: 'no', saidBy: 'her sister', saidOn: '2026-10-08' },
    ],
  })

  await window.getByRole('button', { name: t('knowCard.qualify.drop') }).focus()
  await keyboard.press('Enter')
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByLabel(t('focusList.leave.why'))).toHaveValue(t('focusList.leave.usual.notDecider'))
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByText(t('knowCard.qualify.against.decider'))).toBeHidden()
  expect(await regulars.call('people.get', { id })).toMatchObject({ focus: null })
})
