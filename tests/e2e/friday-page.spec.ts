// The Friday page by keyboard: the week's numbers, the people behind them, the week before, and one page in black.
import { mkdirSync } from 'node:fs'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { CallSheetPage } from './pages/call-sheet-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { readPdf } from './read-pdf.ts'

const uid = () => crypto.randomUUID()

async function addPerson(regulars: Regulars, name: string): Promise<number> {
  return (await regulars.call('people.add', { uid: uid(), name })).id
}

const log = (regulars: Regulars, personId: number, how: 'met' | 'talked', more = {}) =>
  regulars.call('touches.log', { uid: uid(), personId, touch: { how, ...more } })

test('the week’s numbers open the people behind them, and lead to their pages', async ({
  regulars,
  window,
}) => {
  const nora = await addPerson(regulars, 'Nora Lindqvist')
  const tom = await addPerson(regulars, '<img src=x onerror=alert(1)>')
  await log(regulars, nora, 'met', { minutes: 70 })
  await log(regulars, nora, 'talked', { outcome: 'named a friend' })
  await log(regulars, tom, 'talked')
  await log(regulars, tom, 'talked', { happenedOn: '2026-11-18' })
  const sheet = new CallSheetPage(window)
  await new ShellPage(window).open('call-sheet')
  await window.getByRole('tab', { name: t('callSheets.review.tab') }).press('Enter')
  const figure = (name: 'touches' | 'met' | 'minutes') =>
    window
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${t(`callSheets.review.figures.${name}`)}`) })
  await expect(figure('touches')).toContainText('3')
  await expect(figure('touches')).toContainText('last week 1')
  await expect(figure('met')).toContainText('1 of 3 contacts, too early to tell')
  await expect(figure('minutes')).toContainText('1 h 10 min')
  await figure('touches').press('Enter')
  await expect(figure('touches')).toHaveAttribute('aria-expanded', 'true')
  const names = window
    .getByRole('main')
    .getByRole('listitem')
    .filter({
      has: window.getByRole('button', { name: new RegExp(`^${t('callSheets.review.figures.touches')}`) }),
    })
  await expect(names).toContainText('Nora Lindqvist')
  await expect(names).toContainText('<img src=x onerror=alert(1)>')
  // A touch logged now is counted now.
  await log(regulars, tom, 'met')
  await expect(figure('touches')).toContainText('4')

  await sheet.button(t('callSheets.previousWeek')).press('Enter')
  await expect(figure('touches')).toContainText('1')
  await sheet.button(t('callSheets.followingWeek')).press('Enter')
  await figure('touches').press('Enter')
  await names.getByRole('button', { name: 'Nora Lindqvist' }).press('Enter')
  await expect(window.getByRole('heading', { name: 'Nora Lindqvist' })).toBeVisible()
  expect(regulars.complaints).toEqual([])
})

test('it prints on one page of either paper, black, inside the area both share, however much happened', async ({
  regulars,
}) => {
  mkdirSync(regulars.folder('pdf'))
  await regulars.call('settings.change', { shopName: 'Petersen Framing' })
  for (let number = 1; number <= 30; number += 1) {
    const id = await addPerson(
      regulars,
      number === 1 ? 'Zoë Featherstonehaugh-Cholmondeley'.repeat(3) : `Person ${number}`,
    )
    await log(regulars, id, 'met', { outcome: 'quote', minutes: 10 })
    if (number > 16) continue
    await regulars.call('focusList.add', { uid: uid(), personId: id })
    await regulars.call('knowCard.qualify', { personId: id, question: 'need', answer: 'no' })
  }
  for (const paper of ['A4', 'Letter'] as const) {
    const file = regulars.folder(`pdf/friday ${paper}.pdf`)
    await regulars.saveInDialog(file)
    const target = await regulars.call('app.choosePdfFile', { suggested: 'friday.pdf' })
    const request = { week: '2026-W48', what: 'friday', paper, target: target!.token } as const
    expect(await regulars.call('callSheets.savePdf', request)).toMatchObject({ pages: 1, file })
    const { title, pages } = readPdf(file)
    expect(title).toBe(t('callSheets.review.documentTitle', { week: '2026-W48' }))
    expect(pages).toHaveLength(1)
    const [page] = pages
    expect(page!.colours).toEqual(['#000000'])
    expect(page!.tags).toEqual(expect.arrayContaining(['H2', 'H3', 'Table']))
    for (const { text, x, y, width, size, embedded } of page!.texts) {
      expect(size, text).toBeGreaterThanOrEqual(9)
      expect(embedded, text).toBe(true)
      expect(x, text).toBeGreaterThanOrEqual(10)
      expect(x + width, text).toBeLessThanOrEqual(200)
      expect(y, text).toBeLessThanOrEqual(266)
    }
    const words = page!.texts.map((text) => text.text).join(' ')
    expect(words).toContain('Petersen Framing')
    expect(words).toContain('30 of 30 contacts, 100 %')
    expect(words).toContain('5 h 0 min')
    expect(words).toContain(t('callSheets.review.more', { count: 16 }))
    expect(words).toContain(t('callSheets.review.nextWeek'))
  }
  // It is no sheet: printing it marks none as printed.
  expect(await regulars.call('callSheets.list', {})).toEqual([])
  expect(regulars.complaints).toEqual([])
})
