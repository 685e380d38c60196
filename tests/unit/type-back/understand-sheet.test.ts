// A whole typed sheet against its rows: defaults, corrections, the rest, rows that changed since it was printed.
import { describe, expect, test } from 'vitest'
import { describeEntry } from '../../../src/renderer/features/type-back/entry-words.ts'
import { sheetWords } from '../../../src/shared/messages/read-sheet.ts'
import { say } from '../../../src/shared/messages/translate.ts'
import { answerLine } from '../../../src/shared/rules/type-back/answer-line.ts'
import { readLost, readNamed, readSource } from '../../../src/shared/rules/type-back/read-note.ts'
import type { RowEntry, SheetFacts, TypedRow } from '../../../src/shared/rules/type-back/sheet-entry.ts'
import { lineProblems } from '../../../src/shared/rules/type-back/sheet-line.ts'
import {
  makeLineSetting,
  mostLines,
  understandSheet,
  usualSheetDay,
} from '../../../src/shared/rules/type-back/understand-sheet.ts'

const words = sheetWords()

function person(position: number, changes: Partial<TypedRow> = {}): TypedRow {
  return {
    id: 100 + position,
    position,
    personId: 200 + position,
    name: `Person ${position}`,
    section: 'call',
    state: 'open',
    gone: false,
    quiet: false,
    again: false,
    source: 'a sign',
    quoted: null,
    steps: [],
    touches: [],
    ...changes,
  }
}

const mondayToSaturday = { openDays: [1, 2, 3, 4, 5, 6], closed: [] }

function sheet(rows: TypedRow[], changes: Partial<SheetFacts> = {}): SheetFacts {
  return {
    week: '2026-W48',
    today: '2026-11-27',
    openTime: mondayToSaturday,
    money: { country: 'US', currency: 'USD' },
    rows: rows.map((row) => ({ number: row.position, row })),
    names: [],
    walkIns: [],
    ...changes,
  }
}
const nine = () => Array.from({ length: 9 }, (_, index) => person(index + 1))
const understand = (text: string, facts = sheet(nine())) => understandSheet(text, facts, words)

function rowEntry(text: string, facts?: SheetFacts): RowEntry {
  const [line] = understand(text, facts).lines
  if (line?.entry?.kind !== 'row') throw new Error(`not a row: ${JSON.stringify(line)}`)
  return line.entry
}
const problemOf = (text: string, facts?: SheetFacts) => understand(text, facts).lines.at(-1)?.problem

describe('the day of a line that names none', () => {
  test.each([
    ['within the week, today', '2026-11-25', '2026-11-25'],
    ['on its Sunday, today', '2026-11-29', '2026-11-29'],
    ['before the week, today', '2026-11-21', '2026-11-21'],
    ['after the week, its last open day', '2026-12-03', '2026-11-28'],
    ['a year later, its last open day', '2027-11-26', '2026-11-28'],
  ])('%s', (_what, today, on) => {
    expect(usualSheetDay({ week: '2026-W48', today, openTime: mondayToSaturday })).toBe(on)
  })

  test('a closed period has no open day', () => {
    const closed = [{ from: '2026-11-27', to: '2026-11-30' }]
    const openTime = { openDays: [1, 2, 3, 4, 5, 6], closed }
    expect(usualSheetDay({ week: '2026-W48', today: '2026-12-03', openTime })).toBe('2026-11-26')
  })
})

