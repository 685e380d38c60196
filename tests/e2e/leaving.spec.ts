// Leaving the focus list by keyboard alone: lost with a reason, parked until a day and back on it, looked at again.
import type { Locator, Page } from '@playwright/test'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'

async function addProspect(regulars: Regulars, name: string): Promise<number> {
  const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name })
  await regulars.call('focusList.add', { uid: crypto.randomUUID(), personId: id })
  return id
}

async function namesOnList(regulars: Regulars): Promise<string[]> {
  return (await regulars.call('focusList.get', {})).rows.map((row) => row.name).sort()
}

/** Opens the menu of one row and chooses how they leave, with arrows and Enter. */
async function leaveByKeys(window: Page, name: string, label: string): Promise<Locator> {
  await window.getByRole('button', { name: t('focusList.menu.label', { name }) }).focus()
  await window.keyboard.press('Enter')
  const item = window.getByRole('menuitem', { name: label, exact: true })
  await expect(window.getByRole('menu').locator(':focus')).toHaveCount(1)
  await expect(async () => {
    await window.keyboard.press('ArrowDown')
    await expect(item).toBeFocused({ timeout: 200 })
  }).toPass()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: t('focusList.leave.title', { name }) })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Tab until this has the focus. */
async function tabTo(window: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await window.keyboard.press('Tab')
    await expect(target).toBeFocused({ timeout: 100 })
  }).toPass()
}

test('lost to another shop with a reason, and the page of who left opens the people behind its numbers', async ({
  regulars,
  window,
}) => {
  await addProspect(regulars, 'Nora Lindqvist')
  await window.keyboard.press('Control+2')
  const dialog = await leaveByKeys(window, 'Nora Lindqvist', t('focusList.menu.lost'))
  await expect(dialog.getByLabel(t('focusList.leave.lostTo'))).toBeFocused()
  await window.keyboard.type('The framer in the mall')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText(t('focusList.leave.needsReason'))
  await window.keyboard.press('Tab')
  await window.keyboard.type('Price')
  await tabTo(window, dialog.getByLabel(t('focusList.leave.tryAgain')))
  await window.keyboard.type('31 feb')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText(t('focusList.leave.notADay', { typed: '31 feb' }))
  await expect(dialog.getByLabel(t('focusList.leave.tryAgain'))).toHaveValue('31 feb')
  await window.keyboard.press('Control+a')
  await window.keyboard.type('in 3 months')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await namesOnList(regulars)).toEqual([])

  await window.getByRole('tab', { name: t('focusList.tabs.list') }).focus()
  await window.keyboard.press('ArrowRight')
  await expect(window.getByRole('tab', { name: t('focusList.tabs.parked') })).toBeFocused()
  await expect(window.getByRole('main')).toContainText('back on 23 Feb 2027')
  await window.keyboard.press('ArrowRight')
  const why = window.getByRole('table').filter({ hasText: t('focusList.left.why.lost') })
  await expect(why).toContainText('Price')
  await expect(window.getByRole('table').filter({ hasText: t('focusList.left.lostTo') })).toContainText(
    'The framer in the mall',
  )
  const number = why.getByRole('button', {
    name: t('focusList.left.shareLabel', { words: 'Price', count: 1, total: 1 }),
  })
  await number.focus()
  await window.keyboard.press('Enter')
  await expect(number).toHaveAttribute('aria-expanded', 'true')
  await expect(why.getByRole('button', { name: 'Nora Lindqvist' })).toBeVisible()

  await window.keyboard.press('Control+z')
  await expect.poll(() => namesOnList(regulars)).toEqual(['Nora Lindqvist'])
  await expect(window.getByRole('main')).toContainText(t('focusList.left.empty.title'))
  expect(regulars.complaints).toEqual([])
})

test('bought: what and how much become the job’s, nonsense is refused where it was typed and kept', async ({
  regulars,
  window,
}) => {
  await addProspect(regulars, 'Nora Lindqvist')
  await window.keyboard.press('Control+2')
  const dialog = await leaveByKeys(window, 'Nora Lindqvist', t('focusList.menu.won'))
  await expect(dialog.getByLabel(t('focusList.leave.whatBought'))).toBeFocused()
  await window.keyboard.type('Six prints, walnut')
  await window.keyboard.press('Tab')
  await window.keyboard.type('about 600')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText('“about 600” is not an amount. Write it like 640.50.')
  await window.keyboard.press('Control+a')
  await window.keyboard.type('$1,640')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await regulars.call('focusList.leavers', {})).toMatchObject([
    { as: 'won', bought: 'Six prints, walnut', reason: '' },
  ])
  await window.keyboard.press('Control+z')
  await expect.poll(() => namesOnList(regulars)).toEqual(['Nora Lindqvist'])
})

