// Reading import files, on small files of our own: encodings, separators, known programs, versions of vCard, damage.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedPerson, ParsedFile } from '../../../src/data/import-export/imported-record.ts'
import { parseBirthday } from '../../../src/data/import-export/parse-birthday.ts'
import { parseFile, parseFileSteps } from '../../../src/data/import-export/parse-file.ts'
import { AppError, type Facts } from '../../../src/shared/errors.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures/import')

function read(name: string, country = 'US'): ParsedFile {
  const parsed = parseFile(readFileSync(join(FIXTURES, name)), name, { country })
  expect(parsed.people.length + parsed.rejected.length + parsed.skipped).toBe(parsed.total)
  return parsed
}

function readText(text: string, name = 'typed.csv'): ParsedFile {
  return parseFile(Buffer.from(text), name, { country: 'US' })
}

function refusal(read: () => unknown): { code: string; facts: Facts } {
  try {
    read()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, facts: error.facts }
    throw error
  }
  throw new Error('it was not refused')
}

const contactsOf = (person: ImportedPerson | undefined) =>
  person?.contacts.map(({ kind, label, value }) => `${kind}|${label}|${value}`)
const rejections = (parsed: ParsedFile) =>
  parsed.rejected.map(({ line, reason }) => [line, reason.key.replace('importExport.parse.', '')])

describe('encodings', () => {
  it.each([
    ['utf8-mark.csv', 'utf-8', 'Zoë Ångström'],
    ['outlook.csv', 'windows-1252', 'Mr. Jürgen Weiß'],
    ['windows-1252.csv', 'windows-1252', 'Hélène Crêpe'],
    ['thunderbird-utf16le.csv', 'utf-16le', 'Žofie Dvořáková'],
    ['utf16be-no-mark.csv', 'utf-16be', '安藤 ロイド'],
    ['shift-jis.csv', 'shift_jis', '表紙 能子'],
    ['utf16be-no-mark.vcf', 'utf-16be', 'Ǽ Łoś'],
  ])('%s is %s', (name, encoding, first) => {
    const parsed = read(name)
    expect(parsed.encoding).toBe(encoding)
    expect(parsed.people[0]?.name).toBe(first)
    expect(parsed.warnings).toEqual([])
  })
  it('reads a file with one odd byte and says which line it is on', () => {
    const parsed = read('odd-byte.csv')
    expect(parsed.people.map((person) => person.name)).toEqual(['Zoë', 'René', 'Łukasz'])
    expect(parsed.people[0]?.note).toBe('“ok”')
    expect(parsed.warnings).toEqual([{ line: 3, reason: { key: 'importExport.parse.oddBytes' } }])
  })
  it('reads UTF-16 with either mark and UTF-16LE without', () => {
    const text = 'Name,Phone\nAda Öz,555-0130\n'
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      expect(parseFile(bytes, 'a.csv', { country: 'US' }).people[0]?.name).toBe('Ada Öz')
    }
  })
})

describe('what is no address book is refused', () => {
  it.each([
    ['picture.csv', 'import-not-text', { format: 'PNG' }],
    ['page.csv', 'import-not-text', { format: 'HTML or XML' }],
    ['empty.csv', 'import-empty', {}],
    ['heading-only.csv', 'import-empty', {}],
    ['no-card.vcf', 'import-no-card', {}],
    ['cut-off.vcf', 'import-cut-off', { line: 5 }],
    ['unknown-columns.csv', 'import-unknown-columns', { headings: 'alpha, beta, gamma' }],
  ])('%s: %s', (name, code, facts) => {
    expect(refusal(() => read(name))).toEqual({ code, facts })
  })
  it.each([
    ['%PDF-1.7\n%âãÏÓ', 'PDF'],
    ['SQLite format 3\0', 'SQLite'],
    ['PK\x03\x04\x14\0', 'Excel, LibreOffice or ZIP'],
    ['{"people": []}', 'JSON'],
    ['BEGIN:VCALENDAR\r\n', 'iCalendar'],
    ['\0\x01\x02\x03\x05\x06\x07\b\x0e\x0f', ''],
  ])('%j', (text, format) => {
    expect(refusal(() => parseFile(Buffer.from(text, 'latin1'), 'a.csv', { country: 'US' }))).toEqual({
      code: 'import-not-text',
      facts: { format },
    })
  })
  it('a file without a byte', () => {
    expect(refusal(() => parseFile(new Uint8Array(0), 'a.csv', { country: 'US' })).code).toBe('import-empty')
  })
})

