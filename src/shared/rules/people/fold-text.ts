// Text as search and matching see it: without case, accents, width and punctuation, so that typing it any way finds it.

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ə: 'e',
  ƒ: 'f',
  ɓ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ɛ: 'e',
  ɔ: 'o',
  ƙ: 'k',
  ƴ: 'y',
  ς: 'σ',
}
const LETTERS_PATTERN = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Accents of Latin, Greek and Cyrillic; points of Hebrew and Arabic. Not the voicing marks of kana: か and が differ. */
const MARKS = /(?![\u3099\u309a])[\p{Script=Inherited}&&\p{Mn}]|[\u0591-\u05c7\u0610-\u061a]/gv
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g
const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu
const PLAIN = /^[\x20-\x7e]*$/
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3006\u3031-\u3035\u30fc]/gu
const CJK_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3006\u3031-\u3035\u30fc]+|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3006\u3031-\u3035\u30fc]+/gu
const APOSTROPHE_WORD = /\p{L}+(?:['’ʼ`]\p{L}+)+/gu
/** A number as people type it: digits with spaces, dots, dashes, slashes and brackets between them. */
const NUMBER = /(?<![\p{L}\p{N}])\+?\(?\p{Nd}(?:[\s()./\-‐-―]*\p{Nd})*(?![\p{L}\p{N}])/gu

/** Longest text and most words a search looks at; what is typed beyond them does not narrow it further. */
const SEARCH_TEXT_LIMIT = 200
const SEARCH_WORD_LIMIT = 16

/**
 * Folds text for search, sort names and matching of names: lower case, accents dropped, full and half width made one,
 * katakana as hiragana, punctuation as one space. '' when nothing but punctuation was given.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  }
  return text
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(LETTERS_PATTERN, (letter) => LETTERS[letter] ?? letter)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(NOT_WORD, ' ')
    .trim()
}

/**
 * The text to put into the search index for `text`: folded words parted by spaces, each Chinese, Japanese or Korean
 * character a word of its own, and names with an apostrophe once more in one piece (o brien, obrien).
 */
export function searchTokens(text: string): string {
  const words = foldText(text)
  const spaced = PLAIN.test(words) ? words : words.replace(CJK, ' $& ').replace(/ {2,}/g, ' ').trim()
  if (!/['’ʼ`]/.test(text)) return spaced
  const joined = Array.from(text.matchAll(APOSTROPHE_WORD), (match) =>
    foldText(match[0].replace(/['’ʼ`]/g, '')),
  )
  return [spaced, ...joined].join(' ')
}

/**
 * The words of the search index for one phone: its digits, and its digits reversed behind an `r`, so that the last
 * digits are found as a prefix (0160 as r0610). Give every way the number is known: as typed and as normalised.
 */
export function phoneTokens(...numbers: string[]): string {
  const tokens = new Set<string>()
  for (const number of numbers) {
    const digits = plainDigits(number)
    if (digits === '') continue
    tokens.add(digits)
    tokens.add(`r${reverseText(digits)}`)
  }
  return Array.from(tokens).join(' ')
}

/**
 * The FTS5 MATCH expression for what the owner typed, or null when nothing in it can be searched. Every word must
 * occur as the start of a word, a run of Chinese, Japanese or Korean characters as a phrase, and a number of three or
 * more digits as the first or the last digits of a phone. Only letters and digits inside quotes reach the expression.
 */
export function toSearchQuery(typed: string): string | null {
  const terms: string[] = []
  const rest = typed.slice(0, SEARCH_TEXT_LIMIT).replace(NUMBER, (number) => {
    const term = numberTerm(number)
    if (term === null) return number
    terms.push(term)
    return ' '
  })
  for (const run of foldText(rest).match(CJK_RUN) ?? []) terms.push(wordTerm(run))
  return terms.length === 0 ? null : terms.slice(0, SEARCH_WORD_LIMIT).join(' AND ')
}

function numberTerm(number: string): string | null {
  const digits = plainDigits(number)
  if (digits.length < 3) return null
  const parts = foldText(number).split(' ')
  const choices = [`"${digits}" *`, `"r${reverseText(digits)}" *`]
  if (parts.length > 1) choices.push(`(${parts.map((part) => `"${part}" *`).join(' AND ')})`)
  return `(${choices.join(' OR ')})`
}

function wordTerm(run: string): string {
  const characters = run.match(CJK)
  return characters === null ? `"${run}" *` : `"${characters.join(' ')}"`
}

function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]/g, '')
}

function reverseText(text: string): string {
  return Array.from(text).reverse().join('')
}
