// The first hour by keyboard alone: an empty file, people in, three answers, the few picked, a sheet worth printing.

import { formatNumber } from '../../src/shared/messages/format.ts'
import { t } from '../../src/shared/messages/translate.ts'
import { makeAddressBook } from '../support/address-book.ts'
import { proposeSheet } from '../support/propose-sheet.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ImportPage } from './pages/import-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { readPdf } from './read-pdf.ts'

/** An owner's hand: every key but letters of names and lines is counted. */
class Hand {
  presses = 0
  private readonly regulars: Regulars

  constructor(regulars: Regulars) {
    this.regulars = regulars
  }

  async press(key: string): Promise<void> {
    this.presses += 1
    await this.regulars.window.keyboard.press(key)
  }

  /** Words of the owner's own: who somebody is, why they are worth it. */
  async write(words: string): Promise<void> {
    await this.regulars.window.keyboard.type(words)
  }
}

/** For the report: how many keys it took besides the owner's words. */
function noteKeys(hand: Hand, reasons: Set<string>): void {
  const description = `${hand.presses} keys, ${reasons.size} reasons`
  test.info().annotations.push({ type: 'first hour', description })
}

const heading = (regulars: Regulars, name: string) =>
  regulars.window.getByRole('heading', { level: 1, name, exact: true })
const button = (regulars: Regulars, name: string) =>
  regulars.window.getByRole('button', { name, exact: true })
const progress = (regulars: Regulars, looked: number, total: number, picked: number) =>
  regulars.window.getByText(
    t('firstHour.pick.progress', {
      looked: formatNumber(looked),
      total: formatNumber(total),
      picked,
      cap: 25,
    }),
  )

/** Enter on the three answers, after the shop's name. */
async function answer(regulars: Regulars, hand: Hand): Promise<void> {
  await expect(heading(regulars, t('firstHour.answers.title'))).toBeVisible()
  await expect(regulars.window.getByRole('textbox', { name: t('firstHour.answers.shop') })).toBeFocused()
  await hand.write('Corner Frames')
  await hand.press('Enter')
  await expect(heading(regulars, t('firstHour.pick.title'))).toBeVisible()
  expect((await regulars.call('settings.get', {})).shopName).toBe('Corner Frames')
}

const whys = [
  'Wedding in May',
  'Opens a second office',
  'Moves house in March',
  'Asked at the market',
  '',
  'Her firm turns ten',
  'Redoes the lobby',
  '',
  'Christening in spring',
  '',
  '',
  '',
]

async function pickTwelve(regulars: Regulars, hand: Hand, total: number): Promise<void> {
  const { window } = regulars
  for (const [index, why] of whys.entries()) {
    await expect(progress(regulars, index, total, index)).toBeVisible()
    await hand.press('f')
    await expect(window.getByRole('textbox', { name: t('firstHour.pick.whyNow') })).toBeFocused()
    await hand.write(why)
    await hand.press('Enter')
  }
  await expect(progress(regulars, 12, total, 12)).toBeVisible()
}

/** Stops picking, has the sheet proposed and saves it; answers the reasons on it as they print. */
async function makeSheet(regulars: Regulars, hand: Hand): Promise<Set<string>> {
  const file = regulars.folder('monday.pdf')
  await regulars.saveInDialog(file)
  await hand.press('Escape')
  await expect(button(regulars, t('callSheets.propose'))).toBeFocused()
  await hand.press('Enter')
  await expect(button(regulars, t('callSheets.print'))).toBeFocused()
  await hand.press('Shift+Tab')
  await expect(button(regulars, t('callSheets.savePdf'))).toBeFocused()
  await hand.press('Enter')
  await expect(regulars.window.getByText(file)).toBeVisible()
  const printed = readPdf(file)
    .pages.flatMap((page) => page.texts.map((text) => text.text))
    .join(' ')
    .replace(/\s+/g, ' ')
  expect(printed).toContain('Corner Frames')
  const sheet = await regulars.call('callSheets.get', { week: '2026-W48' })
  expect(sheet?.rows.length).toBe(12)
  const reasons = new Set(sheet?.rows.map((row) => row.reason))
  for (const reason of reasons) expect(printed).toContain(reason)
  return reasons
}

test('a telephone’s 300 people become a sheet of at least six reasons, in at most forty keys', async ({
  regulars,
}) => {
  test.setTimeout(90_000)
  const hand = new Hand(regulars)
  const path = new ImportPage(regulars).write('Contacts.vcf', makeAddressBook(300))
  await regulars.chooseInDialog(path)
  await expect(heading(regulars, t('firstHour.title'))).toBeVisible()
  await hand.press('1')
  // The system's own dialog: the file, and Open.
  hand.presses += 2
  await expect(new ImportPage(regulars).importButton(300)).toBeFocused()
  await hand.press('Enter')
  await expect(button(regulars, t('firstHour.paper.goOn'))).toBeFocused()
  await hand.press('Enter')
  await answer(regulars, hand)
  await pickTwelve(regulars, hand, 300)
  const reasons = await makeSheet(regulars, hand)
  expect(reasons.size).toBeGreaterThanOrEqual(6)
  for (const why of whys.filter((words) => words !== '')) expect(reasons).toContain(why)
  noteKeys(hand, reasons)
  expect(hand.presses).toBeLessThanOrEqual(40)
  expect(regulars.complaints).toEqual([])

  await new ShellPage(regulars.window).open('today')
  await expect(heading(regulars, t('firstHour.title'))).toBeHidden()
})

