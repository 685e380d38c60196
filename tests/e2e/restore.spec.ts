// Back up, damage, restore: in the window and on the command line; the file from before is still there.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { findAxeProblems } from './find-axe-problems.ts'
import { projectRoot } from './find-electron.ts'
import { expect, monday, type Regulars, test } from './fixtures.ts'
import { BackupPage } from './pages/backup-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { runCommand } from './run-command.ts'

const pictures = join(projectRoot, 'test-results/pictures')

/** Ann is in the backup; Bo and a touch are in the file alone. */
async function makeBackup(regulars: Regulars): Promise<string> {
  const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Ann' })
  await regulars.chooseInDialog(regulars.folder('stick'))
  const folder = await regulars.call('app.chooseFolder', { purpose: 'backup' })
  const { file } = await regulars.call('backup.run', { folder: folder?.token ?? '' })
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Bo' })
  await regulars.call('touches.log', { uid: crypto.randomUUID(), personId: id, touch: { how: 'met' } })
  return file
}

async function readNames(regulars: Regulars): Promise<string[]> {
  const { rows } = await regulars.call('people.list', {})
  return rows.map((row) => row.name).sort()
}

function listAside(regulars: Regulars): string[] {
  return readdirSync(join(regulars.data, 'set-aside'))
}

test('restoring shows both sides first, and keeps the file unless told otherwise', async ({
  regulars,
  window,
}) => {
  mkdirSync(pictures, { recursive: true })
  const file = await makeBackup(regulars)
  await new ShellPage(window).open('backup')
  const page = new BackupPage(window)
  await regulars.chooseInDialog(file)
  await page.restoreBackup()
  const dialog = page.restoreDialog
  await expect(dialog).toContainText(t('backup.restore.lostPeople', { count: 1 }))
  await expect(dialog).toContainText(t('backup.restore.lostTouches', { count: 1 }))
  await window.screenshot({ path: join(pictures, 'restore.png') })
  expect(await findAxeProblems(regulars)).toEqual([])
  // Enter does what is safe.
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await readNames(regulars)).toEqual(['Ann', 'Bo'])

  await page.restoreBackup()
  await page.confirmRestore()
  await expect(window.getByText(t('backup.peopleCount', { count: 1 }))).toBeVisible()
  await expect(page.rows).toHaveCount(2)
  await window.screenshot({ path: join(pictures, 'restored.png') })
  expect(await readNames(regulars)).toEqual(['Ann'])
  expect(listAside(regulars)).toHaveLength(1)
  // The screens show the file that is open now, and what is done in it is saved.
  await new ShellPage(window).open('people')
  await expect(window.getByText('Bo', { exact: true })).toBeHidden()
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Cy' })
  await regulars.relaunch()
  expect(await readNames(regulars)).toEqual(['Ann', 'Cy'])
  expect(regulars.complaints).toEqual([])
})

test('a file that is damaged is refused in words, and nothing changes', async ({ regulars, window }) => {
  const file = await makeBackup(regulars)
  appendFileSync(file, 'x')
  await new ShellPage(window).open('backup')
  const page = new BackupPage(window)
  await regulars.chooseInDialog(file)
  await page.restoreBackup()
  await expect(page.restoreDialog.getByRole('alert')).toContainText('nothing was changed')
  await window.screenshot({ path: join(pictures, 'restore-refused.png') })
  await window.keyboard.press('Escape')
  expect(await readNames(regulars)).toEqual(['Ann', 'Bo'])
  expect(readdirSync(regulars.data)).not.toContain('restoring')
})

test('a damaged file: the first screen offers the way back, and everything is there', async ({
  regulars,
}) => {
  const file = await makeBackup(regulars)
  await regulars.close()
  const garbage = Buffer.alloc(60_000, 'not a data file any more ')
  writeFileSync(join(regulars.data, 'regulars.db'), garbage)
  await regulars.launch()
  const { window } = regulars
  await expect(window.getByRole('heading', { name: t('app.cannotOpen') })).toBeVisible()
  const page = new BackupPage(window)
  await expect(page.restoreButton).toBeVisible()
  await window.screenshot({ path: join(pictures, 'restore-start.png') })
  expect(await findAxeProblems(regulars)).toEqual([])
  await regulars.chooseInDialog(file)
  await page.restoreBackup()
  await expect(page.restoreDialog).toContainText(t('backup.restore.unreadable'))
  await window.screenshot({ path: join(pictures, 'restore-unreadable.png') })
  expect(await findAxeProblems(regulars)).toEqual([])
  await page.confirmRestore()
  await expect(page.heading).toBeVisible()
  expect(await readNames(regulars)).toEqual(['Ann'])
  const [aside] = listAside(regulars)
  expect(readFileSync(join(regulars.data, 'set-aside', aside ?? '', 'regulars.db')).equals(garbage)).toBe(
    true,
  )
})

test('on the command line: back up, damage, restore', async ({ regulars }) => {
  const file = await makeBackup(regulars)
  const busy = await runCommand(regulars.data, 'restore', file, '--data', regulars.data)
  expect(busy).toMatchObject({ code: 1, stdout: '' })
  expect(busy.stderr).toContain('open in another Regulars')
  await regulars.close()
  // On the day of the window: the first opening of another day tells standings anew, and writes.
  const run = (...args: string[]) =>
    runCommand(regulars.data, ...args, '--data', regulars.data, '--today', monday)

  const live = readFileSync(join(regulars.data, 'regulars.db'))
  const foreign = join(regulars.data, 'words.db')
  writeFileSync(foreign, 'Ann, Bo')
  const refused = await run('restore', foreign)
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('was not made by Regulars')
  expect(readFileSync(join(regulars.data, 'regulars.db')).equals(live)).toBe(true)
  expect(await run('restore')).toMatchObject({ code: 2, stdout: '' })

  const over = await run('restore', file)
  expect(over).toMatchObject({ code: 0, stderr: '' })
  expect(over.stdout).toContain('1 people, 0 touches')
  expect(over.stdout).toContain(t('backup.restore.lostTouches', { count: 1 }))

  writeFileSync(join(regulars.data, 'regulars.db'), 'garbage')
  const ran = await run('restore', file, '--json')
  expect(ran).toMatchObject({ code: 0 })
  const result = JSON.parse(ran.stdout) as { people: number; setAside: string; before: unknown }
  expect(result).toMatchObject({ people: 1, touches: 0, before: null })
  expect(readFileSync(join(result.setAside, 'regulars.db'), 'utf8')).toBe('garbage')
  expect(await run('check')).toMatchObject({ code: 0 })
})
