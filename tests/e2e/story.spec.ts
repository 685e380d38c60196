// The owner's first Monday, whole: import, pick five, log three touches, the sheet, a backup, and all still there tomorrow.
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, test } from './fixtures.ts'
import { BackupPage } from './pages/backup-page.ts'
import { CallSheetPage } from './pages/call-sheet-page.ts'
import { ImportPage } from './pages/import-page.ts'
import { PeoplePage } from './pages/people-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { readPdf } from './read-pdf.ts'

const names = [
  'Nora Lindqvist',
  'Tom Abara',
  'Grace Okafor',
  'Jim Petrakis',
  'Elin Berg',
  'Sam Duarte',
  'Anna Weiss',
  'Frank Dell',
]
const file = ['Name,Phone', ...names.map((name, index) => `${name},415 555 01${10 + index}`)].join('\n')
const picked = names.slice(0, 5)

test('import, pick five, log three touches, save the sheet, back up, quit, start again', async ({
  regulars,
}) => {
  test.setTimeout(120_000)
  let { window } = regulars
  const imports = new ImportPage(regulars)
  await imports.open()
  await imports.choose(imports.write('phone.csv', file))
  await imports.importButton(names.length).click()
  await expect(imports.result).toContainText(t('importExport.result.added', { count: 8, shown: '8' }))

  for (const name of picked) {
    await new ShellPage(window).open('people')
    const people = new PeoplePage(window)
    await people.search.fill(name)
    await expect(people.lines).toHaveCount(1)
    await window.keyboard.press('Enter')
    await expect(people.heading).toHaveText(name)
    await window.getByRole('button', { name: t('focusList.add'), exact: true }).click()
    await expect(window.getByRole('button', { name: t('focusList.onList'), exact: true })).toBeVisible()
  }
  await new ShellPage(window).open('focus-list')
  await expect(window.getByRole('heading', { level: 1 })).toContainText('5 of 25')

  // Six keystrokes beside the note: Ctrl+L, two letters, Enter, one letter, Enter. After the box is there nothing waits.
  for (const [letters, how, note] of [
    ['no', 'm', 'likes the walnut'],
    ['to', 'v', 'left word about the waiting room'],
    ['gr', 'n', ''],
  ] as const) {
    await window.keyboard.press('Control+l')
    await expect(window.getByRole('dialog').getByLabel(t('touches.withWhom'))).toBeFocused()
    await window.keyboard.type(letters)
    await window.keyboard.press('Enter')
    await window.keyboard.type(`${how}${note}`)
    await window.keyboard.press('Enter')
    await expect(window.getByRole('dialog')).toBeHidden()
  }
  const rows = (await regulars.call('focusList.get', {})).rows
  const counted = Object.fromEntries(rows.map((row) => [row.name, [row.touches, row.attempts]]))
  expect(counted).toMatchObject({ 'Nora Lindqvist': [1, 0], 'Tom Abara': [1, 0], 'Grace Okafor': [0, 1] })

  await new ShellPage(window).open('call-sheet')
  const sheet = new CallSheetPage(window)
  await window.getByRole('button', { name: t('callSheets.nextWeek') }).click()
  await sheet.propose()
  await expect(sheet.preview).toContainText('Jim Petrakis')
  const pdf = regulars.folder('sheet.pdf')
  await regulars.saveInDialog(pdf)
  await sheet.button(t('callSheets.savePdf')).click()
  await expect(sheet.outcome).toContainText(pdf)
  const printed = readPdf(pdf).pages.flatMap((page) => page.texts.map((text) => text.text))
  expect(printed).toContain('Jim Petrakis')
  expect(printed).not.toContain('Anna Weiss')
  const rowsOnSheet = await sheet.rows.count()

  const stick = regulars.folder('stick')
  mkdirSync(stick)
  await new ShellPage(window).open('backup')
  await regulars.chooseInDialog(stick)
  await new BackupPage(window).backUpNow()
  await expect(new BackupPage(window).rows.filter({ hasText: stick })).not.toHaveCount(0)
  const copies = readdirSync(stick).filter((name) => name.endsWith('.db'))
  expect(copies).toHaveLength(1)
  expect(existsSync(join(stick, `${copies[0]}.sha256`))).toBe(true)

  window = await regulars.relaunch()
  await new ShellPage(window).open('focus-list')
  for (const name of picked) await expect(window.getByRole('main')).toContainText(name)
  await new ShellPage(window).open('people')
  await new PeoplePage(window).search.fill('walnut')
  await expect(new PeoplePage(window).lines).toHaveCount(1)
  await window.keyboard.press('Enter')
  await expect(window.getByText('likes the walnut', { exact: true })).toBeVisible()
  await new ShellPage(window).open('call-sheet')
  await window.getByRole('button', { name: t('callSheets.nextWeek') }).click()
  await expect(new CallSheetPage(window).rows).toHaveCount(rowsOnSheet)
  expect(regulars.complaints).toEqual([])
})
