// The owner keeps people: adds them in a word, finds them while typing, edits where the text stands, throws away and brings back.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'

async function add(regulars: Regulars, person: Record<string, string>): Promise<number> {
  return (await regulars.call('people.add', { uid: crypto.randomUUID(), ...person })).id
}

test('“lady with the whippet” is enough, and undo takes her back', async ({ window }) => {
  const people = new PeoplePage(window)
  const shell = new ShellPage(window)
  await shell.open('people')
  await expect(window.getByText(t('people.empty.title'))).toBeVisible()
  await window.keyboard.press('Control+n')
  await expect(window.getByRole('dialog').getByLabel(t('people.add.name'), { exact: true })).toBeFocused()
  await window.keyboard.type('lady with the whippet')
  await window.keyboard.press('Enter')
  await expect(people.heading).toHaveText('lady with the whippet')
  await expect(shell.foot).toContainText(t('people.added', { name: 'lady with the whippet' }))
  await shell.open('people')
  await expect(people.lines).toHaveCount(1)
  await shell.undo()
  await expect(window.getByText(t('people.empty.title'))).toBeVisible()
})

test('nobody at all is refused where it was typed', async ({ window }) => {
  await window.keyboard.press('Control+n')
  const name = window.getByRole('dialog').getByLabel(t('people.add.name'), { exact: true })
  await expect(name).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText(t('errors.person-needs-name'))).toBeVisible()
})

test('who may be there already is shown while typing', async ({ regulars, window }) => {
  await add(regulars, { name: 'Nora Lindqvist', phone: '415 555 0160' })
  await window.keyboard.press('Control+n')
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel(t('people.add.phone')).fill('5550160')
  await dialog.getByRole('button', { name: /Nora Lindqvist/ }).click()
  await expect(new PeoplePage(window).heading).toHaveText('Nora Lindqvist')
})

test('searching, walking and calling through the list without a mouse', async ({ regulars, window }) => {
  for (const name of ['Ada Berg', 'Bo Berg', 'Cy Berg', 'Dan Holm']) await add(regulars, { name })
  const people = new PeoplePage(window)
  await new ShellPage(window).open('people')
  await expect(people.search).toBeFocused()
  await window.keyboard.type('berg')
  await expect(people.lines).toHaveCount(3)
  await window.keyboard.press('ArrowDown')
  const chosen = people.lines.and(window.locator('[aria-selected=true]'))
  // Words of a name are found newest first.
  const name = 'Bo Berg'
  await expect(chosen).toHaveText(name)
  await expect(people.search).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(people.heading).toHaveText(name)
  await expect(window.getByText(t('people.person.position', { at: 2, of: 3 }))).toBeVisible()
  await window.keyboard.press('Alt+ArrowDown')
  await expect(window.getByText(t('people.person.position', { at: 3, of: 3 }))).toBeVisible()
  await window.keyboard.press('Alt+ArrowUp')
  await window.keyboard.press('Alt+ArrowUp')
  await expect(window.getByText(t('people.person.position', { at: 1, of: 3 }))).toBeVisible()
})

test('Enter pressed faster than the search answers opens its first line', async ({ regulars, window }) => {
  for (let index = 0; index < 30; index++) await add(regulars, { name: `Anna ${index}` })
  await add(regulars, { name: 'Zoe Quill' })
  const people = new PeoplePage(window)
  await new ShellPage(window).open('people')
  await expect(people.lines.first()).toBeVisible()
  await window.evaluate(() => {
    const box = document.activeElement as HTMLInputElement
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    set?.call(box, 'quill')
    box.dispatchEvent(new Event('input', { bubbles: true }))
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  })
  await expect(people.heading).toHaveText('Zoe Quill')
})

