// Texts used again, by keyboard: kept, filled in for one person, handed to the owner's own programs, logged, printed.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CallInput } from '../../src/shared/contract/index.ts'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, type Regulars, test } from './fixtures.ts'
import { ShellPage } from './pages/shell-page.ts'
import { type PdfPage, readPdf } from './read-pdf.ts'

const uid = () => crypto.randomUUID()

interface Outside {
  asked: string[]
  opened: string[]
}
type WithOutside = typeof globalThis & { outside: Outside }

/** The owner's programs, which open nothing here; and what the owner answers when asked. */
async function watchOutside({ app }: Regulars, answer: 'open' | 'not now' = 'open'): Promise<void> {
  await app.evaluate(
    ({ dialog, shell }, response) => {
      const outside: Outside = { asked: [], opened: [] }
      ;(globalThis as WithOutside).outside = outside
      dialog.showMessageBox = async (...args: unknown[]) => {
        outside.asked.push((args.at(-1) as { message: string }).message)
        return { response, checkboxChecked: false }
      }
      shell.openExternal = async (link) => {
        outside.opened.push(link)
      }
    },
    answer === 'open' ? 0 : 1,
  )
}
const readOutside = ({ app }: Regulars) => app.evaluate(() => (globalThis as WithOutside).outside)

async function addNora(
  regulars: Regulars,
  ...points: [kind: 'phone' | 'email' | 'address', value: string][]
) {
  const { id } = await regulars.call('people.add', {
    uid: uid(),
    name: 'Nora Lindqvist',
    firmName: 'Lind & Sons',
  })
  for (const [kind, value] of points) {
    await regulars.call('people.saveContactPoint', { id: null, personId: id, kind, value, label: '' })
  }
  return id
}

const addText = (regulars: Regulars, text: Omit<CallInput<'texts.add'>['texts'][number], 'uid'>) =>
  regulars.call('texts.add', { texts: [{ uid: uid(), ...text }] })

/** From the person's page to the list of texts in the dialog, which has the focus. */
async function openWriting(regulars: Regulars) {
  const { window } = regulars
  await new ShellPage(window).find('Nora')
  await window.getByRole('button', { name: t('texts.write.open') }).focus()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: t('texts.write.title', { name: 'Nora Lindqvist' }) })
  await expect(dialog.getByLabel(t('texts.write.with'))).toBeFocused()
  return dialog
}

async function readTouches(regulars: Regulars, personId: number) {
  const { entries } = await regulars.call('touches.timeline', { personId })
  return entries.flatMap((entry) => (entry.kind === 'touch' ? [entry.touch] : []))
}