describe('rows', () => {
  it('keeps separators, quotes and all kinds of line ends inside quotes', () => {
    const parsed = read('quoted.csv')
    expect(parsed.people.map(({ line, name, note }) => [line, name, note])).toEqual([
      [2, 'Kit, "the Cat" Low', 'first\nsecond\nthird\nfourth'],
      [5, 'Pip', 'a,b\tc'],
      [6, 'Bo', 'plain'],
    ])
  })
  it('reads rows that use another separator than the first', () => {
    const parsed = read('mixed.csv')
    expect(
      parsed.people.map(({ line, name, contacts }) => [line, name, contacts.map((c) => c.value)]),
    ).toEqual([
      [1, 'Ida Moser', ['555-0110', 'ida@moser.example']],
      [2, 'Uwe Kern', ['555-0111', 'uwe@kern.example']],
      [3, 'Lee; Ann', ['555-0112', 'lee@ann.example']],
    ])
  })
  it('reads semicolons and tabs', () => {
    const [ole] = read('semicolon.csv').people
    expect(ole).toMatchObject({
      name: 'Ole Brandt',
      givenName: 'Ole',
      source: 'Fair, spring',
      tags: ['oak', 'ash'],
    })
    expect(contactsOf(ole)).toEqual(['phone|mobile|+45 55 50 01 08'])
    const [rui] = read('tab.csv', 'PT').people
    expect(contactsOf(rui)).toEqual(['phone||555 0109', 'address||Rua 5, 2º\n4000-001 Porto'])
  })
  it('finds names and mails without a heading row', () => {
    const parsed = read('no-header.csv')
    expect(parsed.mapping?.hasHeader).toBe(false)
    expect(parsed.people.map(({ name, givenName, familyName }) => [name, givenName, familyName])).toEqual([
      ['Nell Gray', 'Nell', 'Gray'],
      ['Otto Berg', 'Otto', 'Berg'],
    ])
  })
  it('accounts for every row: taken, empty, nobody, short and long', () => {
    const parsed = read('accounting.csv')
    expect(parsed.total).toBe(7)
    expect(parsed.skipped).toBe(2)
    expect(rejections(parsed)).toEqual([[5, 'nobody']])
    expect(parsed.people.map(({ line, name, firm, fields }) => [line, name, firm, fields])).toEqual([
      [2, 'Lia Roy', '', fieldsOf('Hobby: chess\nMember: yes')],
      [4, '', 'Harbor Inn', []],
      [7, 'Max Orr', '', []],
      [8, 'Tia Sun', '', fieldsOf('Hobby: golf\nMember: yes\n#6: extra one\n#7: extra two')],
    ])
  })
  it('loses one row, not the rest of the file, when quotes never close', () => {
    const parsed = read('broken-quotes.csv')
    expect(rejections(parsed)).toEqual([[3, 'unclosedQuote']])
    expect(parsed.people.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Amy Lake'],
      [4, 'Cat Wood'],
    ])
  })
  it('gives identical rows one fingerprint, on any line and with other columns around', () => {
    const { people } = readText('Name,Phone\nAnn,1\nBob,2\n"Ann",1,\n')
    expect(people[0]?.fingerprint).toBe(people[2]?.fingerprint)
    expect(people[0]?.fingerprint).not.toBe(people[1]?.fingerprint)
    expect(readText('Name,Town,Phone\nAnn,,1\n').people[0]?.fingerprint).toBe(people[0]?.fingerprint)
  })
  it('keeps markup as text and takes off the apostrophe of spreadsheet-safe cells', () => {
    expect(read('utf8-mark.csv').people[0]).toMatchObject({
      firm: 'Ångström & Søn',
      source: 'Walked in',
      note: '<img src=x onerror=alert(1)>',
    })
    const { people } = readText("Name,Phone,Notes\nAnn,'+1 555 0131,'=SUM(A1)\n'Til,555-0132,'quoted'\n")
    expect(people.map((person) => [person.name, person.contacts[0]?.value, person.note])).toEqual([
      ['Ann', '+1 555 0131', '=SUM(A1)'],
      ["'Til", '555-0132', "'quoted'"],
    ])
  })
  it('cuts a value nobody typed and says so', () => {
    const parsed = readText(`Name,Notes\nAnn,${'x'.repeat(300_000)}\n`)
    expect(parsed.people[0]?.note).toHaveLength(100_000)
    expect(parsed.warnings).toEqual([
      {
        line: 2,
        reason: { key: 'importExport.parse.valueCut', facts: { start: 'x'.repeat(20), longest: 100_000 } },
      },
    ])
  })
})

