// Nothing but one plain address or number may reach another program.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeMailLink, makePhoneLink, makeTextLink } from '../../../src/shared/rules/people/outside-links.ts'

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

describe('words handed over with the address', () => {
  const to = 'ann@shop.example'

  it.each([
    [{ subject: 'Your quote', body: 'Hello' }, 'subject=Your%20quote&body=Hello'],
    [{ subject: '', body: '' }, null],
    [{ subject: ' ', body: '' }, null],
    [{ body: 'one\ntwo\r\nthree\rfour\u2028five' }, 'body=one%0D%0Atwo%0D%0Athree%0D%0Afour%0D%0Afive'],
    [{ body: 'a & b = c + d? #1 100%' }, 'body=a%20%26%20b%20%3D%20c%20%2B%20d%3F%20%231%20100%25'],
    [{ body: 'x&bcc=all@evil.example' }, 'body=x%26bcc%3Dall%40evil.example'],
    [{ subject: 'x\r\nBcc: all@evil.example' }, 'subject=x%20Bcc%3A%20all%40evil.example'],
    [{ subject: 'x%0D%0ABcc: y' }, 'subject=x%250D%250ABcc%3A%20y'],
    [{ subject: "It's (really) *good*!~" }, 'subject=It%27s%20%28really%29%20%2Agood%2A%21%7E'],
    [{ body: 'tab\there, bell\u0007 and nul\0' }, 'body=tab%20here%2C%20bell%20and%20nul'],
    [{ body: 'Grüße 👋' }, 'body=Gr%C3%BC%C3%9Fe%20%F0%9F%91%8B'],
    // Half a sign would throw.
    [{ body: 'half \ud83d' }, 'body=half%20%EF%BF%BD'],
  ])('%j', (words, query) => {
    expect(makeMailLink(to, words)).toBe(query === null ? `mailto:${to}` : `mailto:${to}?${query}`)
  })

  it('refuses words that a link cannot carry, rather than cut them', () => {
    const rest = 2000 - `mailto:${to}?body=`.length
    expect(makeMailLink(to, { body: 'x'.repeat(rest) })).toHaveLength(2000)
    expect(makeMailLink(to, { body: 'x'.repeat(rest + 1) })).toBeNull()
    expect(makeMailLink(to, { body: 'ü'.repeat(400) })).toBeNull()
    expect(makeTextLink('5550100', 'x'.repeat(2000))).toBeNull()
  })

  test('whatever is written comes out as one subject and one body, and nothing else', () => {
    let made = 0
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (subject, body) => {
          const link = makeMailLink(to, { subject, body })
          if (link === null) return
          made += 1
          expect(link).toMatch(/^mailto:ann@shop\.example(\?(subject=[\w.%-]+)?(&?body=[\w.%-]+)?)?$/)
          const said = new URLSearchParams(link.split('?')[1] ?? '')
          expect([...said.keys()].filter((name) => name !== 'subject' && name !== 'body')).toEqual([])
          expect(said.get('subject') ?? '').not.toMatch(/\p{Cc}/u)
          expect((said.get('body') ?? '').replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
        },
      ),
    )
    expect(made).toBeGreaterThan(50)
  })

  it.each([
    ['(555) 010-0199', 'See you at six', 'sms:5550100199?body=See%20you%20at%20six'],
    ['+44 20 7946 0000', '', 'sms:+442079460000'],
    ['+44 20 7946 0000', 'one\ntwo & three', 'sms:+442079460000?body=one%0D%0Atwo%20%26%20three'],
  ])('a text message to %j saying %j', (number, body, link) => {
    expect(makeTextLink(number, body)).toBe(link)
  })

  it.each([...hostilePhones, '555 0100 x12', '5550100;ext=3'])(
    'makes no text message link of %j',
    (typed) => {
      expect(makeTextLink(typed, 'Hello')).toBeNull()
    },
  )
})
