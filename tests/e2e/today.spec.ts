// Today in the real window: it ends and says so, it rests when the shop does, and a pile is cleared by keys alone.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'

async function addDue(regulars: Regulars, name: string, dueOn: string, what = ''): Promise<number> {
  const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name })
  const step = { what, dueOn }
  await regulars.call('touches.addNextStep', { uid: crypto.randomUUID(), personId: id, step })
  return id
}

test('the list is done: what was done, what comes, and more only when asked for', async ({
  regulars,
  window,
}) => {
  for (const name of ['Nora Lindqvist', 'Tom Abara', 'Grace Okafor', 'Sam Duarte']) {
    await addDue(regulars, name, '2026-11-23', 'samples')
  }
  await addDue(regulars, 'Bea Morales', '2026-11-24', 'the print')
  const ines = await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Ines Castellan' })
  await regulars.call('focusList.add', { uid: crypto.randomUUID(), personId: ines.id })
  await regulars.call('settings.change', { callHoursPerDay: 0.5 })
  await new ShellPage(window).open('today')
  const { keyboard } = window
  for (const [name, key] of [
    ['Nora Lindqvist', 'm'],
    ['Tom Abara', 'n'],
    ['Grace Okafor', 't'],
    // One more than the hours hold: everybody who was promised something stands there.
    ['Sam Duarte', 'e'],
  ] as const) {
    await expect(window.locator('li[aria-current]')).toContainText(name)
    await keyboard.press(key)
    await expect(window.getByRole('textbox', { name: t('touches.note'), exact: true })).toBeFocused()
    await keyboard.press('Enter')
    await expect(window.locator('li[aria-current]', { hasText: name })).toHaveCount(0)
  }
  await expect(window.getByRole('heading', { name: t('today.done') })).toBeVisible()
  await expect(window.getByText(t('today.reached', { count: 3 }))).toBeVisible()
  await expect(window.getByText(t('today.tried', { count: 1 }))).toBeVisible()
  await window.getByRole('button', { name: t('today.showMore', { count: 1 }) }).click()
  await expect(window.locator('li[aria-current]')).toContainText('Ines Castellan')
})

test('a closed day shows promises alone, and says when the shop opens', async ({ regulars, window }) => {
  await addDue(regulars, 'Nora Lindqvist', '2026-11-20', 'samples')
  const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Grace Okafor' })
  await regulars.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
  await new ShellPage(window).open('today')
  await expect(window.locator('li[aria-current]')).toContainText('Nora Lindqvist')
  await expect(window.getByRole('button', { name: 'Grace Okafor', exact: true })).toBeVisible()
  const days = { from: '2026-11-23', to: '2026-11-24', what: 'Stock-taking' }
  await regulars.call('settings.addClosedPeriod', { uid: crypto.randomUUID(), ...days })
  await expect(window.getByText(t('today.closedFor', { what: days.what }))).toBeVisible()
  await expect(window.getByText(t('today.opens', { on: '2026-11-25' }))).toBeVisible()
  await expect(window.getByRole('button', { name: 'Grace Okafor', exact: true })).toBeHidden()
  await expect(window.locator('li[aria-current]')).toContainText('Nora Lindqvist')
})

test('the pile is cleared by keys alone: one day changed, one done, one dropped, one undo', async ({
  regulars,
  window,
}) => {
  const names = ['Nora Lindqvist', 'Tom Abara', 'Grace Okafor', 'Sam Duarte', 'Bea Morales']
  const ids: number[] = []
  for (const [index, name] of names.entries()) {
    ids.push(await addDue(regulars, name, `2026-11-1${index}`, 'samples'))
  }
  await new ShellPage(window).open('today')
  await expect(window.getByText(t('today.pile.words', { count: 5 }))).toBeVisible()
  const { keyboard } = window
  await window.getByRole('button', { name: t('today.pile.open') }).focus()
  await keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: t('today.pile.title') })
  const dayOf = (name: string) => dialog.getByRole('textbox', { name: t('today.pile.day', { name }) })
  await expect(dayOf('Nora Lindqvist')).toBeFocused()
  await expect(dayOf('Nora Lindqvist')).toHaveValue('Mon 23 Nov')

  await keyboard.press('Control+a')
  await keyboard.type('31 feb')
  await keyboard.press('Enter')
  await expect(dialog.getByText(t('touches.notADay', { typed: '31 feb' }))).toBeVisible()
  await expect(dayOf('Nora Lindqvist')).toHaveValue('31 feb')
  await keyboard.press('Control+a')
  await keyboard.type('27 nov')
  // On: this one's Done and Drop, then the next one's day.
  for (const name of [
    t('today.pile.doneFor', { name: names[0]! }),
    t('today.pile.dropFor', { name: names[0]! }),
  ]) {
    await keyboard.press('Tab')
    await expect(dialog.getByRole('button', { name })).toBeFocused()
  }
  await keyboard.press('Tab')
  await expect(dayOf('Tom Abara')).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await expect(
    dialog.getByRole('button', { name: t('today.pile.doneFor', { name: names[1]! }) }),
  ).toHaveAttribute('aria-pressed', 'true')
  const drop = dialog.getByRole('button', { name: t('today.pile.dropFor', { name: names[2]! }) })
  await drop.focus()
  await keyboard.press('Space')
  await dialog.getByRole('button', { name: t('today.pile.save') }).focus()
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByText(t('today.pile.words', { count: 5 }))).toBeHidden()

  const stepsOf = async () =>
    Promise.all(
      ids.map(async (id) =>
        (await regulars.call('people.get', { id })).nextSteps.map((step) => step.dueOn).join(),
      ),
    )
  expect(await stepsOf()).toEqual(['2026-11-27', '', '', '2026-11-24', '2026-11-24'])
  await new ShellPage(window).undo()
  await expect.poll(stepsOf).toEqual(['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14'])
  await expect(window.getByText(t('today.pile.words', { count: 5 }))).toBeVisible()
})
