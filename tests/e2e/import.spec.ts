// Importing through the real window: chosen and dropped files, columns mapped by hand, refusals, and the way back.
import { t } from '../../src/shared/messages/translate.ts'
import { findAxeProblems } from './find-axe-problems.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ImportPage } from './pages/import-page.ts'
import { ShellPage } from './pages/shell-page.ts'

const shop = [
  'Name,Company,Phone,E-mail',
  'Nora Lindqvist,Lindqvist Weddings,415 555 0160,nora@lindqvist.example',
  'Ana Ruiz,,415 555 0123,ana@ruiz.example',
  'Luis Ruiz,,415 555 0123,',
].join('\n')

async function countPeople(regulars: Regulars): Promise<number> {
  return (await regulars.call('people.list', {})).total
}

test('a chosen file is shown, imported, and taken back with one undo', async ({ regulars, window }) => {
  const page = new ImportPage(regulars)
  await page.open()
  await page.choose(page.write('people.csv', shop))
  await expect(page.file('people.csv').getByRole('table')).toContainText('Lindqvist Weddings')
  expect(await countPeople(regulars)).toBe(0)

  await page.importButton(3).click()
  await expect(page.result).toContainText(t('importExport.result.added', { count: 3, shown: '3' }))
  await expect(page.result).toContainText(t('importExport.result.households', { count: 1, shown: '1' }))
  expect(await countPeople(regulars)).toBe(3)
  await page.result.getByRole('button', { name: t('importExport.result.seePeople') }).click()
  await expect(window.getByText('Nora Lindqvist')).toBeVisible()

  await window.keyboard.press('Control+z')
  await expect.poll(() => countPeople(regulars)).toBe(0)
  await page.open()
  await expect(page.result).toBeHidden()
  await expect(window.getByText(t('importExport.past.title'))).toBeHidden()
  expect(regulars.complaints).toEqual([])
})

test('a file with unknown columns is mapped by hand, and keeps its mapping beside another', async ({
  regulars,
  window,
}) => {
  const page = new ImportPage(regulars)
  await page.open()
  await page.choose(page.write('kunden.csv', 'Wer,Wohin,Ruf\nAna Ruiz,Porto 12,415 555 0123\nTom,Faro 3,\n'))
  const file = page.file('kunden.csv')
  await expect(file).toContainText(t('importExport.screen.unknown'))
  await expect(window.getByRole('button', { name: t('importExport.screen.importNobody') })).toBeDisabled()

  await page.map('Wer', 'name')
  await page.map('Wohin', 'address')
  await page.map('Ruf', 'phone')
  const people = file.getByRole('table', {
    name: t('importExport.screen.firstPeople', { name: 'kunden.csv' }),
  })
  await expect(people.getByRole('row')).toHaveCount(3)
  await expect(people).toContainText('415 555 0123')

  await page.choose(page.write('people.csv', shop.replaceAll('Ana Ruiz', 'Eva Ruiz')))
  await expect(people).toContainText('Ana Ruiz')
  await page.importButton(5).click()
  await expect(page.result).toContainText(t('importExport.result.added', { count: 5, shown: '5' }))
  const { rows } = await regulars.call('people.list', { search: 'Ana Ruiz' })
  const ana = await regulars.call('people.get', { id: rows[0]!.id })
  expect(ana.contactPoints.map(({ kind, value }) => [kind, value])).toEqual([
    ['phone', '415 555 0123'],
    ['address', 'Porto 12'],
  ])
})

test('a file that cannot be read says why, holds the others back, and costs nothing once it is out', async ({
  regulars,
  window,
}) => {
  const page = new ImportPage(regulars)
  await page.open()
  await page.choose(
    page.write('people.csv', `${shop}\n,,,`),
    page.write('cut.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana'),
  )
  await expect(page.file('cut.vcf').getByRole('alert')).toHaveText(
    t('errors.import-cut-off', { file: 'cut.vcf', line: 1 }),
  )
  await expect(window.getByText(t('importExport.screen.refusedFirst'))).toBeVisible()
  await expect(page.importButton(3)).toBeDisabled()
  await window.getByRole('button', { name: t('importExport.screen.remove', { name: 'cut.vcf' }) }).click()
  await page.importButton(3).click()
  await expect(page.result).toContainText(t('importExport.result.added', { count: 3, shown: '3' }))
})

