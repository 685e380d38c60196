// Nobody is lost on the way in: what a file holds, counted by its bytes alone, is added, merged, skipped or rejected.
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { parseFile } from '../../../src/data/import-export/parse-file.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { countCards, findLostLines } from '../../support/import-count.ts'

const read = (content: string | Uint8Array, name: string) =>
  parseFile(typeof content === 'string' ? Buffer.from(content) : content, name, { country: 'GB' })
const card = (name: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL:020 7946 0011\r\nEND:VCARD`
const [mara, otto] = [card('Mara Quill'), card('Otto Pram')]
const names = (parsed: ReturnType<typeof read>) => parsed.people.map((person) => person.name)
const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

it.each([
  ['joined without a line end', `${mara}${otto}`],
  ['with blanks between', `${mara} \t ${otto}`],
  ['with a semicolon', `${mara};\r\n${otto};`],
  ['with a byte order mark', `${mara}\r\n\ufeff${otto}`],
  ['with marks nobody sees', `${mara}\r\n\u200b\u00a0${otto}`],
  ['in quotes', `"${mara}"\r\n"${otto}"`],
  ['with the line ends of old Macs in one part', `${mara.replaceAll('\r\n', '\r')}\r\n${otto}`],
  ['behind a value that was cut off', `${mara.replace('\r\nEND:VCARD', 'END:VCARD')}${otto}`],
  ['in two widths', Buffer.concat([wide(`${mara}\r\n`), Buffer.from(otto)])],
  ['in two widths, the narrow one first', Buffer.concat([Buffer.from(`${mara}\r\n`), wide(otto)])],
  ['out of step by one byte', Buffer.concat([wide(`${mara}\r\n`), Buffer.from([10]), wide(otto)])],
])('two cards %s are two people', (_, content) => {
  const parsed = read(content, 'cards.vcf')
  expect(names(parsed)).toEqual(['Mara Quill', 'Otto Pram'])
  expect(countCards(Buffer.from(content))).toBe(2)
})

test('a card inside a value, or a word that looks like one, begins no person', () => {
  const note = mara.replace('TEL:', 'NOTE:how BEGIN:VCARD and END:VCARD work\\, in short\r\nTEL:')
  expect(names(read(note, 'cards.vcf'))).toEqual(['Mara Quill'])
  expect(countCards(Buffer.from(note))).toBe(1)
})

test('a card of lines that cannot be read is rejected, not called empty', () => {
  const parsed = read(`${mara}\r\nBEGIN:VCARD\r\n> lost\r\nEND:VCARD`, 'cards.vcf')
  expect(parsed).toMatchObject({ total: 2, rejected: [{ line: 6 }], skipped: 0 })
})

test.each(['KIND:group', 'X-ADDRESSBOOKSERVER-KIND:group'])(
  'a card with %s is a group and no person',
  (kind) => {
    const parsed = read(`${mara}\r\n${card('Suppliers').replace('TEL:', `${kind}\r\nNOTE:`)}`, 'cards.vcf')
    expect(names(parsed)).toEqual(['Mara Quill'])
    expect(parsed).toMatchObject({ total: 2, skipped: 1, notPeople: [{ line: 6 }] })
  },
)

it.each([
  ['Total,,200.00', 'total'],
  ['Grand Total:,2,', 'total'],
  ['Summe,,"1.200,00 €"', 'total'],
  ['12 records,,', 'total'],
  ['Page 1 of 3,,', 'page'],
  ['Printed on 01/11/2026,,', 'page'],
  ['Seite 2 von 3,,', 'page'],
  ['A,,', 'letter'],
  ['Name,Phone,Spent', 'heading'],
  ['-----,,', 'rule'],
])('%s is about nobody', (line, kind) => {
  const parsed = read(`Name,Phone,Spent\nMara Quill,020 7946 0011,120.00\n${line}\nOtto Pram,,80`, 'a.csv')
  expect(names(parsed)).toEqual(['Mara Quill', 'Otto Pram'])
  expect(parsed.notPeople).toEqual([{ line: 3, reason: { key: `importExport.notPeople.${kind}` } }])
  expect(parsed).toMatchObject({ total: 3, skipped: 1 })
})

it.each(['Total,020 7946 0012,', 'Page,,', 'Total Framing,,', 'Al,,', 'Page Miller,,12', '🌷,,'])(
  '%s may be somebody, and stays',
  (line) => {
    expect(read(`Name,Phone,Spent\nMara Quill,020 7946 0011,1\n${line}`, 'a.csv').people).toHaveLength(2)
  },
)

test('behind a second heading in another order, values go by that one', () => {
  const rows = [
    'Name,Phone,Email',
    'Mara Quill,020 7946 0011,m@q.example',
    'Email,Name,Phone',
    'o@p.example,Otto Pram,020 7946 0012',
  ]
  const [, person] = read(rows.join('\n'), 'a.csv').people
  expect(person).toMatchObject({
    name: 'Otto Pram',
    contacts: [{ value: 'o@p.example' }, { value: '020 7946 0012' }],
  })
})

test('a heading joined to the row before it parts them', () => {
  const rows =
    'Name,Phone,Email\nMara Quill,020 7946 0011,m@q.exampleName,Phone,Email\nOtto Pram,020 7946 0012,o@p.example'
  const parsed = read(rows, 'a.csv')
  expect(parsed.people.map((person) => person.contacts[1]?.value)).toEqual(['m@q.example', 'o@p.example'])
  expect(parsed.notPeople).toHaveLength(1)
})

/** Bytes put in, taken out, doubled, or turned, anywhere. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 40 }),
  put: fc.constantFrom(
    '',
    '"',
    ',',
    '\r',
    '\n',
    '\ufeff',
    '\u200b',
    '\u2028',
    '\0',
    'BEGIN:VCARD\r\n',
    'END:VCARD\r\n',
    '=\r\n',
    ';',
    ' ',
  ),
})
function mutate(bytes: Uint8Array, changes: { at: number; cut: number; put: string }[]): Buffer {
  return changes.reduce((content, { at, cut, put }) => {
    const from = Math.floor(at * content.length)
    return Buffer.concat([content.subarray(0, from), Buffer.from(put), content.subarray(from + cut)])
  }, Buffer.from(bytes))
}
/** A refusal of the whole file loses nobody. */
function readOrRefuse(bytes: Buffer, name: string) {
  try {
    return read(bytes, name)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return null
  }
}

test('every card of a changed vCard file is accounted for', () => {
  const files = [`${mara}${otto}\r\n${card('Ida Rook')}\r\n`, `${mara}\r\n${otto}\r\n`]
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.boolean(),
      fc.array(change, { maxLength: 4 }),
      (file, isWide, changes) => {
        const bytes = mutate(isWide ? wide(file) : Buffer.from(file), changes)
        const parsed = readOrRefuse(bytes, 'cards.vcf')
        if (parsed === null || parsed.format !== 'vcard') return
        expect(parsed.people.length + parsed.rejected.length + parsed.skipped).toBe(parsed.total)
        expect(parsed.total).toBe(countCards(bytes))
      },
    ),
    { numRuns: 300, seed: 2026 },
  )
})

test('every line of a changed table is accounted for', () => {
  const rows = Array.from(
    { length: 12 },
    (_, index) => `Person ${index},020 7946 00${10 + index},"a ""b"", c"`,
  )
  const file = Buffer.from(['Name,Phone,Note', ...rows].join('\r\n'))
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
      const bytes = mutate(file, changes)
      const parsed = readOrRefuse(bytes, 'a.csv')
      if (parsed === null || parsed.mapping?.hasHeader !== true) return
      const starts = [...parsed.people, ...parsed.rejected, ...parsed.notPeople].map(({ line }) => line)
      expect(findLostLines(bytes, new Set(starts))).toEqual([])
    }),
    { numRuns: 300, seed: 2026 },
  )
})
