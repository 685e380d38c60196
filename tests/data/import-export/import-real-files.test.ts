// Every address book file of other programs reads, with the records its description counts; skipped where there are none.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportedPerson, ParsedFile } from '../../../src/data/import-export/imported-record.ts'
import { parseCsv } from '../../../src/data/import-export/parse-csv.ts'
import { parseFile } from '../../../src/data/import-export/parse-file.ts'
import { AppError } from '../../../src/shared/errors.ts'
import {
  outsideFiles as DATA,
  outsideFilesAreThere as isThere,
  notTried,
} from '../../support/outside-files.ts'

const read = (file: string): ParsedFile =>
  parseFile(readFileSync(join(DATA, file)), basename(file), { country: 'US' })

/** [file or folder, records in it, people taken] */
const COUNTS: [string, number, number][] = [
  ['csv-atomic-crm/contacts.csv', 500, 500],
  ['csv-atomic-crm/contacts_export.csv', 2, 2],
  ['csv-roundcube/gmail.csv', 1, 1],
  ['csv-roundcube/outlook.csv', 1, 1],
  ['csv-roundcube/tb_plain.csv', 1, 1],
  ['csv-roundcube/all.csv', 1, 1],
  ['csv-roundcube/email.csv', 4, 4],
  ['csv-thunderbird/utf16_addressbook.csv', 1, 1],
  ['csv-thunderbird/shiftjis_addressbook.csv', 1, 1],
  ['csv-thunderbird/csv_semicolon.csv', 2, 2],
  ['csv-thunderbird/csv_no_header.csv', 2, 2],
  ['csv-thunderbird/tab_comma_mixed.csv', 4, 4],
  ['csv-thunderbird/quote.csv', 1, 1],
  ['csv-thunderbird/basic_addressbook.csv', 1, 1],
  ['csv-thunderbird/basic_csv_addressbook.csv', 2, 2],
  ['csv-thunderbird/export.csv', 2, 2],
  // Two of the six files hold one more card, inside an AGENT value.
  ['vcard-ical.js', 8, 8],
  // One card of custom properties alone names nobody.
  ['vcard-android', 39, 38],
  ['vcard-roundcube', 5, 5],
  ['vcard-thunderbird', 12, 12],
]

describe('real files', () => {
  if (!isThere) it.skip(notTried, () => {})

  it.runIf(isThere).for(COUNTS)('%s holds %i records, %i of them people', ([path, total, people]) => {
    const files = path.endsWith('.csv')
      ? [path]
      : readdirSync(join(DATA, path))
          .filter((name) => name.endsWith('.vcf'))
          .map((name) => join(path, name))
    const parsed = files.map(read)
    expect(parsed.reduce((sum, file) => sum + file.total, 0)).toBe(total)
    expect(parsed.reduce((sum, file) => sum + file.people.length, 0)).toBe(people)
  })

  it.runIf(isThere)(
    'every CSV and vCard file is read or refused with a reason, each record accounted for',
    () => {
      const folders = readdirSync(DATA).filter((name) => /^(?:csv|vcard)-/.test(name))
      const files = folders.flatMap((folder) =>
        readdirSync(join(DATA, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(?:csv|vcf)$/.test(name))
          .map((name) => join(folder, name)),
      )
      expect(files.length).toBeGreaterThanOrEqual(80)
      const refused: string[] = []
      for (const file of files) {
        try {
          const parsed = read(file)
          expect(parsed.people.length + parsed.rejected.length + parsed.skipped, file).toBe(parsed.total)
          for (const person of parsed.people) {
            expect(person.name + person.firm + person.contacts.length, file).not.toBe('0')
            expect(JSON.stringify(person), file).not.toContain('\ufffd')
          }
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          refused.push(`${file}: ${error.code}`)
        }
      }
      // Tables about no people: ten of the eleven acid tests.
      expect(refused.filter((line) => !line.startsWith(join('csv-spectrum', 'csvs')))).toEqual([])
      expect(refused).toHaveLength(10)
      expect(refused.every((line) => line.endsWith('import-unknown-columns'))).toBe(true)
    },
  )
})

describe('csv-roundcube gives what that project expects', () => {
  const values = (person: ImportedPerson | undefined, kind: string) =>
    (person?.contacts ?? []).filter((contact) => contact.kind === kind).map((contact) => contact.value)
  /** We keep an address as lines: compared by its words. */
  const words = (text: string | undefined) => new Set((text ?? '').split(/[\s,]+/))

  it.runIf(isThere).for(['all', 'email', 'gmail', 'outlook', 'tb_plain'])('%s', (name) => {
    const ours = read(`csv-roundcube/${name}.csv`).people
    const theirs = read(`csv-roundcube/${name}.vcf`).people
    expect(ours).toHaveLength(theirs.length)
    for (const [index, expected] of theirs.entries()) {
      const person = ours[index]
      for (const kind of ['email', 'phone', 'web', 'message']) {
        expect(values(person, kind), kind).toEqual(values(expected, kind))
      }
      for (const [at, address] of values(expected, 'address').entries()) {
        for (const word of words(address)) expect(words(values(person, 'address')[at])).toContain(word)
      }
      for (const field of [
        'name',
        'givenName',
        'familyName',
        'alsoKnownAs',
        'firm',
        'role',
        'birthday',
        'tags',
      ] as const) {
        expect(person?.[field], field).toEqual(expected[field])
      }
      // Every value of the note and of the properties without a place of their own.
      for (const line of expected.note.split('\n')) {
        const value = line.replace(/^[\w ]+: /, '')
        expect(person?.note).toContain(value === '1992-02-20' ? '20/02/1992' : value)
      }
    }
  })

  it.runIf(isThere)('labels of all.csv', () => {
    const same = (label: string) =>
      label.replace(/^(home|work)(?:2|(fax))$/, (_, place, fax) => (fax ? `${place} fax` : place))
    const labels = (person: ImportedPerson | undefined) =>
      person?.contacts.map(({ label, value }) => [value, same(label)])
    const byValue = (list: string[][] | undefined) => Object.fromEntries(list ?? [])
    expect(byValue(labels(read('csv-roundcube/all.csv').people[0]))).toEqual(
      byValue(labels(read('csv-roundcube/all.vcf').people[0])),
    )
  })
})

describe('csv-spectrum cells are those of its JSON', () => {
  const folder = join(DATA, 'csv-spectrum/csvs')
  const names = isThere ? readdirSync(folder) : []
  if (!isThere) it.skip(notTried, () => {})
  it.runIf(isThere).for(names)('%s', (name) => {
    const { rows, rejected } = parseCsv(readFileSync(join(folder, name), 'utf8'))
    const [header, ...body] = rows.map((row) => row.cells)
    const ours = body.map((cells) =>
      Object.fromEntries((header ?? []).map((heading, index) => [heading, cells[index] ?? ''])),
    )
    const json = readFileSync(join(DATA, 'csv-spectrum/json', name.replace(/csv$/, 'json')), 'utf8')
    // We keep one kind of line end.
    expect(ours).toEqual(JSON.parse(json.replaceAll('\\r\\n', '\\n')))
    expect(rejected).toEqual([])
  })
})
