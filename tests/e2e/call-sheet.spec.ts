// Monday's sheet in the real window: proposed, reworded, reordered, taken back, saved, and printed without a printer.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { CallSheetPage } from './pages/call-sheet-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { readPdf } from './read-pdf.ts'

const uid = () => crypto.randomUUID()

async function addProspect(regulars: Regulars, name: string, phone = ''): Promise<number> {
  const { id } = await regulars.call('people.add', { uid: uid(), name, phone })
  await regulars.call('focusList.add', { uid: uid(), personId: id })
  return id
}

test('a sheet is proposed, changed by keyboard, taken back, and saved where the owner says', async ({
  regulars,
}) => {
  const { window } = regulars
  const sheet = new CallSheetPage(window)
  await addProspect(regulars, 'Nora Lindqvist', '555 0160')
  await addProspect(regulars, 'Tom Abara')
  const jim = await addProspect(regulars, '<img src=x onerror=alert(1)>')
  await regulars.call('touches.addNextStep', {
    uid: uid(),
    personId: jim,
    step: { what: 'walnut samples', dueOn: '2026-11-25' },
  })
  await new ShellPage(window).open('call-sheet')
  await sheet.propose()
  await expect(sheet.rows).toHaveCount(3)
  await expect(sheet.rows.first()).toContainText('Promised for Wed 25 Nov: walnut samples')
  await expect(sheet.preview).toContainText('Call sheet, 23')
  await expect(sheet.preview).toContainText('<img src=x onerror=alert(1)>')

  await sheet.rows.nth(2).getByRole('button').first().focus()
  await window.keyboard.press('Alt+ArrowUp')
  await expect(sheet.rows.nth(1)).toContainText('Tom Abara')
  await expect(sheet.rows.nth(1).getByRole('button').first()).toBeFocused()

  await sheet.rows
    .nth(1)
    .getByRole('button', { name: /^Why now/ })
    .press('Enter')
  await window.keyboard.type('He saw the window on Saturday')
  await window.keyboard.press('Enter')
  await expect(sheet.preview).toContainText('He saw the window on Saturday')

  await sheet.button(t('callSheets.takeOff', { name: 'Tom Abara' })).press('Enter')
  await expect(sheet.rows).toHaveCount(2)
  await window.keyboard.press('Control+z')
  await expect(sheet.rows).toHaveCount(3)
  await expect(sheet.rows.nth(1)).toContainText('He saw the window on Saturday')

  const file = regulars.folder('monday.pdf')
  await regulars.saveInDialog(file)
  await sheet.button(t('callSheets.savePdf')).click()
  await expect(sheet.outcome).toContainText(file)
  await expect(sheet.button(t('callSheets.showFolder'))).toBeVisible()
  const words = readPdf(file).pages.flatMap((page) => page.texts.map((text) => text.text))
  expect(words).toEqual(
    expect.arrayContaining(['Nora Lindqvist', 'Tom Abara', '555 0160', 'He saw the window on Saturday']),
  )
  expect(regulars.complaints).toEqual([])
})

/** What the system's print dialog answers; null: there is no printer. */
async function answerPrinting(regulars: Regulars, answer: { success: boolean; reason: string } | null) {
  await regulars.app.evaluate(({ app }, given) => {
    app.removeAllListeners('browser-window-created')
    app.on('browser-window-created', (_event, { webContents }) => {
      webContents.getPrintersAsync = async () =>
        given ? [{ name: 'p', displayName: 'Printer', description: '', options: {} }] : []
      webContents.print = (_options, callback) => callback?.(given?.success ?? false, given?.reason ?? '')
    })
  }, answer)
}

test('printing is remembered, closing the dialog is not, and a printer that fails is said', async ({
  regulars,
}) => {
  const sheet = new CallSheetPage(regulars.window)
  await addProspect(regulars, 'Nora Lindqvist')
  await new ShellPage(regulars.window).open('call-sheet')
  await sheet.propose()
  const print = async (success: boolean, reason = '') => {
    await answerPrinting(regulars, { success, reason })
    await sheet.button(t('callSheets.print')).click()
    await expect(sheet.button(t('callSheets.print'))).toBeEnabled()
  }
  await print(false, 'Print job canceled')
  await expect(sheet.outcome).toBeEmpty()
  await print(false, 'Print job failed')
  await expect(sheet.outcome).toHaveText(t('errors.print-failed'))
  expect((await regulars.call('callSheets.get', { week: '2026-W48' }))?.printedAt).toBeNull()
  await print(true)
  await expect(sheet.outcome).toHaveText(t('callSheets.sentToPrinter'))
  expect((await regulars.call('callSheets.get', { week: '2026-W48' }))?.printedAt).not.toBeNull()
})

test('without a printer the sheet is saved among the documents, and the screen says where', async ({
  regulars,
}) => {
  const sheet = new CallSheetPage(regulars.window)
  const documents = regulars.folder('documents')
  await answerPrinting(regulars, null)
  await regulars.app.evaluate(({ app, shell }, folder) => {
    app.setPath('documents', folder)
    const opened: string[] = []
    shell.showItemInFolder = (path) => void opened.push(path)
    Object.assign(globalThis, { opened })
  }, documents)
  await addProspect(regulars, 'Nora Lindqvist')
  await new ShellPage(regulars.window).open('call-sheet')
  await sheet.propose()
  await sheet.button(t('callSheets.print')).click()
  const file = join(documents, 'Call sheets', 'Call sheet 2026-W48.pdf')
  await expect(sheet.outcome).toHaveText(
    `${t('callSheets.savedForLackOfPrinter', { file })}${t('callSheets.showFolder')}`,
  )
  expect(existsSync(file)).toBe(true)
  await sheet.button(t('callSheets.showFolder')).click()
  await expect
    .poll(() => regulars.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual([file, file])
})

test('an empty week says what to do, and a hand-picked person makes a sheet of it', async ({ regulars }) => {
  const sheet = new CallSheetPage(regulars.window)
  const shell = new ShellPage(regulars.window)
  await shell.open('call-sheet')
  await expect(regulars.window.getByRole('heading', { name: t('callSheets.emptyFocus') })).toBeVisible()
  await sheet.propose()
  await expect(sheet.outcome).toContainText(t('errors.sheet-empty'))
  await regulars.call('people.add', { uid: uid(), name: 'Grace Okafor' })
  await sheet.button(t('callSheets.nextWeek')).click()
  await sheet.putOn('gr')
  await expect(sheet.rows).toHaveCount(1)
  await expect(sheet.preview).toContainText('Call sheet, 30')
  await sheet.button(t('callSheets.thisWeek')).click()
  await expect(sheet.rows).toHaveCount(0)
  await sheet.button(t('callSheets.openFocusList')).click()
  await expect(regulars.window.getByRole('heading', { level: 1, name: t('app.focusList') })).toBeVisible()
})
