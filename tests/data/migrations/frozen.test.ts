// Files made by a shipped step exist: each step's SQL is what it was on the day it shipped.
import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { migrations } from '../../../src/data/migrations/index.ts'

const shipped = [
  'aa5e683f953051a160882e2899bc52a66ff454e9e18ddd7aa4a75c84420ee322',
  '02bc906a9a93d57d39ad50f09affeb85fb4f14cd3849be9a147f92a29054d70c',
  '0647b3dde2eb1cb73793017a692f8098c248248070706dbe27d049a91b6e3720',
  '6bc36cfde472057553b79cf6e5a576b872f4a466e1053965e753eeb632ad6855',
  '11cb35d7a26eb79d3d0a308f9cc6a75b804db8405b3505182f82fe7232ffeb81',
]

it('no shipped step is ever edited, and each is pinned', () => {
  expect(migrations.map(({ version }) => version)).toEqual(shipped.map((_, index) => index + 1))
  expect(migrations.map(({ sql }) => hash('sha256', sql))).toEqual(shipped)
})
