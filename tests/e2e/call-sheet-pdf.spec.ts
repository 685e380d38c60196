// What prints, read back from the PDF: paper, the area both papers share, fonts, ink, rows whole and in order.

import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { addSheetRow, proposeSheet } from '../support/propose-sheet.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { type PdfPage, type PdfText, readPdf } from './read-pdf.ts'

const papers = { A4: [210, 297], Letter: [215.9, 279.4] } as const
/** Millimetres from the top left corner, on either paper. */
const safe = { left: 10, top: 12, right: 200, bottom: 267 }
const blockHeight = 24
const hostile = [
  '<img src=x onerror=alert(1)>',
  'Bartholomew Featherstonehaugh-Cholmondeley van der Wijngaarden-Okonkwo the Younger',
  'Zoë Żółć Ångström Þórsdóttir',
]

const uid = () => crypto.randomUUID()

/** Puts `rows` people on a week's sheet; their names end in their number on paper. */
async function fillSheet(regulars: Regulars, week: string, rows: number): Promise<string[]> {
  const names: string[] = []
  for (let number = 1; number <= rows; number += 1) {
    const name = number <= hostile.length && rows > 9 ? hostile[number - 1]! : `Person Number ${number}`
    const { id } = await regulars.call('people.add', {
      uid: uid(),
      name,
      firmName: number % 2 === 0 ? `Firm ${number} & Sons` : '',
      phone: `555 01${number}`,
    })
    await addSheetRow(regulars, { uid: uid(), week, personId: id })
    names.push(name)
  }
  return names
}

async function savePdf(regulars: Regulars, week: string, paper: 'A4' | 'Letter', name: string) {
  const file = join(regulars.folder('pdf'), name)
  await regulars.saveInDialog(file)
  const target = await regulars.call('app.choosePdfFile', { suggested: name })
  const saved = await regulars.call('callSheets.savePdf', { week, paper, target: target!.token })
  expect(saved.file).toBe(file)
  return { saved, pdf: readPdf(file) }
}

/** Row numbers, and the letters of lines for new faces, are the only texts of their size at the left edge. */
function addresses(page: PdfPage, kind: RegExp): PdfText[] {
  return page.texts
    .filter((text) => text.x < safe.left + 2 && kind.test(text.text) && text.size > 10.9)
    .sort((a, b) => a.y - b.y)
}
const rowNumbers = (page: PdfPage) => addresses(page, /^\d+$/)
const newFaces = (page: PdfPage) => addresses(page, /^[A-Z]$/)
const wordsOf = (page: PdfPage) => page.texts.map((text) => text.text).join(' ')

function expectInk(page: PdfPage, paper: 'A4' | 'Letter') {
  const [width, height] = papers[paper]
  expect(Math.abs(page.width - width), 'width').toBeLessThan(0.3)
  expect(Math.abs(page.height - height), 'height').toBeLessThan(0.3)
  expect(page.colours).toEqual(['#000000'])
  expect(page.images).toBe(0)
  const isWrong = ({ x, y, width: wide, size, embedded, fontType }: PdfText) => {
    // Letters are no taller than their size, and reach below their line by less than a third of it.
    const tall = (size * 25.4) / 72
    return (
      size < 9 ||
      !embedded ||
      /Type3/.test(fontType) ||
      x < safe.left ||
      x + wide > safe.right ||
      y - tall < safe.top - 1 ||
      y + tall / 3 > safe.bottom
    )
  }
  expect(page.texts.filter(isWrong)).toEqual([])
}

function expectBlocks(page: PdfPage, names: string[], first: number) {
  const numbers = rowNumbers(page)
  expect(numbers.map((number) => Number(number.text))).toEqual(names.map((_, index) => first + index))
  for (const [index, number] of numbers.entries()) {
    // Each block begins a whole number of blocks below the first: none is squeezed, stretched or split.
    // Chromium sets lines of type on whole pixels of 0.26 mm.
    expect(Math.abs(number.y - numbers[0]!.y - index * blockHeight)).toBeLessThan(0.3)
    const inBlock = page.texts.filter((text) => text.y > number.y - 6 && text.y < number.y - 6 + blockHeight)
    const words = inBlock.map((text) => text.text)
    // Letters of two font files are two pieces of text.
    expect(words.join('').replaceAll(' ', '')).toContain(names[index]!.slice(0, 16).replaceAll(' ', ''))
    expect(words.filter((word) => word === 'next')).toHaveLength(1)
    expectMarks(inBlock, number.text)
  }
  const all = page.texts.map((text) => text.text)
  expect(all.filter((text) => text === 'next')).toHaveLength(9)
  expect(all.filter((text) => text === 'A new face:')).toHaveLength(9 - names.length)
  expect(all.join(' ')).toContain('M met, T talked, V voicemail, E message, N no answer.')
  expect(all.join(' ')).toContain('Call sheet, ')
}