describe('the next date by the kind of touch', () => {
  test.each([
    ['N: two open days, typed on that very day: the next', '3 we n', '2026-11-28'],
    ['V: three open days, typed on that very day', '3 tu v', '2026-11-28'],
    ['V over the Sunday', '3 th v', '2026-11-30'],
    ['E: five open days', '3 mo e', '2026-11-28'],
    ['one that has passed is the next open day', '3 mo n', '2026-11-28'],
  ])('%s', (_what, text, on) => {
    expect(rowEntry(text).next).toEqual({ on, promised: false, suggested: true })
  })

  test('one that has passed waits for the shop to open', () => {
    const facts = sheet(nine(), { today: '2026-11-29' })
    expect(rowEntry('3 mo n', facts).next?.on).toBe('2026-11-30')
  })

  test('days of a closed period are not counted', () => {
    const closed = [{ from: '2026-11-28', to: '2026-12-06' }]
    const facts = sheet(nine(), { openTime: { openDays: [1, 2, 3, 4, 5, 6], closed } })
    expect(rowEntry('3 fr n', facts).next?.on).toBe('2026-12-08')
  })

  test.each(['3 t', '3 m'])('%s asks', (text) => {
    const { next, asks } = rowEntry(text)
    expect({ next, asks }).toEqual({ next: null, asks: ['next'] })
  })

  test.each(['3 vw', '3 vl', '3 vp', '3 vx'])('%s plans nothing by itself', (text) => {
    expect(rowEntry(text).next).toBeNull()
  })

  test('what was typed counts, from the day of the line, though it has passed', () => {
    expect(rowEntry('3 mo v +1').next).toEqual({ on: '2026-11-24', promised: false, suggested: false })
  })

  test('only the last day of a row plans by itself', () => {
    const { lines } = understand('3 mo n\n3 we v\n3 tu n')
    const nexts = lines.map(({ entry }) => (entry?.kind === 'row' ? (entry.next?.on ?? null) : 'no row'))
    expect(nexts).toEqual([null, '2026-11-28', null])
  })
})

describe('what a line leaves open', () => {
  test.each([
    ['3 w', ['amount']],
    ['3 w 640', []],
    ['3 l', ['reason']],
    ['3 l to Frames & More', ['reason']],
    ['3 l too dear', []],
    ['3 p', ['until']],
    ['3 p +1mar', []],
    ['3 tr', ['friend', 'next']],
    ['3 tr +7 Sam, new office', []],
    ['3 tr +7 wants his posters framed', ['friend']],
    ['3 x', []],
    ['3 v', []],
    ['3 tq', ['next']],
  ])('%s', (text, asks) => {
    expect(rowEntry(text).asks).toEqual(asks)
  })

  test('the source only while nobody knows it', () => {
    const facts = sheet([person(1, { source: '' })])
    expect(rowEntry('1 w 640', facts).asks).toEqual(['source'])
    expect(rowEntry('1 w 640 from the fair, oak', facts)).toMatchObject({ asks: [], source: 'the fair' })
  })

  test('a sale without an amount takes that of the open quote', () => {
    expect(rowEntry('1 w', sheet([person(1, { quoted: 64000 })]))).toMatchObject({ amount: 64000, asks: [] })
  })
})

describe('steps that were due', () => {
  const steps = [
    { id: 1, what: '', dueOn: '2026-11-24', promised: true },
    { id: 2, what: '', dueOn: '2026-11-24', promised: false },
    { id: 3, what: '', dueOn: '2026-11-26', promised: true },
    // Errands: the owner's word closes them, and nothing else.
    { id: 4, what: 'drop off the price list', dueOn: '2026-11-24', promised: false },
    { id: 5, what: 'walnut samples', dueOn: '2026-11-24', promised: true },
  ]
  const facts = sheet([person(1, { steps })])
  test.each([
    // Words on a machine bring no samples.
    ['1 tu v', [2]],
    ['1 tu e', [1, 2]],
    ['1 mo v', []],
    ['1 th t', [1, 2, 3]],
    ['1 tu n', [2]],
    ['1 p', []],
  ])('%s keeps %j', (text, kept) => {
    expect(rowEntry(text, facts).keeps.map((step) => step.id)).toEqual(kept)
  })
})

