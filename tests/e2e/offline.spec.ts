// The Wi-Fi drops: nothing here goes over it, so that every screen loads and is read anew as before.
import { t } from '../../src/shared/messages/translate.ts'
import { expect, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'
import { fillShop, listStops, settle } from './walk-screens.ts'

// A window that was offline is not handed on.
test.use({ ownStart: true })

test('without a network the screens load, and a touch that is logged is read anew', async ({
  regulars,
  window,
}) => {
  await fillShop(regulars)
  await window.context().setOffline(true)
  await expect.poll(() => window.evaluate(() => navigator.onLine)).toBe(false)
  const name = 'Ottoline Quist'
  const { id } = await regulars.call('people.add', { uid: crypto.randomUUID(), name })
  for (const { open, leave } of listStops(regulars, null)) {
    await open()
    await settle(regulars)
    await leave?.()
  }
  await new ShellPage(window).find(name)
  const note = window.getByRole('textbox', { name: t('touches.note'), exact: true })
  await note.fill('asked for oak')
  await note.press('Enter')
  await expect(window.getByRole('region', { name: t('touches.timeline') })).toContainText('asked for oak')
  expect((await regulars.call('people.get', { id })).touches).toBe(1)
})
