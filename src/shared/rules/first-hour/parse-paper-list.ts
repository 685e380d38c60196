// Reads people out of typed or pasted lines: from a spreadsheet, a mail or a notes app; what is unclear says why.
import { foldText } from '../people/fold-text.ts'

/** Why a line wants a second look; its words are `firstHour.odd.*`. */
export type OddLine =
  | 'noName'
  | 'noWords'
  | 'heading'
  | 'mailLine'
  | 'ticked'
  | 'struck'
  | 'brokenMail'
  | 'shortNumber'
  | 'longNumber'
  | 'turnedName'
  | 'twoPeople'
  | 'task'
  | 'sentence'
  | 'oddLetters'
  | 'twice'

export interface PaperLine {
  name: string
  /** Phones and mail addresses as typed, parted by ", ". */
  reach: string
  note: string
  odd: OddLine | null
  /** The line as it was typed or pasted. */
  typed: string
}

/** More lines than this are a file's, which the import takes. */
export const mostTyped = 1000

/** Stands where a phone or a mail address was taken out of a line: a character nobody types. */
const gap = '\ue000'
const mailPattern = /<?(?:mailto:)?([^\s<>()[\],;:"|]+@[^\s<>()[\],;:"|@]+\.[^\s<>()[\],;:"|@.]{2,})>?/giu
const phonePattern =
  /(?:\b(?:tel|phone|ph|mobile|mob|cell|home|work|fax|t|m|p)\b\s*[.:]?\s*)?(\+?\(?\d[\d\s().\u2010-\u2015/-]{4,}\d(?:\s*(?:x|ext\.?|#)\s*\d{1,6})?)/giu
const datePattern =
  /^(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:19|20)\d\d\s*[/\u2010-\u2015-]\s*(?:19|20)\d\d)$/
const separator = /\s+[-\u2010-\u2015]+\s+|\s*[;|]\s*|,\s*|:\s+|\s*\ue000\s*/
const edges = /^[\s,;:|/.\ue000\u2010-\u2015-]+|[\s,;:|/\ue000\u2010-\u2015-]+$/g
const bullet =
  /^(?:[-*+\u2022\u00b7\u2010-\u2015\u25aa\u25e6\u2023\u25a1\u2610\u25cb\u25cf\u27a4\u2192]+\s+|\d{1,3}[.)]\s+|\(\d{1,3}\)\s*|\[\s?\]\s*|[a-z]\)\s+)/iu
const tick = /^(?:\[[x\u2713\u2714]\]|[\u2611\u2612\u2713\u2714\u2705])\s*/iu
const mailHead = /^(?:from|to|cc|bcc|reply-to):\s*/i
const mailTalk = /^(?:(?:subject|date|sent|re|fw|fwd):|sent from my\b|on .+ wrote:$)/i
const task = /^(?:call|ring|phone|email|mail|text|ask|visit|see|write to)\s/i
const brokenLetters = /\ufffd|\u00c3[\u0080-\u00bf]|\u00e2\u20ac/u
/** A name has at most so many words; more read like a sentence. */
const mostNameWords = 5

/**
 * One entry for each line that holds anything, in their order; several where a line lists several addresses.
 * Nothing typed is lost: what is not a name, a phone or a mail address is the note.
 */
export function parsePaperList(text: string): PaperLine[] {
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
  const lines = clean.includes('\t') ? readTable(clean) : clean.split('\n').flatMap(readLine)
  const seen = new Set<string>()
  return lines.map((line) => {
    const key = `${foldText(line.name)}\n${line.reach}`
    const isTwice = line.name !== '' && line.reach !== '' && seen.has(key)
    seen.add(key)
    return isTwice && line.odd === null ? { ...line, odd: 'twice' } : line
  })
}

/** Phones and mail addresses out of one field, as typed. */
export function splitReach(reach: string): { phones: string[]; emails: string[] } {
  const parts = reach.split(/\s*[,;]\s*/).filter((part) => part !== '')
  return {
    phones: parts.filter((part) => !part.includes('@')),
    emails: parts.filter((part) => part.includes('@')),
  }
}

function readLine(typed: string): PaperLine[] {
  const line = typed.trim()
  if (line === '') return []
  const { rest, mark } = stripMarks(line)
  if (!/[\p{L}\p{N}]/u.test(rest)) return [{ name: line, reach: '', note: '', odd: 'noWords', typed }]
  if (mailTalk.test(rest)) return [{ name: rest, reach: '', note: '', odd: 'mailLine', typed }]
  const named = rest.replace(mailHead, '')
  return splitAddresses(named).map((part) => {
    const read = readPerson(part, typed)
    return mark !== null ? { ...read, odd: mark } : read
  })
}

/** Takes off what a mail or a notes app puts before a line. */
function stripMarks(line: string): { rest: string; mark: OddLine | null } {
  let rest = line
  let mark: OddLine | null = null
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(/^(?:>\s*)+/, '')
    if (tick.test(rest)) mark = 'ticked'
    rest = rest.replace(tick, '').replace(bullet, '')
  }
  const struck = /^~~(.+)~~$/.exec(rest)
  if (struck) return { rest: struck[1]!, mark: 'struck' }
  return { rest, mark }
}

/** "Ann <a@x.org>, Bob <b@y.org>" is two people, and so is "a@x.org; b@y.org". */
function splitAddresses(line: string): string[] {
  const mails = [...line.matchAll(mailPattern)]
  if (mails.length < 2) return [line]
  const bracketed = mails.every((mail) => mail[0].startsWith('<'))
  const bare = line.replace(mailPattern, '').replace(/[\s,;]+/g, '') === ''
  if (!bracketed && !bare) return [line]
  const parts: string[] = []
  let start = 0
  for (const mail of mails) {
    const end = mail.index + mail[0].length
    parts.push(line.slice(start, end).replace(/^[\s,;]+/, ''))
    start = end
  }
  const rest = line.slice(start).replace(edges, '')
  return rest === '' ? parts : [...parts, rest]
}

function readPerson(line: string, typed: string): PaperLine {
  const { rest, reach, digits } = takeReach(line)
  const tail: string[] = []
  const open = rest.replace(/\(([^()]*)\)/g, (_whole, inside: string) => {
    if (inside.replaceAll(gap, '').trim() !== '') tail.push(tidy(inside))
    return gap
  })
  const words = open.replace(edges, '')
  const cut = separator.exec(words)
  let name = tidy(cut ? words.slice(0, cut.index) : words).replace(/^"(.*)"$/, '$1')
  let note = [tidy(cut ? words.slice(cut.index + cut[0].length) : ''), ...tail].filter(Boolean).join(', ')
  const turned = /^([\p{Lu}][\p{L}'-]+),\s*([\p{Lu}][\p{L}'-]+)$/u.exec(tidy(words))
  if (turned) {
    name = `${turned[2]} ${turned[1]}`
    note = tail.join(', ')
  }
  const short = /^(?:x|ext\.?)?\s*\d[\d -]{1,5}$/i.exec(note)
  if (short && reach.length === 0) note = ''
  const all = short && reach.length === 0 ? [short[0].trim()] : reach
  const read = { name, reach: all.join(', '), note, typed }
  return {
    ...read,
    odd: findOdd(read, { line, all, digits, turned: turned !== null, short: short !== null }),
  }
}

/** Takes mail addresses and phones out of a line, leaving gaps. */
function takeReach(line: string): { rest: string; reach: string[]; digits: number } {
  const reach: string[] = []
  let digits = 0
  const withoutMail = line.replace(mailPattern, (_whole, mail: string) => {
    reach.push(mail)
    return gap
  })
  const rest = withoutMail.replace(phonePattern, (whole, number: string) => {
    const phone = number.trim()
    if (countDigits(phone) < 6 || datePattern.test(phone)) return whole
    const apart = phone.split(/\s+\/\s+/)
    const areWhole = apart.every((one) => countDigits(one) >= 6)
    for (const one of areWhole ? apart : [phone]) {
      digits = Math.max(digits, countDigits(one))
      reach.push(/^\([^)]*$/.test(one) ? one.slice(1) : one)
    }
    return gap
  })
  return { rest, reach, digits }
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length
}

function tidy(text: string): string {
  return text
    .replaceAll(gap, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:[,;|]\s*)+([,;|])/g, '$1')
    .replace(edges, '')
    .trim()
}

interface Signs {
  line: string
  all: string[]
  digits: number
  turned: boolean
  short: boolean
}

function findOdd({ name, reach, note }: Omit<PaperLine, 'odd'>, signs: Signs): OddLine | null {
  if (brokenLetters.test(signs.line)) return 'oddLetters'
  if (reach === '' && /:\s*$/.test(signs.line)) return 'heading'
  if (!/\p{L}/u.test(name)) return 'noName'
  if (`${name} ${note}`.includes('@')) return 'brokenMail'
  if (signs.digits > 15) return 'longNumber'
  if (signs.short && reach !== '' && countDigits(reach) < 6) return 'shortNumber'
  if (signs.turned) return 'turnedName'
  if (signs.all.length > 1 && /\s(?:&|and|\+)\s/i.test(name)) return 'twoPeople'
  if (task.test(name)) return 'task'
  return name.split(' ').length > mostNameWords ? 'sentence' : null
}

const headings: [RegExp, 'name' | 'given' | 'family' | 'reach' | 'note'][] = [
  [/^(?:first|given) ?name$|^first$/i, 'given'],
  [/^(?:last|family|sur) ?name$|^surname$|^last$/i, 'family'],
  [/^(?:full |display |customer |client )?names?$|^customers?$|^who$|^contacts?$|^people$/i, 'name'],
  [/phone|^tel|mobile|^cell|e-?mail|^number$|^reach$/i, 'reach'],
  [/^notes?$|^comments?$|^remarks?$|^firm$|^company$|^wants$|^what$|^address$|^city$|^town$/i, 'note'],
]

/** Rows of a spreadsheet, cells parted by tabs; a first row of headings says what the columns are. */
function readTable(text: string): PaperLine[] {
  const rows = splitCells(text).filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const kinds = rows[0]?.map((cell) => headings.find(([pattern]) => pattern.test(cell.trim()))?.[1])
  const hasHeadings = kinds?.some(Boolean) && rows[0]!.every((cell, at) => cell.trim() === '' || kinds[at])
  return rows.flatMap((cells, at) => {
    const typed = cells.join('\t')
    if (at === 0 && hasHeadings) {
      return [{ name: tidy(cells.join(' ')), reach: '', note: '', odd: 'heading', typed }]
    }
    if (cells.filter((cell) => cell.trim() !== '').length === 1) {
      return readLine(cells.find((cell) => cell.trim() !== '')!).map((line) => ({ ...line, typed }))
    }
    return [readCells(cells, hasHeadings ? kinds! : [], typed)]
  })
}

function readCells(cells: string[], kinds: (string | undefined)[], typed: string): PaperLine {
  const names: string[] = []
  const notes: string[] = []
  const reach: string[] = []
  let digits = 0
  let short = false
  const namedBy = kinds.some((kind) => kind === 'name' || kind === 'given' || kind === 'family')
  for (const [at, cell] of cells.entries()) {
    const value = cell.replace(/\s+/g, ' ').trim()
    if (value === '') continue
    const kind = kinds[at]
    const found = takeReach(value)
    const rest = tidy(found.rest)
    digits = Math.max(digits, found.digits)
    if (kind === 'reach' && found.reach.length === 0) {
      short ||= /\d/.test(value) && !value.includes('@')
      if (value.includes('@') || !/\d/.test(value)) notes.push(value)
      else reach.push(value)
    } else if (kind === 'given') names.unshift(value)
    else if (kind === 'family' || kind === 'name') names.push(value)
    else if (found.reach.length > 0 && kind !== 'note') {
      reach.push(...found.reach)
      if (rest !== '') (names.length === 0 && !namedBy ? names : notes).push(rest)
    } else if (names.length === 0 && !namedBy && kind !== 'note' && /\p{L}/u.test(value)) names.push(value)
    else if (names.length > 0 && reach.length === 0 && /^\d[\d -]{1,5}$/.test(value)) {
      reach.push(value)
      short = true
    } else notes.push(value)
  }
  const read = { name: names.join(' '), reach: reach.join(', '), note: notes.join(', '), typed }
  const line = cells.join(' ')
  return { ...read, odd: findOdd(read, { line, all: reach, digits, turned: false, short }) }
}

/** A cell that holds a tab, a quote or a line end stands in quotes, each quote of its own doubled. */
function splitCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const cellPattern = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g
  for (const [whole, quoted, plain, end] of text.matchAll(cellPattern)) {
    if (whole === '' && end === '' && rows.at(-1)!.length === 0) break
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}