test('parked, back on the day as a suggestion, put off once more, then taken back; each can be undone', async ({
  regulars,
  window: first,
}) => {
  await addProspect(regulars, 'Sam Duarte')
  await first.keyboard.press('Control+2')
  const dialog = await leaveByKeys(first, 'Sam Duarte', t('focusList.menu.parked'))
  await first.keyboard.type('after the move')
  await tabTo(first, dialog.getByLabel(t('focusList.leave.parkUntil')))
  await first.keyboard.type('1 dec')
  await first.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await first.keyboard.press('Control+z')
  await expect.poll(() => namesOnList(regulars)).toEqual(['Sam Duarte'])
  await first.keyboard.press('Control+Shift+z')
  await expect.poll(() => namesOnList(regulars)).toEqual([])
  await first.keyboard.press('Control+1')
  await expect(first.getByRole('region', { name: t('focusList.returns.title') })).toBeHidden()

  const window = await regulars.relaunch({ today: '2026-12-01' })
  const back = window.getByRole('region', { name: t('focusList.returns.title') })
  await expect(back).toContainText(/Sam Duarte comes back today, parked on 23 Nov: “after the move”/)
  expect(await namesOnList(regulars)).toEqual([])

  await back.getByRole('button', { name: t('focusList.parked.laterWho', { name: 'Sam Duarte' }) }).focus()
  await window.keyboard.press('Enter')
  const later = window.getByRole('dialog')
  await expect(later.getByLabel(t('focusList.leave.parkUntil'))).toBeFocused()
  await window.keyboard.type('in a month')
  await window.keyboard.press('Enter')
  await expect(later).toBeHidden()
  await expect(back).toBeHidden()
  await expect(new ShellPage(window).foot).toContainText('Sam Duarte comes back on Fri 1 Jan')
  await window.keyboard.press('Control+z')
  await expect(back).toBeVisible()

  await back.getByRole('button', { name: t('focusList.parked.takeBackWho', { name: 'Sam Duarte' }) }).focus()
  await window.keyboard.press('Enter')
  await expect(back).toBeHidden()
  expect(await namesOnList(regulars)).toEqual(['Sam Duarte'])
  await window.keyboard.press('Control+z')
  await expect(back).toBeVisible()
  expect(await namesOnList(regulars)).toEqual([])
  expect(regulars.complaints).toEqual([])
})

test('the page of somebody off the list says how it ended and when, and takes them back or lets them go', async ({
  regulars,
  window,
}) => {
  const sam = await addProspect(regulars, 'Sam Duarte')
  const parked = { as: 'parked', reason: 'after the move', revisitOn: '2027-03-01' } as const
  await regulars.call('focusList.leave', { personId: sam, ...parked })
  await window.keyboard.press('Control+4')
  await window.getByRole('option', { name: /Sam Duarte/ }).click()
  const page = window.getByRole('main')
  await expect(page).toContainText('Parked on 23 Nov: “after the move”. Comes back on 1 Mar 2027.')

  await page.getByRole('button', { name: t('focusList.parked.takeBack') }).focus()
  await window.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: t('focusList.onList') })).toBeFocused()
  await expect(page).not.toContainText('Parked on')
  await window.keyboard.press('Control+z')

  await page.getByRole('button', { name: t('focusList.parked.letGoWho', { name: 'Sam Duarte' }) }).focus()
  await window.keyboard.press('Enter')
  await expect(page).not.toContainText('Comes back')
  await expect(page.getByText('Parked on 23 Nov: “after the move”.')).toBeFocused()
  await expect(page.getByRole('button', { name: t('focusList.add'), exact: true })).toBeVisible()

  await regulars.call('people.setNeverContact', { id: sam, never: true, reason: 'asked us to stop' })
  await expect(page).toContainText('Since 23 Nov: “asked us to stop”.')
  expect(regulars.complaints).toEqual([])
})

test('twelve touches without an answer: Today asks to look again, K keeps, P parks', async ({
  regulars,
  window,
}) => {
  await regulars.relaunch({ today: '2026-11-02' })
  const id = await addProspect(regulars, 'Vito Sandoval')
  const day = await regulars.relaunch()
  expect(day).not.toBe(window)
  for (let date = 2; date < 14; date += 1) {
    await regulars.call('touches.log', {
      uid: crypto.randomUUID(),
      personId: id,
      touch: { how: 'voicemail', happenedOn: `2026-11-${String(date).padStart(2, '0')}` },
    })
  }
  const look = day.getByRole('region', { name: t('focusList.look.title') })
  await expect(look).toContainText(
    'You have been in touch 12 times since Mon 2 Nov and heard nothing back. Keep, park or drop?',
  )
  const keep = look.getByRole('button', { name: t('focusList.look.keep'), exact: true })
  await keep.focus()
  await day.keyboard.press('p')
  const dialog = day.getByRole('dialog', { name: t('focusList.leave.title', { name: 'Vito Sandoval' }) })
  await expect(dialog).toBeVisible()
  await day.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await keep.focus()
  await day.keyboard.press('k')
  await expect(look).toBeHidden()
  expect(await namesOnList(regulars)).toEqual(['Vito Sandoval'])
  await day.keyboard.press('Control+z')
  await expect(look).toBeVisible()
  // The same line stands under the row.
  await day.keyboard.press('Control+2')
  await expect(
    day.getByRole('group', { name: t('focusList.look.label', { name: 'Vito Sandoval' }) }),
  ).toBeVisible()
  expect(regulars.complaints).toEqual([])
})
