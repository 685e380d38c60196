// Pictures of every screen, empty and full, light and dark, small and large, with axe on each; look at them.
import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { findAxeProblems } from './find-axe-problems.ts'
import { projectRoot } from './find-electron.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'
import { listDialogs } from './walk-dialogs.ts'
import { fillShop, listStops, pickPerson, settle } from './walk-screens.ts'

// The longest of all: its walks are shared out among the displays.
test.describe.configure({ mode: 'parallel' })

const folder = join(projectRoot, 'test-results/pictures')
const sizes = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
]
/** Each theme is held to axe at one size, and each size in one theme: colours and layout are both covered once. */
const widthForAxe = { light: 1024, dark: 1440 }
/** Who looks at them wants all; whoever only checks has each screen once in each theme. */
const wantsAll = process.env.REGULARS_PICTURES === 'all'

const sizesOf = (theme: 'light' | 'dark') =>
  sizes.filter(({ width }) => wantsAll || width === widthForAxe[theme])

/** What is on the glass: Playwright's own pictures do not know of the zoom. */
async function capture({ app }: Regulars): Promise<Buffer> {
  const picture = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  return Buffer.from(picture, 'base64')
}

/** A key as the system sends it: those that Playwright makes never pass through the main process. */
async function pressForReal({ app }: Regulars, keyCode: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, code) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    for (const type of ['keyDown', 'keyUp'] as const)
      contents?.sendInputEvent({ type, keyCode: code, modifiers: ['control'] })
  }, keyCode)
}

/** Full screens are checked in both themes; of the rest, dialogs in the dark and empty screens in the light. */
const themesOf = (checkedIn: 'light' | 'dark') => (wantsAll ? (['light', 'dark'] as const) : [checkedIn])

for (const fill of ['empty', 'full'] as const) {
  for (const theme of fill === 'full' ? (['light', 'dark'] as const) : themesOf('light')) {
    test(`pictures of every screen, ${fill}, ${theme}`, async ({ regulars }) => {
      test.setTimeout(240_000)
      mkdirSync(folder, { recursive: true })
      await regulars.call('settings.change', { theme })
      if (fill === 'full') await fillShop(regulars)
      await regulars.reload()
      const person = fill === 'full' ? await pickPerson(regulars) : null
      const problems: string[] = []
      for (const { width, height } of sizesOf(theme)) {
        await regulars.setSize(width, height)
        for (const stop of listStops(regulars, person)) {
          await stop.open()
          await settle(regulars)
          const name = `${stop.name}-${fill}-${theme}-${width}`
          await regulars.window.screenshot({ path: join(folder, `${name}.png`) })
          if (width === widthForAxe[theme]) {
            problems.push(...(await findAxeProblems(regulars)).map((problem) => `${name}: ${problem}`))
          }
          await stop.leave?.()
        }
      }
      expect(problems).toEqual([])
      expect(regulars.complaints).toEqual([])
    })
  }
}

for (const theme of themesOf('dark')) {
  test(`pictures of every dialog, ${theme}`, async ({ regulars }) => {
    test.setTimeout(120_000)
    mkdirSync(folder, { recursive: true })
    await regulars.call('settings.change', { theme })
    await fillShop(regulars)
    await regulars.reload()
    const person = await pickPerson(regulars)
    if (!person) throw new Error('the sample shop has nobody on its focus list')
    const { width, height } = theme === 'light' ? sizes[0]! : sizes[1]!
    await regulars.setSize(width, height)
    const problems: string[] = []
    for (const stop of await listDialogs(regulars, person)) {
      await stop.open()
      await settle(regulars)
      const name = `${stop.name}-full-${theme}-${width}`
      await regulars.window.screenshot({ path: join(folder, `${name}.png`) })
      problems.push(...(await findAxeProblems(regulars)).map((problem) => `${name}: ${problem}`))
      await stop.leave?.()
    }
    expect(problems).toEqual([])
    expect(regulars.complaints).toEqual([])
  })
}