test('text is edited where it stands; Esc leaves it, a refusal keeps what was typed', async ({
  regulars,
  window,
}) => {
  const id = await add(regulars, { name: 'Nora' })
  const people = new PeoplePage(window)
  const shell = new ShellPage(window)
  await shell.find('nora')
  await people.edit(/^Name: Nora/, 'Nora Lindqvist')
  await expect(people.heading).toHaveText('Nora Lindqvist')
  await expect(shell.foot).toContainText(t('people.changed', { name: 'Nora Lindqvist' }))

  await people.heading.getByRole('button').click()
  await window.keyboard.type('Somebody else')
  await window.keyboard.press('Escape')
  await expect(people.heading).toHaveText('Nora Lindqvist')

  await people.edit(/^Name: Nora/, '')
  await expect(window.getByText(t('errors.person-needs-name'))).toBeVisible()
  await window.keyboard.press('Escape')

  await people.edit(t('people.contact.add'), '415 555 0160')
  await people.edit(t('people.contact.add'), 'nora@lindqvist.example')
  await people.edit(t('people.facts.birthdayHint'), '12 april')
  await people.edit(t('people.person.addFirm'), 'Lindqvist Weddings')
  await expect(window.getByRole('button', { name: 'Firm: Lindqvist Weddings' })).toBeVisible()
  expect(await regulars.call('people.get', { id })).toMatchObject({
    birthday: '--04-12',
    firm: { name: 'Lindqvist Weddings' },
    contactPoints: [
      { kind: 'phone', value: '415 555 0160' },
      { kind: 'email', value: 'nora@lindqvist.example' },
    ],
  })
  await window.keyboard.press('Control+z')
  await expect(window.getByRole('button', { name: t('people.person.addFirm') })).toBeVisible()
})

test('a number no telephone program reads is opened for correction, and says why', async ({
  regulars,
  window,
}) => {
  const id = await add(regulars, { name: 'Nora', phone: '555 016O' })
  await new ShellPage(window).find('nora')
  const head = window.getByRole('main').locator('header').first()
  await head.getByRole('button', { name: '555 016O' }).click()
  const field = head.getByRole('textbox', { name: t('people.contact.phone') })
  await expect(field).toBeFocused()
  await expect(field).toHaveAccessibleDescription(t('people.contact.oddPhone'))
  await window.keyboard.type('555 0160')
  await window.keyboard.press('Enter')
  const call = t('people.person.call', { value: '555 0160' })
  await expect(head.getByRole('button', { name: call })).toBeVisible()
  expect((await regulars.call('people.get', { id })).contactPoints).toMatchObject([{ value: '555 0160' }])
})

test('imported text shows as it was typed and does nothing', async ({ regulars, window }) => {
  const hostile = '<img src=x onerror="document.title=1">'
  await add(regulars, { name: hostile, firmName: hostile, note: hostile })
  const people = new PeoplePage(window)
  await new ShellPage(window).open('people')
  await expect(people.line(hostile)).toBeVisible()
  await people.lines.first().click()
  await expect(people.heading).toHaveText(hostile)
  await expect(window.locator('img')).toHaveCount(0)
  await expect(window).not.toHaveTitle('1')
})

test('the bin keeps people, and gives them back whole', async ({ regulars, window }) => {
  await add(regulars, { name: 'Nora', note: 'walnut' })
  const people = new PeoplePage(window)
  const shell = new ShellPage(window)
  await shell.find('nora')
  await window.getByRole('button', { name: t('people.person.toBin') }).click()
  await expect(shell.foot).toContainText(t('people.movedToBin', { name: 'Nora' }))
  await window.getByRole('button', { name: t('people.empty.bin') }).click()
  await window.getByRole('button', { name: t('people.bin.bringBackWho', { name: 'Nora' }) }).click()
  await people.showTab('people')
  await people.search.fill('walnut')
  await expect(people.lines).toHaveText([/Nora/])
})

test('two people under one phone are offered as a household, and become one on a word', async ({
  regulars,
  window,
}) => {
  await add(regulars, { name: 'Nora Lindqvist', phone: '415 555 0160' })
  await add(regulars, { name: 'Per Lindqvist', phone: '415-555-0160' })
  const people = new PeoplePage(window)
  await new ShellPage(window).open('people')
  await window.getByRole('button', { name: t('people.offers.look') }).click()
  await window.getByRole('button', { name: t('people.offers.together'), exact: true }).click()
  await expect(window.getByText('Lindqvist household')).toBeVisible()
  await people.showTab('people')
  await expect(people.lines).toHaveCount(2)
})

test('what they said about a channel is kept, and do not contact is said at the head', async ({
  regulars,
  window,
}) => {
  const id = await add(regulars, { name: 'Nora' })
  await new ShellPage(window).find('nora')
  const mail = window.getByRole('group', { name: t('people.consent.email') })
  await mail.getByRole('button', { name: t('people.consent.yes') }).click()
  await expect(mail.getByRole('button', { name: t('people.consent.yes') })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  const never = window.getByLabel(t('people.consent.never'), { exact: true })
  await never.click()
  await expect(never).toBeChecked()
  await expect(window.getByText(t('people.person.never'), { exact: true })).toBeVisible()
  expect(await regulars.call('people.get', { id })).toMatchObject({
    consents: [{ channel: 'email', answer: 'yes' }],
    neverContactOn: '2026-11-23',
  })
})
