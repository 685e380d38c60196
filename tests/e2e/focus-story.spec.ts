// The focus list as its owner lives with it, by keyboard alone: a full list, a swap, getting to know someone, two who leave, one who returns.
import type { Locator, Page } from '@playwright/test'
import { say, t } from '../../src/shared/messages/translate.ts'
import { askAbout, type KnowQuestion } from '../../src/shared/rules/know-card/know-card.ts'
import { expect, type Regulars, test } from './fixtures.ts'

const cap = 25
const first = ['Amos', 'Bea', 'Carla', 'Dov', 'Edda']
const last = ['Arden', 'Brook', 'Castle', 'Dune', 'Ember']
const courted = first.flatMap((name) => last.map((family) => `${name} ${family}`))

async function fillList(regulars: Regulars): Promise<void> {
  for (const name of courted) {
    const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name })
    await regulars.call('focusList.add', {
      uid: crypto.randomUUID(),
      personId: id,
      whyNow: 'Asked at the fair',
    })
  }
}

const heading = (window: Page) => window.getByRole('heading', { level: 1 })
const count = (shown: number) => t('focusList.heading', { count: shown, cap })
const standing = (name: 'known' | 'likes us') => t(`knowCard.standing.names.${name}`)

/** Tab until this has the focus: whatever an owner cannot come to fails here. */
async function tabTo(window: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Down a menu that has just opened, to the one of this name, and into it. */
async function chooseItem(window: Page, name: string): Promise<void> {
  const item = window.getByRole('menuitem', { name, exact: true })
  // The arrows are the menu's as soon as it has the focus, a moment after it is drawn.
  await expect(window.getByRole('menu').locator(':focus')).toHaveCount(1)
  for (let presses = 0; presses < 12; presses += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break
    await window.keyboard.press('ArrowDown')
  }
  await expect(item).toBeFocused()
  await window.keyboard.press('Enter')
}

/** From the focus list, by the menu of their row. */
async function beginLeaving(window: Page, name: string, how: string): Promise<Locator> {
  await window.keyboard.press('Control+2')
  await expect(heading(window)).toContainText(`of ${cap}`)
  await tabTo(window, window.getByRole('button', { name: t('focusList.menu.label', { name }) }))
  await window.keyboard.press('Enter')
  await chooseItem(window, how)
  const dialog = window.getByRole('dialog', { name: t('focusList.leave.title', { name }) })
  await expect(dialog.locator(':focus')).toHaveCount(1)
  return dialog
}

/** The 26th is written down, and the weakest of the 25 makes room. */
async function swapIn(window: Page, name: string): Promise<void> {
  const { keyboard } = window
  await keyboard.press('Control+n')
  await expect(window.getByRole('dialog').locator(':focus')).toHaveCount(1)
  await keyboard.type(name)
  await keyboard.press('Enter')
  await expect(heading(window)).toHaveText(name)
  await tabTo(window, window.getByRole('button', { name: t('focusList.add'), exact: true }))
  await keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: t('focusList.swap.title', { name }) })
  await expect(dialog).toContainText(t('focusList.swap.lead', { count: cap, cap }))
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await expect(dialog.getByRole('radio')).toHaveCount(4)
  await keyboard.press('Space')
  await tabTo(window, dialog.getByRole('textbox', { name: t('focusList.leave.why') }))
  await keyboard.type('Rents until June')
  await tabTo(window, dialog.getByRole('textbox', { name: t('focusList.leave.parkUntil') }))
  await keyboard.type('1 jun')
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByRole('button', { name: t('focusList.onList') })).toBeFocused()
}

const answers: readonly (readonly [KnowQuestion, string])[] = [
  ['why', 'Her clients ask for something that lasts.'],
  ['what', 'Oak and walnut, forty a year.'],
  ['how', 'She signs, by invoice.'],
  ['when', 'January to March, for the season'],
]