/** "Heading: value" lines as fields of the file. */
function fieldsOf(lines: string) {
  return lines.split('\n').map((line) => {
    const at = line.indexOf(': ')
    return { label: line.slice(0, at), value: line.slice(at + 2) }
  })
}

describe('known programs', () => {
  it('Google, new headings', () => {
    const [maren] = read('google-new.csv').people
    expect(maren).toMatchObject({
      name: 'Maren Holt',
      alsoKnownAs: 'Mimi',
      firm: 'Quay Books',
      role: 'Buyer',
      birthday: '1984-03-09',
      tags: ['myContacts', 'Readers'],
      note: 'Likes "slow" jazz',
      fields: fieldsOf(
        'Organization Department: Fiction\nAnniversary: 2011-06-04\nSpouse: Tom Holt\nHat size: 57',
      ),
    })
    expect(contactsOf(maren)).toEqual([
      'email|home|maren@holt.example',
      'email|home|maren2@holt.example',
      'email|work|m.holt@quay.example',
      'phone|mobile|(555) 010-0101',
      'web|profile|quay.example/maren',
      'address|home|4 Quay St\nHarbor, ME 04001\nUS',
    ])
  })
  it('Google, old headings', () => {
    const [ana] = read('google-old.csv').people
    expect(ana).toMatchObject({
      name: 'Ana Ferro',
      firm: 'Ferro Tiles',
      role: 'Owner',
      birthday: '--05-17',
      note: '',
    })
    expect(ana?.tags).toEqual(['My Contacts', 'Regular'])
    expect(contactsOf(ana)).toEqual(['email||ana@ferro.example', 'phone|work fax|555-0102'])
  })
  it('Outlook', () => {
    const [juergen] = read('outlook.csv', 'CH').people
    expect(juergen).toMatchObject({
      givenName: 'Jürgen',
      familyName: 'Weiß',
      firm: 'Café Zürich',
      role: 'Wirt',
      birthday: '1970-03-09',
      tags: ['Stammgäste', 'Wein'],
    })
    expect(juergen?.note).toBe('Zahlt gern bar – immer')
    expect(juergen?.fields).toEqual(fieldsOf('Anniversary: 0/0/00\nReferred By: Ida Moser'))
    expect(contactsOf(juergen)).toEqual([
      'phone|home|+41 44 555 01 03',
      'phone|mobile|+41 79 555 01 04',
      'email||juergen@cafe.example',
      'web||www.cafe.example',
      'address|work|Seestraße 9\n8001 Zürich, ZH\nSchweiz',
    ])
  })
  it('Thunderbird', () => {
    const [zofie] = read('thunderbird-utf16le.csv', 'CZ').people
    expect(zofie).toMatchObject({
      birthday: '1991-11-05',
      note: '„pozdě“',
      fields: fieldsOf('Custom 1: klíč'),
    })
    expect(contactsOf(zofie)).toEqual([
      'email||zofie@dvorak.example',
      'message||zofinka',
      'phone|work|555 010 105',
      'address|home|Dlouhá 7\n3. patro\n602 00 Brno\nČesko',
    ])
  })
  it('Atomic CRM', () => {
    const [sol] = read('atomic.csv').people
    expect(sol).toMatchObject({
      name: 'Sol Reyes',
      firm: 'Reyes Blooms',
      role: 'Florist',
      tags: ['vip', 'roses'],
    })
    expect(sol?.note).toBe('Met at market.')
    expect(sol?.fields).toEqual(
      fieldsOf('Gender: female\nFirst seen: 2025-02-01T08:00:00.000+00:00\nStatus: warm'),
    )
    expect(contactsOf(sol)).toEqual([
      'web|linkedin|https://www.linkedin.example/in/sol',
      'email|work|sol@blooms.example',
      'email||sol@home.example',
      'phone|work|(555) 010-0119 x12',
      'phone|home|1-555-010-0120',
    ])
  })
})

