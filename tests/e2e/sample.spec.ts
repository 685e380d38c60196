// The sample shop: a file of its own, marked on every screen, and the owner's file as it was all the while.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { type ScreenName, ShellPage } from './pages/shell-page.ts'
import { runCommand } from './run-command.ts'

test.use({ ownStart: true })

/** Each change of file loads the page anew. */
async function waitForAnother(window: Page, act: () => Promise<void>): Promise<void> {
  const loaded = window.waitForEvent('load')
  await act()
  await loaded
  await window.locator('main[aria-busy=false]').waitFor()
}

const leave = (window: Page) => window.getByRole('button', { name: t('app.leaveSample') })

/** Every file of the owner's folder but the lock, with its content. */
function readFolder(regulars: Regulars): Record<string, string> {
  const names = readdirSync(regulars.data).filter((name) => !name.startsWith('lock.db'))
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(regulars.data, name)))
        .digest('hex'),
    ]),
  )
}

async function countPeople(regulars: Regulars): Promise<number> {
  return (await regulars.call('people.list', { limit: 1 })).total
}

test('the sample shop is looked around in, changed and left; the owner’s file keeps every byte', async ({
  regulars,
}) => {
  test.setTimeout(120_000)
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Ann Lee' })
  await regulars.call('settings.change', { country: 'GB', theme: 'dark' })
  await regulars.close()
  const before = readFolder(regulars)
  expect(Object.keys(before)).toEqual(['regulars.changes', 'regulars.db'])

  const window = await regulars.launch()
  const shell = new ShellPage(window)
  await waitForAnother(window, () => shell.find(t('app.openSample')))
  await expect(leave(window)).toBeVisible()
  expect(readFolder(regulars)).toEqual(before)
  const start = await regulars.call('app.start', {})
  expect(start.demo).toBe(true)
  expect(start.dataFile.startsWith(regulars.data)).toBe(false)
  expect(await regulars.call('settings.get', {})).toMatchObject({ country: 'GB', theme: 'dark' })

  const full = await countPeople(regulars)
  expect(full).toBeGreaterThan(40)
  const screens: ScreenName[] = ['focus-list', 'call-sheet', 'people', 'backup', 'settings', 'today']
  for (const screen of screens) {
    await shell.open(screen)
    await expect(shell.sidebar).toContainText(t('app.sampleShop'))
    await expect(leave(window)).toBeVisible()
  }
  // Nothing the owner did: the sample shop cannot be undone away.
  expect((await regulars.call('app.history', {})).undo).toBeNull()
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Made up' })
  await regulars.call('settings.change', { shopName: 'Another name' })
  expect(readFolder(regulars)).toEqual(before)
  // Its lock is let go: a command may work on the owner's file meanwhile.
  const check = await runCommand(regulars.data, 'check', '--data', regulars.data)
  expect(check.code).toBe(0)

  await waitForAnother(window, () => leave(window).click())
  await expect(leave(window)).toBeHidden()
  await expect(shell.sidebar).not.toContainText(t('app.sampleShop'))
  expect((await regulars.call('app.start', {})).dataFile).toBe(join(regulars.data, 'regulars.db'))
  expect(await countPeople(regulars)).toBe(1)
  expect(await regulars.call('settings.get', {})).toMatchObject({ shopName: '', country: 'GB' })
})

test('what was done in the sample shop is there again next time, until it is started afresh', async ({
  regulars,
  window,
}) => {
  const shell = new ShellPage(window)
  await waitForAnother(window, () => shell.find(t('app.openSample')))
  await expect(leave(window)).toBeVisible()
  const full = await countPeople(regulars)
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Made up' })
  await waitForAnother(window, () => leave(window).click())
  await expect(leave(window)).toBeHidden()

  await waitForAnother(window, () => shell.find(t('app.openSample')))
  await expect(leave(window)).toBeVisible()
  expect(await countPeople(regulars)).toBe(full + 1)
  await waitForAnother(window, () => window.getByRole('button', { name: t('app.sampleAfresh') }).click())
  await expect(leave(window)).toBeVisible()
  expect(await countPeople(regulars)).toBe(full)

  // A start always shows the owner's own file.
  const again = await regulars.relaunch()
  await again.locator('main[aria-busy=false]').waitFor()
  await expect(leave(again)).toBeHidden()
  expect(await countPeople(regulars)).toBe(0)
})

test('when the storage process dies in the sample shop, it comes back to the sample shop', async ({
  regulars,
  window,
}) => {
  await waitForAnother(window, () => new ShellPage(window).find(t('app.openSample')))
  process.kill(await regulars.findStorage(), 'SIGKILL')
  // A call under way when it died answers an error; the next ones are served.
  await expect(async () => expect((await regulars.call('app.start', {})).demo).toBe(true)).toPass()
  await expect(leave(window)).toBeVisible()
})

test('a sample shop that cannot be opened says so, and the owner’s file is open again', async ({
  regulars,
  window,
}) => {
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Ann Lee' })
  const session = await regulars.app.evaluate(({ app }) => app.getPath('userData'))
  // Something of that name that is no data file.
  mkdirSync(join(session, 'sample shop', 'regulars.db'), { recursive: true })
  const shell = new ShellPage(window)
  await shell.find(t('app.openSample'))
  await expect(shell.foot).toBeVisible()
  await expect(shell.link('today')).toBeVisible()
  await expect(leave(window)).toBeHidden()
  await expect.poll(() => countPeople(regulars)).toBe(1)
})
