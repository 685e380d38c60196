// A note that the disk has changed is not shown as the owner's: under Backup it stands beside what the backup has.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { findAxeProblems } from './find-axe-problems.ts'
import { projectRoot } from './find-electron.ts'
import { expect, test } from './fixtures.ts'
import { BackupPage } from './pages/backup-page.ts'
import { ShellPage } from './pages/shell-page.ts'

test.use({ ownStart: true })

test('the owner sees both and takes the backup’s', async ({ regulars }) => {
  const uid = crypto.randomUUID()
  const { id } = await regulars.call('people.add', { uid, name: 'Nora Lindqvist' })
  await regulars.call('people.edit', { id, changes: { note: 'Needs walnut, not oak' } })
  const backup = new BackupPage(regulars.window)
  mkdirSync(regulars.folder('stick'))
  await regulars.chooseInDialog(regulars.folder('stick'))
  await new ShellPage(regulars.window).open('backup')
  await backup.backUpNow()
  await expect(backup.rows).toHaveCount(2)
  await regulars.close()

  const file = join(regulars.data, 'regulars.db')
  const bytes = readFileSync(file)
  const at = bytes.indexOf('Needs walnut')
  expect(at).toBeGreaterThan(0)
  bytes[at + 2]! ^= 1
  writeFileSync(file, bytes)

  const window = await regulars.launch()
  await window.keyboard.press('Control+k')
  await window.keyboard.type('Nora')
  await window.getByRole('option', { name: /Nora/ }).first().click()
  await expect(window.getByText(t('people.person.inDoubt'))).toBeVisible()
  await expect(window.getByText(/Ne.ds walnut/)).toHaveCount(0)
  await window.screenshot({ path: join(projectRoot, 'test-results/pictures/doubt-person.png') })
  await window.getByRole('button', { name: t('people.person.toBackup') }).click()
  await window.getByRole('button', { name: t('backup.doubt.look') }).click()
  await expect(window.getByText(/Ne.ds walnut, not oak/).first()).toBeVisible()
  await expect(window.getByText('Needs walnut, not oak')).toBeVisible()
  expect(await findAxeProblems(regulars)).toEqual([])
  await window.getByRole('button', { name: t('backup.doubt.take') }).scrollIntoViewIfNeeded()
  await window.screenshot({ path: join(projectRoot, 'test-results/pictures/doubt.png') })
  await window.getByRole('button', { name: t('backup.doubt.take') }).click()
  await expect(window.getByText(t('backup.doubt.none'))).toBeVisible()
  expect((await regulars.call('people.get', { id })).note).toBe('Needs walnut, not oak')
})