for (const theme of themesOf('light')) {
  test(`pictures of the first hour, ${theme}`, async ({ regulars }) => {
    test.setTimeout(240_000)
    mkdirSync(folder, { recursive: true })
    await regulars.call('settings.change', { theme })
    await regulars.reload()
    const { window } = regulars
    const { keyboard } = window
    const problems: string[] = []
    const take = async (step: string) => {
      for (const { width, height } of sizesOf(theme)) {
        await regulars.setSize(width, height)
        await settle(regulars)
        const name = `first-hour-${step}-${theme}-${width}`
        await window.screenshot({ path: join(folder, `${name}.png`) })
        if (width !== widthForAxe[theme]) continue
        problems.push(...(await findAxeProblems(regulars)).map((problem) => `${name}: ${problem}`))
      }
    }
    await window.getByRole('heading', { name: t('firstHour.title') }).waitFor()
    await keyboard.press('2')
    await expect(window.getByRole('textbox').first()).toBeFocused()
    const lines = [
      'Nora Lindqvist 415 555 0160, wants two gowns framed',
      'Customers:',
      '555 0190',
      'Tom Abara',
    ]
    await regulars.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), lines.join('\n'))
    await keyboard.press('Control+v')
    await expect(window.getByText(t('firstHour.odd.noName'))).toBeVisible()
    await take('paper-list')
    const asIs = window.getByRole('button', { name: t('firstHour.paper.asIs') })
    await asIs.first().click()
    await asIs.click()
    await window.getByRole('button', { name: t('firstHour.paper.add', { count: 4, shown: '4' }) }).click()
    await expect(window.getByRole('heading', { name: t('firstHour.answers.title') })).toBeVisible()
    await take('answers')
    await keyboard.press('Enter')
    await expect(window.getByRole('heading', { name: 'Nora Lindqvist' })).toBeVisible()
    await take('pick')
    await keyboard.press('f')
    await keyboard.type('Wedding in May')
    await take('why-now')
    await keyboard.press('Enter')
    for (const name of ['555 0190', 'Customers', 'Tom Abara']) {
      await expect(window.getByRole('heading', { name })).toBeVisible()
      await keyboard.press('l')
    }
    await expect(window.getByText(t('firstHour.pick.doneTitle'))).toBeVisible()
    await take('picked')
    expect(problems).toEqual([])
    expect(regulars.complaints).toEqual([])
  })
}

test('pictures of the sample shop in its own file, light and dark', async ({ regulars, window }) => {
  const shell = new ShellPage(window)
  const problems: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    const loaded = window.waitForEvent('load')
    await regulars.call('settings.change', { theme })
    await shell.find(theme === 'light' ? t('app.openSample') : t('app.sampleAfresh'))
    await loaded
    await expect(window.getByRole('button', { name: t('app.leaveSample') })).toBeVisible()
    await settle(regulars)
    await window.screenshot({ path: join(folder, `sample-${theme}.png`) })
    problems.push(...(await findAxeProblems(regulars)))
  }
  expect(problems).toEqual([])
  // It would say so.
  await window.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect(await findAxeProblems(regulars)).toEqual([expect.stringContaining('button-name: <button></button>')])
})

test('at 200 % every screen can still be read and used', async ({ regulars }) => {
  test.setTimeout(120_000)
  await fillShop(regulars)
  await regulars.reload()
  const person = await pickPerson(regulars)
  await regulars.setSize(1024, 700)
  const dialogs = person ? await listDialogs(regulars, person) : []
  for (let step = 0; step < 4; step += 1) await pressForReal(regulars, '+')
  await expect.poll(() => regulars.window.evaluate(() => window.devicePixelRatio)).toBeGreaterThan(2)
  for (const stop of [...listStops(regulars, person), ...dialogs]) {
    await stop.open()
    await settle(regulars)
    if (wantsAll) await writeFile(join(folder, `${stop.name}-zoomed.png`), await capture(regulars))
    const wide = await regulars.window.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wide, `${stop.name} scrolls sideways`).toBe(0)
    await stop.leave?.()
  }
})
