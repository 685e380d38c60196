// The grammar of typing a sheet back in, line by line, on Friday 27 November 2026, for the week from Monday 23.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sheetWords } from '../../../src/shared/messages/read-sheet.ts'
import { parseSheetLine } from '../../../src/shared/rules/type-back/parse-sheet-line.ts'
import type {
  DecisionLine,
  LineProblem,
  LineSetting,
  RestLine,
  RowLine,
  TypedStep,
  WalkInLine,
} from '../../../src/shared/rules/type-back/sheet-line.ts'
import { readCodeWord } from '../../../src/shared/rules/type-back/sheet-words.ts'
import { writeSheetLine } from '../../../src/shared/rules/type-back/write-sheet-line.ts'

const words = sheetWords()
const today = '2026-11-27'
const setting: LineSetting = {
  week: '2026-W48',
  today,
  usualDay: today,
  words,
  money: { country: 'US', currency: 'USD' },
  names: ['Ann Lee', 'Björn', 'Jo March', 'Jo Bell'],
}
const read = (typed: string) => parseSheetLine(typed, setting)

const [mo, tu, we, th, fr] = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'] as const
const next = (on: string, promised = false): TypedStep => ({ on, promised })

/** What a row's line says where the table does not: nothing typed but the row. */
function row(number: number, on: string | null, said: Partial<RowLine>): RowLine {
  return {
    kind: 'row',
    row: number,
    on: on ?? today,
    dayTyped: on !== null,
    how: 'talked',
    howTyped: said.how !== undefined && said.how !== null,
    outcome: null,
    next: null,
    minutes: null,
    byWhom: '',
    amount: null,
    note: '',
    ...said,
  }
}
const rest = (on: string | null, said: Partial<RestLine>): RestLine => ({
  kind: 'rest',
  on: on ?? today,
  dayTyped: on !== null,
  how: 'no answer',
  next: null,
  minutes: null,
  byWhom: '',
  note: '',
  ...said,
})
const decided = (
  number: number,
  decision: 'keep' | 'drop',
  note = '',
  on: string | null = null,
): DecisionLine => ({
  kind: 'decision',
  row: number,
  on: on ?? today,
  dayTyped: on !== null,
  decision,
  note,
})
const walkIn = (letter: string, name: string, said: Partial<WalkInLine> = {}): WalkInLine => ({
  kind: 'walk-in',
  letter,
  on: today,
  dayTyped: false,
  how: 'met',
  outcome: null,
  next: null,
  minutes: null,
  byWhom: '',
  amount: null,
  name,
  phone: '',
  email: '',
  source: '',
  foundWords: '',
  note: '',
  ...said,
})
const wrong = (code: LineProblem['code'], at: number, length: number) => ({ code, at, length })

