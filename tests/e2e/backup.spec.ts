// The owner backs up to a stick: copied, opened again, matched; and is told when something is wrong with a copy.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, test } from './fixtures.ts'
import { BackupPage } from './pages/backup-page.ts'
import { ShellPage } from './pages/shell-page.ts'

const counts = {
  people: t('backup.peopleCount', { count: 1 }),
  touches: t('backup.touchesCount', { count: 0 }),
}

test('a backup to a chosen folder is listed, verified and good', async ({ regulars, window }) => {
  const shell = new ShellPage(window)
  const backup = new BackupPage(window)
  const stick = regulars.folder('stick')
  mkdirSync(stick)
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Nora Lindqvist' })
  await shell.open('backup')
  await expect(shell.sidebar).toContainText(t('app.notBackedUp'))

  await regulars.chooseInDialog()
  await backup.backUpNow()
  await expect(window.getByText(t('backup.none'))).toBeVisible()

  await regulars.chooseInDialog(stick)
  await backup.backUpNow()
  await expect(window.getByText(t('backup.backedUp', counts))).toBeVisible()
  await expect(backup.rows).toHaveCount(2)
  await expect(backup.rows.nth(1)).toContainText(stick)
  await expect(shell.sidebar).not.toContainText(t('app.notBackedUp'))

  const copy = readdirSync(stick).find((name) => name.endsWith('.db')) ?? ''
  await regulars.chooseInDialog(join(stick, copy))
  await backup.checkBackup()
  await expect(window.getByText(t('backup.good', { file: copy, ...counts }))).toBeVisible()
  await backup.checkFile()
  await expect(window.getByText(t('backup.good', { file: 'regulars.db', ...counts }))).toBeVisible()
})

test('a damaged copy, and a folder that cannot hold one, are told apart from a good one', async ({
  regulars,
  window,
}) => {
  const backup = new BackupPage(window)
  const stick = regulars.folder('stick')
  mkdirSync(stick)
  await new ShellPage(window).open('backup')

  await regulars.chooseInDialog(regulars.data)
  await backup.backUpNow()
  await expect(window.getByText(t('errors.backup-in-data-folder'))).toBeVisible()

  await regulars.chooseInDialog(stick)
  await backup.backUpNow()
  await expect(backup.rows).toHaveCount(2)
  const copy = join(stick, readdirSync(stick).find((name) => name.endsWith('.db')) ?? '')
  const bytes = readFileSync(copy)
  bytes.fill(0x5a, 8192, 8192 + 2048)
  writeFileSync(copy, bytes)
  await regulars.chooseInDialog(copy)
  await backup.checkBackup()
  await expect(window.getByText(t('backup.bad', { file: basename(copy) }))).toBeVisible()
  await expect(backup.problems).not.toHaveCount(0)
})
