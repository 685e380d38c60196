// Fifty lines as owners paste them, half of them odd: nothing is lost, and each odd one says why.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasMessage } from '../../../src/shared/messages/translate.ts'
import {
  type OddLine,
  parsePaperList,
  splitReach,
} from '../../../src/shared/rules/first-hour/parse-paper-list.ts'

type Case = [typed: string, name: string, reach: string, note: string, odd: OddLine | null]

/** As notes apps keep them: bullets, numbers, boxes. */
const fromNotes: Case[] = [
  ['Nora Lindqvist', 'Nora Lindqvist', '', '', null],
  ['- Tom Abara 555 0134', 'Tom Abara', '555 0134', '', null],
  [
    '• Grace Okafor – 415 555 0160 – wants two gowns framed',
    'Grace Okafor',
    '415 555 0160',
    'wants two gowns framed',
    null,
  ],
  ['1. Jim Tate, 555-0177, walnut samples', 'Jim Tate', '555-0177', 'walnut samples', null],
  ['12) Ana María Reyes: wedding in May', 'Ana María Reyes', '', 'wedding in May', null],
  ['[ ] Lakeside Hotel - (415) 555-0188 ext 4', 'Lakeside Hotel', '(415) 555-0188 ext 4', '', null],
  ['☐ Bo (the tall one) 555 0111', 'Bo', '555 0111', 'the tall one', null],
  ['2 Brothers Garage +44 20 7946 0018', '2 Brothers Garage', '+44 20 7946 0018', '', null],
  ['  * Zoë O’Neill  mobile: 07700 900123', 'Zoë O’Neill', '07700 900123', '', null],
  ['Sam Ortiz 555 0101 / 555 0102', 'Sam Ortiz', '555 0101, 555 0102', '', null],
  [
    'Priya Raman - since 2019-2024, moved 12/11/2026',
    'Priya Raman',
    '',
    'since 2019-2024, moved 12/11/2026',
    null,
  ],
  ['[x] Ruth Kaye 555 0123', 'Ruth Kaye', '555 0123', '', 'ticked'],
  ['✓ Old Ben', 'Old Ben', '', '', 'ticked'],
  ['~~Dana Wu 555 0199~~', 'Dana Wu', '555 0199', '', 'struck'],
  ['Customers from the fair:', 'Customers from the fair', '', '', 'heading'],
  ['-----', '-----', '', '', 'noWords'],
  ['555 0190', '', '555 0190', '', 'noName'],
  ['42', '42', '', '', 'noName'],
  ['Lee Marsh - 5501', 'Lee Marsh', '5501', '', 'shortNumber'],
  ['Kim Vale 555 0134 555 0135 55', 'Kim Vale', '555 0134 555 0135 55', '', 'longNumber'],
  ['Call Bob about the hall mirror', 'Call Bob about the hall mirror', '', '', 'task'],
  [
    'the woman with the two dogs from number nine',
    'the woman with the two dogs from number nine',
    '',
    '',
    'sentence',
  ],
  ['Ortiz, Sam', 'Sam Ortiz', '', '', 'turnedName'],
  ['Tom and Ana Reyes 555 0141, 555 0142', 'Tom and Ana Reyes', '555 0141, 555 0142', '', 'twoPeople'],
  ['JosÃ© Prado 555 0120', 'JosÃ© Prado', '555 0120', '', 'oddLetters'],
]

/** As mails hold them. */
const fromMail: Case[] = [
  ['Ann Lee <ann@lee.example>', 'Ann Lee', 'ann@lee.example', '', null],
  [
    '> "Bob Ray" <bob@ray.example> asked for a price',
    'Bob Ray',
    'bob@ray.example',
    'asked for a price',
    null,
  ],
  ['From: Cara Holt <cara@holt.example>', 'Cara Holt', 'cara@holt.example', '', null],
  ['Dev Nair - dev@nair.example - 555 0156', 'Dev Nair', 'dev@nair.example, 555 0156', '', null],
  ['>> Eve Stone, eve@stone.example; museum shop', 'Eve Stone', 'eve@stone.example', 'museum shop', null],
  ['frida@frames.example', '', 'frida@frames.example', '', 'noName'],
  ['Gil Hart gil@hart', 'Gil Hart gil@hart', '', '', 'brokenMail'],
  ['Subject: frames for the hall', 'Subject: frames for the hall', '', '', 'mailLine'],
  ['Sent from my iPhone', 'Sent from my iPhone', '', '', 'mailLine'],
  ['On Mon 2 Nov Ann wrote:', 'On Mon 2 Nov Ann wrote:', '', '', 'mailLine'],
]

