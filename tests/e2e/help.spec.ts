// Help: F1 opens the page of the screen one is on; every page is one click away and has words of its own.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, test } from './fixtures.ts'
import { type ScreenName, ShellPage } from './pages/shell-page.ts'
import { fillShop, listStops, pickPerson, settle } from './walk-screens.ts'

const pages: Record<string, string | undefined> = {
  today: 'today',
  'focus-list': 'focusList',
  'call-sheet': 'callSheet',
  people: 'people',
  person: 'person',
  place: 'places',
  texts: 'texts',
  import: 'import',
  referrals: 'referrals',
  backup: 'backup',
  settings: 'settings',
} satisfies Partial<Record<ScreenName | 'person' | 'place' | 'texts' | 'import', string>>

test('F1 opens the page of each screen, and Esc goes back to it', async ({ regulars, window }) => {
  test.setTimeout(120_000)
  await fillShop(regulars)
  await regulars.reload()
  window = regulars.window
  const person = await pickPerson(regulars)
  const dialog = window.getByRole('dialog')
  const opened = new Set<string>()
  for (const stop of listStops(regulars, person)) {
    const page = pages[stop.name]
    if (page === undefined || opened.has(page)) continue
    opened.add(page)
    await stop.open()
    await settle(regulars)
    await window.keyboard.press('F1')
    const [lead, ...points] = t(`help.page.${page}` as 'help.page.today').split('\n')
    await expect(dialog).toContainText(lead!)
    for (const point of points) await expect(dialog).toContainText(point)
    await expect(dialog.locator('[aria-current=page]')).toBeFocused()
    await window.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  expect([...opened].sort()).toEqual(Object.values(pages).sort())
})

test('every page is one click away, and says something of its own', async ({ window }) => {
  await new ShellPage(window).open('settings')
  await window.keyboard.press('F1')
  const dialog = window.getByRole('dialog')
  const buttons = dialog.getByRole('navigation').getByRole('button')
  await expect(buttons).toHaveCount(14)
  const seen = new Set<string | null>()
  for (const button of await buttons.all()) {
    await button.click()
    const heading = dialog.getByRole('heading', {
      level: 2,
      name: (await button.textContent()) ?? '',
      exact: true,
    })
    // The dialog's own title is a heading of the same rank.
    await expect(heading.last()).toBeVisible()
    seen.add(await dialog.getByRole('region').textContent())
  }
  expect(seen.size).toBe(14)
})
