// How best to reach somebody: never a way they refused, and none that leads nowhere before one that does.
import { expect, test } from 'vitest'
import { chooseChannel } from '../../../src/shared/rules/people/best-channel.ts'

const facts = {
  bestChannel: 'phone',
  channelVia: '',
  bestTime: '',
  points: [
    { kind: 'phone', value: '555 0100' },
    { kind: 'email', value: 'n@l.example' },
  ],
  refused: [],
} as const satisfies Parameters<typeof chooseChannel>[0]
const choose = (part: Partial<Parameters<typeof chooseChannel>[0]>) =>
  chooseChannel({ ...facts, points: [...facts.points], ...part })?.channel ?? null

test('the one chosen, unless they said no to it', () => {
  expect(choose({})).toBe('phone')
  expect(choose({ refused: ['phone'] })).toBe('email')
})

test('with nothing chosen: the first that is on record', () => {
  expect(choose({ bestChannel: '' })).toBe('phone')
  expect(choose({ bestChannel: '', points: [{ kind: 'email', value: 'n@l.example' }] })).toBe('email')
  expect(choose({ bestChannel: '', points: [] })).toBe('visit')
  expect(choose({ bestChannel: '', points: [], refused: ['visit', 'letter'] })).toBeNull()
})