/** As a spreadsheet copies them: the same row more than once tells of itself. */
const fromSheet: Case[] = [
  ['Name\tPhone\tNotes', 'Name Phone Notes', '', '', 'heading'],
  ['Hana Ito\t555 0150\tcolour card', 'Hana Ito', '555 0150', 'colour card', null],
  ['Ivo Blum\t\twalks past', 'Ivo Blum', '', 'walks past', null],
  ['Jo Park\tjo@park.example\t', 'Jo Park', 'jo@park.example', '', null],
  ['Kai Moss\t555 0151\t"two lines"', 'Kai Moss', '555 0151', 'two lines', null],
  ['\t555 0152\tleft a coat', '', '555 0152', 'left a coat', 'noName'],
  ['Lou Finn\tnone\tcomes by', 'Lou Finn', '', 'none, comes by', null],
  ['Mia Roth\t5501\t', 'Mia Roth', '5501', '', 'shortNumber'],
  ['Ned Cole\tned@cole\t', 'Ned Cole', '', 'ned@cole', 'brokenMail'],
  ['Hana Ito\t555 0150\t', 'Hana Ito', '555 0150', '', 'twice'],
  ['Totals:\t\t', 'Totals', '', '', 'heading'],
  ['Olga Frey\t555 0153\t555 0154', 'Olga Frey', '555 0153', '555 0154', null],
  ['Pia\t555 0157\tcall after 5', 'Pia', '555 0157', 'call after 5', null],
  ['???\t\t', '???', '', '', 'noWords'],
  ['Quinn Abbot\t555 0158', 'Quinn Abbot', '555 0158', '', null],
]

const byLine = [...fromNotes, ...fromMail]
const all = [...byLine, ...fromSheet]

test('fifty lines, half of them odd', () => {
  expect(all.length).toBe(50)
  expect(all.filter(([, , , , odd]) => odd !== null).length).toBeGreaterThanOrEqual(25)
  for (const [, , , , odd] of all) if (odd) expect(hasMessage(`firstHour.odd.${odd}`)).toBe(true)
})

test.each(byLine)('%s', (typed, name, reach, note, odd) => {
  expect(parsePaperList(typed)).toEqual([{ name, reach, note, odd, typed }])
})

test('lines of a notes app and of a mail, pasted together, keep their order', () => {
  const lines = parsePaperList(byLine.map(([typed]) => typed).join('\r\n\r\n'))
  expect(lines.map((line) => line.typed)).toEqual(byLine.map(([typed]) => typed))
})

test('rows of a spreadsheet', () => {
  const lines = parsePaperList(fromSheet.map(([typed]) => typed).join('\n'))
  expect(lines.map(({ name, reach, note, odd }) => [name, reach, note, odd])).toEqual(
    fromSheet.map(([, ...rest]) => rest),
  )
})

test('first and last names in columns of their own, and a cell with a line end in it', () => {
  const text = 'Last name\tFirst name\tPhone\tNotes\nOrtiz\tSam\t555 0101\t"frame\nfor ""Ana"""\n'
  expect(parsePaperList(text)[1]).toMatchObject({
    name: 'Sam Ortiz',
    reach: '555 0101',
    note: 'frame for "Ana"',
    odd: null,
  })
})

test('addresses in one line are as many people', () => {
  const names = (text: string) => parsePaperList(text).map(({ name, reach }) => [name, reach])
  expect(names('To: Ann Lee <ann@lee.example>, Bob Ray <bob@ray.example>; Cy <cy@x.example>')).toEqual([
    ['Ann Lee', 'ann@lee.example'],
    ['Bob Ray', 'bob@ray.example'],
    ['Cy', 'cy@x.example'],
  ])
  expect(names('ann@lee.example; bob@ray.example')).toEqual([
    ['', 'ann@lee.example'],
    ['', 'bob@ray.example'],
  ])
})

test('what reaches somebody is told apart', () => {
  expect(splitReach('555 0101, ann@lee.example; +44 20 7946 0018')).toEqual({
    phones: ['555 0101', '+44 20 7946 0018'],
    emails: ['ann@lee.example'],
  })
})

describe('nothing is lost', () => {
  const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
  /** What a mail or a notes app put there, and the words that only say what a number is. */
  const dropped = /^(x|\d{1,2}|from|to|mobile|[a-z])$/i

  test.each(all.map(([typed]) => typed))('%s', (typed) => {
    const kept = parsePaperList(typed)
      .map((line) => `${line.name} ${line.reach} ${line.note}`)
      .join(' ')
    for (const word of wordsOf(typed)) if (!dropped.test(word)) expect(kept).toContain(word)
  })

  test('whatever is pasted: every line that holds a letter comes back, as typed or in its fields', () => {
    const line = fc.array(
      fc.constantFrom(
        'Ann',
        'Lee',
        '555 0134',
        ' - ',
        ', ',
        'a@b.example',
        '(',
        ')',
        '"',
        '<',
        '@',
        ':',
        ' ',
      ),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const typed = lines.map((parts) => parts.join(''))
        const read = parsePaperList(typed.join('\n'))
        for (const [at, one] of typed.entries()) {
          if (one.trim() === '') continue
          const mine = read.filter((entry) => entry.typed === one)
          expect(mine.length).toBeGreaterThan(0)
          const kept = mine.map((entry) => `${entry.name} ${entry.reach} ${entry.note}`).join(' ')
          for (const word of lines[at]!.flatMap(wordsOf)) expect(kept).toContain(word)
        }
      }),
    )
  })
})
