// Logging in the real window: from the person's page and from Today, corrected, deleted, taken back.
import { t } from '../../src/shared/messages/translate.ts'
import { touchesIn } from '../support/touches-in.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'

async function add(regulars: Regulars, name: string): Promise<number> {
  return (await regulars.call('people.add', { uid: crypto.randomUUID(), name })).id
}

async function notesOf(regulars: Regulars, personId: number): Promise<string[]> {
  return touchesIn(await regulars.call('touches.timeline', { personId })).map(
    (touch) => `${touch.happenedOn} ${touch.how} ${touch.note}`,
  )
}

test('a touch is written on the page, dated back, corrected, deleted and brought back', async ({
  regulars,
  window,
}) => {
  const nora = await add(regulars, 'Nora Lindqvist')
  await new ShellPage(window).find('nora')
  await expect(new PeoplePage(window).heading).toHaveText('Nora Lindqvist')
  const box = window
    .getByRole('form', { name: t('touches.logLabel') })
    .or(window.getByRole('group', { name: t('touches.logLabel') }))
    .or(window.getByRole('region', { name: t('touches.logLabel') }))
  await box.getByText(/^M\s*met$/).click()
  await box.getByRole('textbox', { name: t('touches.note'), exact: true }).fill('saw the walnut')
  await box.getByRole('textbox', { name: t('touches.day'), exact: true }).fill('fri')
  await window.keyboard.press('Enter')
  await expect.poll(() => notesOf(regulars, nora)).toEqual(['2026-11-20 met saw the walnut'])
  expect((await regulars.call('people.get', { id: nora })).touches).toBe(1)

  await window.getByText('saw the walnut').hover()
  await window.getByRole('button', { name: t('touches.deleteLabel', { on: '2026-11-20' }) }).click()
  await expect.poll(() => notesOf(regulars, nora)).toEqual([])
  await new ShellPage(window).undo()
  await expect.poll(() => notesOf(regulars, nora)).toEqual(['2026-11-20 met saw the walnut'])
  await expect(window.getByText('saw the walnut')).toBeVisible()
})

test('a day that is none is said at the box, and the note is kept', async ({ regulars, window }) => {
  const nora = await add(regulars, 'Nora Lindqvist')
  await new ShellPage(window).find('nora')
  await window.getByRole('textbox', { name: t('touches.note'), exact: true }).fill('kept')
  await window.getByRole('textbox', { name: t('touches.day'), exact: true }).fill('31 feb')
  await window.keyboard.press('Enter')
  await expect(window.getByText(t('touches.notADay', { typed: '31 feb' }))).toBeVisible()
  await expect(window.getByRole('textbox', { name: t('touches.note'), exact: true })).toHaveValue('kept')
  expect(await notesOf(regulars, nora)).toEqual([])
})

test('today’s first person is logged by one letter and a note, and makes room for the next', async ({
  regulars,
  window,
}) => {
  for (const name of ['Nora Lindqvist', 'Tom Abara']) {
    const personId = await add(regulars, name)
    await regulars.call('touches.addNextStep', {
      uid: crypto.randomUUID(),
      personId,
      step: { what: `samples for ${name}`, dueOn: '2026-11-23' },
    })
  }
  await new ShellPage(window).open('focus-list')
  await new ShellPage(window).open('today')
  const main = window.getByRole('main')
  await expect(main).toContainText('samples for Nora Lindqvist')
  await main.getByText('samples for Nora Lindqvist').click()
  await window.keyboard.press('t')
  await expect(window.locator('input:focus, textarea:focus')).toBeVisible()
  await window.keyboard.type('wants two')
  await window.keyboard.press('Enter')
  await expect(main).not.toContainText('You promised for today: samples for Nora Lindqvist')
  await expect(main).toContainText('samples for Tom Abara')
})

test('words not saved yet are there again after leaving and after a new start, and gone once saved', async ({
  regulars,
}) => {
  const nora = await add(regulars, 'Nora Lindqvist')
  await new ShellPage(regulars.window).find('nora')
  await regulars.window.getByRole('textbox', { name: t('touches.note'), exact: true }).fill('half a sentence')
  await new ShellPage(regulars.window).open('today')
  await new ShellPage(regulars.window).find('nora')
  await expect(regulars.window.getByRole('textbox', { name: t('touches.note'), exact: true })).toHaveValue(
    'half a sentence',
  )
  const window = await regulars.relaunch()
  await new ShellPage(window).find('nora')
  const note = window.getByRole('textbox', { name: t('touches.note'), exact: true })
  await expect(note).toHaveValue('half a sentence')
  await note.press('Enter')
  await expect.poll(() => notesOf(regulars, nora)).toEqual(['2026-11-23 talked half a sentence'])
  await expect(note).toHaveValue('')
  await new ShellPage(window).open('today')
  await new ShellPage(window).find('nora')
  await expect(window.getByText('half a sentence')).toBeVisible()
  await expect(window.getByRole('textbox', { name: t('touches.note'), exact: true })).toHaveValue('')
})
