// Nothing but one plain address or number may reach another program.
import { describe, expect, it } from 'vitest'
import { makeMailLink, makePhoneLink } from '../../src/shared/rules/outside-links.ts'

const hostileMails = [
  '',
  '@',
  'nobody',
  'a@b',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://evil.example/',
  'mailto:ann@shop.example',
  'ann@shop.example?bcc=all@evil.example',
  'ann@shop.example?attach=/etc/passwd',
  'ann@shop.example&body=x',
  'ann@shop.example,bob@evil.example',
  'ann@shop.example;bob@evil.example',
  'ann@shop.example bob@evil.example',
  'ann@shop.example\nbcc: bob@evil.example',
  'ann@shop.example\r\nSubject: x',
  'ann%0abcc:x@shop.example',
  'ann@shop.example%0d',
  'ann@shop.example#x',
  '"ann x"@shop.example',
  'ann@[127.0.0.1]',
  'ann@evil.example@shop.example',
  '<ann@shop.example>',
  'ann@shop.example\0',
  '`id`@shop.example',
  '$(id)@shop.example',
  'ann|id@shop.example',
  'ann@shop..example',
  'ann@-shop.example',
  '.ann@shop.example',
  'ann.@shop.example',
  `${'a'.repeat(65)}@shop.example`,
  'ann@shop.example/../x',
  'ann@shop.example\\x',
  'ann\u202e@shop.example',
]
const hostilePhones = [
  '',
  '+',
  '1',
  'tel:123456',
  'callto:123',
  '*#06#',
  '*2767*3855#',
  '555-FRAME',
  '555;phone-context=evil.example',
  '555?x=1',
  '555,,9',
  '555%20000',
  '++15550100',
  '555\n0100x',
  'sms:5550100',
  '5550100;ext=12;x=1',
  '+123456789012345678901',
]

describe('links to the owner’s own programs', () => {
  it.each(hostileMails)('makes no mail link of %j', (typed) => {
    expect(makeMailLink(typed)).toBeNull()
  })

  it.each(hostilePhones)('makes no telephone link of %j', (typed) => {
    expect(makePhoneLink(typed)).toBeNull()
  })

  it.each([
    ['ann@shop.example', 'mailto:ann@shop.example'],
    [' Ann.O-Neil+frames@mail.shop.example ', 'mailto:Ann.O-Neil%2Bframes@mail.shop.example'],
    ["o'brien@shop.example", 'mailto:o%27brien@shop.example'],
    ['jürgen@müller.example', 'mailto:j%C3%BCrgen@m%C3%BCller.example'],
  ])('rebuilds %j', (typed, link) => {
    expect(makeMailLink(typed)).toBe(link)
  })

  it.each([
    ['(555) 010-0199', 'tel:5550100199'],
    ['+44 20 7946 0000', 'tel:+442079460000'],
    ['555.0100 x12', 'tel:5550100;ext=12'],
    ['555 0100 ext. 7', 'tel:5550100;ext=7'],
    ['+1-555-010-0199;ext=3', 'tel:+15550100199;ext=3'],
    ['０３-１２３４-５６７８', 'tel:0312345678'],
  ])('rebuilds %j', (typed, link) => {
    expect(makePhoneLink(typed)).toBe(link)
  })
})
