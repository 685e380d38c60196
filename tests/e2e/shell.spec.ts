// The frame: every screen by key and by search, help, and what the owner reads when the file cannot be opened.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, Regulars, test } from './fixtures.ts'
import { type ScreenName, ShellPage } from './pages/shell-page.ts'
import { settle } from './walk-screens.ts'

const screens: ScreenName[] = [
  'today',
  'focus-list',
  'call-sheet',
  'people',
  'referrals',
  'backup',
  'settings',
]

test('every screen is one keystroke away, and numbers show only while Ctrl is held', async ({ window }) => {
  const shell = new ShellPage(window)
  for (const [index, name] of screens.entries()) {
    await window.keyboard.press(`Control+${index + 1}`)
    await expect(shell.link(name)).toHaveAttribute('aria-current', 'page')
  }
  const digit = shell.link('people').getByText('4')
  await expect(digit).toBeHidden()
  await window.keyboard.down('Control')
  await expect(digit).toBeVisible()
  await window.keyboard.up('Control')
  await expect(digit).toBeHidden()
})

test('Tab goes round the whole window and every stop is visible', async ({ regulars, window }) => {
  const shell = new ShellPage(window)
  for (const name of screens) {
    await shell.open(name)
    await settle(regulars)
    const seen = new Set<string>()
    let back = false
    for (let step = 0; step < 300 && !back; step += 1) {
      await window.keyboard.press('Tab')
      const stop = await window.evaluate(describeFocus)
      if (stop === null) continue
      expect(stop.drawn, `${name}: focus on ${stop.path} is not drawn`).toBe(true)
      back = seen.has(stop.path)
      seen.add(stop.path)
    }
    expect(back, `${name}: Tab came back to where it was after ${seen.size} stops`).toBe(true)
    expect(seen.size, `${name}: ${[...seen].join('; ')}`).toBeGreaterThanOrEqual(screens.length + 3)
  }
})

test('the search box finds screens and commands, and Esc leaves it', async ({ window }) => {
  const shell = new ShellPage(window)
  await shell.find('sett')
  await expect(shell.link('settings')).toHaveAttribute('aria-current', 'page')
  await shell.find('help')
  await expect(window.getByRole('dialog')).toContainText(t('help.page.settings').split('\n')[0]!)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toBeHidden()
  await window.keyboard.press('F1')
  await window.getByRole('button', { name: t('help.keys'), exact: true }).click()
  await expect(window.getByRole('dialog')).toContainText(t('app.keyUndo'))
  await window.getByRole('button', { name: t('help.sheetLetters') }).click()
  await expect(window.getByRole('dialog')).toContainText(t('app.letterX'))
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+k')
  await expect(window.getByRole('dialog')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toBeHidden()
})

test('a file that is not ours is left alone, and the screen says so', async () => {
  const regulars = new Regulars()
  mkdirSync(regulars.data, { recursive: true })
  writeFileSync(join(regulars.data, 'regulars.db'), 'not a data file, but somebody may want it')
  try {
    await regulars.launch()
    await expect(regulars.window.getByRole('heading', { name: t('app.cannotOpen') })).toBeVisible()
    await expect(regulars.window.getByRole('alert')).toContainText('regulars.db')
  } finally {
    await regulars.close().finally(() => regulars.clearAway())
  }
})

test('two windows on one file: the second says so and opens it once the first is closed', async ({
  regulars,
}) => {
  const second = new Regulars(regulars.data)
  try {
    await second.launch()
    const again = second.window.getByRole('button', { name: t('app.tryAgain') })
    await expect(again).toBeVisible({ timeout: 30_000 })
    await again.click()
    await expect(again).toBeDisabled()
    await expect(again).toBeEnabled({ timeout: 30_000 })
    await regulars.close()
    await again.click()
    await expect(new ShellPage(second.window).link('today')).toBeVisible()
  } finally {
    await second.close().finally(() => second.clearAway())
  }
})

/** Where the focus is, and whether the page draws a ring for it. */
function describeFocus(): { path: string; drawn: boolean } | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const steps: string[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    steps.unshift(`${at.tagName}:${Array.from(at.parentElement?.children ?? []).indexOf(at)}`)
  }
  const outlined = (target: Element) => {
    const style = getComputedStyle(target)
    return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
  }
  // A checkbox is drawn by its label, a field by its box.
  const drawn = outlined(element) || Array.from(element.parentElement?.children ?? []).some(outlined)
  return { path: steps.join('>'), drawn }
}
