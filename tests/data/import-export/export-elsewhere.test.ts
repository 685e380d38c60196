// What is exported reads whole in other programs' readers, runs in no spreadsheet, and comes back equal.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import vCard from 'vcf'
import { afterAll, expect, test } from 'vitest'
import { parseFile } from '../../../src/data/import-export/parse-file.ts'
import { bareCell, guardCell } from '../../../src/data/import-export/spreadsheet-cell.ts'
import { type CardPerson, writeCard } from '../../../src/data/import-export/write-vcard.ts'
import { makeStore } from '../../support/make-store.ts'
import { writeOutside } from '../../support/write-outside.ts'

const folder = mkdtempSync(join(tmpdir(), 'regulars-elsewhere-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', "'=", "''+", "'", '\t=', ' =', '']
const bodies = [
  'HYPERLINK("http://x.example","x")',
  'cmd|calc',
  '44 20 7946 0011',
  '1+1',
  'SUM(1;2),3',
  '442079460011',
  '07700900123',
  '4.47E+11',
  '(020) 7946',
  'ZoÃ« “Müller”',
  '1/2',
  "it's",
  'a "b"',
  '90s band',
  '2026-11-23',
]
const payloads = starts.flatMap((start) => bodies.map((body) => start + body))
const LIVE = /^[=+\-@＝＋－＠\t\r\0]|^\s+[=+\-@]/

test('a guarded cell is never live and comes back exactly, whatever it held', () => {
  expect(payloads.length).toBeGreaterThan(200)
  for (const payload of payloads) {
    expect(guardCell(payload)).not.toMatch(LIVE)
    expect(bareCell(guardCell(payload))).toBe(payload)
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => bareCell(guardCell(text)) === text))
})

test.each(['+44 20 7946 0011', '442079460011', '07700900123', '020 7946 0011'])(
  'the phone %s is text',
  (phone) => {
    expect(guardCell(phone)).toBe(`'${phone}`)
  },
)

test('over 2,000 people go out once each, dead in a spreadsheet and exact beside it, and both come back equal', async () => {
  const store = await makeStore()
  try {
    const { id } = await store.call('people.add', { uid: crypto.randomUUID(), name: 'Mara Quill' })
    writeOutside(
      store,
      `INSERT INTO people (uid, name, sort_name, found_words, source, created_at, created_on)
       SELECT 'uid-' || value, 'Person ' || value, 'person ' || value,
         coalesce(json_extract(?, '$[' || value || ']'), ''), '', '2026-11-23T00:00:00Z', '2026-11-23'
       FROM generate_series(1, 2200)`.replace(
        'FROM generate_series(1, 2200)',
        'FROM (WITH RECURSIVE n (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value < 2200) SELECT value FROM n)',
      ),
      JSON.stringify(payloads.map((payload) => payload.trim())),
    )
    expect(id).toBeGreaterThan(0)
    const made = await store.call('importExport.export', { folder: 'there' }, { paths: { there: folder } })
    const readCsv = (name: string) =>
      parse(readFileSync(join(folder, name)), { columns: true, bom: true }) as Record<string, string>[]
    const exact = readCsv('exact/report_people.csv')
    const guarded = readCsv('report_people.csv')
    expect(exact).toHaveLength(2202)
    expect(guarded).toHaveLength(2202)
    expect(exact.filter((row) => row.found_words !== '').map((row) => row.found_words)).toEqual(
      payloads.map((payload) => payload.trim()).filter((payload) => payload !== ''),
    )
    const forSpreadsheets = readdirSync(folder).filter((name) => /^report_.*\.csv$/.test(name))
    for (const name of forSpreadsheets) {
      const bytes = readFileSync(join(folder, name))
      expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
      const cells = (parse(bytes, { bom: true }) as string[][]).flat()
      expect(cells.filter((cell) => LIVE.test(cell))).toEqual([])
    }
    for (const name of ['report_people.csv', 'exact/report_people.csv']) {
      const back = parseFile(readFileSync(join(folder, name)), 'report_people.csv', { country: 'GB' })
      expect(back.people.map((person) => person.foundWords)).toEqual(exact.map((row) => row.found_words))
    }
    const cards = vCard.parse(readFileSync(join(folder, 'people.vcf'), 'utf8'))
    expect(cards).toHaveLength(made.people)
  } finally {
    store.close()
  }
})

const breaks = [
  '\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u2029',
  '\v',
  '\f',
  '\0',
  '\r\nEND:VCARD\r\nBEGIN:VCARD\r\n',
]
test.each(breaks.map((sign) => [JSON.stringify(sign), sign]))(
  'a %s in any value is no line of people.vcf',
  (_, sign) => {
    const value = `one${sign}two`
    const kinds = ['phone', 'email', 'address', 'web', 'message'] as const
    const person: CardPerson = {
      uid: value,
      name: value,
      givenName: value,
      familyName: value,
      alsoKnownAs: value,
      firm: value,
      role: value,
      birthday: '1978-05-14',
      note: value,
      labels: value,
      neverContactOn: '2026-11-23',
      neverContactReason: value,
      diedOn: '',
      consents: [['phone', 'no', '2026-11-23', value]],
      fields: [[value, value]],
      contacts: kinds.map((kind) => ({ kind, value, label: value })),
    }
    const text = [person, { ...person, name: 'Otto Pram' }].map((one) => writeCard(one)).join('')
    // That reader looks for the end of a card in values too.
    if (!sign.includes('VCARD')) expect(vCard.parse(text)).toHaveLength(2)
    const lines = text.replaceAll('\r\n', '\n').replaceAll('\n ', '').split('\n').slice(0, -1)
    for (const line of lines) expect(line).toMatch(/^(?:item\d+\.)?[A-Z-]+[;:]/i)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no control may be left
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\x00-\x08\n-\x1f\u0085\u2028\u2029]/)
    const [back, ...more] = parseFile(Buffer.from(text), 'people.vcf', { country: 'GB' }).people
    expect(more).toHaveLength(1)
    expect(back?.contacts).toHaveLength(kinds.length)
  },
)
