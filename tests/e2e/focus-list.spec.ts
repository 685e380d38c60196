// The capped list in the real window: one more than it holds asks who leaves, and leaving takes a reason.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'

async function addProspect(regulars: Regulars, name: string, whyNow = ''): Promise<number> {
  const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name })
  await regulars.call('focusList.add', { uid: crypto.randomUUID(), personId: id, whyNow })
  return id
}

async function namesOnList(regulars: Regulars): Promise<string[]> {
  return (await regulars.call('focusList.get', {})).rows.map((row) => row.name).sort()
}

test('one more than the list holds joins only when someone leaves, by keyboard alone, and nothing typed is lost', async ({
  regulars,
  window,
}) => {
  await regulars.call('settings.change', { focusCap: 2 })
  await addProspect(regulars, 'Nora Lindqvist')
  await addProspect(regulars, 'Tom Abara')
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Grace Okafor' })
  await new ShellPage(window).find('grace')
  const add = window.getByRole('button', { name: t('focusList.add'), exact: true })
  await add.focus()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: t('focusList.swap.title', { name: 'Grace Okafor' }) })
  await expect(dialog).toContainText(t('focusList.swap.lead', { count: 2, cap: 2 }))
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await window.keyboard.press('Space')
  await window.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: /Tom Abara/ })).toBeChecked()
  const reason = dialog.getByRole('textbox', { name: t('focusList.leave.why') })
  for (let presses = 0; presses < 3; presses += 1) {
    if (await reason.evaluate((field) => field === document.activeElement)) break
    await window.keyboard.press('Tab')
  }
  await expect(reason).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText(t('focusList.leave.needsReason'))
  await window.keyboard.type('Rents until June')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText(t('focusList.leave.needsDay'))
  await expect(reason).toHaveValue('Rents until June')
  expect(await namesOnList(regulars)).toEqual(['Nora Lindqvist', 'Tom Abara'])
  // Another choice keeps the words.
  await dialog.getByRole('radio', { name: /Nora Lindqvist/ }).press('Space')
  await expect(reason).toHaveValue('Rents until June')
  await dialog.getByRole('textbox', { name: t('focusList.leave.parkUntil') }).fill('1 jun')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await namesOnList(regulars)).toEqual(['Grace Okafor', 'Tom Abara'])
  await expect(window.getByRole('button', { name: t('focusList.onList') })).toBeFocused()
  const { rows } = await regulars.call('focusList.parked', { due: false })
  expect(rows).toMatchObject([
    { name: 'Nora Lindqvist', reason: 'Rents until June', returnsOn: '2027-06-01' },
  ])

  await new ShellPage(window).undo()
  await expect.poll(() => namesOnList(regulars)).toEqual(['Nora Lindqvist', 'Tom Abara'])
  expect(regulars.complaints).toEqual([])
})

test('not now keeps the candidate with a day and a reason, and the list as it is', async ({
  regulars,
  window,
}) => {
  await regulars.call('settings.change', { focusCap: 1 })
  await addProspect(regulars, 'Tom Abara')
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Grace Okafor' })
  await new ShellPage(window).find('grace')
  await window.getByRole('button', { name: t('focusList.add'), exact: true }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('radio', { name: t('focusList.swap.notNow', { name: 'Grace Okafor' }) }).check()
  await dialog.getByRole('textbox', { name: t('focusList.leave.why') }).fill('Busy until the fair')
  await dialog.getByRole('textbox', { name: t('focusList.leave.parkUntil') }).fill('1 mar')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(new ShellPage(window).foot).toContainText('Grace Okafor waits until Mon 1 Mar')
  expect(await namesOnList(regulars)).toEqual(['Tom Abara'])
  const { rows } = await regulars.call('focusList.parked', { due: false })
  expect(rows).toMatchObject([
    { name: 'Grace Okafor', reason: 'Busy until the fair', returnsOn: '2027-03-01' },
  ])
  await expect(
    window.getByRole('button', { name: t('focusList.parked.takeBack'), exact: true }),
  ).toBeFocused()
})

test('the best reason stands first, a pin before it, and someone parked is off the list', async ({
  regulars,
  window,
}) => {
  await addProspect(regulars, 'Tom Abara', 'Moves rooms in January')
  const nora = await addProspect(regulars, 'Nora Lindqvist')
  await regulars.call('touches.addNextStep', {
    uid: crypto.randomUUID(),
    personId: nora,
    step: { what: 'walnut samples', dueOn: '2026-11-23' },
  })
  await new ShellPage(window).open('focus-list')
  const rows = window
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /Abara|Lindqvist/ })
  await expect(rows.first()).toContainText('Promised for today: walnut samples')
  const why = window.getByText('Nora Lindqvist: promised for Mon 23 Nov. Tom Abara: their turn, never tried.')
  await window.getByRole('button', { name: 'Nora Lindqvist', exact: true }).press('y')
  await expect(why).toBeVisible()
  await window.keyboard.press('y')
  await expect(why).toBeHidden()
  await window.getByRole('button', { name: t('focusList.menu.label', { name: 'Tom Abara' }) }).click()
  await window.getByRole('menuitem', { name: t('focusList.pin') }).click()
  // A pin goes first among those whose turn it is, never before what was promised.
  await expect(rows.first()).toContainText('Promised for today: walnut samples')
  await expect(rows.nth(1)).toContainText(t('focusList.pinned'))
  await window.getByRole('button', { name: t('focusList.capacity.why', { cap: 25 }) }).click()
  await expect(window.getByText('In 5 hours a week you get through about 14 calls.')).toBeVisible()
  await window.getByRole('button', { name: t('focusList.capacity.howCounted') }).click()
  await expect(window.getByText('5 hours a week, 7 minutes of 10 spent on calls')).toBeVisible()

  await window.getByRole('button', { name: t('focusList.menu.label', { name: 'Tom Abara' }) }).click()
  await window.getByRole('menuitem', { name: t('focusList.menu.parked') }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name: t('focusList.leave.confirm') }).click()
  await expect(dialog).toContainText(t('focusList.leave.needsReason'))
  await dialog.getByRole('button', { name: t('focusList.leave.usual.notNow'), exact: true }).click()
  await dialog.getByRole('button', { name: t('focusList.leave.confirm') }).click()
  await expect(dialog).toContainText(t('focusList.leave.needsDay'))
  await dialog.getByText(t('focusList.leave.in3Months')).click()
  await dialog.getByRole('button', { name: t('focusList.leave.confirm') }).click()
  await expect(dialog).toBeHidden()
  await expect(rows).toHaveCount(1)
})
