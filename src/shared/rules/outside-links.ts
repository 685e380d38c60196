// The links handed to the owner's own mail and telephone programs: built anew from what is plainly an address or number.

const mostLocal = 64
const mostDomain = 253
/** No sign that a URL, a shell or a mail header could read as more than a letter of an address. */
const local = /^[\p{L}\p{M}\p{N}_+=~!'’-]+(?:\.[\p{L}\p{M}\p{N}_+=~!'’-]+)*$/u
const domain = /^(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u
const spacing = /[\s()./\u2010-\u2015-]/g
const number = /^(\+?\d{2,20})(?:(?:;ext=|ext|x)(\d{1,10}))?$/i

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27').replaceAll('!', '%21').replaceAll('~', '%7E')
}

/**
 * @param address one mail address as kept with a person
 * @returns `mailto:` and that address, or null for anything that is more or less than one address
 */
export function makeMailLink(address: string): string | null {
  const text = address.trim()
  const at = text.lastIndexOf('@')
  const before = text.slice(0, at)
  const after = text.slice(at + 1)
  if (at < 1 || before.length > mostLocal || after.length > mostDomain) return null
  if (!local.test(before) || !domain.test(after)) return null
  return `mailto:${encode(before)}@${encode(after)}`
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
