// Three weeks of the list by keyboard: a try answered by their call, a stranger who joins, thanks, a quote won; six tries.
import type { Page } from '@playwright/test'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'

const uid = () => crypto.randomUUID()

async function addPerson(regulars: Regulars, name: string, whyNow?: string): Promise<number> {
  const { id } = await regulars.call('people.add', { uid: uid(), name, phone: '555 0101' })
  if (whyNow !== undefined) await regulars.call('focusList.add', { uid: uid(), personId: id, whyNow })
  return id
}

const current = (window: Page) => window.locator('li[aria-current]')
const rowOf = (window: Page, name: string) =>
  window.getByRole('main').locator('ol > li').filter({ hasText: name })
const noteOf = (window: Page) => window.getByRole('textbox', { name: t('touches.note'), exact: true })

/** Ctrl+L, the first letters, the letter of how, the note; from them. */
async function logTheirs(window: Page, typed: string, letter: string, note: string): Promise<void> {
  await window.keyboard.press('Control+l')
  const dialog = window.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await window.keyboard.type(typed)
  await expect(window.getByRole('option').first()).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(dialog.getByRole('group', { name: t('touches.howLabel') })).toBeVisible()
  await window.keyboard.press(letter)
  await expect(noteOf(window)).toBeFocused()
  await window.keyboard.type(note)
  await dialog.getByRole('button', { name: t('touches.fromThem') }).press('Space')
  await noteOf(window).press('Enter')
  await expect(dialog).toBeHidden()
}

test('they ring before the retry, a stranger joins by a swap, thanks go with one key, a quote is revised and won', async ({
  regulars,
}) => {
  test.setTimeout(180_000)
  let window = regulars.window
  await regulars.call('settings.change', { focusCap: 2 })
  const nora = await addPerson(regulars, 'Nora Lindqvist', 'Opens a second studio')
  await addPerson(regulars, 'Tom Abara', 'Bare walls')

  // Monday: no answer. The retry is a day without words.
  await regulars.reload()
  window = regulars.window
  await expect(current(window)).toContainText('Nora Lindqvist')
  await window.keyboard.press('n')
  await expect(noteOf(window)).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(rowOf(window, 'Nora Lindqvist')).toHaveCount(0)

  // Tuesday: they ring. Wednesday, the day of the retry, is silent about it.
  window = await regulars.relaunch({ today: '2026-11-24' })
  await logTheirs(window, 'nora', 't', 'rang us back, likes walnut')
  expect((await regulars.call('people.get', { id: nora })).nextSteps).toEqual([])
  window = await regulars.relaunch({ today: '2026-11-25' })
  await expect(rowOf(window, 'Tom Abara')).toBeVisible()
  await expect(rowOf(window, 'Nora Lindqvist')).toHaveCount(0)

  // A stranger writes, stands there the same day, and is answered.
  await addPerson(regulars, 'Zoe Quill')
  await logTheirs(window, 'zoe', 'e', 'How much for a mirror?')
  await expect(rowOf(window, 'Zoe Quill')).toContainText('“How much for a mirror?”')
  await expect(rowOf(window, 'Zoe Quill')).toContainText(t('today.offList'))
  await rowOf(window, 'Zoe Quill').getByRole('button', { name: 'Zoe Quill', exact: true }).focus()
  await expect(current(window)).toContainText('Zoe Quill')
  // The list is full: she joins by a swap.
  await rowOf(window, 'Zoe Quill')
    .getByRole('button', { name: t('focusList.add') })
    .press('Enter')
  const swap = window.getByRole('dialog')
  await expect(swap.getByRole('radio').first()).toBeFocused()
  await swap.getByRole('radio', { name: /Tom Abara/ }).press('Space')
  await swap.getByRole('textbox', { name: t('focusList.leave.why') }).fill('after the move')
  await swap.getByRole('textbox', { name: t('focusList.leave.parkUntil') }).fill('1 mar')
  await window.keyboard.press('Enter')
  await expect(swap).toBeHidden()
  await expect
    .poll(async () => (await regulars.call('focusList.get', {})).rows.map((row) => row.name).sort())
    .toEqual(['Nora Lindqvist', 'Zoe Quill'])
  await window.keyboard.press('Control+1')
  await expect(current(window)).toContainText('Zoe Quill')
  await window.keyboard.press('e')
  await expect(noteOf(window)).toBeFocused()
  await window.keyboard.type('from $90')
  await window.keyboard.press('Enter')
  await expect(rowOf(window, 'Zoe Quill')).toHaveCount(0)

  // A customer's thanks need no answer: one key.
  await addPerson(regulars, 'Frank Dellacourt')
  await logTheirs(window, 'frank', 'e', 'Thanks, lovely!')
  await expect(current(window)).toContainText('Frank Dellacourt')
  await window.keyboard.press('k')
  await expect(rowOf(window, 'Frank Dellacourt')).toHaveCount(0)
  await new ShellPage(window).undo()
  await expect(rowOf(window, 'Frank Dellacourt')).toBeVisible()
  await rowOf(window, 'Frank Dellacourt')
    .getByRole('button', { name: 'Frank Dellacourt', exact: true })
    .focus()
  await window.keyboard.press('k')
  await expect(rowOf(window, 'Frank Dellacourt')).toHaveCount(0)

  // Two weeks on it is Nora's turn: a quote, revised two days later, and won.
  window = await regulars.relaunch({ today: '2026-12-08' })
  await expect(rowOf(window, 'Nora Lindqvist')).toBeVisible()
  await rowOf(window, 'Nora Lindqvist').getByRole('button', { name: 'Nora Lindqvist', exact: true }).focus()
  await window.keyboard.press('q')
  const amount = window.getByRole('textbox', { name: t('touches.job.amount') })
  await expect(amount).toBeFocused()
  await window.keyboard.type('640')
  await window.keyboard.press('Tab')
  await window.keyboard.type('five frames')
  await window.keyboard.press('Enter')
  await expect(rowOf(window, 'Nora Lindqvist')).toHaveCount(0)
  window = await regulars.relaunch({ today: '2026-12-10' })
  await logJob(window, 'nora', 'quote', '700')
  await logJob(window, 'nora', 'bought', '')
  // Leaving the list is asked; Esc loses nothing.
  await expect(window.getByRole('dialog')).toContainText(t('focusList.leave.kinds.won'))
  await window.keyboard.press('Escape')
  const [job] = await regulars.call('jobs.leaving', { personId: nora })
  expect(job).toMatchObject({ what: 'five frames', amount: 70_000, ordered: true })
  expect(await regulars.call('jobs.leaving', { personId: nora })).toHaveLength(1)
  expect(regulars.complaints).toEqual([])
})

