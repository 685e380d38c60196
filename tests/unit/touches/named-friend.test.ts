// The friend somebody named: one who is here by their number alone, anybody else by what was typed.
import { expect, test } from 'vitest'
import { emptyFriend, isNamed, readFriend } from '../../../src/shared/rules/touches/named-friend.ts'

const typed = { ...emptyFriend, name: 'Sam', phone: '555 0100' }
const picked = { ...typed, picked: { id: 7, name: 'Sam Duarte', firm: '' } }

test('what was typed before somebody was picked writes nobody else down', () => {
  expect(readFriend(picked)).toEqual({ personId: 7, name: '', phone: '', agreed: null })
  expect(readFriend(typed)).toEqual({ personId: null, name: 'Sam', phone: '555 0100', agreed: null })
})

test('whether they expect us is a yes, a no, or not known', () => {
  const agreed = (expects: '' | 'yes' | 'no') => readFriend({ ...typed, expects }).agreed
  expect([agreed(''), agreed('yes'), agreed('no')]).toEqual([null, true, false])
})

test('a name of blanks is none', () => {
  expect(isNamed({ ...emptyFriend, name: '  ' })).toBe(false)
  expect(isNamed(typed)).toBe(true)
  expect(isNamed({ ...picked, name: '' })).toBe(true)
})
