// The disk is slow, the owner is not: what is typed while something is saved stays where it was typed.

import { t } from '../../src/shared/messages/translate.ts'
import { proposeSheet } from '../support/propose-sheet.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { PeoplePage } from './pages/people-page.ts'
import { SettingsPage } from './pages/settings-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { TypeBackPage } from './pages/type-back-page.ts'

const uid = () => crypto.randomUUID()

/** The storage stands still meanwhile: what is sent now is answered afterwards. */
async function whileStorageWaits(regulars: Regulars, act: () => Promise<void>): Promise<void> {
  const pid = await regulars.findStorage()
  process.kill(pid, 'SIGSTOP')
  await act().finally(() => process.kill(pid, 'SIGCONT'))
}

test('the next note is begun while the one before is logged', async ({ regulars, window }) => {
  const { id } = await regulars.call('people.add', { uid: uid(), name: 'Nora Lindqvist' })
  await new ShellPage(window).find('nora')
  await expect(new PeoplePage(window).heading).toHaveText('Nora Lindqvist')
  const note = window.getByRole('textbox', { name: t('touches.note'), exact: true })
  await note.fill('saw the walnut')
  await whileStorageWaits(regulars, async () => {
    await window.keyboard.press('Enter')
    await window.keyboard.type('wants two')
  })
  await expect.poll(async () => (await regulars.call('people.get', { id })).touches).toBe(1)
  await expect(note).toHaveValue('wants two')
  await window.keyboard.press('Enter')
  await expect.poll(async () => (await regulars.call('people.get', { id })).touches).toBe(2)
  await expect(note).toHaveValue('')
})

test('the next line of a sheet is begun while those before are saved', async ({ regulars, window }) => {
  const { id } = await regulars.call('people.add', { uid: uid(), name: 'Nora Lindqvist' })
  await regulars.call('focusList.add', { uid: uid(), personId: id })
  await proposeSheet(regulars, { uid: uid(), week: '2026-W48' })
  await regulars.call('callSheets.markPrinted', { week: '2026-W48' })
  const page = new TypeBackPage(window)
  await page.open(new ShellPage(window))
  await page.box.fill('1 mo t likes oak')
  await expect(page.save).toHaveText(t('callSheets.typing.saveCount', { count: 1 }))
  await whileStorageWaits(regulars, async () => {
    await window.keyboard.press('Control+Enter')
    await window.keyboard.type('\na Ann Lee')
  })
  await expect(page.saved).toContainText('Saved: 1 touch')
  await expect(page.box).toHaveValue('a Ann Lee')
})

test('the next setting is typed while the one it follows is saved', async ({ regulars, window }) => {
  const settings = new SettingsPage(window)
  await new ShellPage(window).open('settings')
  const cap = settings.field('settings.focusCap')
  await settings.field('settings.callHoursPerDay').fill('0.6')
  await whileStorageWaits(regulars, () => cap.fill('18'))
  await expect(window.getByText('In 3 hours a week you get through about 8 calls')).toBeVisible()
  await expect(cap).toHaveValue('18')
  await cap.press('Enter')
  await expect.poll(async () => (await regulars.call('settings.get', {})).focusCap).toBe(18)
})
