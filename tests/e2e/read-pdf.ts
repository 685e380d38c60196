// What a PDF holds, for tests of what prints: each piece of text with its place in millimetres, fonts and colours.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { findElectron, projectRoot } from './find-electron.ts'

export interface PdfText {
  text: string
  /** Millimetres from the left edge, and from the top edge to the foot of the letters. */
  x: number
  y: number
  width: number
  /** Points. */
  size: number
  font: string
  fontType: string
  embedded: boolean
}

export interface PdfPage {
  /** Millimetres. */
  width: number
  height: number
  /** Roles a screen reader hears: headings, paragraphs, lists; none where the page is not tagged. */
  tags: string[]
  texts: PdfText[]
  colours: string[]
  images: number
}

export interface Pdf {
  title: string
  pages: PdfPage[]
}

const millimetresPerPoint = 25.4 / 72

export function readPdf(file: string): Pdf {
  const output = execFileSync(findElectron(), [join(projectRoot, 'tests/e2e/read-pdf.mjs'), file], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const pdf = JSON.parse(output) as Pdf
  const inMillimetres = (points: number) => points * millimetresPerPoint
  return {
    ...pdf,
    pages: pdf.pages.map((page) => ({
      ...page,
      width: inMillimetres(page.width),
      height: inMillimetres(page.height),
      texts: page.texts.map((text) => ({
        ...text,
        x: inMillimetres(text.x),
        y: inMillimetres(text.y),
        width: inMillimetres(text.width),
      })),
    })),
  }
}
