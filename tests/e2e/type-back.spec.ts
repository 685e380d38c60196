// Friday: the sheet typed back in by keyboard, mistakes mended where they are, taken back and done again.

import { t } from '../../src/shared/messages/translate.ts'
import { proposeSheet } from '../support/propose-sheet.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'
import { TypeBackPage } from './pages/type-back-page.ts'

const uid = () => crypto.randomUUID()
const week = '2026-W48'
const names = ['Nora', 'Tom', 'Jim', 'Anna', 'Elin', 'Grace', 'Ruth', 'Kofi', 'Dana'].map(
  (name) => `${name} Abara`,
)

/** A printed sheet of nine rows; the clock of the tests stands on its Monday. */
async function makeSheet(regulars: Regulars): Promise<number[]> {
  const ids: number[] = []
  for (const name of names) {
    const { id } = await regulars.call('people.add', { uid: uid(), name, phone: `555 01${10 + ids.length}` })
    await regulars.call('focusList.add', { uid: uid(), personId: id })
    ids.push(id)
  }
  await proposeSheet(regulars, { uid: uid(), week })
  await regulars.call('callSheets.markPrinted', { week })
  return ids
}

async function countTouches(regulars: Regulars, ids: number[]): Promise<number> {
  const people = await Promise.all(ids.map((id) => regulars.call('people.get', { id })))
  return people.reduce((sum, person) => sum + person.touches + person.attempts, 0)
}

test('nine rows with three mistakes are typed back by keyboard, mended, saved, taken back and done again', async ({
  regulars,
}) => {
  const { window } = regulars
  const ids = await makeSheet(regulars)
  const page = new TypeBackPage(window)
  await page.open(new ShellPage(window))
  await expect(page.box).toBeFocused()
  await window.keyboard.type(
    '1 mo v +7 left msg re oak frame\n2 mo t likes the walnut\n3 tuf n\n4 mo tr Sam Duarte, new office\n',
  )
  await expect(page.line(1)).toContainText(/1Nora Abara.*Mon 23.*voicemail.*Mon 30 Nov/)
  await expect(page.line(1)).toContainText('left msg re oak frame')
  await expect(page.line(3)).toContainText('“tuf” is no day of the sheet. Write two letters of it, like tu.')
  await expect(page.line(3).locator('mark')).toHaveText('tuf')
  await window.keyboard.type(
    '5 mo w oak frame\n6 mo l\n7 mo tz\n8 mo n\n1 mo t again\n9 e\na Ann Lee, 555 0199, walked by',
  )
  await expect(page.line(9)).toContainText('Nora Abara has a line for Mon 23 Nov already: line 1.')
  await expect(page.problems).toHaveText(t('callSheets.typing.problemCount', { count: 3 }))
  await expect(page.save).toBeDisabled()

  // Ctrl+Enter goes to what is wrong, with the place selected: typing mends it.
  await window.keyboard.press('Control+Enter')
  await window.keyboard.type('mo')
  await expect(page.line(3)).toContainText('no answer')
  await window.keyboard.press('Control+Enter')
  await window.keyboard.type('t')
  await expect(page.line(7)).toContainText('Ruth Abara')
  await window.keyboard.press('Control+Enter')
  await window.keyboard.press('Shift+End')
  await window.keyboard.press('Backspace')
  await window.keyboard.press('Backspace')
  await expect(page.save).toHaveText(t('callSheets.typing.saveCount', { count: 10 }))

  // What is left open is asked for once, and what is answered stands in the line.
  await window.keyboard.press('Control+Enter')
  await expect(page.field('friend', 'Jim Abara')).toBeHidden()
  await expect(page.field('amount', 'Elin Abara')).toBeFocused()
  await window.keyboard.type('640')
  await window.keyboard.press('Enter')
  await expect(page.box).toHaveValue(/5 mo w 640 oak frame/)
  await expect(page.field('source', 'Elin Abara')).toBeFocused()
  await window.keyboard.type('the fair')
  await window.keyboard.press('Tab')
  await expect(page.box).toHaveValue(/5 mo w 640 from the fair, oak frame/)
  await window.keyboard.press('Control+Enter')

  await expect(page.saved).toContainText('Saved: 8 touches, 2 tries.')
  await expect(page.saved).toContainText('New: Ann Lee')
  await expect(page.box).toHaveValue('')
  await expect(page.box).toBeFocused()
  expect(await countTouches(regulars, ids)).toBe(9)
  const elin = await regulars.call('people.get', { id: ids[4]! })
  expect(elin).toMatchObject({ source: 'the fair', focus: null })

  await window.keyboard.press('Control+z')
  await expect(window.getByTestId('foot-line')).toContainText('Taken back')
  expect(await countTouches(regulars, ids)).toBe(0)
  await window.keyboard.press('Control+Shift+z')
  await expect.poll(() => countTouches(regulars, ids)).toBe(9)
  await expect(window.getByTestId('foot-line')).toContainText('Typed back 9 rows')

  // Typed again, the same row and day corrects.
  await page.box.fill('1 mo t they rang back')
  await expect(page.line(1)).toContainText(t('callSheets.typing.corrects'))
  await window.keyboard.press('Control+Enter')
  await expect(page.saved).toContainText('Saved: 1 corrected.')
  expect(await countTouches(regulars, ids)).toBe(9)
})

test('lines that were typed are there again after leaving and starting anew', async ({ regulars }) => {
  await makeSheet(regulars)
  const page = new TypeBackPage(regulars.window)
  const shell = new ShellPage(regulars.window)
  await page.open(shell)
  await regulars.window.keyboard.type('1 mo v left msg\n2 ')
  await shell.open('people')
  await page.open(shell)
  await expect(page.box).toHaveValue('1 mo v left msg\n2 ')
  await regulars.window.keyboard.press('Control+End')
  await regulars.window.keyboard.type('mo t')
  await expect(page.line(2)).toContainText('talked')
  await expect
    .poll(async () => (await regulars.call('app.draft', { key: `type-back:${week}` }))?.value)
    .toBe('1 mo v left msg\n2 mo t')
  await regulars.relaunch()
  const again = new TypeBackPage(regulars.window)
  await again.open(new ShellPage(regulars.window))
  await expect(again.box).toHaveValue('1 mo v left msg\n2 mo t')
})

test('a call without a line begins by a click, and a week without a sheet says what to do', async ({
  regulars,
}) => {
  await makeSheet(regulars)
  const { window } = regulars
  const page = new TypeBackPage(window)
  await page.open(new ShellPage(window))
  await window.getByRole('button', { name: '4 Anna Abara' }).click()
  await expect(page.box).toHaveValue('4 ')
  await window.keyboard.type('mo n\nrest n')
  await expect(page.line(2)).toContainText(t('callSheets.typing.restOf', { count: 8 }))
  await window.getByRole('button', { name: t('callSheets.previousWeek') }).click()
  await expect(window.getByText(t('callSheets.typing.noSheet'))).toBeVisible()
  await window.getByRole('button', { name: t('callSheets.thisWeek') }).click()
  await expect(page.box).toHaveValue('4 mo n\nrest n')
})
