// Where the keys go: into what was asked for, however late it comes, and back to where they were once a dialog is closed.
import type { Locator } from '@playwright/test'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, test } from './fixtures.ts'
import { BackupPage } from './pages/backup-page.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { fillShop, pickPerson } from './walk-screens.ts'

test('what was found has the keys and keeps them, wherever they were before', async ({
  regulars,
  window,
}) => {
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Nora Lindqvist' })
  const shell = new ShellPage(window)
  const { search } = new PeoplePage(window)
  // The second time everything is there already, and comes in one go with the end of the search.
  for (const typed of ['Nora Lindqvist', 'Nora Lindquist']) {
    await shell.link('settings').click()
    await shell.find(t('app.people'))
    await expect(search).toBeFocused()
    await window.keyboard.press('Control+a')
    await window.keyboard.type(typed)
    await expect(search).toHaveValue(typed)
    await shell.link('settings').focus()
    await shell.find(t('app.backup'))
    await new BackupPage(window).heading.waitFor()
    await window.keyboard.press('Tab')
    await expect(window.getByRole('main').locator(':focus')).toHaveCount(1)
  }
})

test('what comes late takes no keys from a dialog that was opened meanwhile', async ({ window }) => {
  await expect(window.getByRole('button', { name: t('importExport.screen.choose') })).toBeFocused()
  await window.evaluate(() => {
    const { regulars } = window as unknown as { regulars: { call(...args: unknown[]): Promise<unknown> } }
    const press = (key: string, ctrlKey: boolean) =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
      )
    // Long work, behind which the paper list waits for what was typed into it before.
    void regulars.call('app.fillDemo', {}, crypto.randomUUID())
    press('2', false)
    press('n', true)
  })
  const name = window.getByRole('dialog').getByRole('textbox', { name: t('people.add.name'), exact: true })
  await expect(name).toBeFocused()
  await expect(
    window.getByRole('textbox', { name: t('firstHour.paper.nameOf', { line: 1 }), includeHidden: true }),
  ).toBeVisible()
  await window.keyboard.type('Nora Lindqvist')
  await expect(name).toHaveValue('Nora Lindqvist')
})

test('a dialog gives the focus back to what opened it', async ({ regulars, window }) => {
  test.setTimeout(120_000)
  await fillShop(regulars)
  const shell = new ShellPage(window)
  const person = (await pickPerson(regulars))!
  const dialog = window.getByRole('dialog')
  const closes = async (opener: Locator) => {
    await expect(dialog.locator(':focus')).toHaveCount(1)
    await window.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(opener).toBeFocused()
  }

  const link = shell.link('backup')
  for (const keys of ['Control+k', 'Control+n', 'F1']) {
    await link.focus()
    await window.keyboard.press(keys)
    await closes(link)
  }

  // One dialog that leads to another: the search to the box for a new person.
  await link.focus()
  await window.keyboard.press('Control+k')
  await dialog.getByRole('textbox', { name: t('app.find') }).fill(t('app.addPerson'))
  await window.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: t('people.add.name'), exact: true })).toBeFocused()
  await closes(link)

  // By an item of a menu, which is gone by then.
  await shell.open('focus-list')
  const menu = window.getByRole('button', { name: t('focusList.menu.label', { name: person.name }) })
  await menu.focus()
  await window.keyboard.press('Enter')
  await window.getByRole('menuitem', { name: t('focusList.menu.lost'), exact: true }).press('Enter')
  await closes(menu)

  await shell.find(person.name)
  const same = window.getByRole('button', { name: t('duplicates.samePerson') })
  await same.press('Enter')
  await expect(dialog.getByRole('textbox', { name: t('duplicates.pick') })).toBeFocused()
  await dialog.getByRole('button', { name: t('app.close') }).press('Enter')
  await expect(same).toBeFocused()

  await shell.find(t('texts.title'))
  const edit = window.getByRole('main').getByRole('listitem').first().getByRole('button').first()
  await edit.press('Enter')
  await closes(edit)
})
