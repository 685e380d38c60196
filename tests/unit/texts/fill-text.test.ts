// Fields of a text: what is filled, what stays open, and what is no field at all.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { TextFacts } from '../../../src/shared/contract/texts.ts'
import { listFieldNames, sayTextFields } from '../../../src/shared/messages/text-fields.ts'
import { fillText, findUnknownFields } from '../../../src/shared/rules/texts/fill-text.ts'

const values = new Map([
  ['given name', 'Nora'],
  ['firm', 'Lind & Sons'],
  ['job', ''],
  ['next step', '   '],
  ['braced', '{firm}'],
  ['money', '$& $1 $$'],
])

type Row = [written: string, text: string, missing?: string[], unknown?: string[]]
const rows: Row[] = [
  ['', ''],
  ['No field at all.', 'No field at all.'],
  ['Dear {given name},', 'Dear Nora,'],
  ['{given name}{firm}', 'NoraLind & Sons'],
  ['{given name} and {given name}', 'Nora and Nora'],
  ['Dear { Given  Name },', 'Dear Nora,'],
  ['{GIVEN NAME}', 'Nora'],
  ['The {job}.', 'The {job}.', ['job']],
  ['{job}, {Job} and {next step}', '{job}, {Job} and {next step}', ['job', 'next step']],
  ['Dear {givn name},', 'Dear {givn name},', [], ['givn name']],
  ['{ Nick } {Nick}', '{ Nick } {Nick}', [], ['Nick']],
  ['{given name} {job} {nick}', 'Nora {job} {nick}', ['job'], ['nick']],
  // What was filled in is not read again, whatever it holds.
  ['{braced}', '{firm}'],
  ['{money}', '$& $1 $$'],
  // Braces that hold nothing, are open, or go over a line are only signs.
  ['{} { }', '{} { }'],
  ['{given name', '{given name'],
  ['given name}', 'given name}'],
  ['{given\nname}', '{given\nname}'],
  ['{{given name}}', '{Nora}'],
  ['{constructor} {__proto__}', '{constructor} {__proto__}', [], ['constructor', '__proto__']],
]

describe('filling a text', () => {
  it.each(rows)('%j becomes %j', (written, text, missing = [], unknown = []) => {
    expect(fillText(written, values)).toEqual({ text, missing, unknown })
  })

  it('finds a field however its accents are written', () => {
    expect(fillText('{pre\u0301nom}', new Map([['pr\u00e9nom', 'Zoë']])).text).toBe('Zoë')
  })

  test('a text without braces is never changed, and filling twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll(/[{}]/g, '')
        expect(fillText(plain, values)).toEqual({ text: plain, missing: [], unknown: [] })
        const names = new Map([['a', 'b']])
        const once = fillText(text, names).text
        if (!once.includes('{a}')) expect(fillText(once, names).text).toBe(once)
      }),
    )
  })

  it('names what is no field, whether or not anything is known', () => {
    expect(findUnknownFields('{given name} {nickname} {job}', ['given name', 'job'])).toEqual(['nickname'])
  })
})

const nora: TextFacts = {
  givenName: 'Nora',
  name: 'Nora Lindqvist',
  firm: 'Lind & Sons',
  foundWords: 'frames near me',
  job: 'oak frame',
  nextStep: { what: 'bring the sample', dueOn: '2026-11-26' },
  lastTouchOn: '2026-11-03',
  referrer: { name: 'Bea Orr', isHidden: false },
}
const shop = { shopName: 'Corner Frames', today: '2026-11-23' }

describe('what the fields say of a person', () => {
  it('each field, under its name', () => {
    expect(Object.fromEntries(sayTextFields(nora, shop))).toEqual({
      'given name': 'Nora',
      name: 'Nora Lindqvist',
      firm: 'Lind & Sons',
      job: 'oak frame',
      'next step': 'bring the sample',
      'next step day': 'Thursday 26 November',
      'last touch': 'Tuesday 3 November',
      'found words': 'frames near me',
      referrer: 'Bea Orr',
      shop: 'Corner Frames',
      today: '23 November 2026',
    })
  })

  it('a referrer who is private or wants no contact is a friend; nobody known is nothing', () => {
    const said = (referrer: TextFacts['referrer']) =>
      sayTextFields({ ...nora, referrer }, shop).get('referrer')
    expect(said({ name: 'Dr. Private', isHidden: true })).toBe('a friend')
    expect(said(null)).toBe('')
  })

  it('every field has a name of its own, and one a text can hold', () => {
    const names = listFieldNames()
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(findUnknownFields(`{${name}}`, names)).toEqual([])
  })
})