describe('rows and lines', () => {
  test('a row that is not there', () => {
    expect(problemOf('10 t')).toEqual({ code: 'unknownRow', at: 0, length: 2, facts: { row: 10, last: 9 } })
    expect(problemOf('0 t')).toMatchObject({ code: 'unknownRow' })
    expect(problemOf(' 99999999999999999999 t')).toMatchObject({ code: 'unknownRow', at: 1, length: 20 })
  })

  test('a row whose person was erased', () => {
    const facts = sheet(nine().filter((row) => row.position !== 5))
    expect(problemOf('5 t', facts)).toMatchObject({ code: 'erased', facts: { row: 5 } })
  })

  test('a row taken off, and one in the bin', () => {
    const facts = sheet([person(1, { state: 'removed' }), person(2, { gone: true })])
    expect(problemOf('1 t', facts)).toMatchObject({ code: 'takenOff', facts: { row: 1, name: 'Person 1' } })
    expect(problemOf('2 t', facts)).toMatchObject({ code: 'gone', facts: { row: 2, name: 'Person 2' } })
  })

  test('taken off and put on again under another number: each number is the row it is on paper', () => {
    const facts = sheet([person(1), person(2, { id: 900, position: 0, state: 'removed' })])
    expect(problemOf('0 t', facts)).toMatchObject({ code: 'unknownRow' })
    expect(rowEntry('1 t', facts).row.id).toBe(101)
  })

  test('two numbers on paper that turned out to be one person', () => {
    const one = person(3)
    const facts = { ...sheet([]), rows: [3, 5].map((number) => ({ number, row: one })) }
    expect(rowEntry('5 t', facts).row).toBe(one)
    expect(problemOf('3 tu t\n5 tu v', facts)).toMatchObject({ code: 'typedTwice', facts: { line: 1 } })
  })

  test('private, or not to be contacted by now: kept, and nothing planned', () => {
    const facts = sheet([person(1, { quiet: true })])
    expect(rowEntry('1 tu v +7 left msg', facts)).toMatchObject({ how: 'voicemail', next: null })
  })

  test('two lines for one row and day; another day adds', () => {
    expect(problemOf('3 tu v\n\n4 tu v\n3 tue t')).toEqual({
      code: 'typedTwice',
      at: 0,
      length: 1,
      facts: { line: 1, name: 'Person 3', on: '2026-11-24' },
    })
    expect(understand('3 tu v\n3 we t')).toMatchObject({ problems: 0, rows: 1 })
  })

  test('the day typed before is corrected, another adds', () => {
    const facts = sheet([person(1, { state: 'done', touches: [{ id: 77, on: '2026-11-24' }] })])
    expect(rowEntry('1 tu t', facts).corrects).toBe(77)
    expect(rowEntry('1 we t', facts).corrects).toBeNull()
  })

  test('whom we greeted came to us', () => {
    const facts = sheet([person(1, { section: 'greet' })])
    expect(rowEntry('1 m', facts)).toMatchObject({ how: 'met', direction: 'in', next: null, asks: [] })
    expect(rowEntry('1 v', facts).direction).toBe('out')
  })

  test('lines are numbered as in the file, empty ones passed over', () => {
    const { lines, problems } = understand('\r\n1 t\r\n   \r\n2 ?\n')
    expect(lines.map((line) => line.number)).toEqual([2, 4])
    expect(problems).toBe(1)
  })

  test('every problem has its words', () => {
    for (const code of lineProblems) {
      const key = `callSheets.typing.problems.${code}` as const
      expect(say({ key, facts: { on: '2026-11-24' } })).not.toBe(key)
    }
  })
})

test('a text pasted by mistake is refused at its first line too many, and the rest of it is not read', () => {
  const pasted = (count: number) => Array.from({ length: count }, () => '1 t').join('\n\n')
  expect(understand(pasted(mostLines)).lines).toHaveLength(mostLines)
  const { lines, problems } = understand(pasted(mostLines + 2000))
  expect(lines).toHaveLength(mostLines + 1)
  expect(problems).toBe(mostLines)
  expect(lines.at(-1)).toMatchObject({
    number: 2 * mostLines + 1,
    problem: { code: 'tooManyLines', at: 0, length: 3 },
  })
})

