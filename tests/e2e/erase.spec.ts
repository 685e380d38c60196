// Somebody is erased for good, never by accident: the dialog says what goes and what stays, and asks twice.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, test } from './fixtures.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'

const uid = () => crypto.randomUUID()

test('by keyboard: read, kept, read again, erased, and not to be undone', async ({ regulars, window }) => {
  const { id } = await regulars.call('people.add', {
    uid: uid(),
    name: 'Nora Lindqvist',
    phone: '415 555 0160',
  })
  await regulars.call('touches.log', { uid: uid(), personId: id, touch: { how: 'met' } })
  const people = new PeoplePage(window)
  const shell = new ShellPage(window)
  await shell.find('nora')
  const open = window.getByRole('button', { name: t('erase.open') })
  const dialog = window.getByRole('dialog', { name: t('erase.title', { name: 'Nora Lindqvist' }) })
  await open.press('Enter')
  await expect(dialog.getByRole('button', { name: t('erase.cancel') })).toBeFocused()
  await expect(dialog.getByRole('button', { name: t('erase.confirm') })).toBeDisabled()
  await expect(dialog).toContainText(t('erase.noUndo'))
  await expect(dialog).toContainText('1 touch')
  // Enter keeps them.
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(open).toBeFocused()

  await open.press('Enter')
  const sure = dialog.getByRole('checkbox', { name: t('erase.sure') })
  await sure.press('Space')
  await expect(sure).toBeChecked()
  await window.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: t('erase.confirm') })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(shell.foot).toContainText(t('erase.done'))
  await expect(shell.foot.getByRole('button', { name: t('app.undo') })).toBeHidden()
  await expect(window.getByText(t('people.empty.title'))).toBeVisible()
  await window.keyboard.press('Control+z')
  await expect(shell.foot).toContainText(t('errors.nothing-to-undo'))

  // By hand they come back only knowingly.
  await window.keyboard.press('Control+n')
  const adding = window.getByRole('dialog')
  await expect(adding.getByLabel(t('people.add.name'), { exact: true })).toBeFocused()
  await window.keyboard.type('Nora Lindqvist')
  await window.keyboard.press('Enter')
  await expect(adding).toContainText(t('errors.was-erased'))
  await adding.getByRole('button', { name: t('erase.anyway') }).press('Enter')
  await expect(people.heading).toHaveText('Nora Lindqvist')
})

test('from the bin, at once', async ({ regulars, window }) => {
  const { id } = await regulars.call('people.add', { uid: uid(), name: 'Nora Lindqvist' })
  await regulars.call('people.moveToBin', { id })
  await new ShellPage(window).open('people')
  await window.getByRole('button', { name: t('people.empty.bin') }).press('Enter')
  await window.getByRole('button', { name: t('erase.openWho', { name: 'Nora Lindqvist' }) }).press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: t('erase.sure') }).press('Space')
  await dialog.getByRole('button', { name: t('erase.confirm') }).press('Enter')
  await expect(window.getByText(t('people.bin.emptyTitle'))).toBeVisible()
})