test('texts are started with, added with a field, mended, removed and brought back', async ({
  regulars,
  window,
}) => {
  const { keyboard } = window
  const shell = new ShellPage(window)
  await shell.find(t('texts.title'))
  const starters = window.getByRole('button', { name: t('texts.empty.starters') })
  await starters.focus()
  await keyboard.press('Enter')
  await expect(shell.foot).toContainText(t('texts.done.addedMany', { count: 3 }))
  await expect(window.getByRole('main').getByRole('listitem')).toHaveCount(3)
  // Every field of the starters is one.
  for (const { subject, body } of await regulars.call('texts.list', {})) {
    expect(`${subject} ${body}`).toMatch(/\{given name\}/)
  }

  await window.getByRole('button', { name: t('texts.add') }).focus()
  await keyboard.press('Enter')
  const dialog = window.getByRole('dialog')
  const body = dialog.getByLabel(t('texts.editor.body'), { exact: true })
  await expect(dialog.getByLabel(t('texts.editor.name'), { exact: true })).toBeFocused()
  await keyboard.type('Ready')
  await dialog.getByLabel(t('texts.editor.channel'), { exact: true }).selectOption('text')
  await body.focus()
  await keyboard.type('Hello ')
  await dialog.getByRole('button', { name: t('texts.editor.insert', { field: 'given name' }) }).focus()
  await keyboard.press('Enter')
  await expect(body).toBeFocused()
  await keyboard.type(', the {jop} is ready.')
  await expect(body).toHaveValue('Hello {given name}, the {jop} is ready.')
  const warning = t('texts.editor.unknown', { fields: '{jop}' })
  await expect(dialog.getByText(warning)).toBeVisible()
  await dialog.getByRole('button', { name: t('texts.editor.save') }).focus()
  await keyboard.press('Enter')
  await expect(body).toBeFocused()
  await body.fill('Hello {given name}, the {job} is ready.')
  await expect(dialog.getByText(warning)).toBeHidden()
  await dialog.getByLabel(t('texts.editor.name'), { exact: true }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(shell.foot).toContainText(t('texts.done.added', { name: 'Ready' }))

  await window.getByRole('button', { name: t('texts.removeLabel', { name: 'Ready' }) }).press('Enter')
  await expect(window.getByText('Ready', { exact: true })).toBeHidden()
  await expect(window.getByRole('button', { name: t('texts.add') })).toBeFocused()
  await keyboard.press('Control+z')
  await expect(window.getByText('Ready', { exact: true })).toBeVisible()
})

test('a mail: a gap is said first, then my program is asked for, opened, and the touch logged', async ({
  regulars,
  window,
}) => {
  const { keyboard } = window
  const nora = await addNora(regulars, ['email', 'nora@lindqvist.example'])
  await addText(regulars, {
    name: 'After a quote',
    channel: 'email',
    subject: 'The {job} & more',
    body: 'Hello {given name},\nbcc: all?',
  })
  await watchOutside(regulars)
  const dialog = await openWriting(regulars)
  await keyboard.press('ArrowDown')
  const subject = dialog.getByLabel(t('texts.write.subject'))
  await expect(subject).toHaveValue('The {job} & more')
  await expect(dialog.getByText(t('texts.write.missing', { fields: '{job}' }))).toBeVisible()
  const open = dialog.getByRole('button', { name: t('texts.write.openMail') })
  await open.press('Enter')
  expect((await readOutside(regulars)).asked).toEqual([])
  await subject.fill('The mirror & more')
  await expect(dialog.getByText(t('texts.write.missing', { fields: '{job}' }))).toBeHidden()
  await open.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await readOutside(regulars)).toEqual({
    asked: [t('app.outside.mail', { address: 'nora@lindqvist.example' })],
    opened: [
      'mailto:nora@lindqvist.example?subject=The%20mirror%20%26%20more&body=Hello%20Nora%2C%0D%0Abcc%3A%20all%3F',
    ],
  })
  await expect(new ShellPage(window).foot).toContainText(
    t('touches.done.out.message', { name: 'Nora Lindqvist' }),
  )
  expect(await readTouches(regulars, nora)).toMatchObject([
    { how: 'message', channel: 'email', direction: 'out', note: 'After a quote' },
  ])
  await keyboard.press('Control+z')
  await expect.poll(() => readTouches(regulars, nora)).toEqual([])
})

test('not now opens nothing and logs nothing, and what was written stays', async ({ regulars }) => {
  const nora = await addNora(regulars, ['phone', '415 555 0160'])
  await watchOutside(regulars, 'not now')
  const dialog = await openWriting(regulars)
  const body = dialog.getByRole('textbox', { name: t('texts.write.body.text') })
  await body.fill('See you at six')
  await dialog.getByRole('button', { name: t('texts.write.openText') }).press('Enter')
  await expect(dialog.getByText(t('texts.write.notOpened'))).toBeVisible()
  await expect(body).toHaveValue('See you at six')
  expect((await readOutside(regulars)).opened).toEqual([])
  expect(await readTouches(regulars, nora)).toEqual([])

  await watchOutside(regulars)
  await dialog.getByRole('button', { name: t('texts.write.openText') }).press('Enter')
  await expect(dialog).toBeHidden()
  expect((await readOutside(regulars)).opened).toEqual(['sms:4155550160?body=See%20you%20at%20six'])
  expect(await readTouches(regulars, nora)).toMatchObject([{ channel: 'text', note: 'See you at six' }])
})