function expectMarks(texts: PdfText[], row: string) {
  const marks = [
    'M',
    'T',
    'V',
    'E',
    'N',
    'Q',
    'W',
    'L',
    'P',
    'R',
    'X',
    'Mo',
    'Tu',
    'We',
    'Th',
    'Fr',
    'Sa',
    'Su',
  ]
  const found = marks.map((mark) => texts.filter((text) => text.text === mark))
  expect(
    found.map((same) => same.length),
    `row ${row}`,
  ).toEqual(marks.map(() => 1))
  const places = found.map(([text]) => text!.x + text!.width / 2)
  const gaps = places.slice(1).map((place, index) => place - places[index]!)
  expect(Math.min(...gaps), `row ${row}`).toBeGreaterThanOrEqual(7)
}

test('one, nine, ten and forty rows on A4 and on Letter', async ({ regulars }) => {
  mkdirSync(regulars.folder('pdf'))
  await regulars.call('settings.change', { shopName: 'Petersen Framing', openDays: [1, 2, 3, 4, 5, 6, 7] })
  for (const [week, rows] of [
    ['2026-W48', 1],
    ['2026-W49', 9],
    ['2026-W50', 10],
    ['2026-W53', 40],
  ] as const) {
    const names = await fillSheet(regulars, week, rows)
    for (const paper of ['A4', 'Letter'] as const) {
      await test.step(`${rows} on ${paper}`, async () => {
        const { saved, pdf } = await savePdf(regulars, week, paper, `${rows} ${paper}.pdf`)
        expect(pdf.title).toBe(`Call sheet ${week}`)
        const fronts = Math.ceil(rows / 9)
        expect(pdf.pages).toHaveLength(fronts + 1)
        expect(saved.pages).toBe(pdf.pages.length)
        for (const [index, page] of pdf.pages.entries()) {
          expectInk(page, paper)
          expect(page.tags).toEqual(expect.arrayContaining(['H2', 'H3', 'P']))
          expect(page.texts.map((text) => text.text)).toContain(`page ${index + 1} of ${pdf.pages.length}`)
          if (index < fronts) expectBlocks(page, names.slice(index * 9, index * 9 + 9), index * 9 + 1)
          else expect(rowNumbers(page)).toEqual([])
        }
        const letters = pdf.pages.flatMap((page) => newFaces(page).map((letter) => letter.text))
        expect(letters.length).toBeGreaterThanOrEqual(fronts * 9 - rows + 3)
        expect(new Set(letters).size).toBe(letters.length)
      })
    }
  }
  expect(readdirSync(regulars.folder('pdf')).filter((name) => !name.endsWith('.pdf'))).toEqual([])
  expect(regulars.complaints).toEqual([])
})

test('sixty rows fill seven fronts, with one back', async ({ regulars }) => {
  mkdirSync(regulars.folder('pdf'))
  await fillSheet(regulars, '2026-W48', 60)
  const file = regulars.folder('sixty.pdf')
  await regulars.saveInDialog(file)
  const target = await regulars.call('app.choosePdfFile', { suggested: 'sixty.pdf' })
  await regulars.call('callSheets.savePdf', { week: '2026-W48', paper: 'A4', target: target!.token })
  expect(readPdf(file).pages).toHaveLength(8)
})