describe('what is understood', () => {
  test.each([
    // How it went, by its letter.
    ['3 tue v', row(3, tu, { how: 'voicemail' })],
    ['3 tue m', row(3, tu, { how: 'met' })],
    ['3 tue t', row(3, tu, { how: 'talked' })],
    ['3 tue e', row(3, tu, { how: 'message' })],
    ['3 tue n', row(3, tu, { how: 'no answer' })],
    ['3 TUE V', row(3, tu, { how: 'voicemail' })],
    ['  3   tue   v  ', row(3, tu, { how: 'voicemail' })],
    ['3\ttue\tv\tleft msg', row(3, tu, { how: 'voicemail', note: 'left msg' })],
    ['3. tue, v: left msg', row(3, tu, { how: 'voicemail', note: 'left msg' })],
    ['12) tue v', row(12, tu, { how: 'voicemail' })],
    ['63 v', row(63, null, { how: 'voicemail' })],
    ['007 v', row(7, null, { how: 'voicemail' })],
    // The line of the brief, and that of the sheet.
    [
      '3 tue v +7 left msg re oak frame',
      row(3, tu, { how: 'voicemail', next: next('2026-12-01'), note: 'left msg re oak frame' }),
    ],
    [
      '3 tue tr Sam, new office',
      row(3, tu, { how: 'talked', outcome: 'named a friend', note: 'Sam, new office' }),
    ],
    // As people write on a Friday.
    ['row 3 tue v', row(3, tu, { how: 'voicemail' })],
    ['Row 3: v', row(3, null, { how: 'voicemail' })],
    ['no. 3 v', row(3, null, { how: 'voicemail' })],
    ['#3 tue v', row(3, tu, { how: 'voicemail' })],
    ['3- v', row(3, null, { how: 'voicemail' })],
    ['3 - tue - v - left msg', row(3, tu, { how: 'voicemail', note: 'left msg' })],
    ['3 – tue – v – left msg', row(3, tu, { how: 'voicemail', note: 'left msg' })],
    ['3 tues v', row(3, tu, { how: 'voicemail' })],
    ['3 24 nov v left', row(3, tu, { how: 'voicemail', note: 'left' })],
    ['3 24th Nov. v left', row(3, tu, { how: 'voicemail', note: 'left' })],
    ['3 t shirts for Tom', row(3, null, { how: 'talked', note: 'shirts for Tom' })],
    ['3 tu t 2 frames 640', row(3, tu, { how: 'talked', note: '2 frames 640' })],
    ['3 tu v 😀 left', row(3, tu, { how: 'voicemail', note: '😀 left' })],
    ['3 tu v 15 min left msg', row(3, tu, { how: 'voicemail', minutes: 15, note: 'left msg' })],
    ['3 tu t 15 m of oak', row(3, tu, { how: 'talked', note: '15 m of oak' })],
    ['3 tu w 1,200.50', row(3, tu, { outcome: 'bought', amount: 120050 })],
    ['3 tu w 1.200,50', row(3, tu, { outcome: 'bought', amount: 120050 })],
    ['3 tu w 1 200 oak', row(3, tu, { outcome: 'bought', amount: 120000, note: 'oak' })],
    ['3 tu w £400', row(3, tu, { outcome: 'bought', note: '£400' })],
    ['3 tu v - 4 we t', row(3, tu, { how: 'voicemail', note: '4 we t' })],
    ['3 tu t 4 t shirts', row(3, tu, { how: 'talked', note: '4 t shirts' })],
    ['a 24 nov Ann Lee', walkIn('a', 'Ann Lee', { on: tu, dayTyped: true })],
    [
      'a Ann Lee; 555 0199; saw the van',
      walkIn('a', 'Ann Lee', { phone: '555 0199', source: 'saw the van' }),
    ],
    [
      'a\tAnn Lee\t555 0199\tsaw the van',
      walkIn('a', 'Ann Lee', { phone: '555 0199', source: 'saw the van' }),
    ],
    // Who of the shop it was, where there are several.
    ['3 tu v by ann left msg', row(3, tu, { how: 'voicemail', byWhom: 'Ann Lee', note: 'left msg' })],
    [
      '3 tu v +7 15m by Ann Lee, left msg',
      row(3, tu, {
        how: 'voicemail',
        next: next('2026-12-01'),
        minutes: 15,
        byWhom: 'Ann Lee',
        note: 'left msg',
      }),
    ],
    ['3 tu w by bjorn 640', row(3, tu, { outcome: 'bought', byWhom: 'Björn', amount: 64000 })],
    ['3 tu t by jo bell', row(3, tu, { how: 'talked', byWhom: 'Jo Bell' })],
    ['3 tu t by a friend of Ann', row(3, tu, { how: 'talked', note: 'by a friend of Ann' })],
    ['3 tu t by Tom', row(3, tu, { how: 'talked', note: 'by Tom' })],
    ['3 tu t - by Ann', row(3, tu, { how: 'talked', note: 'by Ann' })],
    ['3 tu t oak by Ann', row(3, tu, { how: 'talked', note: 'oak by Ann' })],
    ['rest n by Ann', rest(null, { byWhom: 'Ann Lee' })],
    [
      'a tu Mia Roth, by Ann, saw the van',
      walkIn('a', 'Mia Roth', { on: tu, dayTyped: true, byWhom: 'Ann Lee', source: 'saw the van' }),
    ],
    // What came of it, beside how.
    ['3 tu tq', row(3, tu, { how: 'talked', outcome: 'quote' })],
    ['3 tu mw', row(3, tu, { how: 'met', outcome: 'bought' })],
    ['3 tu el', row(3, tu, { how: 'message', outcome: 'lost' })],
    ['3 tu tp', row(3, tu, { how: 'talked', outcome: 'park' })],
    ['3 tu tx', row(3, tu, { how: 'talked', outcome: 'never contact' })],
    ['3 tu vq', row(3, tu, { how: 'voicemail', outcome: 'quote' })],
    ['3 tu TR Sam', row(3, tu, { how: 'talked', outcome: 'named a friend', note: 'Sam' })],
    ['3 tu t r Sam', row(3, tu, { how: 'talked', outcome: 'named a friend', note: 'Sam' })],
    ['3 tu t R Sam', row(3, tu, { how: 'talked', outcome: 'named a friend', note: 'Sam' })],
    ['3 tu m w 640', row(3, tu, { how: 'met', outcome: 'bought', amount: 64000 })],
    // Alone: they talked. Park and never again are the owner's own to decide.
    ['3 tu q', row(3, tu, { outcome: 'quote' })],
    ['3 tu w', row(3, tu, { outcome: 'bought' })],
    ['3 tu l', row(3, tu, { outcome: 'lost' })],
    ['3 tu r', row(3, tu, { outcome: 'named a friend' })],
    ['3 tu r Sam, new office', row(3, tu, { outcome: 'named a friend', note: 'Sam, new office' })],
    ['3 p', row(3, null, { how: null, outcome: 'park' })],
    [
      '3 tu p +1mar not this year',
      row(3, tu, { how: null, outcome: 'park', next: next('2027-03-01'), note: 'not this year' }),
    ],
    ['3 x asked us to stop', row(3, null, { how: null, outcome: 'never contact', note: 'asked us to stop' })],
    // Days: the printed letters, more letters, or a date.
    ['3 mo v', row(3, mo, { how: 'voicemail' })],
    ['3 Mo v', row(3, mo, { how: 'voicemail' })],
    ['3 monday v', row(3, mo, { how: 'voicemail' })],
    ['3 we v', row(3, we, { how: 'voicemail' })],
    ['3 wed v', row(3, we, { how: 'voicemail' })],
    ['3 th t', row(3, th, { how: 'talked' })],
    ['3 thurs t', row(3, th, { how: 'talked' })],
    ['3 fr t', row(3, fr, { how: 'talked' })],
    ['3 fri. t', row(3, fr, { how: 'talked' })],
    ['3 today t', row(3, fr, { how: 'talked' })],
    ['3 yesterday t', row(3, th, { how: 'talked' })],
    ['3 24nov t', row(3, tu, { how: 'talked' })],
    ['3 24.11. t', row(3, tu, { how: 'talked' })],
    ['3 2026-11-24 t', row(3, tu, { how: 'talked' })],
    ['3 21nov t', row(3, '2026-11-21', { how: 'talked' })],
    ['3 v', row(3, null, { how: 'voicemail' })],
    ['3 t we talked of oak', row(3, null, { how: 'talked', note: 'we talked of oak' })],
    ['3 t sat with him for an hour', row(3, null, { how: 'talked', note: 'sat with him for an hour' })],
    // Next: counted from the day of the line.
    ['3 tue v +7', row(3, tu, { how: 'voicemail', next: next('2026-12-01') })],
    ['3 mo v +1', row(3, mo, { how: 'voicemail', next: next('2026-11-24') })],
    ['3 mo v +fri', row(3, mo, { how: 'voicemail', next: next('2026-11-27') })],
    ['3 fr v +fri', row(3, fr, { how: 'voicemail', next: next('2026-12-04') })],
    ['3 tu v +24dec', row(3, tu, { how: 'voicemail', next: next('2026-12-24') })],
    ['3 tu v +24 dec', row(3, tu, { how: 'voicemail', next: next('2026-12-24') })],
    [
      '3 tu v +24 dec bring oak',
      row(3, tu, { how: 'voicemail', next: next('2026-12-24'), note: 'bring oak' }),
    ],
    ['3 tu v +dec 24', row(3, tu, { how: 'voicemail', next: next('2026-12-24') })],
    ['3 tu v +24.12.', row(3, tu, { how: 'voicemail', next: next('2026-12-24') })],
    ['3 tu v +2026-12-24', row(3, tu, { how: 'voicemail', next: next('2026-12-24') })],
    ['3 tu v +2w', row(3, tu, { how: 'voicemail', next: next('2026-12-08') })],
    ['3 tu v +2 weeks', row(3, tu, { how: 'voicemail', next: next('2026-12-08') })],
    [
      '3 tu v +in 2 weeks for the fair',
      row(3, tu, { how: 'voicemail', next: next('2026-12-08'), note: 'for the fair' }),
    ],
    ['3 tu v +next week', row(3, tu, { how: 'voicemail', next: next('2026-12-01') })],
    ['3 tu v + fri', row(3, tu, { how: 'voicemail', next: next('2026-11-27') })],
    ['3 tu v +1m', row(3, tu, { how: 'voicemail', next: next('2026-12-24') })],
    ['3 tu v +tomorrow', row(3, tu, { how: 'voicemail', next: next('2026-11-25') })],
    ['3 tu v +29feb', row(3, tu, { how: 'voicemail', next: next('2028-02-29') })],
    ['3 tu t +fri! samples', row(3, tu, { how: 'talked', next: next('2026-11-27', true), note: 'samples' })],
    [
      '3 tu t +24 dec! samples',
      row(3, tu, { how: 'talked', next: next('2026-12-24', true), note: 'samples' }),
    ],
    ['3 tu v +7, left msg', row(3, tu, { how: 'voicemail', next: next('2026-12-01'), note: 'left msg' })],
    [
      '3 tu v +7 a long talk',
      row(3, tu, { how: 'voicemail', next: next('2026-12-01'), note: 'a long talk' }),
    ],
    ['3 tu v +7 m for mat', row(3, tu, { how: 'voicemail', next: next('2026-12-01'), note: 'm for mat' })],
    [
      '3 tu v +24dec 1200 sheets',
      row(3, tu, { how: 'voicemail', next: next('2026-12-24'), note: '1200 sheets' }),
    ],
    [
      '3 tu v +24dec 2100 sheets',
      row(3, tu, { how: 'voicemail', next: next('2026-12-24'), note: '2100 sheets' }),
    ],
    ['3 tu v +24dec 2027', row(3, tu, { how: 'voicemail', next: next('2027-12-24') })],
    ['3 tu v +7 +14', row(3, tu, { how: 'voicemail', next: next('2026-12-01'), note: '+14' })],
    // Minutes.
    ['3 tu t 15m', row(3, tu, { how: 'talked', minutes: 15 })],
    ['3 tu t 15min', row(3, tu, { how: 'talked', minutes: 15 })],
    ['3 tu t 15m.', row(3, tu, { how: 'talked', minutes: 15 })],
    ['3 tu t 1440m', row(3, tu, { how: 'talked', minutes: 1440 })],
    [
      '3 tu t +7 15m note',
      row(3, tu, { how: 'talked', next: next('2026-12-01'), minutes: 15, note: 'note' }),
    ],
    [
      '3 tu t 15m +7 note',
      row(3, tu, { how: 'talked', next: next('2026-12-01'), minutes: 15, note: 'note' }),
    ],
    ['3 tu t 15m 30m drive', row(3, tu, { how: 'talked', minutes: 15, note: '30m drive' })],
    ['3 tu t took 15m', row(3, tu, { how: 'talked', note: 'took 15m' })],
    ['3 tu t 15mm glass', row(3, tu, { how: 'talked', note: '15mm glass' })],
    // Amounts, of a quote or a sale.
    ['3 tu w 640', row(3, tu, { outcome: 'bought', amount: 64000 })],
    [
      '3 tu tw $640 oak frame',
      row(3, tu, { how: 'talked', outcome: 'bought', amount: 64000, note: 'oak frame' }),
    ],
    ['3 tu tw 640.50', row(3, tu, { how: 'talked', outcome: 'bought', amount: 64050 })],
    ['3 tu tw 640,5', row(3, tu, { how: 'talked', outcome: 'bought', amount: 64050 })],
    ['3 tu tw 1,200 oak', row(3, tu, { how: 'talked', outcome: 'bought', amount: 120000, note: 'oak' })],
    ['3 tu tw 1.200,50', row(3, tu, { how: 'talked', outcome: 'bought', amount: 120050 })],
    ['3 tu tw 640, oak', row(3, tu, { how: 'talked', outcome: 'bought', amount: 64000, note: 'oak' })],
    [
      '3 tu tq 1250 waiting room',
      row(3, tu, { how: 'talked', outcome: 'quote', amount: 125000, note: 'waiting room' }),
    ],
    [
      '3 tu w 640 +2w 20m',
      row(3, tu, { outcome: 'bought', amount: 64000, next: next('2026-12-08'), minutes: 20 }),
    ],
    ['3 tu w +2w 640', row(3, tu, { outcome: 'bought', amount: 64000, next: next('2026-12-08') })],
    [
      '3 tu w 640 from the fair, oak',
      row(3, tu, { outcome: 'bought', amount: 64000, note: 'from the fair, oak' }),
    ],
    ['3 tu t 640 sheets', row(3, tu, { how: 'talked', note: '640 sheets' })],
    ['3 tu w - 2 frames', row(3, tu, { outcome: 'bought', note: '2 frames' })],
    // Notes are kept as they are.
    ['3 tu v left  msg,  twice', row(3, tu, { how: 'voicemail', note: 'left  msg,  twice' })],
    ['3 tu v - +1 guest', row(3, tu, { how: 'voicemail', note: '+1 guest' })],
    ['3 tu v - - dashed', row(3, tu, { how: 'voicemail', note: '- dashed' })],
    ['3 tu v -5 degrees', row(3, tu, { how: 'voicemail', note: '-5 degrees' })],
    ['3 tu v naïve Ø 北京 🙂', row(3, tu, { how: 'voicemail', note: 'naïve Ø 北京 🙂' })],
    [
      '3 tu l to Frames & More, too dear',
      row(3, tu, { outcome: 'lost', note: 'to Frames & More, too dear' }),
    ],
    ['3 tu v x-ray of the frame', row(3, tu, { how: 'voicemail', note: 'x-ray of the frame' })],
    // The rest.
    ['rest n', rest(null, {})],
    ['Rest N', rest(null, {})],
    ['rest fri n', rest(fr, {})],
    ['rest e +7 sent a card', rest(null, { how: 'message', next: next('2026-12-04'), note: 'sent a card' })],
    // Looked at again.
    ['14 keep', decided(14, 'keep')],
    ['14 tu keep', decided(14, 'keep', '', tu)],
    ['14 drop too small for us', decided(14, 'drop', 'too small for us')],
    // Walk-ins.
    ['a Ann Lee', walkIn('a', 'Ann Lee')],
    ['A tue Ann Lee', walkIn('a', 'Ann Lee', { on: tu, dayTyped: true })],
    ['new Ann Lee, 555 0199', walkIn('', 'Ann Lee', { phone: '555 0199' })],
    [
      'a Ann Lee, 555 0199, saw the van, "frames near me"',
      walkIn('a', 'Ann Lee', { phone: '555 0199', source: 'saw the van', foundWords: 'frames near me' }),
    ],
    ['b Ann Lee 555 0199, walked by', walkIn('b', 'Ann Lee', { phone: '555 0199', source: 'walked by' })],
    ['c ann@lee.test Lee', walkIn('c', 'ann@lee.test Lee')],
    ['c Ann, ann@lee.test, a friend', walkIn('c', 'Ann', { email: 'ann@lee.test', source: 'a friend' })],
    [
      'd man in a red coat, , wants a mirror, by May',
      walkIn('d', 'man in a red coat', { note: 'wants a mirror, by May' }),
    ],
    [
      'f Ann, walked by, +fri, w 85',
      walkIn('f', 'Ann', { source: 'walked by', next: next('2026-12-04'), outcome: 'bought', amount: 8500 }),
    ],
    [
      'f Ann, t, looked it up, 10m',
      walkIn('f', 'Ann', { how: 'talked', source: 'looked it up', minutes: 10 }),
    ],
    ['g Mo, walked by', walkIn('g', 'Mo', { source: 'walked by' })],
    ['g mo Mo Salah', walkIn('g', 'Mo Salah', { on: mo, dayTyped: true })],
    ['h Ann, “picture framer, open late”', walkIn('h', 'Ann', { foundWords: 'picture framer, open late' })],
    ['i Ann, +49 30 1234567, +7', walkIn('i', 'Ann', { phone: '+49 30 1234567', next: next('2026-12-04') })],
    ['j Ann, +24.12.2026, +1', walkIn('j', 'Ann', { next: next('2026-12-24'), note: '+1' })],
    [
      'k 20" mirror man, "frames, cheap", sign',
      walkIn('k', '20" mirror man', { source: 'sign', foundWords: 'frames, cheap' }),
    ],
    [
      'i Ann, 555 0199, 555 0100, van',
      walkIn('i', 'Ann', { phone: '555 0199', source: 'van', note: '555 0100' }),
    ],
  ])('%s', (typed, line) => {
    expect(read(typed)).toEqual({ ok: true, line })
  })
})

