// Prints: a hidden page of ours paints the very pages the preview shows, then goes to the printer or into a PDF.
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { CallSheetPage } from '../shared/contract/call-sheets.ts'
import type { Settings } from '../shared/contract/settings.ts'
import type { Paper } from '../shared/contract/shapes.ts'
import type { Letters, TextFacts } from '../shared/contract/texts.ts'
import type { Answer, AppErrorCode, Facts } from '../shared/errors.ts'
import { t } from '../shared/messages/translate.ts'
import { appOrigin, devServer } from './serve-app.ts'
import type { Storage } from './storage.ts'
import { safePreferences } from './window.ts'

/** What is asked for; week null is the counter page; `paper` left out means the owner's own. */
export interface PrintRequest {
  week: string | null
  what: 'sheet' | 'friday'
  paper?: Paper | undefined
}

/** A page that never says it is painted must not leave the owner waiting. */
const longestPaint = 20_000

type Painted = { ok: true; pages: number } | { ok: false; error: { code: AppErrorCode; facts: Facts } }

function refuse(
  code: AppErrorCode,
  facts: Facts = {},
): { ok: false; error: { code: AppErrorCode; facts: Facts } } {
  return { ok: false, error: { code, facts } }
}

/** The paper it goes on, after the sheet has been seen to hold somebody. */
async function readPaper(storage: Storage, { week, what, paper }: PrintRequest): Promise<Answer<Paper>> {
  if (week === null || what === 'friday') {
    const settings = (await storage.call('settings.get', {})) as Answer<Settings>
    return settings.ok ? { ok: true, value: paper ?? settings.value.paper } : settings
  }
  const answer = (await storage.call(
    'callSheets.page',
    paper ? { week, paper } : { week },
  )) as Answer<CallSheetPage | null>
  if (!answer.ok) return answer
  if (answer.value === null) return refuse('sheet-not-found', { week })
  if (answer.value.sheet.rows.length === 0) return refuse('sheet-empty')
  return { ok: true, value: answer.value.paper }
}

/** Opens the hidden page, waits until it is painted with its fonts, and takes it away again whatever happens. */
async function withPaintedPage<T>(
  asked: Record<string, string>,
  use: (contents: Electron.WebContents, pages: number) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const window = new BrowserWindow({ show: false, width: 900, height: 1200, webPreferences: safePreferences })
  try {
    const query = new URLSearchParams(asked)
    await window.loadURL(`${devServer ?? appOrigin}/print.html?${query}`)
    const painted = await Promise.race<Painted>([
      window.webContents.executeJavaScript('window.painted') as Promise<Painted>,
      new Promise((resolve) => setTimeout(() => resolve(refuse('pdf-failed')), longestPaint).unref()),
    ])
    return painted.ok ? await use(window.webContents, painted.pages) : painted
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    return refuse('pdf-failed')
  } finally {
    window.destroy()
  }
}

/** What the page that prints is asked for. */
const sheetQuery = ({ week, what }: PrintRequest, paper: Paper): Record<string, string> =>
  week === null ? { paper } : { week, what, paper }

async function markPrinted(storage: Storage, { week, what }: PrintRequest): Promise<void> {
  if (week !== null && what === 'sheet') await storage.call('callSheets.markPrinted', { week })
}

/** Where a PDF goes when nobody chose a place: a folder of ours among the owner's documents. */
function usualPdfFile({ week, what }: PrintRequest): string {
  const name = what === 'friday' ? 'callSheets.review.documentTitle' : 'callSheets.documentTitle'
  const title = week === null ? t('callSheets.counter.title') : t(name, { week })
  return join(app.getPath('documents'), t('callSheets.pdfFolder'), `${title}.pdf`)
}

async function makePdf(contents: Electron.WebContents): Promise<Uint8Array> {
  return contents.printToPDF({
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  })
}

/** Written beside its place, synced, then renamed, so that no half file is left. Errors: pdf-failed. */
async function writePdf(file: string, pdf: Uint8Array, makeFolder: boolean): Promise<Answer<string>> {
  try {
    if (makeFolder) await mkdir(dirname(file), { recursive: true })
    await writeWhole(file, pdf)
    return { ok: true, value: file }
  } catch {
    // A folder that is gone, full or read-only: the owner can only choose another.
    return refuse('pdf-failed', { file })
  }
}