test('a week without a sheet, an empty sheet and a place that cannot be written are refused in a word', async ({
  regulars,
}) => {
  const savePdfTo = (week: string, token: string) =>
    regulars.call('callSheets.savePdf', { week, target: token })
  const grant = async (file: string) => {
    await regulars.saveInDialog(file)
    return (await regulars.call('app.choosePdfFile', { suggested: 'sheet.pdf' }))!.token
  }
  const good = await grant(regulars.folder('sheet.pdf'))
  await expect(savePdfTo('2026-W48', good)).rejects.toThrow('sheet-not-found')
  await expect(savePdfTo('2025-W53', good)).rejects.toThrow('bad-week')
  await fillSheet(regulars, '2026-W48', 1)
  await expect(savePdfTo('2026-W48', 'no such token')).rejects.toThrow('unknown-file')
  await expect(savePdfTo('2026-W48', await grant(regulars.folder('nowhere/sheet.pdf')))).rejects.toThrow(
    'pdf-failed',
  )
  expect((await regulars.call('callSheets.get', { week: '2026-W48' }))?.printedAt).toBeNull()
  const sheet = await regulars.call('callSheets.get', { week: '2026-W48' })
  await regulars.call('callSheets.removeRow', { id: sheet!.rows[0]!.id })
  await expect(savePdfTo('2026-W48', good)).rejects.toThrow('sheet-empty')
  expect(existsSync(regulars.folder('sheet.pdf'))).toBe(false)
})

test('the counter page has nine lines to write on, whoever is on file', async ({ regulars }) => {
  mkdirSync(regulars.folder('pdf'))
  await regulars.call('settings.change', { shopName: 'Petersen Framing' })
  for (const paper of ['A4', 'Letter'] as const) {
    const file = join(regulars.folder('pdf'), `counter ${paper}.pdf`)
    await regulars.saveInDialog(file)
    const target = await regulars.call('app.choosePdfFile', { suggested: 'counter.pdf' })
    const saved = await regulars.call('callSheets.savePdf', { week: null, paper, target: target!.token })
    expect(saved).toMatchObject({ file, pages: 1 })
    const { title, pages } = readPdf(file)
    expect(title).toBe(t('callSheets.counter.title'))
    expect(pages).toHaveLength(1)
    expectInk(pages[0]!, paper)
    const words = pages[0]!.texts.map((text) => text.text).join(' ')
    expect(words).toContain('Petersen Framing')
    for (const field of ['who', 'phone', 'day', 'wants', 'words'] as const)
      expect(words.split(t(`callSheets.counter.${field}`))).toHaveLength(10)
    // Below each name there are eight millimetres to write in, down to the next rule.
    const lines = pages[0]!.texts.filter((text) => text.text === t('callSheets.counter.who'))
    for (const [index, line] of lines.entries())
      expect(Math.abs(line.y - lines[0]!.y - index * blockHeight)).toBeLessThan(0.3)
  }
  expect(await regulars.call('callSheets.list', {})).toEqual([])
  expect(regulars.complaints).toEqual([])
})

/** Thanks, reports, second thoughts, greets and places: as much as a back holds, and long names among them. */
async function fillBack(regulars: Regulars, week: string): Promise<void> {
  const add = async (name: string, more: { phone?: string } = {}) => {
    const { id } = await regulars.call('people.add', {
      uid: uid(),
      name,
      firmName: `Firm of ${name}`,
      ...more,
    })
    return id
  }
  await regulars.call('settings.change', { callHoursPerDay: 0 })
  for (let number = 1; number <= 6; number += 1) {
    const referrer = await add(number === 3 ? hostile[1]! : `Referrer Number ${number}`)
    const friend = await add(`Friend Number ${number}`, { phone: `555 02${number}0` })
    await regulars.call('referrals.linkReferrer', { personId: friend, referrerId: referrer })
  }
  for (let number = 1; number <= 7; number += 1) {
    const guest = await add(number === 2 ? hostile[0]! : `Guest Number ${number}`)
    await regulars.call('focusList.add', { uid: uid(), personId: guest, whyNow: `wants print ${number}` })
    await regulars.call('people.edit', { id: guest, changes: { useful: `sample ${number}` } })
  }
  for (let number = 1; number <= 3; number += 1) {
    const doubtful = await add(`Doubtful Number ${number}`, { phone: `555 03${number}0` })
    await addSheetRow(regulars, { uid: uid(), week, personId: doubtful, section: 'decide' })
  }
}

