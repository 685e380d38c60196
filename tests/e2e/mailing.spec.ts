// Letters to several people at once: chosen by what People shows, looked at, one print, one entry with one undo.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'
import { readPdf } from './read-pdf.ts'

const uid = () => crypto.randomUUID()

/** Six at one source, of whom two may not be written to, one has no firm; somebody else who is none of them. */
async function fillShop(regulars: Regulars) {
  await regulars.call('settings.change', { shopName: 'Corner Frames' })
  const ids: Record<string, number> = {}
  for (const name of ['Ana Brandt', 'Bea Orr', 'Cem Kaya', 'Dov Levi', 'Eli Noor', 'Fay Moss']) {
    const firmName = name === 'Eli Noor' ? '' : `${name.split(' ')[1]} Works`
    const { id } = await regulars.call('people.add', { uid: uid(), name, firmName, source: 'The fair' })
    ids[name] = id
    if (name !== 'Fay Moss') {
      const value = `${id} Mill Road\n04101 Portland`
      await regulars.call('people.saveContactPoint', {
        id: null,
        personId: id,
        kind: 'address',
        value,
        label: '',
      })
    }
  }
  await regulars.call('people.add', { uid: uid(), name: 'Gil Other', firmName: 'Elsewhere' })
  await regulars.call('people.setNeverContact', { id: ids['Cem Kaya']!, never: true, reason: '' })
  await regulars.call('people.setConsent', { id: ids['Dov Levi']!, channel: 'letter', answer: 'no' })
  await regulars.call('texts.add', {
    texts: [
      {
        uid: uid(),
        name: 'Open house',
        channel: 'letter',
        body: 'Dear {given name},\n\ncome with all of {firm} on the 12th.',
      },
    ],
  })
  return ids
}

const touchesOf = async (regulars: Regulars, personId: number) => {
  const { entries } = await regulars.call('touches.timeline', { personId })
  return entries.flatMap((entry) => (entry.kind === 'touch' ? [entry.touch] : []))
}

test('whom the list shows is written to, who cannot be is listed; printed once, logged once, undone once', async ({
  regulars,
  window,
}) => {
  test.setTimeout(120_000)
  const ids = await fillShop(regulars)
  const { keyboard } = window
  await new ShellPage(window).find(t('people.title'))
  await window.getByRole('button', { name: t('people.filters.open') }).click()
  await window.getByRole('combobox', { name: t('people.filters.source.label') }).fill('The fair')
  await window.getByRole('option', { name: 'The fair' }).click()
  await keyboard.press('Escape')
  await expect(window.getByText(t('people.found', { count: 6, shown: '6' }))).toBeVisible()
  await window.getByRole('button', { name: t('texts.many.open') }).press('Enter')
  const dialog = window.getByRole('dialog', { name: t('texts.many.title') })
  const begin = dialog.getByLabel(t('texts.write.with'))
  await expect(begin).toBeFocused()
  await begin.selectOption({ label: 'Open house' })
  const preview = (number: number, name: string) =>
    dialog.getByRole('region', { name: t('texts.many.preview', { number, count: 3, name }) })
  await expect(preview(1, 'Ana Brandt')).toContainText(
    'Dear Ana,\n\ncome with all of Brandt Works on the 12th.',
  )
  await dialog.getByRole('button', { name: t('texts.many.after') }).press('Enter')
  await expect(preview(2, 'Bea Orr')).toContainText('Dear Bea,')
  await expect(dialog.getByText(t('texts.many.leftOut', { count: 3 }))).toBeVisible()
  for (const [name, why] of [
    ['Cem Kaya', t('texts.many.why.neverContact')],
    ['Dov Levi', t('texts.many.why.saidNo')],
    ['Eli Noor', t('texts.many.why.missing', { fields: '{firm}' })],
  ] as const)
    await expect(dialog.getByRole('listitem').filter({ hasText: `${name} ${why}` })).toBeVisible()
  await expect(dialog.getByText(t('texts.many.noAddress', { count: 1, names: 'Fay Moss' }))).toBeVisible()

  mkdirSync(regulars.folder('letters'))
  const file = join(regulars.folder('letters'), 'letters.pdf')
  await regulars.saveInDialog(file)
  await dialog.getByRole('button', { name: t('texts.write.savePdf') }).press('Enter')
  await expect(dialog.getByText(t('texts.write.saved', { file, count: 3 }))).toBeVisible({ timeout: 20_000 })
  const pdf = readPdf(file)
  expect(pdf.title).toBe(t('texts.letter.titleMany', { count: 3 }))
  const pages = pdf.pages.map((page) => page.texts.map((piece) => piece.text).join(' '))
  expect(pages).toHaveLength(3)
  for (const [index, name] of ['Ana', 'Bea', 'Fay'].entries()) expect(pages[index]).toContain(`Dear ${name},`)
  for (const quiet of ['Cem', 'Dov', 'Eli', 'Gil']) expect(pages.join()).not.toContain(quiet)
  expect(await touchesOf(regulars, ids['Ana Brandt']!)).toEqual([])

  await regulars.app.evaluate(({ app }) => {
    app.on('browser-window-created', (_event, { webContents }) => {
      webContents.getPrintersAsync = async () => [{} as Electron.PrinterInfo]
      webContents.print = (_options, done) => done?.(true, '')
    })
  })
  await dialog.getByRole('button', { name: t('texts.many.print', { count: 3 }) }).press('Enter')
  await expect(dialog).toBeHidden({ timeout: 20_000 })
  for (const name of ['Ana Brandt', 'Bea Orr', 'Fay Moss'])
    expect(await touchesOf(regulars, ids[name]!)).toMatchObject([
      { how: 'letter', channel: 'letter', note: 'Open house', toMany: true, recipients: 3 },
    ])
  expect(await touchesOf(regulars, ids['Dov Levi']!)).toEqual([])
  await regulars.call('app.undo', {})
  for (const id of Object.values(ids)) expect(await touchesOf(regulars, id)).toEqual([])
})

test('begun empty from the search box: people are picked, and words without them go nowhere', async ({
  regulars,
  window,
}) => {
  await fillShop(regulars)
  const { keyboard } = window
  await new ShellPage(window).find(t('texts.many.open'))
  const dialog = window.getByRole('dialog', { name: t('texts.many.title') })
  const picker = dialog.getByLabel(t('touches.many.add'))
  await expect(picker).toBeFocused()
  await dialog.getByRole('button', { name: t('texts.many.print', { count: 0 }) }).press('Enter')
  await expect(dialog.getByText(t('texts.many.nobody'))).toBeVisible()
  await picker.focus()
  await keyboard.type('Bea')
  await expect(window.getByRole('option', { name: 'Bea Orr' })).toBeVisible()
  await keyboard.press('Enter')
  await expect(
    dialog.getByRole('button', { name: t('touches.many.remove', { name: 'Bea Orr' }) }),
  ).toBeVisible()
  await dialog.getByRole('textbox', { name: t('texts.write.body.letter') }).fill('Dear {nobody}, come.')
  await expect(dialog.getByText(t('texts.write.unknown', { fields: '{nobody}' }))).toBeVisible()
})