describe('mapping by hand', () => {
  const bytes = readFileSync(join(FIXTURES, 'unknown-columns.csv'))
  it('hands an unknown table back with its headings and samples', () => {
    const parsed = parseFile(bytes, 'a.csv', { country: 'US', allowUnknownColumns: true })
    expect(parsed).toMatchObject({ recognised: false, total: 2, people: [] })
    expect(parsed.mapping?.columns.map(({ header, sample, field }) => [header, sample, field])).toEqual([
      ['alpha', ['1', '2'], null],
      ['beta', ['x', 'y'], null],
      ['gamma', ['Rosa Lund', 'Finn Dahl'], null],
    ])
  })
  it('reads the table as mapped; what has no place is kept as a field, what is left out is not', () => {
    const mapping = parseFile(bytes, 'a.csv', { country: 'US', allowUnknownColumns: true }).mapping
    if (mapping === null) throw new Error('no mapping')
    const columns = mapping.columns.map((column, index) => ({
      ...column,
      field: index === 2 ? ('name' as const) : index === 0 ? ('ignore' as const) : null,
    }))
    const parsed = parseFile(bytes, 'a.csv', { country: 'US', mapping: { ...mapping, columns } })
    expect(parsed.people.map(({ name, fields }) => [name, fields])).toEqual([
      ['Rosa Lund', fieldsOf('Beta: x')],
      ['Finn Dahl', fieldsOf('Beta: y')],
    ])
  })
})

