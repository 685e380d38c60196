// Amounts as owners type them, by country and currency.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMoney, writeMoney } from '../../../src/shared/rules/touches/parse-money.ts'

const us = { country: 'US', currency: 'USD' }
const de = { country: 'DE', currency: 'EUR' }

test.each([
  ['640', us, 64_000],
  ['$640', us, 64_000],
  ['$ 640', us, 64_000],
  ['640 usd', us, 64_000],
  ['  640.5 ', us, 64_050],
  ['640.50', us, 64_050],
  ['1,200', us, 120_000],
  ['1,200.50', us, 120_050],
  ['12,34,567', { country: 'IN', currency: 'INR' }, 123_456_700],
  ['0', us, 0],
  ['1.200,50', de, 120_050],
  ['1.200', de, 120_000],
  ['1200,5', de, 120_050],
  ['€ 12,50', de, 1250],
  ['12,50 €', de, 1250],
  ['12.50', de, 1250],
  ['1 200,50', { country: 'FR', currency: 'EUR' }, 120_050],
  ['1\u202f200', { country: 'FR', currency: 'EUR' }, 120_000],
  ["1'200.50", { country: 'CH', currency: 'CHF' }, 120_050],
  ['CHF 1’200', { country: 'CH', currency: 'CHF' }, 120_000],
  ['¥12,000', { country: 'JP', currency: 'JPY' }, 12_000],
  ['1.234.567', us, 123_456_700],
])('%s in %j is %i', (typed, typing, minor) => {
  expect(parseMoney(typed, typing)).toBe(minor)
})

test.each([
  ['', us],
  ['about 600', us],
  ['six hundred', us],
  ['-640', us],
  ['€640', us],
  ['640 + 20', us],
  ['1,2', { country: 'JP', currency: 'JPY' }],
  // A dot stands before cents here, and there are no thousandths: it is not guessed what was meant.
  ['1.200', us],
  ['1,200', de],
  ['640.505', us],
  ['640.', us],
  ['.50', us],
  ['1,23,4', us],
  ['1.2.3', us],
  ['1,200,50', us],
  ['1.200.50,5', de],
  ["1'200,300.50", us],
  ['1234567890', us],
  ['$$5', us],
  ['12 3', us],
])('%s in %j is refused', (typed, typing) => {
  expect(parseMoney(typed, typing)).toBeNull()
})

test.each([
  [120_050, us, '1200.50'],
  [120_000, us, '1200'],
  [120_050, de, '1200,50'],
  [5, de, '0,05'],
  [12_000, { country: 'JP', currency: 'JPY' }, '12000'],
])('%i in %j is written %s', (minor, typing, written) => {
  expect(writeMoney(minor, typing)).toBe(written)
})

test('whatever an amount is shown as in a country is read as that amount there', () => {
  const places = fc.constantFrom(
    ['en-US', 'US', 'USD'],
    ['de-DE', 'DE', 'EUR'],
    ['fr-FR', 'FR', 'EUR'],
    ['de-CH', 'CH', 'CHF'],
    ['sv-SE', 'SE', 'SEK'],
    ['pt-BR', 'BR', 'BRL'],
    ['en-IN', 'IN', 'INR'],
    ['ja-JP', 'JP', 'JPY'],
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), places, (minor, [locale, country, currency]) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency: currency! })
      const units = 10 ** format.resolvedOptions().maximumFractionDigits!
      const shown = format
        .formatToParts(minor / units)
        .filter((part) => part.type !== 'currency')
        .map((part) => part.value)
        .join('')
      const typing = { country: country!, currency: currency! }
      expect(parseMoney(shown, typing)).toBe(minor)
      expect(parseMoney(writeMoney(minor, typing), typing)).toBe(minor)
    }),
  )
})