test('in a shop of one, nobody is named', () => {
  const alone = parseSheetLine('3 tu t by Ann', { ...setting, names: ['Ann Lee'] })
  expect(alone).toMatchObject({ line: { byWhom: '', note: 'by Ann' } })
})

describe('what is wrong, and where', () => {
  test.each([
    ['tue v left msg', wrong('noRow', 0, 3)],
    ['Nora t', wrong('noRow', 0, 4)],
    ['-3 t', wrong('noRow', 0, 2)],
    ['3a t', wrong('noRow', 0, 2)],
    ['3t', wrong('noRow', 0, 2)],
    ['3', wrong('howMissing', 1, 0)],
    ['3 tue', wrong('howMissing', 5, 0)],
    ['3 tue left msg', wrong('howMissing', 6, 4)],
    ['3 +7', wrong('unknownCode', 2, 2)],
    ['3 tue 15m', wrong('howMissing', 6, 3)],
    ['3 tue z', wrong('unknownCode', 6, 1)],
    ['3 tue tz', wrong('unknownCode', 6, 2)],
    ['3 tue v7', wrong('unknownCode', 6, 2)],
    ['3 tue tv', wrong('howTwice', 7, 1)],
    ['3 tue tvq', wrong('howTwice', 7, 1)],
    ['3 tue met him', wrong('howTwice', 7, 1)],
    ['3 tue text him', wrong('howMissing', 6, 4)],
    ['3 tue qw', wrong('outcomeTwice', 7, 1)],
    ['3 tue tt', wrong('letterTwice', 7, 1)],
    ['3 tue xx', wrong('letterTwice', 7, 1)],
    ['3 tue tqw', wrong('outcomeTwice', 8, 1)],
    ['3 tue rt Sam', wrong('order', 6, 2)],
    ['3 tue re oak frame', wrong('order', 6, 2)],
    ['3 tuf v', wrong('unknownDay', 2, 3)],
    ['3 dienstag v', wrong('unknownDay', 2, 8)],
    ['3 t7 v', wrong('unknownDay', 2, 2)],
    ['3 31nov v', wrong('noSuchDay', 2, 5)],
    ['3 30.2. v', wrong('noSuchDay', 2, 5)],
    ['3 sa v', wrong('future', 2, 2)],
    ['3 sunday v', wrong('future', 2, 6)],
    ['3 tomorrow v', wrong('future', 2, 8)],
    ['3 28nov v', wrong('future', 2, 5)],
    ['3 30.11. v', wrong('future', 2, 6)],
    ['3 2 dec v', wrong('future', 2, 5)],
    ['a 2 dec Ann Lee', wrong('future', 2, 5)],
    ['3 31 sep v', wrong('noSuchDay', 2, 6)],
    ['3 tue v 4 wed t', wrong('twoRows', 8, 7)],
    ['3 v; 4 t', wrong('twoRows', 5, 3)],
    ['3 tu v left msg; 4 we t', wrong('twoRows', 17, 6)],
    ['t Ann Lee', wrong('noRow', 0, 1)],
    ['v left msg', wrong('noRow', 0, 1)],
    ['tr Sam, new office', wrong('noRow', 0, 2)],
    ['3 tu t by Jo', wrong('whichName', 10, 2)],
    ['row tue v', wrong('noRow', 0, 3)],
    ['640', wrong('howMissing', 3, 0)],
    ['3 tu 😀', wrong('unknownCode', 5, 2)],
    ['3 2026-11-28 v', wrong('future', 2, 10)],
    ['3 tu we v', wrong('twoDays', 5, 2)],
    ['3 tu 25nov v', wrong('twoDays', 5, 5)],
    ['3 tu v +', wrong('next', 7, 1)],
    ['3 tu v +soon', wrong('next', 7, 5)],
    ['3 tu v ++7', wrong('next', 7, 3)],
    ['3 tu v +0', wrong('nextTooEarly', 7, 2)],
    ['3 tu v +2026-11-24', wrong('nextTooEarly', 7, 11)],
    ['3 tu v +2020-01-01', wrong('nextTooEarly', 7, 11)],
    ['3 tu v +31feb', wrong('noSuchNext', 7, 6)],
    ['3 tu v +31.11.', wrong('noSuchNext', 7, 7)],
    ['3 tu t 0m', wrong('minutes', 7, 2)],
    ['3 tu t 1441m', wrong('minutes', 7, 5)],
    ['3 tu t 99999999999999999999m', wrong('minutes', 7, 21)],
    ['rest', wrong('howMissing', 4, 0)],
    ['rest w', wrong('restOutcome', 5, 1)],
    ['rest tr', wrong('restOutcome', 5, 2)],
    ['rest tue', wrong('howMissing', 8, 0)],
    ['a', wrong('noName', 1, 0)],
    ['a 555 0199', wrong('noName', 2, 8)],
    ['new , 555 0199', wrong('noName', 4, 0)],
    ['a Ann, +soon', wrong('next', 7, 5)],
    ['a Ann, 0m', wrong('minutes', 7, 2)],
    ['a Ann,  van, +0', wrong('nextTooEarly', 13, 2)],
    ['a sa Ann Lee', wrong('future', 2, 2)],
  ])('%s', (typed, problem) => {
    expect(read(typed)).toEqual({ ok: false, problem: expect.objectContaining(problem) })
  })

  test('a text pasted into one line', () => {
    expect(read(`3 v ${'x'.repeat(3000)}`)).toMatchObject({
      ok: false,
      problem: { code: 'tooLong', at: 2000 },
    })
  })
})