describe('the rest', () => {
  const facts = sheet([
    person(1),
    person(2, { state: 'done', touches: [{ id: 1, on: '2026-11-24' }] }),
    person(3, { state: 'rolled' }),
    person(4, { gone: true }),
    person(5, { quiet: true }),
    person(6, { state: 'removed' }),
    person(7, { section: 'thank' }),
    person(8),
    // Typed before and opened again since.
    person(9, { touches: [{ id: 2, on: '2026-11-25' }] }),
  ])

  test('is every call nothing was typed for', () => {
    const { lines, rows, blank } = understand('8 tu t\nrest n', facts)
    const entry = lines.at(-1)?.entry
    expect(entry?.kind === 'rest' && entry.rows.map((one) => one.row.position)).toEqual([1, 3])
    expect(entry?.kind === 'rest' && entry.rows[0]).toMatchObject({ how: 'no answer', corrects: null })
    expect({ rows, blank }).toEqual({ rows: 3, blank: [] })
  })

  test('without it those rows stay blank', () => {
    expect(understand('8 tu t', facts).blank.map((row) => row.position)).toEqual([1, 3])
  })

  test.each(['3 d', '3 w', '3 l', '3 p', '3 x'])(
    'whoever leaves by “%s” on the back is not called',
    (line) => {
      const back = person(3, { personId: 201, section: 'decide' })
      const { lines, blank } = understand(`${line}\nrest n`, sheet([person(1), person(2), back]))
      const rest = lines[1]!.entry
      expect(rest?.kind === 'rest' && rest.rows.map((row) => row.row.position)).toEqual([2])
      expect(blank).toEqual([])
    },
  )

  test('whoever stays is called like everybody', () => {
    const back = person(3, { personId: 201, section: 'decide' })
    const { blank } = understand('3 k', sheet([person(1), person(2), back]))
    expect(blank.map((row) => row.position)).toEqual([1, 2])
  })

  test('stands once', () => {
    expect(problemOf('rest n\nrest v', facts)).toMatchObject({ code: 'restTwice', facts: { line: 1 } })
  })
})

describe('what a note names', () => {
  test.each([
    ['Sam, new office', { name: 'Sam', phone: '' }],
    ['Sam', { name: 'Sam', phone: '' }],
    ['Sam Duarte 555 0117, new office', { name: 'Sam Duarte', phone: '555 0117' }],
    ['Sam Duarte, 555 0117, new office', { name: 'Sam Duarte', phone: '555 0117' }],
    ['Dr. Elin Berg at Physio, expects us', { name: 'Dr. Elin Berg at Physio', phone: '' }],
    ['wants his posters framed', null],
    ['he said somebody at the dentist might, perhaps', null],
    ['555 0117', null],
    ['', null],
  ])('R %s', (note, named) => {
    expect(readNamed(note)).toEqual(named)
  })

  test.each([
    ['to Frames & More, too dear, too slow', { to: 'Frames & More', reason: 'too dear, too slow' }],
    ['to Frames & More', { to: 'Frames & More', reason: '' }],
    ['too dear', { to: '', reason: 'too dear' }],
  ])('L %s', (note, lost) => {
    expect(readLost(note, 'to')).toEqual(lost)
  })

  test('W from the fair, oak frame', () => {
    expect(readSource('from the fair, oak frame', 'from')).toEqual({ source: 'the fair', what: 'oak frame' })
    expect(readSource('oak frame', 'from')).toEqual({ source: '', what: 'oak frame' })
  })
})

test('a week of twenty rows takes at most 14 keys a row beside the note, at the median', () => {
  const typed: [keys: string, note: string][] = [
    ['1 mo t +7', ' likes the walnut, will measure the hall'],
    ['2 mo v', ' left msg re waiting room'],
    ['3 mo n', ''],
    ['4 mo tr', ' Sam, new office'],
    ['5 tu tq 640 +fri', ' three frames'],
    ['6 tu e', ' sent the spring list'],
    ['7 tu v', ' left msg'],
    ['8 tu n', ''],
    ['9 we m 30m +2w', ' showed both samples'],
    ['10 we tw 85', ' two mats'],
    ['11 we v', ' left msg'],
    ['12 we t +24dec!', ' gift for her mother'],
    ['13 we n', ''],
    ['14 th tl', ' to Frames & More, too dear'],
    ['15 th e', ' photo of the wall'],
    ['16 th tp +1mar', ' after the move'],
    ['17 th v', ''],
    ['18 fr t +7', ' will ask her partner'],
    ['19 fr n', ''],
    ['20 fr m', ' came by with the print'],
  ]
  const rows = Array.from({ length: 20 }, (_, index) => person(index + 1))
  expect(understand(typed.map((parts) => parts.join('')).join('\n'), sheet(rows))).toMatchObject({
    problems: 0,
    rows: 20,
  })
  // The row's own signs and Enter, and the space before a note.
  const keys = typed.map(([own, note]) => own.length + 1 + (note === '' ? 0 : 1)).sort((a, b) => a - b)
  expect(keys[Math.floor(keys.length / 2)]).toBeLessThanOrEqual(14)
  expect(keys[Math.floor(keys.length / 2)]).toBe(9)
})

