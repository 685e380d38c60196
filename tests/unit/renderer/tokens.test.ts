// Every pair of ink and ground that the tokens allow can be read, on light and on dark.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../src/renderer/ui/tokens.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
)

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'sheet', 'hover', 'accent-wash', 'clay-wash']
const pairs = [
  ...['ink', 'quiet'].flatMap((ink) => grounds.map((ground) => [ink, ground])),
  ...['paper', 'sheet', 'hover', 'accent-wash'].map((ground) => ['accent', ground]),
  ...['paper', 'sheet', 'hover', 'clay-wash'].map((ground) => ['clay', ground]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['accent-ink', 'clay'],
] as [string, string][]

test.each(pairs)('%s on %s', (ink, ground) => {
  for (const scheme of ['light', 'dark'] as const) {
    const [one, other] = [tokens.get(ink)?.[scheme], tokens.get(ground)?.[scheme]]
    expect(contrast(one ?? '', other ?? ''), `${scheme} ${one} on ${other}`).toBeGreaterThanOrEqual(4.5)
  }
})

test('black on white is the 21 to 1 it should be', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})