test('the back holds thanks, asks, second thoughts and greets in numbered lines, and lines for walk-ins', async ({
  regulars,
}) => {
  mkdirSync(regulars.folder('pdf'))
  const week = '2026-W48'
  await fillBack(regulars, week)
  const called = await regulars.call('people.add', { uid: uid(), name: 'Called One', phone: '555 0101' })
  await addSheetRow(regulars, { uid: uid(), week, personId: called.id })
  const { rows } = await proposeSheet(regulars, { uid: uid(), week })
  expect(rows.map((row) => row.section)).toEqual([
    'call',
    ...['thank', 'thank', 'thank', 'thank'],
    ...['decide', 'decide', 'decide'],
    ...['greet', 'greet', 'greet', 'greet', 'greet'],
  ])
  for (const paper of ['A4', 'Letter'] as const) {
    const { pdf } = await savePdf(regulars, week, paper, `back ${paper}.pdf`)
    expect(pdf.pages).toHaveLength(2)
    const [front, back] = pdf.pages
    for (const page of pdf.pages) expectInk(page, paper)
    expect(rowNumbers(front!).map((number) => Number(number.text))).toEqual([1])
    const numbers = rowNumbers(back!)
    expect(numbers.map((number) => Number(number.text))).toEqual(rows.slice(1).map((row) => row.position))
    // Lines are ten millimetres each: none is squeezed or split.
    for (const [index, number] of numbers.entries()) {
      const before = numbers[index - 1]
      if (before) expect(number.y - before.y).toBeGreaterThan(9.7)
    }
    const words = wordsOf(back!)
    for (const section of ['thank', 'ask', 'decide', 'greet'] as const)
      expect(words).toContain(t(`callSheets.sections.${section}`))
    for (const row of rows.slice(1))
      expect(words.replaceAll(' ', '')).toContain(row.reason.replaceAll(' ', ''))
    expect(words).toContain(t('callSheets.thanksBeyond', { count: 2, shown: '2' }))
    expect(words).toContain(t('callSheets.tally.title'))
    expect(newFaces(back!).length).toBeGreaterThanOrEqual(3)
    const marks = back!.texts.filter((text) => ['K', 'P', 'D'].includes(text.text) && text.x > 100)
    expect(marks).toHaveLength(9)
  }
  expect(regulars.complaints).toEqual([])
})

test('a long name without a firm prints whole, and a long channel on the back has two lines and no third', async ({
  regulars,
}) => {
  mkdirSync(regulars.folder('pdf'))
  const week = '2026-W48'
  const name = 'Maximiliane-Alexandra Hohenlohe'
  const { id } = await regulars.call('people.add', { uid: uid(), name })
  const changes = {
    channel: 'visit',
    channelVia: 'the housekeeper',
    bestTime: 'weekdays before ten and after six',
  } as const
  await regulars.call('people.edit', { id, changes })
  const friend = await regulars.call('people.add', { uid: uid(), name: 'Bartholomew Featherstonehaugh' })
  await regulars.call('referrals.linkReferrer', { personId: friend.id, referrerId: id })
  await addSheetRow(regulars, { uid: uid(), week, personId: id })
  await addSheetRow(regulars, { uid: uid(), week, personId: id, section: 'thank' })
  const { pdf } = await savePdf(regulars, week, 'A4', 'long.pdf')
  expect(pdf.pages).toHaveLength(2)
  // Millimetres below a row's number that are its own: on the front the marks follow, on the back the next heading.
  for (const [page, own] of [
    [pdf.pages[0]!, 5],
    [pdf.pages[1]!, 8.5],
  ] as const) {
    expectInk(page, 'A4')
    const [number] = rowNumbers(page)
    const inRow = page.texts.filter(
      ({ x, y }) => x > safe.left + 6 && y > number!.y - 4 && y < number!.y + own,
    )
    expect(
      inRow
        .filter((text) => text.x < 60)
        .map((text) => text.text)
        .join(' '),
    ).toContain(name)
    const lines = inRow.filter((text) => text.x > 62 && text.x < 140).map((text) => Math.round(text.y * 2))
    expect(new Set(lines).size).toBeLessThanOrEqual(2)
  }
  expect(wordsOf(pdf.pages[1]!)).toContain('visit via the housekeeper')
})