test('a call keeps the words in sight and leaves it to me how it went', async ({ regulars, window }) => {
  const { keyboard } = window
  const nora = await addNora(regulars, ['phone', '415 555 0160'])
  await addText(regulars, { name: 'Ask', channel: 'phone', body: 'Hello {given name}, how does it hang?' })
  await watchOutside(regulars)
  const dialog = await openWriting(regulars)
  await dialog.getByRole('radio', { checked: true }).focus()
  for (let press = 0; press < 2; press += 1) await keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: t('texts.channels.phone') })).toBeChecked()
  await dialog.getByLabel(t('texts.write.with')).focus()
  await keyboard.press('ArrowDown')
  await dialog.getByRole('button', { name: t('texts.write.call', { number: '415 555 0160' }) }).press('Enter')
  await expect(dialog.getByRole('region', { name: t('touches.logLabel') })).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: t('texts.write.body.phone') })).toHaveValue(
    'Hello Nora, how does it hang?',
  )
  expect((await readOutside(regulars)).opened).toEqual(['tel:4155550160'])
  expect(await readTouches(regulars, nora)).toEqual([])
  await keyboard.press('v')
  await keyboard.type('left word')
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await readTouches(regulars, nora)).toMatchObject([{ how: 'voicemail', note: 'left word' }])
})