describe('vCard', () => {
  it('2.1: charsets, quoted-printable, bare types, pictures, no version, backslashes', () => {
    const parsed = read('v21.vcf', 'JP')
    const [omote, noel, version, path] = parsed.people
    expect(parsed.total).toBe(4)
    expect(omote).toMatchObject({ line: 1, name: '表 能', familyName: '表', givenName: '能子' })
    expect(omote?.alsoKnownAs).toBe('ｵﾓﾃ ﾉｳｺ')
    expect(contactsOf(omote)).toEqual(['phone|mobile|090-5550-0121', 'address|home|港町1-2三番\n100-0001'])
    expect(noel).toMatchObject({ line: 11, name: 'Zoé Noël', firm: 'Tea; Co' })
    expect(noel?.note).toBe('Asks for tea, twice\nand for a=b')
    expect(noel?.fields).toEqual(fieldsOf('Department: Leaves'))
    expect(contactsOf(noel)).toEqual(['phone|work fax|555-0122'])
    expect(version).toMatchObject({ line: 22, name: 'Version No' })
    expect(contactsOf(version)).toEqual(['email||no@version.example'])
    expect(path).toMatchObject({ name: 'C:\\new\\path, too', givenName: 'C;D\\' })
    expect(contactsOf(path)).toEqual(['address|home|Mill 1\nYard 2\nDoor 3\n77 Town\nLand'])
    expect(parsed.warnings).toEqual([
      { line: 32, reason: { key: 'importExport.parse.oddLine', facts: { start: '# a comment' } } },
    ])
  })
  it('3.0: folding, groups, labels, lists, a card inside a card', () => {
    const parsed = read('v3.vcf', 'GB')
    const [ivy, gil] = parsed.people
    expect(parsed.people).toHaveLength(2)
    expect(ivy).toMatchObject({
      uid: '3f2a-1',
      name: 'Dr. Ivy May Stone',
      givenName: 'Ivy',
      familyName: 'Stone',
      alsoKnownAs: 'Vee, Ives',
      firm: 'Stone, Sons',
      role: 'Mason',
      birthday: '--12-24',
      tags: ['Friends', 'Trade, stone'],
      note: 'Line one\nline two; and, more',
      fields: fieldsOf('Department: Yard\nTitle: Carver\nSpouse: Rob Stone\nRole: Owner'),
    })
    expect(contactsOf(ivy)).toEqual([
      'phone|studio|+1 555 010 0123',
      'phone|home|555 010 0124',
      'web|homepage|http://stone.example',
      'email|work|ivy@stone.example',
      'address|work|9 Kiln Rd\nUnit 2\nLeeds, LS1 1AA\nUK',
      'message|skype|ivy.stone',
    ])
    expect(gil).toMatchObject({ line: 28, name: 'Gil Page' })
    expect(contactsOf(gil)).toEqual(['phone|work|+1-555-010-0125'])
  })
  it('4.0: types in one pair of quotes, URIs, readings, an organisation', () => {
    const [ando, inn] = read('v4.vcf').people
    expect(ando).toMatchObject({
      uid: 'urn:uuid:4d1c',
      name: '安藤 ロイド',
      alsoKnownAs: 'あんどう ろいど',
      birthday: '--02-03',
      note: '',
      fields: fieldsOf('Gender: M\nCustom1: one, 1'),
    })
    expect(contactsOf(ando)).toEqual([
      'phone|work mobile|+81-3-5550-0126;ext=7',
      'message|sip|sip:roido@ando.example',
      'message|xmpp|roido@chat.example',
      'email||roido@ando.example',
    ])
    expect(inn).toMatchObject({ name: '', firm: 'Harbor Inn' })
  })
  it('nested cards are three people', () => {
    const { people } = read('nested.vcf')
    expect(people.map(({ line, name }) => [line, name])).toEqual([
      [1, 'Outer'],
      [4, 'First'],
      [8, 'Second'],
    ])
    expect(contactsOf(people[0])).toEqual(['phone||555-0128'])
  })
  it('a broken card costs itself alone', () => {
    const parsed = read('broken-card.vcf')
    expect(parsed.people.map((person) => person.name)).toEqual(['Whole One', 'Whole Two'])
    expect(rejections(parsed)).toEqual([
      [6, 'cardNotClosed'],
      [14, 'nobody'],
    ])
    expect(parsed.skipped).toBe(1)
  })
  it('line ends of CR CR LF', () => {
    expect(contactsOf(read('cr-cr-lf.vcf').people[0])).toEqual(['phone||555-0129'])
  })
  it('letters in an unnamed charset are read, with a warning', () => {
    const parsed = read('unnamed-charset.vcf')
    expect(parsed.people[0]?.familyName).toBe('Muñoz')
    expect(parsed.warnings).toEqual([{ line: 3, reason: { key: 'importExport.parse.oddBytes' } }])
  })
  it('a new REV does not make another fingerprint', () => {
    const card = (rev: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nREV:${rev}\nEND:VCARD\n`
    const [first, second] = readText(card('1') + card('2'), 'a.vcf').people
    expect(first?.fingerprint).toBe(second?.fingerprint)
  })
})

describe('parseBirthday', () => {
  it.each([
    ['1991-02-03', 'US', '1991-02-03'],
    ['19910203', 'US', '1991-02-03'],
    ['1991-02-03T00:00:00Z', 'US', '1991-02-03'],
    ['20/01/1991', 'US', '1991-01-20'],
    ['03/04/1991', 'US', '1991-03-04'],
    ['03/04/1991', 'GB', '1991-04-03'],
    ['3.4.1991', 'US', '1991-04-03'],
    ['1991/2/3', 'US', '1991-02-03'],
    ['1604-02-29', 'US', '--02-29'],
    ['3/4', 'GB', '--04-03'],
    ['1991-02-30', 'US', null],
    ['0191-02-03', 'US', null],
    ['9999-12-31', 'US', null],
    ['soon', 'US', null],
  ])('%j in %s is %j', (text, country, birthday) => {
    expect(parseBirthday(text, country)).toBe(birthday)
  })
})

describe('big and hostile files', () => {
  const MB = 1024 * 1024
  it.each([
    ['one line', 'a.csv', () => `Name,Note\n${'x'.repeat(50 * MB)}`],
    ['one line of quotes', 'a.csv', () => `Name,Note\n${'"a"b'.repeat(12 * MB)}`],
    ['one line of returns', 'a.csv', () => `Name,Note\n${'\r'.repeat(50 * MB)}`],
    ['a note in one line', 'a.vcf', () => `BEGIN:VCARD\nFN:A\nNOTE:${'x\\n'.repeat(16 * MB)}\nEND:VCARD\n`],
  ])('%s of 50 MB', (_, name, make) => {
    const bytes = Buffer.from(make())
    const parsed = parseFile(bytes, name, { country: 'US' })
    expect(parsed.total).toBe(1)
    expect(parsed.people.length + parsed.rejected.length).toBe(1)
  })
  it.each(['2.1', '3.0'])('a card of version %s with values of hundreds of thousands of parts', (version) => {
    const lines = [
      `TEL${';TYPE=a,b'.repeat(50_000)}:555-0134`,
      `NOTE:${'\\,'.repeat(240_000)}`,
      `ADR:${'a;'.repeat(240_000)}`,
      `N:${'\\;'.repeat(240_000)}`,
      `CATEGORIES:${'a,'.repeat(240_000)}`,
      `NICKNAME:${'a,'.repeat(240_000)}`,
      `X-Q;A="${'b'.repeat(400_000)}:c`,
    ]
    const parsed = readText(
      `BEGIN:VCARD\nVERSION:${version}\nFN:Ann\n${lines.join('\n')}\nEND:VCARD\n`,
      'a.vcf',
    )
    expect(parsed.people[0]?.contacts.map(({ kind, label }) => [kind, label])).toEqual([
      ['phone', 'a b'],
      ['address', ''],
    ])
  })
  it('a row with hundreds of thousands of cells', () => {
    const parsed = readText(`Name,Phone\nAnn,555-0135${',x'.repeat(400_000)}\n`)
    expect(parsed.people[0]).toMatchObject({ name: 'Ann' })
    expect(parsed.people[0]?.fields).toEqual([
      { label: '#3', value: 'x' },
      ...Array.from({ length: 499 }, (_, at) => ({ label: `#${at + 4}`, value: 'x' })),
    ])
    expect(parsed.warnings.map(({ reason }) => reason.key)).toEqual(['importExport.parse.fieldsCut'])
  })
  it('gives way while it reads', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `Person ${index},555-${index}`)
    const steps = parseFileSteps(Buffer.from(`Name,Phone\n${rows.join('\n')}`), 'a.csv', { country: 'US' })
    let count = 0
    let step = steps.next()
    for (; !step.done; step = steps.next()) {
      expect(step.value.done).toBeLessThanOrEqual(step.value.total)
      count++
    }
    expect(count).toBeGreaterThan(20)
    expect(step.value.people).toHaveLength(20_000)
  })
  it('refuses more records than an address book has', () => {
    expect(refusal(() => readText(`Name\n${'a\n'.repeat(500_001)}`)).code).toBe('import-too-big')
  })
})