test('files dropped on the window are read; what is no file says so', async ({ regulars, window }) => {
  const page = new ImportPage(regulars)
  await page.open()
  const path = page.write('dropped.csv', shop)
  const session = await window.context().newCDPSession(window)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data })
  }
  await expect(window.getByText(t('importExport.screen.dropNow'))).toBeVisible()
  await session.send('Input.dispatchDragEvent', { type: 'drop', x: 500, y: 400, data })
  await expect(page.file('dropped.csv')).toContainText('Nora Lindqvist')
  await expect(window.getByText(t('importExport.screen.dropNow'))).toBeHidden()

  await window.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['x'], 'made-up.csv'))
    globalThis.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }))
  })
  await expect(window.getByText(t('importExport.screen.noPath'))).toBeVisible()
  await expect(page.importButton(3)).toBeEnabled()
})

test('an earlier import is taken back, but who was changed since stays', async ({ regulars, window }) => {
  const page = new ImportPage(regulars)
  await page.open()
  await page.choose(page.write('people.csv', shop))
  await page.importButton(3).click()
  await page.result.waitFor()
  const { rows } = await regulars.call('people.list', { search: 'Nora' })
  await regulars.call('people.edit', { id: rows[0]!.id, changes: { note: 'Likes walnut' } })

  await window
    .getByRole('button', { name: t('importExport.past.takeBack'), exact: false })
    .last()
    .click()
  await expect(window.getByText(t('importExport.past.removed', { count: 2, shown: '2' }))).toBeVisible()
  const why = t('importExport.takeBack.changed')
  await expect(
    window.getByText(t('importExport.past.keptLine', { name: 'Nora Lindqvist', reason: why })),
  ).toBeVisible()
  await expect(window.getByText(t('importExport.past.isTakenBack'))).toBeVisible()
  expect(await countPeople(regulars)).toBe(1)
})

test('what a file says is shown as it stands, and never run', async ({ regulars, window }) => {
  const page = new ImportPage(regulars)
  await page.open()
  const name = '<img src=x onerror=alert(1)>'
  await page.choose(page.write('odd.csv', `Name,Phone,<b>odd</b>\n${name},415 555 0100,<script>x</script>\n`))
  await expect(page.file('odd.csv')).toContainText(name)
  await page.importButton(1).click()
  await page.result.waitFor()
  await new ShellPage(window).open('people')
  await expect(window.getByText(name)).toBeVisible()
  expect(regulars.complaints).toEqual([])
})

test('refused rows and open columns hold nothing that axe finds serious', async ({ regulars }) => {
  const page = new ImportPage(regulars)
  await page.open()
  await page.choose(page.write('people.csv', `Name,Phone,Notes\nAna Ruiz,415 555 0100,\n,,only a note\n`))
  const file = page.file('people.csv')
  await file.getByText(t('importExport.screen.refusals', { count: 1, shown: '1' })).click()
  await expect(file).toContainText(t('importExport.parse.nobody'))
  await file.getByRole('button', { name: t('importExport.screen.showColumns') }).click()
  expect(await findAxeProblems(regulars)).toEqual([])

  await page.importButton(1).click()
  await expect(page.result).toContainText(t('importExport.result.rejected', { count: 1, shown: '1' }))
  await page.result.getByRole('button', { name: t('importExport.result.copy') }).click()
  await expect(page.result.getByRole('button', { name: t('importExport.result.copied') })).toBeVisible()
  const place = t('importExport.result.lineOf', { file: 'people.csv', line: 3 })
  expect(await regulars.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    `${place}: ${t('importExport.parse.nobody')}`,
  )
})