test('what a link cannot carry is copied, and the program opens without it', async ({ regulars, window }) => {
  const nora = await addNora(regulars, ['email', 'nora@lindqvist.example'])
  await watchOutside(regulars)
  const dialog = await openWriting(regulars)
  const long = 'A long story. '.repeat(200).trim()
  await dialog.getByLabel(t('texts.write.subject')).fill('News')
  await dialog.getByRole('textbox', { name: t('texts.write.body.email') }).fill(long)
  await expect(dialog.getByText(t('texts.write.tooLong'))).toBeVisible()
  await dialog.getByRole('button', { name: t('texts.write.copyMail') }).press('Enter')
  await expect(dialog).toBeHidden()
  expect((await readOutside(regulars)).opened).toEqual(['mailto:nora@lindqvist.example?subject=News'])
  expect(await regulars.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(long)
  expect(await readTouches(regulars, nora)).toMatchObject([{ channel: 'email', note: 'News' }])
  await expect(window.getByRole('button', { name: t('texts.write.open') })).toBeFocused()
})

test('a no is heeded: for its own way, and altogether', async ({ regulars, window }) => {
  const nora = await addNora(regulars, ['email', 'nora@lindqvist.example'], ['phone', '415 555 0160'])
  await regulars.call('people.setConsent', { id: nora, channel: 'email', answer: 'no' })
  const dialog = await openWriting(regulars)
  const mail = dialog.getByRole('radio', { name: t('texts.channels.email') })
  await expect(mail).not.toBeChecked()
  await dialog.getByRole('radio', { checked: true }).focus()
  await window.keyboard.press('ArrowLeft')
  await expect(mail).toBeChecked()
  await expect(
    dialog.getByText(t('texts.write.saidNo', { name: 'Nora Lindqvist', on: '23 Nov' })),
  ).toBeVisible()
  await expect(dialog.getByRole('button', { name: t('texts.write.openMail') })).toBeHidden()
  await window.keyboard.press('Escape')
  await regulars.call('people.setNeverContact', { id: nora, never: true, reason: '' })
  await expect(window.getByText(t('people.person.never'))).toBeVisible()
  await expect(window.getByRole('button', { name: t('texts.write.open') })).toBeHidden()
})

const papers = { A4: [210, 297], Letter: [215.9, 279.4] } as const

/** On paper all is black, 9 pt or more, in our own type, within the margins. */
function expectLetterPage(page: PdfPage, paper: 'A4' | 'Letter') {
  const [width, height] = papers[paper]
  expect(Math.abs(page.width - width)).toBeLessThan(0.3)
  expect(Math.abs(page.height - height)).toBeLessThan(0.3)
  expect(page.colours).toEqual(['#000000'])
  expect(page.texts.length).toBeGreaterThan(0)
  for (const { x, y, width: wide, size, embedded, text } of page.texts) {
    const isInside = x >= 24.9 && x + wide <= width - 24.9 && y >= 20 && y <= height - 21.9
    expect({ text, isInside, isBig: size >= 9, embedded }).toEqual({
      text,
      isInside: true,
      isBig: true,
      embedded: true,
    })
  }
}

test('a letter on A4 and on Letter, with the address and room to sign, on as many pages as it needs', async ({
  regulars,
  window,
}) => {
  test.setTimeout(120_000)
  await addNora(regulars, ['address', '14 Harbor Street\nPortland, ME 04101'])
  await regulars.call('settings.change', { shopName: 'Corner Frames' })
  mkdirSync(regulars.folder('letters'))
  for (const paper of ['A4', 'Letter'] as const) {
    await regulars.call('settings.change', { paper })
    for (const paragraphs of [1, 40]) {
      const file = join(regulars.folder('letters'), `${paper}-${paragraphs}.pdf`)
      await regulars.saveInDialog(file)
      const dialog = await openWriting(regulars)
      const story = Array.from(
        { length: paragraphs },
        (_, at) => `It is a good frame, number ${at}.\nIt hangs well.`,
      )
      await dialog
        .getByRole('textbox', { name: t('texts.write.body.letter') })
        .fill(`Dear Nora,\n\n${story.join('\n\n')}`)
      await dialog.getByRole('button', { name: t('texts.write.savePdf') }).press('Enter')
      await expect(dialog.getByText(t('texts.write.saved', { file, count: 1 }))).toBeVisible({
        timeout: 20_000,
      })
      const pdf = readPdf(file)
      expect(pdf.title).toBe(t('texts.letter.title', { name: 'Nora Lindqvist' }))
      if (paragraphs === 1) expect(pdf.pages).toHaveLength(1)
      else expect(pdf.pages.length).toBeGreaterThan(1)
      for (const page of pdf.pages) expectLetterPage(page, paper)
      const [first] = pdf.pages
      const at = (text: string) => first!.texts.find((piece) => piece.text === text)!
      expect(first!.tags).toContain('P')
      // The address stands where the windows of envelopes are.
      const lines = ['Nora Lindqvist', 'Lind & Sons', '14 Harbor Street', 'Portland, ME 04101'].map(at)
      for (const [index, line] of lines.entries()) {
        expect(line.x).toBeLessThan(26)
        expect(line.y).toBeGreaterThan(index === 0 ? 50 : lines[index - 1]!.y)
      }
      expect(lines.at(-1)!.y).toBeLessThan(85)
      const words = pdf.pages.flatMap((page) => page.texts.map((piece) => piece.text)).join(' ')
      expect(words).toContain('23 November 2026')
      for (let number = 0; number < paragraphs; number += 1) expect(words).toContain(`number ${number}.`)
      // Room to sign by hand above the shop's name, on the same page as the last words.
      const last = pdf.pages.at(-1)!.texts
      const [signature, before] = [last.at(-1)!, last.at(-2)!]
      expect(signature.text).toBe('Corner Frames')
      expect(signature.y - before.y).toBeGreaterThan(18)
      await window.keyboard.press('Escape')
    }
  }
})

test('a printed letter is logged; one closed in the print dialog is not', async ({ regulars }) => {
  const nora = await addNora(regulars)
  const print = (success: boolean) =>
    regulars.app.evaluate(({ app }, printed) => {
      app.removeAllListeners('browser-window-created')
      app.on('browser-window-created', (_event, { webContents }) => {
        webContents.getPrintersAsync = async () => [{} as Electron.PrinterInfo]
        webContents.print = (_options, done) => done?.(printed, printed ? '' : 'Print job canceled')
      })
    }, success)
  const dialog = await openWriting(regulars)
  await dialog.getByRole('textbox', { name: t('texts.write.body.letter') }).fill('Dear Nora, thank you.')
  await expect(dialog.getByText(t('texts.write.noAddress'))).toBeVisible()
  await print(false)
  await dialog.getByRole('button', { name: t('texts.write.print') }).press('Enter')
  await expect(dialog.getByText(t('texts.write.notPrinted'))).toBeVisible({ timeout: 20_000 })
  expect(await readTouches(regulars, nora)).toEqual([])
  await print(true)
  await dialog.getByRole('button', { name: t('texts.write.print') }).press('Enter')
  await expect(dialog).toBeHidden({ timeout: 20_000 })
  expect(await readTouches(regulars, nora)).toMatchObject([
    { how: 'letter', channel: 'letter', note: 'Dear Nora, thank you.' },
  ])
})
