// Paths stay in main: the page names tokens, and a path it makes up stands for nothing.
import { expect, test } from 'vitest'
import { makeGrants } from '../../../src/main/granted-files.ts'

const path = '/home/owner/Address book.vcf'

test('a token is not the path, and no two are the same', () => {
  const grants = makeGrants()
  const [one, other] = [grants.grant(path), grants.grant(path)]
  expect(one.token).toMatch(/^[0-9a-f-]{36}$/)
  expect(one.token).not.toBe(other.token)
  expect(one.name).toBe('Address book.vcf')
  expect(grants.pathOf(one.token)).toBe(path)
})

test('a path, or a token nobody was given, leads nowhere', () => {
  const grants = makeGrants()
  grants.grant(path)
  for (const made of [path, '/etc/passwd', '../..', '', crypto.randomUUID(), '__proto__', 'constructor']) {
    expect(grants.pathOf(made)).toBeUndefined()
    expect(grants.pathsIn({ files: [made], folder: made })).toEqual({})
  }
})

test('a call takes along the paths of the tokens it names, alone or in a list, and no others', () => {
  const grants = makeGrants()
  const file = grants.grant(path).token
  const folder = grants.grant('/media/stick').token
  const unused = grants.grant('/home/owner/other.csv').token
  expect(grants.pathsIn({ files: [file, '/etc/passwd'], folder })).toEqual({
    [file]: path,
    [folder]: '/media/stick',
  })
  expect(grants.pathsIn({ nothing: 1, deep: null })).toEqual({})
  expect(Object.keys(grants.pathsIn({ folder }))).not.toContain(unused)
  for (const odd of [null, undefined, 'x', 7, file]) expect(grants.pathsIn(odd)).toEqual({})
})
