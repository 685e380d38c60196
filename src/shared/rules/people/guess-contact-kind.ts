// What kind of contact point a typed text is, so that nobody has to choose it first.

/** Mail with an @, web addresses by their look, phones by their digits; everything else is an address. */
export function guessContactKind(typed: string): 'phone' | 'email' | 'web' | 'address' {
  const text = typed.trim()
  if (/^\S+@\S+$/.test(text.replace(/^mailto:/i, ''))) return 'email'
  if (
    /^https?:\/\//i.test(text) ||
    /^(www\.)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(\/\S*)?$/iu.test(text)
  ) {
    return 'web'
  }
  const digits = text.replace(/\P{Nd}/gu, '').length
  const letters = text.replace(/\bext(ension)?\b|x(?=\s*\d)|^tel:/giu, '').replace(/\P{L}/gu, '').length
  return digits >= 3 && letters === 0 && !text.includes('\n') ? 'phone' : 'address'
}