test('twenty typed names become a sheet of at least six reasons; quitting in the middle loses nothing', async ({
  regulars,
}) => {
  test.setTimeout(90_000)
  const hand = new Hand(regulars)
  await expect(heading(regulars, t('firstHour.title'))).toBeVisible()
  await hand.press('2')
  const names = Array.from({ length: 20 }, (_, at) => [
    `Person ${at + 1}`,
    `415 555 01${10 + at}`,
    `wants ${at}`,
  ])
  const typeRows = async (rows: string[][]) => {
    for (const [name, reach, note] of rows) {
      await hand.write(name!)
      await regulars.window.keyboard.press('Tab')
      await hand.write(reach!)
      await regulars.window.keyboard.press('Tab')
      await hand.write(note!)
      // Going on to the next name belongs to writing a name.
      await regulars.window.keyboard.press('Enter')
    }
  }
  const cell = (line: number, field: 'name' | 'note') =>
    regulars.window.getByRole('textbox', { name: t(`firstHour.paper.${field}Of`, { line }), exact: true })
  await expect(cell(1, 'name')).toBeFocused()
  await typeRows(names.slice(0, 7))
  await expect(cell(8, 'name')).toBeFocused()
  await hand.write('Half a na')
  await expect
    .poll(async () => (await regulars.call('app.draft', { key: 'paper-list' }))?.value)
    .toContain('Half a na')

  await regulars.relaunch()
  await expect(regulars.window.getByText(t('firstHour.waysIn.goOnPaper'))).toBeVisible()
  await hand.press('2')
  await expect(cell(8, 'name')).toHaveValue('Half a na')
  await expect(cell(7, 'note')).toHaveValue('wants 6')
  await cell(8, 'name').fill('')
  await cell(8, 'name').focus()
  await typeRows(names.slice(7))
  // An empty line is the end of the list.
  await hand.press('Enter')
  const add = button(regulars, t('firstHour.paper.add', { count: 20, shown: '20' }))
  await expect(add).toBeFocused()
  await hand.press('Enter')
  await answer(regulars, hand)

  await hand.press('f')
  await hand.write('Wedding in June')
  await hand.press('Enter')
  await expect(progress(regulars, 1, 20, 1)).toBeVisible()
  await hand.press('l')
  await expect(progress(regulars, 2, 20, 1)).toBeVisible()
  await hand.press('p')
  await expect(progress(regulars, 3, 20, 1)).toBeVisible()
  await regulars.relaunch()
  await expect(heading(regulars, t('firstHour.pick.title'))).toBeVisible()
  await expect(progress(regulars, 3, 20, 1)).toBeVisible()
  await expect(regulars.window.getByRole('heading', { name: 'Person 4' })).toBeVisible()
  for (const [left, name] of [
    [2, 'Person 3'],
    [1, 'Person 2'],
    [0, 'Person 1'],
  ] as const) {
    await hand.press(left === 1 ? 'u' : 'Backspace')
    await expect(progress(regulars, left, 20, 0)).toHaveCount(left === 0 ? 1 : 0)
    await expect(regulars.window.getByRole('heading', { name, exact: true })).toBeVisible()
  }
  // There is nothing left to take back here: what came before was no decision.
  await hand.press('u')
  expect((await regulars.call('people.list', {})).total).toBe(20)
  hand.presses = 6
  await pickTwelve(regulars, hand, 20)
  const reasons = await makeSheet(regulars, hand)
  expect(reasons.size).toBeGreaterThanOrEqual(6)
  noteKeys(hand, reasons)
  expect(hand.presses).toBeLessThanOrEqual(40)
  expect(regulars.complaints).toEqual([])
})