/** Four of five answers and three yeses, each where it is asked. */
async function getToKnow(window: Page): Promise<void> {
  const { keyboard } = window
  for (const [index, [question, words]] of answers.entries()) {
    const ask = t('knowCard.askWords', { question: say(askAbout(question)) })
    await tabTo(window, window.getByRole('button', { name: ask }))
    await keyboard.press('Enter')
    await keyboard.type(words)
    await keyboard.press('Enter')
    await expect(
      window.getByRole('heading', { name: t('knowCard.title', { count: index + 1 }) }),
    ).toBeVisible()
  }
  await tabTo(window, window.getByRole('button', { name: t('knowCard.qualify.begin') }))
  await keyboard.press('Enter')
  for (const question of ['need', 'decider', 'price'] as const) {
    const group = window.getByRole('group', { name: t(`knowCard.qualify.questions.${question}`) })
    await expect(group.locator(':focus')).toHaveCount(1)
    await keyboard.press('y')
  }
  await keyboard.press('Escape')
}

/** A talk in which something was given, logged from anywhere on their page. */
async function logGive(window: Page): Promise<void> {
  const { keyboard } = window
  await keyboard.press('Control+l')
  const dialog = window.getByRole('dialog', { name: t('touches.logTitle') })
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await keyboard.type('tSent her the colour card')
  await expect(dialog.getByRole('textbox', { name: t('touches.note'), exact: true })).toHaveValue(
    'Sent her the colour card',
  )
  await tabTo(window, dialog.getByRole('button', { name: t('touches.gave'), exact: true }))
  await keyboard.press('Space')
  await tabTo(window, dialog.getByRole('button', { name: t('touches.save'), exact: true }))
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

test('the 26th joins by a swap and becomes known and fond of us; one is lost, one parked and back on the day', async ({
  regulars,
}) => {
  test.setTimeout(150_000)
  await fillList(regulars)
  let window = await regulars.relaunch()
  const name = 'Nora Lindqvist'
  await swapIn(window, name)
  const head = window.locator('header').filter({ has: heading(window) })
  await expect(head).toContainText('For “Known”: 4 more answers, that they need us')

  await getToKnow(window)
  await expect(head.getByText(`${standing('known')}.`)).toBeVisible()
  await expect(head).toContainText('For “Likes us”: something given and a talk or a visit.')
  await logGive(window)
  await expect(head.getByText(`${standing('likes us')}.`)).toBeVisible()

  const { keyboard } = window
  const lost = await beginLeaving(window, 'Carla Castle', t('focusList.menu.lost'))
  await keyboard.type('The framer in the mall')
  await keyboard.press('Tab')
  await keyboard.type('Price')
  await keyboard.press('Enter')
  await expect(lost).toBeHidden()
  await expect(heading(window)).toHaveText(count(24))
  const parked = await beginLeaving(window, 'Dov Dune', t('focusList.menu.parked'))
  await keyboard.type('after the move')
  await tabTo(window, parked.getByLabel(t('focusList.leave.parkUntil')))
  await keyboard.type('1 dec')
  await keyboard.press('Enter')
  await expect(parked).toBeHidden()
  await expect(heading(window)).toHaveText(count(23))

  await tabTo(window, window.getByRole('tab', { name: t('focusList.tabs.list') }))
  await keyboard.press('ArrowRight')
  await expect(window.getByRole('tabpanel')).toContainText('Dov Dune')
  await expect(window.getByRole('tabpanel')).toContainText('Rents until June')
  await keyboard.press('ArrowRight')
  await expect(window.getByRole('table').filter({ hasText: t('focusList.left.why.lost') })).toContainText(
    'Price',
  )
  await expect(window.getByRole('table').filter({ hasText: t('focusList.left.lostTo') })).toContainText(
    'The framer in the mall',
  )

  window = await regulars.relaunch({ today: '2026-12-01' })
  const back = window.getByRole('region', { name: t('focusList.returns.title') })
  await expect(back).toContainText('Dov Dune comes back today, parked on 23 Nov: “after the move”')
  await tabTo(
    window,
    back.getByRole('button', { name: t('focusList.parked.takeBackWho', { name: 'Dov Dune' }) }),
  )
  await window.keyboard.press('Enter')
  await expect(back).toBeHidden()
  await window.keyboard.press('Control+2')
  await expect(heading(window)).toHaveText(count(24))
  const rowOf = (who: string) =>
    window.getByRole('listitem').filter({ has: window.getByRole('button', { name: who, exact: true }) })
  await expect(rowOf('Dov Dune')).toBeVisible()
  await expect(rowOf('Carla Castle')).toHaveCount(0)
  await expect(rowOf(name)).toContainText(standing('likes us'))
  await expect(rowOf(name)).toContainText(t('focusList.known', { count: 4 }))
  expect(regulars.complaints).toEqual([])
})