/** Through the system's dialog. Errors: no-printer, print-failed. */
async function printPage(
  contents: Electron.WebContents,
  paper: Paper,
): Promise<Answer<{ printed: boolean }>> {
  if ((await contents.getPrintersAsync()).length === 0) return refuse('no-printer')
  return new Promise((resolve) => {
    contents.print({ pageSize: paper, margins: { marginType: 'none' } }, (success, reason) => {
      if (success) resolve({ ok: true, value: { printed: true } })
      else if (/cancel/i.test(reason)) resolve({ ok: true, value: { printed: false } })
      else resolve(refuse('print-failed', { reason }))
    })
  })
}

/**
 * Saves the week's sheet, its Friday page or the counter page as a PDF.
 * Errors: sheet-not-found, sheet-empty, pdf-failed.
 */
export async function saveCallSheetPdf(
  storage: Storage,
  request: PrintRequest,
  target: string | null,
): Promise<Answer<{ pages: number; file: string }>> {
  const paper = await readPaper(storage, request)
  if (!paper.ok) return paper
  const file = target ?? usualPdfFile(request)
  const query = sheetQuery(request, paper.value)
  const printed = await withPaintedPage(query, async (contents, pages) => {
    return { ok: true, value: { pages, pdf: await makePdf(contents) } }
  })
  if (!printed.ok) return printed
  const written = await writePdf(file, printed.value.pdf, target === null)
  if (!written.ok) return written
  await markPrinted(storage, request)
  return { ok: true, value: { pages: printed.value.pages, file } }
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`
  try {
    const handle = await open(part, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/**
 * Prints through the system's dialog; closing it prints nothing and is no error.
 * Errors: sheet-not-found, sheet-empty, no-printer, print-failed.
 */
export async function printCallSheet(
  storage: Storage,
  request: PrintRequest,
): Promise<Answer<{ printed: boolean }>> {
  const paper = await readPaper(storage, request)
  if (!paper.ok) return paper
  const query = sheetQuery(request, paper.value)
  const printed = await withPaintedPage(query, (contents) => printPage(contents, paper.value))
  if (printed.ok && printed.value.printed) await markPrinted(storage, request)
  return printed
}

/** The pages of the letters in the query, and the name their file gets. */
async function readLetters(storage: Storage, { personIds, body, fills }: Letters) {
  const paper = await readPaper(storage, { week: null, what: 'sheet' })
  if (!paper.ok) return paper
  const first = (await storage.call('texts.facts', { personId: personIds[0] })) as Answer<TextFacts>
  if (!first.ok) return first
  const query = { letters: personIds.join(), body, fills: String(fills), paper: paper.value }
  const title =
    personIds.length === 1
      ? t('texts.letter.title', { name: first.value.name })
      : t('texts.letter.titleMany', { count: personIds.length })
  return { ok: true as const, value: { query, title, paper: paper.value } }
}

/** Prints letters through the system's dialog, as one print. Errors: not-found, no-printer, print-failed. */
export async function printLetters(
  storage: Storage,
  request: Letters,
): Promise<Answer<{ printed: boolean }>> {
  const letters = await readLetters(storage, request)
  if (!letters.ok) return letters
  const { query, paper } = letters.value
  return withPaintedPage(query, (contents) => printPage(contents, paper))
}

/** Saves letters as one PDF, among the owner's documents when no place was chosen. Errors: not-found, pdf-failed. */
export async function saveLettersPdf(
  storage: Storage,
  request: Letters,
  target: string | null,
): Promise<Answer<{ file: string }>> {
  const letters = await readLetters(storage, request)
  if (!letters.ok) return letters
  const { query, title } = letters.value
  const folder = join(app.getPath('documents'), t('texts.letter.folder'))
  const file = target ?? join(folder, `${title.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '-')}.pdf`)
  const printed = await withPaintedPage(query, async (contents) => ({
    ok: true,
    value: await makePdf(contents),
  }))
  if (!printed.ok) return printed
  const written = await writePdf(file, printed.value, target === null)
  return written.ok ? { ok: true, value: { file } } : written
}