test('no day can be taken for codes', () => {
  for (const [index, code] of words.dayCodes.entries()) {
    expect(readCodeWord(code.toLowerCase(), words)).toBeNull()
    const name = words.days.weekdays.split('|')[index]!
    expect(readCodeWord(name.slice(0, 2), words)).toBeNull()
  }
  for (const own of [words.rest, words.newFace, words.keep, words.drop]) expect(own.length).toBeGreaterThan(1)
  expect(new Set(Object.values(words.letters)).size).toBe(11)
})

const pieces = fc.constantFrom(
  ...[
    '3',
    '12',
    'a',
    'new',
    'rest',
    'tue',
    'we',
    'sa',
    '24nov',
    't',
    'v',
    'tr',
    'w',
    'p',
    'mq',
    'x',
    'keep',
    'drop',
  ],
  ...[
    '+7',
    '+fri!',
    '+24dec',
    '+',
    '15m',
    '0m',
    '640',
    '$1,200.50',
    '-',
    '--',
    'by',
    'by Ann',
    'Björn',
    ';',
    '4 we t',
    '15 min',
    '1 200',
    '\t',
    'Sam,',
    'Ann Lee',
    '555 0199,',
  ],
  ...[
    '"frames',
    'near me"',
    '""',
    ',',
    ', ,',
    'from the fair',
    'to X, dear',
    'ann@lee.test,',
    '“oak”',
    'm',
    ', t',
    ', w 85',
  ],
)
const lines = fc.oneof(
  fc.array(pieces, { maxLength: 9 }).map((some) => some.join(' ')),
  fc
    .tuple(fc.constantFrom('3 tu v ', '3 t ', '3 w ', 'a ', 'rest n ', '14 drop '), fc.string())
    .map((some) => some.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)
const signs = (text: string) => text.replace(/\s+/g, '')

test('what was understood, written and read again, is the same', () => {
  let understood = 0
  fc.assert(
    fc.property(lines, (typed) => {
      const first = read(typed)
      if (!first.ok) return
      understood += 1
      const written = writeSheetLine(first.line, setting)
      expect(read(written), written).toEqual(first)
    }),
    { numRuns: 4000 },
  )
  expect(understood).toBeGreaterThan(1000)
})

test('never throws, marks a place inside the line, and loses nothing of a note', () => {
  fc.assert(
    fc.property(lines, fc.string({ unit: 'grapheme', maxLength: 40 }), (typed, note) => {
      const one = read(typed)
      if (!one.ok) {
        expect(one.problem.at).toBeGreaterThanOrEqual(0)
        expect(one.problem.at).toBeLessThanOrEqual(typed.length)
      }
      const kept = read(`3 tu v - ${note}`)
      expect(kept).toMatchObject({ ok: true, line: { kind: 'row' } })
      if (kept.ok) expect(signs(kept.line.kind === 'row' ? kept.line.note : '')).toBe(signs(note))
    }),
    { numRuns: 3000 },
  )
})
