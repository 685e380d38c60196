import { describe, expect, it } from 'vitest'
import {
  normaliseContactPoint,
  normaliseEmail,
  normalisePhone,
} from '../../../src/shared/rules/people/normalise-contact.ts'

describe('normalisePhone', () => {
  it.each([
    ['+1 555 010 0142', '555-010-0142', 'US'],
    ['1-955-371-0847', '(955) 371.0847', 'US'],
    ['001 955 371 0847', '+19553710847', 'DE'],
    ['0171 2345678', '+49 (0) 171 / 234 5678', 'DE'],
    ['tel:+1-418-656-9254;ext=102', '418 656 9254 x102', 'CA'],
    ['＋８１ ３ ３３３３ ０１６０', '03-3333-0160', 'JP'],
    ['01 23 45 67 89', '+33 1 23 45 67 89', 'FR'],
    ['659-980-2015 ext. 12', '659.980.2015 x12', 'US'],
  ])('%j and %j in %s are one number', (one, other, country) => {
    expect(normalisePhone(one, country)).toBe(normalisePhone(other, country))
    expect(normalisePhone(one, country)).toMatch(/^\+\d+(;ext=\d+)?$/)
  })
  it.each([
    ['555-010-0142', 'US', '+15550100142'],
    ['1-955-371-0847 x371', 'US', '+19553710847;ext=371'],
    ['12', 'US', '12'],
    ['p1234p5678w9', 'US', '123456789'],
    ['homephone', 'US', ''],
    ['', 'US', ''],
    ['6101231234@pagersample.com', 'US', '6101231234'],
    ['00', 'ZZ', '00'],
    ['x5', 'US', '5'],
  ])('%j in %s is %j', (typed, country, normalised) => {
    expect(normalisePhone(typed, country)).toBe(normalised)
  })
  // Each comes back at all: a pattern that backtracks would hang here until the runner gives up.
  it.each([
    ['1 '.repeat(50_000)],
    [' '.repeat(100_000)],
    ['x'.repeat(100_000)],
    ['5;'.repeat(50_000)],
    ['(('.repeat(50_000)],
  ])('answers digits alone to hostile text', (text) => {
    expect(normalisePhone(text, 'US')).toMatch(/^\+?\d*$/)
  })
})

describe('normaliseEmail', () => {
  it.each([
    [' Anna@Harbor.Example ', 'anna@harbor.example'],
    ['"Omega" <omega@harbor.example>', 'omega@harbor.example'],
    ['mailto:a@b.example', 'a@b.example'],
    ['not a mail', 'notamail'],
  ])('%j is %j', (typed, normalised) => {
    expect(normaliseEmail(typed)).toBe(normalised)
  })
})

describe('normaliseContactPoint', () => {
  it.each([
    ['phone', '555 010 0142', '+15550100142'],
    ['email', 'A@B.example', 'a@b.example'],
    ['web', 'HTTPS://www.Harbor.example/', 'harbor.example'],
    ['address', '4 Quay St.\nHarbor', '4 quay st harbor'],
    ['message', ' Anna_K ', 'anna_k'],
  ] as const)('%s %j is %j', (kind, value, normalised) => {
    expect(normaliseContactPoint(kind, value, 'US')).toBe(normalised)
  })
})

it('a number of seven digits has a country, a shorter one is an extension or a short code', () => {
  expect(normaliseContactPoint('phone', '555 0100', 'US')).toBe('+15550100')
  expect(normaliseContactPoint('phone', '555 010', 'US')).toBe('555010')
  expect(normaliseContactPoint('phone', '+44 1234', 'US')).not.toBe('441234')
})
