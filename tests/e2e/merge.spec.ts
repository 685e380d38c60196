// One person kept twice is made one by keyboard: from the list of pairs, from their page, and parted again by Undo.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'

async function add(regulars: Regulars, person: Record<string, string>): Promise<number> {
  return (await regulars.call('people.add', { uid: crypto.randomUUID(), ...person })).id
}

test('a pair is compared, chosen field by field, made one, and parted by Undo', async ({
  regulars,
  window,
}) => {
  const nora = await add(regulars, { name: 'Nora Lindqvist', phone: '415 555 0160', source: 'The fair' })
  const other = await add(regulars, { name: 'Nora Lindquist', phone: '415-555-0160', source: 'A friend' })
  await regulars.call('touches.log', { uid: crypto.randomUUID(), personId: other, touch: { how: 'met' } })
  const people = new PeoplePage(window)
  const shell = new ShellPage(window)
  await shell.open('people')
  await window.getByRole('button', { name: t('duplicates.look') }).press('Enter')
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(t('duplicates.title'))
  await window.getByRole('button', { name: /^Compare Nora/ }).press('Enter')

  const dialog = window.getByRole('dialog')
  const source = dialog.getByRole('radio', { name: 'The fair' })
  await expect(source).toBeChecked()
  await source.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: 'A friend' })).toBeChecked()
  await expect(dialog).toContainText('From the record that goes, 1 touch follows.')
  await dialog.getByRole('radio', { name: 'Nora Lindqvist' }).check()
  const merge = dialog.getByRole('button', { name: t('duplicates.merge') })
  await merge.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByText(t('duplicates.emptyTitle'))).toBeVisible()
  expect(await regulars.call('people.get', { id: nora })).toMatchObject({
    name: 'Nora Lindqvist',
    alsoKnownAs: 'Nora Lindquist',
    source: 'A friend',
    touches: 1,
  })
  // The number of the record that went leads to whom they became.
  await shell.find('lindquist')
  await expect(people.heading).toHaveText('Nora Lindqvist')
  await shell.open('people')
  await window.keyboard.press('Control+z')
  await expect(people.lines).toHaveCount(2)
})

test('told that they are two, the pair is not offered again', async ({ regulars, window }) => {
  await add(regulars, { name: 'Nora Lindqvist', phone: '415 555 0160' })
  await add(regulars, { name: 'Nora Lindqvist', phone: '415 555 0160' })
  await new ShellPage(window).open('people')
  await window.getByRole('button', { name: t('duplicates.look') }).click()
  await window.getByRole('button', { name: /are two people$/ }).press('Enter')
  await expect(window.getByText(t('duplicates.emptyTitle'))).toBeVisible()
  await regulars.relaunch()
  expect((await regulars.call('duplicates.list', {})).total).toBe(0)
})

test('from their page, somebody is picked as the same person', async ({ regulars, window }) => {
  await add(regulars, { name: 'Nora Lindqvist', phone: '415 555 0160' })
  await add(regulars, { name: 'Frame lady', email: 'n@lindqvist.example' })
  const shell = new ShellPage(window)
  await shell.find('nora')
  await window.getByRole('button', { name: t('duplicates.samePerson') }).press('Enter')
  await expect(window.getByRole('textbox', { name: t('duplicates.pick') })).toBeFocused()
  await window.keyboard.type('fra')
  await expect(window.getByRole('option', { name: /Frame lady/ })).toBeVisible()
  await window.keyboard.press('Enter')
  const merge = window.getByRole('dialog').getByRole('button', { name: t('duplicates.merge') })
  await expect(merge).toBeFocused()
  await expect(merge).toBeEnabled()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toBeHidden()
  await expect(window.getByRole('button', { name: t('duplicates.samePerson') })).toBeFocused()
  await expect(new PeoplePage(window).heading).toHaveText('Nora Lindqvist')
  await expect(shell.foot).toContainText(
    t('duplicates.merged', { name: 'Nora Lindqvist', other: 'Frame lady' }),
  )
})
