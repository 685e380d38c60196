// No component carries words or colours of its own: words live in the catalogue, colours in the tokens.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasMessage } from '../../../src/shared/messages/translate.ts'

const source = join(import.meta.dirname, '../../../src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
const read = (file: string) => readFileSync(join(source, file), 'utf8')
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const components = files.filter((file) => file.endsWith('.tsx'))

test('components show no words but the catalogue’s', () => {
  const found: string[] = []
  for (const file of components) {
    const text = withoutComments(read(file))
    const inTags = text.matchAll(/<\/?[A-Za-z][^<>{}]*(?<!=)>([^<>{}=;()'"]*\p{L}{2,}[^<>{}=;()'"]*)<\/?/gu)
    for (const [, words] of inTags) found.push(`${file}: ${words?.trim()}`)
    const attributes = text.matchAll(
      /\s(label|placeholder|title|aria-label|alt|description)="([^"]*\p{L}[^"]*)"/gu,
    )
    for (const [, name, words] of attributes) {
      // A key handed on to be said below is no word.
      if (words && !hasMessage(words)) found.push(`${file}: ${name}="${words}"`)
    }
  }
  expect(components.length).toBeGreaterThan(10)
  expect(found).toEqual([])
})

test('every key that is asked for is in the catalogue', () => {
  const missing: string[] = []
  let asked = 0
  for (const file of files.filter((name) => /\.tsx?$/.test(name) && !name.includes('messages'))) {
    for (const [, key] of withoutComments(read(file)).matchAll(
      /(?:\bt|\bsay)\(\s*'([\w-]+(?:\.[\w-]+)+)'/g,
    )) {
      asked += 1
      if (key && !hasMessage(key)) missing.push(`${file}: ${key}`)
    }
  }
  expect(asked).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

test('only the tokens and the theme name colours; paper is black', () => {
  const found: string[] = []
  for (const file of files.filter((name) => name.startsWith('renderer') && /\.(css|tsx?)$/.test(name))) {
    if (/tokens\.css$|theme\.ts$|print/.test(file)) continue
    for (const [colour] of withoutComments(read(file)).matchAll(
      /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(/gi,
    ))
      found.push(`${file}: ${colour}`)
  }
  expect(found).toEqual([])
})
