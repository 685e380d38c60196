// A start that cannot go on by itself says so in plain words and offers the ways on, in the window and on the command line.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { findAxeProblems } from './find-axe-problems.ts'
import { projectRoot } from './find-electron.ts'
import { expect, monday, type Regulars, test } from './fixtures.ts'
import { runCommand } from './run-command.ts'

const pictures = join(projectRoot, 'test-results/pictures')
test.use({ ownStart: true })
test.beforeAll(() => mkdirSync(pictures, { recursive: true }))

const add = (regulars: Regulars, name: string) =>
  regulars.call('people.add', { uid: crypto.randomUUID(), name })

async function readNames(regulars: Regulars): Promise<string[]> {
  return (await regulars.call('people.list', {})).rows.map((row) => row.name).sort()
}

async function backUp(regulars: Regulars): Promise<string> {
  await regulars.chooseInDialog(regulars.folder('stick'))
  const folder = await regulars.call('app.chooseFolder', { purpose: 'backup' })
  return (await regulars.call('backup.run', { folder: folder?.token ?? '' })).file
}

async function take(regulars: Regulars, name: string): Promise<void> {
  await regulars.window.screenshot({ path: join(pictures, `opening-${name}.png`) })
  expect(await findAxeProblems(regulars)).toEqual([])
}

/** Killed with its log full, as a power cut leaves it. */
async function keepLog(regulars: Regulars): Promise<Record<string, Buffer>> {
  const files = ['regulars.db', 'regulars.db-wal', 'regulars.changes']
  const kept = Object.fromEntries(files.map((name) => [name, readFileSync(join(regulars.data, name))]))
  await regulars.close()
  return kept
}

test('a backup copied by hand over a file whose log remains: asked, told by check, opened without the log', async ({
  regulars,
}) => {
  await add(regulars, 'Ann')
  const backup = await backUp(regulars)
  await add(regulars, 'Bo')
  const kept = await keepLog(regulars)
  const file = join(regulars.data, 'regulars.db')
  copyFileSync(backup, file)
  writeFileSync(`${file}-wal`, kept['regulars.db-wal']!)
  const checked = await runCommand(regulars.data, 'check', '--data', regulars.data, '--today', monday)
  expect(checked).toMatchObject({ code: 1, stdout: '' })
  expect(checked.stderr).toContain('a log of changes that belongs to another file')
  expect(checked.stderr).not.toMatch(/\n\s+at /)
  await regulars.launch()
  const { window } = regulars
  await expect(window.getByRole('heading', { name: t('app.cannotOpen') })).toBeVisible()
  await expect(window.getByRole('button', { name: t('backup.restore.open') })).toBeVisible()
  await take(regulars, 'other-log')
  await window.getByRole('button', { name: t('app.openWithoutLog') }).click()
  await expect(async () => expect(await readNames(regulars)).toEqual(['Ann'])).toPass({ timeout: 30_000 })
  await expect(window.getByText(t('app.notice.missing', { count: 1, since: '' }).slice(0, 40))).toBeVisible()
  const [aside = ''] = readdirSync(join(regulars.data, 'set-aside'))
  expect(readdirSync(join(regulars.data, 'set-aside', aside)).sort()).toEqual([
    'regulars.db',
    'regulars.db-wal',
  ])
})

test('a file that is gone is not replaced by an empty shop without a question', async ({ regulars }) => {
  await add(regulars, 'Ann')
  const backup = await backUp(regulars)
  await regulars.close()
  renameSync(regulars.data, regulars.folder('moved'))
  const told = await runCommand(regulars.folder('.'), 'check', '--data', regulars.data)
  // A command of another session folder knows no backup: then an empty folder is an empty folder.
  expect(told.code).toBe(0)
  rmSync(regulars.data, { recursive: true })
  await regulars.launch()
  const { window } = regulars
  await expect(window.getByText(backup)).toBeVisible()
  await take(regulars, 'missing')
  expect(existsSync(join(regulars.data, 'regulars.db'))).toBe(false)
  await window.getByRole('button', { name: t('app.beginEmpty') }).click()
  // Asked while the storage opens the new file, a call may have no answer.
  await expect(async () => expect(await readNames(regulars)).toEqual([])).toPass({ timeout: 30_000 })
})

test('what a damaged log took away is told until it is noted, in the window and on the command line', async ({
  regulars,
}) => {
  for (const name of ['Ann', 'Bo', 'Cy']) await add(regulars, name)
  const kept = await keepLog(regulars)
  for (const [name, bytes] of Object.entries(kept)) writeFileSync(join(regulars.data, name), bytes)
  writeFileSync(join(regulars.data, 'regulars.db-wal'), kept['regulars.db-wal']!.subarray(0, 32))
  const run = (...args: string[]) =>
    runCommand(regulars.data, ...args, '--data', regulars.data, '--today', monday)
  const told = await run('check')
  expect(told).toMatchObject({ code: 0 })
  expect(told.stderr).toContain('3 changes that you saved are missing')
  await regulars.launch()
  const { window } = regulars
  await expect(window.getByText('3 changes that you saved are missing')).toBeVisible()
  await take(regulars, 'changes-missing')
  await window.getByRole('button', { name: t('app.notice.noted') }).click()
  await expect(window.getByText('3 changes that you saved are missing')).toBeHidden()
  await regulars.close()
  expect(await run('check')).toMatchObject({ code: 0, stderr: '' })
})

test('after six deaths the window has a way on', async ({ regulars, window }) => {
  await add(regulars, 'Ann')
  for (let death = 0; death < 6; death += 1) {
    const pid = await regulars.findStorage()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => regulars.findStorage().catch(() => pid), { timeout: 20_000 }).not.toBe(pid)
    // It is up when it answers.
    await regulars.call('settings.get', {}).catch(() => undefined)
  }
  await expect(window.getByText(t('errors.storage-stopped'))).toBeVisible()
  await take(regulars, 'stopped')
  await expect(window.getByRole('button', { name: t('backup.restore.open') })).toBeVisible()
  await window.getByRole('button', { name: t('app.startAgain') }).click()
  await expect.poll(() => readNames(regulars).catch(() => [])).toEqual(['Ann'])
})

test('nobody else can read what the program makes, whatever the umask', async ({ regulars }) => {
  await regulars.close()
  const before = process.umask(0)
  try {
    await regulars.launch()
  } finally {
    process.umask(before)
  }
  await add(regulars, 'Ann')
  const backup = await backUp(regulars)
  await regulars.chooseInDialog(regulars.folder('out'))
  const out = await regulars.call('app.chooseFolder', { purpose: 'export' })
  const made = await regulars.call('importExport.export', { folder: out?.token ?? '' })
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
  const folders = [regulars.data, regulars.folder('stick'), made.folder, join(made.folder, 'exact', 'tables')]
  expect(folders.map(modeOf)).toEqual(folders.map(() => '700'))
  const files = [
    ...['regulars.db', 'regulars.db-wal', 'regulars.changes', 'lock.db'].map((name) =>
      join(regulars.data, name),
    ),
    backup,
    `${backup}.sha256`,
    ...made.files.map((name) => join(made.folder, name)),
  ]
  expect(files.map(modeOf)).toEqual(files.map(() => '600'))
})