describe('an answer beside a line', () => {
  const setting = makeLineSetting(sheet([person(1, { source: '' })]), words)
  test.each([
    ['1 tu w oak frame', 'amount', '640', '1 tu w 640 oak frame'],
    ['1 tu w oak frame', 'amount', 'a lot', null],
    ['1 tu w 640 oak frame', 'source', 'the fair, in May', '1 tu w 640 from the fair in May, oak frame'],
    ['1 tu l', 'reason', 'too dear, too slow', '1 tu l too dear, too slow'],
    ['1 tu l to Frames & More', 'reason', 'too dear', '1 tu l to Frames & More, too dear'],
    ['1 tr wants a poster', 'friend', 'Sam Duarte', '1 tr Sam Duarte, wants a poster'],
    ['1 tr', 'friend', 'Sam', '1 tr Sam'],
    ['1 tu p', 'until', '1 mar', '1 tu p +2027-03-01'],
    ['1 tu t long talk', 'next', 'fri', '1 tu t +2026-11-27 long talk'],
    ['1 tu t', 'next', 'soon', null],
    ['a Ann Lee, w, a mat', 'amount', '85', 'a Ann Lee, mw 85, a mat'],
    ['a Ann Lee', 'source', 'walked by', 'a Ann Lee, m, walked by'],
    ['1 tu ?', 'amount', '1', null],
  ] as const)('%s · %s: %s', (typed, ask, answer, line) => {
    const answered = answerLine(typed, ask, answer, setting)
    expect(answered).toBe(line)
    if (answered === null) return
    const [{ entry } = {}] = understandSheet(answered, sheet([person(1, { source: '' })]), words).lines
    expect(entry?.kind === 'row' || entry?.kind === 'walk-in' ? entry.asks : null).not.toContain(ask)
  })
})

describe('walk-ins typed before', () => {
  const ann = { touchId: 70, personId: 7, on: '2026-11-24', name: 'Ann Lee', contacts: ['+1 415 555 0199'] }
  const corrects = (text: string, walkIns = [ann]) =>
    understand(text, sheet(nine(), { walkIns })).lines.map(({ entry, problem }) =>
      entry?.kind === 'walk-in' ? (entry.corrects?.touchId ?? null) : problem?.code,
    )

  test.each([
    ['the same line', 'a tu Ann Lee, 415 555 0199', [70]],
    ['another letter, other capitals, no phone', 'new tu ANN LEE, saw the van', [70]],
    ['a phone corrected', 'a tu Ann Lee, 415 555 0191', [70]],
    ['another day', 'a we Ann Lee, 415 555 0199', [null]],
    ['another name', 'a tu Ann Leigh, 415 555 0199', [null]],
    ['two people of one name', 'a tu Ann Lee, 415 555 0199\nb tu Ann Lee, 555 0777', [70, null]],
    ['one of them twice', 'a tu Ann Lee, 415 555 0199\nb tu ann lee, saw the van', [70, 'typedTwice']],
    ['twice in one text', 'a tu Bo Ek\nb tu Bo Ek', [null, 'typedTwice']],
    ['on two days', 'a tu Bo Ek\nb we Bo Ek', [null, null]],
  ])('%s', (_what, text, expected) => expect(corrects(text)).toEqual(expected))

  test('of two people of one name, only the one whose phone it says', () => {
    const other = { ...ann, touchId: 71, personId: 8, contacts: ['555 0777'] }
    expect(corrects('a tu Ann Lee, 555 0777', [ann, other])).toEqual([71])
    expect(corrects('a tu Ann Lee', [ann, other])).toEqual([null])
  })
})

test('the preview names whom “rest” means, those without a name by their firm', () => {
  const nameless = { key: 'people.someoneAt', facts: { firm: 'Harbor Inn' } } as const
  const [line] = understand('rest n', sheet([person(1), person(2, { name: nameless })])).lines
  expect(describeEntry(line!.entry!).details).toEqual(['Person 1, Someone at Harbor Inn'])
})