test('pasted lines keep their place; the odd ones say why and stay until they are found right', async ({
  regulars,
}) => {
  const { window } = regulars
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Tom Abara', phone: '415 555 0134' })
  await new ShellPage(window).find(t('firstHour.waysIn.paper'))
  await expect(window.getByRole('textbox', { name: t('firstHour.paper.nameOf', { line: 1 }) })).toBeFocused()
  const lines = [
    '- Nora Lindqvist 415 555 0160, gowns',
    'Customers:',
    '',
    'Tom Abara 415-555-0134',
    '555 0190',
  ]
  await regulars.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), lines.join('\n'))
  await window.keyboard.press('Control+v')
  await expect(window.getByRole('textbox', { name: t('firstHour.paper.nameOf', { line: 2 }) })).toHaveValue(
    'Customers',
  )
  await expect(window.getByText(t('firstHour.odd.heading'))).toBeVisible()
  await expect(window.getByText(t('firstHour.odd.noName'))).toBeVisible()
  await button(regulars, t('firstHour.paper.add', { count: 2, shown: '2' })).press('Enter')
  const known = t('firstHour.paper.skipped', {
    name: 'Tom Abara',
    reason: t('importExport.merge.nothingNew'),
  })
  await expect(window.getByText(known)).toBeVisible()
  await expect(window.getByRole('textbox', { name: t('firstHour.paper.nameOf', { line: 1 }) })).toHaveValue(
    'Customers',
  )
  await button(regulars, t('firstHour.paper.asIs')).last().click()
  await button(regulars, t('firstHour.paper.remove', { line: 1 })).click()
  await button(regulars, t('firstHour.paper.add', { count: 1, shown: '1' })).click()
  await expect(heading(regulars, t('people.title'))).toBeVisible()
  const { rows } = await regulars.call('people.list', {})
  expect(rows.map((row) => row.name)).toEqual(['555 0190', 'Nora Lindqvist', 'Tom Abara'])
  await window.keyboard.press('Control+z')
  await expect.poll(async () => (await regulars.call('people.list', {})).total).toBe(2)
  expect(regulars.complaints).toEqual([])
})

test('a full list asks who makes room, and a private person is found under Private alone', async ({
  regulars,
}) => {
  await regulars.call('firstHour.addMany', {
    rows: ['Ann', 'Bob', 'Cy'].map((name) => ({ uid: crypto.randomUUID(), name, reach: '', note: '' })),
  })
  await regulars.call('settings.change', { focusCap: 1 })
  await regulars.relaunch()
  const { window } = regulars
  const shell = new ShellPage(window)
  await shell.find(t('firstHour.pick.title'))
  await expect(window.getByRole('heading', { name: 'Ann', exact: true })).toBeVisible()
  await window.keyboard.press('f')
  await window.keyboard.press('Enter')
  await expect(window.getByText(t('firstHour.pick.full'))).toBeVisible()
  await window.keyboard.press('f')
  const swap = window.getByRole('dialog', { name: t('focusList.swap.title', { name: 'Bob' }) })
  await expect(swap.getByRole('radio', { name: /Ann/ })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(swap).toBeHidden()
  await window.keyboard.press('p')
  await expect(window.getByRole('heading', { name: 'Cy', exact: true })).toBeVisible()
  await window.keyboard.press('l')
  await expect(window.getByText(t('firstHour.pick.doneTitle'))).toBeVisible()
  await shell.open('people')
  const people = window.getByRole('listbox', { name: t('people.title') }).getByRole('option')
  await expect(people).toHaveCount(2)
  await window.getByRole('tab', { name: t('people.tabs.private') }).click()
  await expect(people).toHaveCount(1)
  await expect(people).toContainText('Bob')
  expect(regulars.complaints).toEqual([])
})

test('the third way in opens the sample shop, and the way back leads to the three ways in', async ({
  regulars,
}) => {
  const { window } = regulars
  await expect(heading(regulars, t('firstHour.title'))).toBeVisible()
  await window.keyboard.press('3')
  await expect(window.getByText(t('app.sampleShop'), { exact: true })).toBeVisible()
  await expect(heading(regulars, t('firstHour.title'))).toBeHidden()
  await new ShellPage(window).find(t('app.leaveSample'))
  await expect(heading(regulars, t('firstHour.title'))).toBeVisible()
  expect(await regulars.call('app.start', {})).toMatchObject({ people: 0, demo: false })
})

test('N keeps a note off paper while picking, and the person’s page says so', async ({
  regulars,
  window,
}) => {
  const note = 'Owes Tom money, do not mention'
  await regulars.call('people.add', { uid: crypto.randomUUID(), name: 'Nora Lindqvist', note })
  const shell = new ShellPage(window)
  await shell.find(t('firstHour.pick.open'))
  const chip = window.getByRole('button', { name: t('firstHour.pick.notForPaper') })
  await expect(chip).toHaveAttribute('aria-pressed', 'false')
  await window.keyboard.press('n')
  await expect(chip).toHaveAttribute('aria-pressed', 'true')
  await window.keyboard.press('f')
  await window.keyboard.press('Enter')
  await shell.find('Nora Lindqvist')
  await expect(window.getByLabel(t('people.facts.notForPaper'))).toBeChecked()
  await proposeSheet(regulars, { uid: crypto.randomUUID(), week: '2026-W48' })
  const page = await regulars.call('callSheets.page', { week: '2026-W48' })
  expect(page?.sheet.rows).toMatchObject([{ name: 'Nora Lindqvist', keepsNote: true }])
  expect(JSON.stringify(page)).not.toContain('Owes')
})
