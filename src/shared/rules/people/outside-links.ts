// The links handed to the owner's own mail, text and telephone programs: built anew from what is plainly an address or number.

const mostLocal = 64
const mostDomain = 253
/** Characters of a whole link: Windows takes 2081, and cuts what is longer without a word. */
const mostLink = 2000
/** No sign that a URL, a shell or a mail header could read as more than a letter of an address. */
const local = /^[\p{L}\p{M}\p{N}_+=~!'’-]+(?:\.[\p{L}\p{M}\p{N}_+=~!'’-]+)*$/u
const domain = /^(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u
const spacing = /[\s()./\u2010-\u2015-]/g
const number = /^(\+?\d{2,20})(?:(?:;ext=|ext|x)(\d{1,10}))?$/i

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** One line, so that no words can begin a header of their own. */
function encodeLine(text: string): string {
  return encode(
    text
      .toWellFormed()
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim(),
  )
}

/** Lines end as mail wants them (RFC 6068, section 5: %0D%0A); other signs of control are left out. */
function encodeLines(text: string): string {
  const lines = text.toWellFormed().split(/\r\n|[\r\n\u2028\u2029]/u)
  return lines.map((line) => encode(line.replaceAll('\t', ' ').replaceAll(/\p{Cc}/gu, ''))).join('%0D%0A')
}

function withFields(link: string, fields: Record<string, string>): string | null {
  const given = Object.entries(fields).filter(([, value]) => value !== '')
  const whole =
    given.length === 0 ? link : `${link}?${given.map(([name, value]) => `${name}=${value}`).join('&')}`
  return whole.length > mostLink ? null : whole
}

/**
 * @param address one mail address as kept with a person
 * @param words what the mail begins with; it can fill the subject and the body, and no other field
 * @returns `mailto:` and that address (RFC 6068); null for anything that is more or less than one address, or when
 * the words are more than a link can carry
 */
export function makeMailLink(
  address: string,
  words: { subject?: string; body?: string } = {},
): string | null {
  const text = address.trim()
  const at = text.lastIndexOf('@')
  const before = text.slice(0, at)
  const after = text.slice(at + 1)
  if (at < 1 || before.length > mostLocal || after.length > mostDomain) return null
  if (!local.test(before) || !domain.test(after)) return null
  return withFields(`mailto:${encode(before)}@${encode(after)}`, {
    subject: encodeLine(words.subject ?? ''),
    body: encodeLines(words.body ?? ''),
  })
}

/**
 * @param typed one phone number as kept with a person; an extension may follow as "x12", "ext 12" or ";ext=12"
 * @returns `tel:` and its digits (RFC 3966), or null when there are letters, codes (*, #) or no number in it
 */
export function makePhoneLink(typed: string): string | null {
  const match = number.exec(typed.normalize('NFKC').trim().replaceAll(spacing, ''))
  if (!match) return null
  return match[2] === undefined ? `tel:${match[1]}` : `tel:${match[1]};ext=${match[2]}`
}

/**
 * @param typed one phone number as kept with a person
 * @returns `sms:` and its digits with the words to send (RFC 5724); null where there is no number, or one with an
 * extension, which no text message reaches, or when the words are more than a link can carry
 */
export function makeTextLink(typed: string, body = ''): string | null {
  const phone = makePhoneLink(typed)
  if (phone === null || phone.includes(';')) return null
  return withFields(phone.replace('tel:', 'sms:'), { body: encodeLines(body) })
}