describe('any bytes at all are read or refused', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '"',
      '""',
      '"a',
      'a"b',
      '\r',
      '\n',
      '\t',
      ';',
      ',',
      'Name',
      'Phone',
      'a@b.example',
      '555-0133',
      'é',
    ),
  )
  const csv = fc
    .tuple(
      fc.constantFrom('Name,Phone,Notes', 'First Name;E-mail 1 - Value;Birthday', 'x\ty', ''),
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'),
    )
    .map(([head, rows, separator, end]) => [head, ...rows.map((row) => row.join(separator))].join(end))
  const property = fc.constantFrom(
    'BEGIN:VCARD',
    'END:VCARD',
    'VERSION:2.1',
    'VERSION:3.0',
    'VERSION:4.0',
    'FN:Ann',
    'N:a\\;b;c,d;;',
    'NOTE;ENCODING=QUOTED-PRINTABLE:=E4=F6=',
    'NOTE;CHARSET=SHIFT_JIS;QUOTED-PRINTABLE:=97=5C',
    'TEL;TYPE="a:b:1',
    'TEL;TYPE==:1',
    'TEL;=x:1',
    'PHOTO;BASE64:',
    'AAAA',
    ' folded',
    'ADR:;;;',
    'AGENT:BEGIN:VCARD\\nFN:x',
    'AGENT:BEGIN:VCARD\\nFN:x\\nEND:VCARD',
    'BDAY:x',
    'X-a.b.c:1',
    'constructor:1',
    'toString;__proto__=1:1',
    '__proto__:1',
    'item1.X-ABLabel:x',
    '',
    '\\',
  )
  const vcard = fc
    .tuple(
      fc.array(fc.oneof(property, fc.string()), { maxLength: 30 }),
      fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'),
    )
    .map(([lines, end]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join(end))

  function check(bytes: Uint8Array, name: string): void {
    try {
      const parsed = parseFile(bytes, name, { country: 'US' })
      expect(parsed.people.length + parsed.rejected.length + parsed.skipped).toBe(parsed.total)
      for (const person of parsed.people) expect(JSON.stringify(person)).not.toContain('\\u0000')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  const settings = { seed: 20_261_121, numRuns: 1500 }

  it('CSV', () => {
    fc.assert(
      fc.property(csv, fc.constantFrom('utf8', 'latin1', 'utf16le'), (text, encoding) => {
        check(Buffer.from(text, encoding as BufferEncoding), 'a.csv')
      }),
      settings,
    )
  })
  it('vCard', () => {
    fc.assert(
      fc.property(vcard, fc.constantFrom('utf8', 'latin1', 'utf16le'), (text, encoding) => {
        check(Buffer.from(text, encoding as BufferEncoding), 'a.vcf')
      }),
      settings,
    )
  })
  it('noise, and real files with bytes changed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => check(bytes, 'a.csv')),
      settings,
    )
    for (const name of ['v21.vcf', 'v3.vcf', 'google-new.csv', 'shift-jis.csv', 'thunderbird-utf16le.csv']) {
      const whole = readFileSync(join(FIXTURES, name))
      fc.assert(
        fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
          const changed = Buffer.from(whole.subarray(0, length))
          if (at < length) changed[at] = byte
          check(changed, name)
        }),
        { ...settings, numRuns: 300 },
      )
    }
  })
})
