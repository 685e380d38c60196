// What stays off paper: marked notes and names of those who want no contact, in words kept before and in new ones.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '../../../src/shared/messages/translate.ts'
import { keepForPaper, leaveOff, unnamed } from '../../../src/shared/rules/call-sheets/off-paper.ts'
import { describeOnSheet } from '../../../src/shared/rules/call-sheets/propose-sheet.ts'
import type { Evidence } from '../../../src/shared/rules/focus-list/evidence.ts'
import { shorten } from '../../../src/shared/rules/focus-list/quote-words.ts'
import { findWhoNow, listReasons } from '../../../src/shared/rules/focus-list/who-now.ts'
import { makeEvidence } from '../../support/make-evidence.ts'

const findReason = (evidence: Evidence) => listReasons(findWhoNow(evidence))[0]!

const long = `${'a very private word about the family and what they can pay for, '.repeat(3)}the end`

describe('words kept before something was marked', () => {
  const table: [what: string, words: string, notes: string[], names: string[], prints: string][] = [
    ['nothing to hide', 'Met on Thu 19 Nov: oak', [], [], 'Met on Thu 19 Nov: oak'],
    ['a note at the end', 'Met on Thu 19 Nov: is ill', ['Is ill.', 'is ill'], [], 'Met on Thu 19 Nov: …'],
    ['the owner’s note', 'You wrote: owes Tom money', ['owes Tom money'], [], 'You wrote: …'],
    ['a first line of many', 'You wrote: is ill', ['is ill\nasked for oak'], [], 'You wrote: …'],
    ['a later line', 'Met: asked for oak', ['is ill\nasked for oak'], [], 'Met: …'],
    ['lines run together', 'Met: is ill asked for oak', ['is ill\nasked for oak'], [], 'Met: …'],
    [
      'a whole word alone',
      'Promised for Fri 27: boil the oil',
      ['oil'],
      [],
      'Promised for Fri 27: boil the …',
    ],
    ['signs of patterns', 'Met: (why?) $5*', ['(why?) $5*'], [], 'Met: …'],
    ['a note of one letter', 'Met: x', ['x'], [], 'Met: …'],
    ['a note of signs alone hides nothing', 'Met: -', ['-'], [], 'Met: -'],
    [
      'a name',
      'Thank for naming Sam Ruiz on Mon 23',
      [],
      ['Sam Ruiz'],
      'Thank for naming a friend on Mon 23',
    ],
    ['a name within a longer one', 'Named by Ann Leeds', [], ['Ann Lee'], 'Named by Ann Leeds'],
    [
      'a name that begins with another',
      'Thank Ann Lee, not Ann',
      [],
      ['Ann', 'Ann Lee'],
      'Thank a friend, not a friend',
    ],
    ['a note that begins with another', 'Met: is ill again', ['is ill', 'is ill again'], [], 'Met: …'],
    [
      'lines run together and cut short',
      `Met: ${shorten(`${long}\nmore`, 80)}`,
      [`${long.slice(0, 30)}\n${long.slice(30)}\nmore`],
      [],
      'Met: …',
    ],
    ['accents', 'Named by Zoë Ångström on', [], ['Zoë Ångström'], 'Named by a friend on'],
    ['Arabic', 'Named by ليلى حداد on', [], ['ليلى حداد'], 'Named by a friend on'],
    ['both', 'Tom; met: is ill', ['is ill'], ['Tom'], 'a friend; met: …'],
  ]
  test.each(table)('%s', (_, words, notes, names, prints) => {
    expect(leaveOff(words, { notes, names }).replaceAll(unnamed, 'a friend')).toBe(prints)
  })

  test('a note longer than a reason quotes is found by the piece that was quoted', () => {
    for (const reason of [
      findReason(makeEvidence({ note: long })),
      findReason(
        makeEvidence({
          today: '2026-11-30',
          lastContact: { on: '2026-11-19', how: 'met', direction: 'out', outcome: null, note: long },
        }),
      ),
    ]) {
      const words = say(reason)
      expect(words).toContain('a very private word')
      expect(leaveOff(words, { notes: [long], names: [] }).replaceAll(unnamed, 'a friend')).not.toContain(
        'private',
      )
    }
  })

  test('whatever a note is, no whole word of it is left of a reason that quoted it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), (typed) => {
        const note = `secret ${typed}`
        const words = say(findReason(makeEvidence({ note })))
        expect(leaveOff(words, { notes: [note], names: [] }).replaceAll(unnamed, 'a friend')).not.toContain(
          'secret',
        )
      }),
    )
  })
})

describe('words of a new sheet', () => {
  const onPaper = (part: Partial<Evidence>) => describeOnSheet(makeEvidence(part)).reasons.map(say)
  const onScreen = (part: Partial<Evidence>) => say(findReason(makeEvidence(part)))
  const talk = { on: '2026-11-10', how: 'talked', direction: 'out', outcome: null, note: 'is ill' } as const
  const wrote = { ...talk, how: 'message', direction: 'in' } as const

  test('a marked note is on the screen and not on the sheet', () => {
    const noted = { note: 'owes Tom money' }
    expect(onPaper(noted)).toEqual(['Your note: owes Tom money'])
    expect(onScreen({ ...noted, noteNotForPaper: true })).toContain('owes Tom money')
    expect(onPaper({ ...noted, noteNotForPaper: true }).join()).not.toContain('owes')
    const talked = { lastTouch: talk, lastContact: talk }
    expect(onPaper(talked)).toEqual(['Talked on Tue 10 Nov: is ill'])
    const marked = { lastTouch: { ...talk, notForPaper: true }, lastContact: { ...talk, notForPaper: true } }
    expect(onScreen(marked)).toContain('is ill')
    expect(onPaper(marked)).toEqual(['Talked on Tue 10 Nov, and nothing agreed since'])
    const asked = { inquiry: { ...wrote, notForPaper: true } }
    expect(onScreen(asked)).toContain('is ill')
    expect(onPaper(asked)).toEqual(['Wrote on Tue 10 Nov, not answered yet'])
  })

  test('who wants no contact is named on the screen and not on the sheet', () => {
    const referral = { by: 'Tom Abara', on: '2026-11-12', expectsUs: true, firstContactOn: null }
    expect(onPaper({ referral })[0]).toContain('Tom Abara')
    const quiet = { referral: { ...referral, byOnPaper: 'a friend' } }
    expect(onScreen(quiet)).toContain('Tom Abara')
    expect(onPaper(quiet)).toEqual(['Expects your call: a friend said so on Thu 12 Nov'])
  })

  test('nothing else of the evidence changes', () => {
    const evidence = makeEvidence({ whyNow: 'moving house', lastContact: talk, inquiry: wrote })
    expect(keepForPaper(evidence)).toEqual({ ...evidence, onPaper: true })
  })
})