/** A quote or a sale in the box that Ctrl+L opens. */
async function logJob(window: Page, typed: string, outcome: string, money: string): Promise<void> {
  await window.keyboard.press('Control+l')
  const dialog = window.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await window.keyboard.type(typed)
  await expect(window.getByRole('option').first()).toBeVisible()
  await window.keyboard.press('Enter')
  await window.keyboard.press('t')
  await expect(noteOf(window)).toBeFocused()
  await dialog.getByRole('combobox', { name: t('touches.outcome') }).selectOption(outcome)
  const amount = dialog.getByRole('textbox', { name: t('touches.job.amount') })
  await amount.fill(money)
  await amount.press('Enter')
  await expect(noteOf(window)).toBeHidden()
}

test('six tries by two ways over three weeks are reached by keys alone, and then parking is proposed', async ({
  regulars,
}) => {
  test.setTimeout(180_000)
  const id = await addPerson(regulars, 'Vito Sandoval', 'Wants the harbour map')
  let window = await regulars.relaunch({ today: '2026-12-21' })
  await new ShellPage(window).find('vito')
  const day = window.getByRole('textbox', { name: t('touches.day'), exact: true })
  for (const [index, on] of ['24 nov', '27 nov', '3 dec', '8 dec', '14 dec', '18 dec'].entries()) {
    await window
      .getByRole('group', { name: t('touches.howLabel') })
      .getByRole('button', { pressed: true })
      .focus()
    await window.keyboard.press('n')
    await expect(noteOf(window)).toBeFocused()
    // One key more for another way.
    if (index % 2 === 1) await window.keyboard.press('ArrowDown')
    await day.fill(on)
    await day.press('Enter')
    await expect
      .poll(
        async () =>
          (await regulars.call('touches.timeline', { personId: id })).entries.filter(
            (one) => one.kind === 'touch',
          ).length,
      )
      .toBe(index + 1)
  }
  const { entries } = await regulars.call('touches.timeline', { personId: id })
  const channels = entries.flatMap((entry) => (entry.kind === 'touch' ? entry.touch.channel : []))
  expect(new Set(channels)).toEqual(new Set(['phone', 'visit']))
  window = await regulars.relaunch({ today: '2026-12-21' })
  await expect(window.getByRole('region', { name: t('focusList.look.title') })).toContainText(
    'Tried 6 times since Tue 24 Nov and never got through.',
  )
})
