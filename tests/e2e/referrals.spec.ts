// The referral asker, by keyboard: a name logged with a touch, thanks closed, a source that links who named somebody.
import { formatNearDate } from '../../src/shared/messages/format.ts'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, monday, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'

const today = formatNearDate(monday, monday)

async function addPeople(regulars: Regulars, names: string[]): Promise<void> {
  for (const name of names) await regulars.call('people.add', { uid: crypto.randomUUID(), name })
}

/** Ctrl+L, two letters, Enter, T: then the outcome, by the keyboard alone. */
async function logNamedFriend({ window }: Regulars, note: string): Promise<void> {
  await window.keyboard.press('Control+l')
  await expect(window.getByRole('textbox', { name: t('touches.withWhom') })).toBeFocused()
  await window.keyboard.type('nor')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('region', { name: t('touches.logLabel') })).toBeVisible()
  await window.keyboard.press('t')
  await window.keyboard.type(note)
  const outcome = window.getByRole('dialog').getByRole('combobox', { name: t('touches.outcome') })
  for (let stop = 0; stop < 20; stop += 1) {
    if (await outcome.evaluate((element) => element === document.activeElement)) break
    await window.keyboard.press('Tab')
  }
  await expect(outcome).toBeFocused()
  await window.keyboard.type(t('touches.outcomes.namedFriend').slice(0, 3))
  await expect(outcome).toHaveValue('named a friend')
  const save = window.getByRole('dialog').getByRole('button', { name: t('touches.save') })
  await window.keyboard.press('Tab')
  await expect(save).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: t('referrals.ask.name') })).toBeFocused()
}

test('a named friend is written down in one line, owed thanks everywhere, and thanked by one letter', async ({
  regulars,
  window,
}) => {
  const shell = new ShellPage(window)
  await addPeople(regulars, ['Nora Lindqvist'])
  await logNamedFriend(regulars, 'her brother moves')
  await window.keyboard.type('Sam Duarte')
  await window.keyboard.press('Tab')
  await window.keyboard.type('555 0117')
  await window.keyboard.press('Tab')
  await window.keyboard.type(t('referrals.agreed.yes').slice(0, 8))
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toBeHidden()
  const facts = { name: 'Nora Lindqvist', friend: 'Sam Duarte' }
  await expect(shell.foot).toContainText(t('referrals.done.named', facts))

  await window.keyboard.press('Control+5')
  const main = window.getByRole('main')
  await expect(main).toContainText(t('referrals.namedFriends', { friends: 'Sam Duarte', on: today }))
  const agreed = t('referrals.agreed.yes')
  await expect(main).toContainText(t('referrals.namedByAnd', { name: 'Nora Lindqvist', on: today, agreed }))
  await expect(main).toContainText(t('referrals.outcomes.notReached'))

  await window.keyboard.press('Control+1')
  const thank = window.getByRole('button', { name: t('referrals.thank', { name: 'Nora Lindqvist' }) })
  await thank.focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('group', { name: t('referrals.thankHow', facts) })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(thank).toBeFocused()
  await window.keyboard.press('Enter')
  await window.keyboard.press('e')
  await expect(shell.foot).toContainText(t('referrals.done.thanked', facts))
  await expect(thank).toBeHidden()

  await window.keyboard.press('Control+z')
  await expect(thank).toBeVisible()
  await window.keyboard.press('Control+z')
  await expect(thank).toBeHidden()
  expect((await regulars.call('people.list', {})).rows.map((row) => row.name)).toEqual(['Nora Lindqvist'])
})

test('a friend without a name is owed thanks, and the name follows', async ({ regulars, window }) => {
  const shell = new ShellPage(window)
  await addPeople(regulars, ['Nora Lindqvist', 'Sam Duarte'])
  await logNamedFriend(regulars, 'somebody at the choir')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toBeHidden()
  await expect(shell.foot).toContainText(t('referrals.done.namedBare', { name: 'Nora Lindqvist' }))

  await shell.open('referrals')
  const main = window.getByRole('main')
  await expect(main).toContainText(t('referrals.notWritten'))
  await main.getByRole('button', { name: t('referrals.writeName') }).click()
  await window.keyboard.type('Sam')
  await main.getByRole('button', { name: 'Sam Duarte' }).click()
  await main.getByRole('button', { name: t('referrals.ask.save') }).click()
  await expect(main.getByRole('button', { name: 'Sam Duarte', exact: true })).toBeVisible()
  await expect(main).not.toContainText(t('referrals.notWritten'))
  const report = main.getByRole('button', {
    name: t('referrals.reportLabel', { name: 'Nora Lindqvist', friend: 'Sam Duarte' }),
  })
  await report.click()
  await expect(main).toContainText(t('referrals.reported', { on: today }))
})

test('the source "referral" asks who named them; it is changed and taken back on the page', async ({
  regulars,
  window,
}) => {
  const shell = new ShellPage(window)
  await addPeople(regulars, ['Nora Lindqvist', 'Bea Morales', 'Sam Duarte'])
  await shell.find('Sam')
  await window.getByRole('button', { name: t('people.facts.sourceHint') }).press('Enter')
  await window.keyboard.type('Referred')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: t('referrals.person.whoNamed') })).toBeFocused()
  await window.keyboard.type('nora')
  await window.keyboard.press('Enter')
  const main = window.getByRole('main')
  await expect(main.getByRole('heading', { name: t('referrals.person.title') })).toBeVisible()
  await expect(main.getByRole('button', { name: 'Nora Lindqvist' })).toHaveCount(2)

  await main.getByRole('button', { name: t('referrals.person.change') }).press('Enter')
  await expect(window.getByRole('textbox', { name: t('referrals.person.whoNamed') })).toBeFocused()
  await window.keyboard.type('bea')
  await window.keyboard.press('Enter')
  await expect(main.getByRole('button', { name: 'Bea Morales' })).toHaveCount(2)
  await expect(main.getByRole('button', { name: 'Nora Lindqvist' })).toHaveCount(0)
  await main.getByRole('button', { name: t('referrals.person.remove') }).press('Enter')
  await expect(main.getByRole('button', { name: 'Bea Morales' })).toHaveCount(0)
  await shell.undo()
  await expect(main.getByRole('button', { name: 'Bea Morales' })).toHaveCount(2)
})

test('adding a person can say who named them', async ({ regulars, window }) => {
  await addPeople(regulars, ['Nora Lindqvist'])
  await window.keyboard.press('Control+n')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('textbox', { name: t('people.add.name'), exact: true }).fill('Sam Duarte')
  await dialog.getByRole('textbox', { name: t('referrals.person.whoNamed') }).fill('no')
  await window.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: t('referrals.person.whoNamed') })).toHaveValue(
    'Nora Lindqvist',
  )
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByRole('main').getByRole('button', { name: 'Nora Lindqvist' })).toHaveCount(2)
  const owed = await regulars.call('referrals.thanksOwed', {})
  expect(owed.map((thanks) => thanks.friends.map((friend) => friend.name))).toEqual([['Sam Duarte']])
})
