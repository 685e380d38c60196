// The words a time of buying is written in, and a typed answer cut into them.

/** The owner's words, from the message catalogue, in small letters; each may hold several, with | between them. */
export interface WindowWords {
  /** January first, full names; three letters or more that begin only one will do. */
  months: string
  spring: string
  summer: string
  autumn: string
  winter: string
  christmas: string
  newYear: string
  valentine: string
  easter: string
  halloween: string
  /** Behind such a day, without a meaning of their own: "Valentine's Day". */
  feastDay: string
  /** Before a month, a season or a year: its first, middle or last third. */
  early: string
  mid: string
  late: string
  /** Between the two ends: "to". */
  to: string
  /** Between neighbouring months: "and". Between two ends only behind `between`. */
  and: string
  between: string
  /** Before a last day: "until". */
  until: string
  /** Before the day after the last: "before". */
  before: string
  /** Before what must be over first: "after". */
  after: string
  /** Alone: "yearly". */
  yearly: string
  /** Before a month, a season or `year`: "every". */
  every: string
  year: string
  /** Before a month that is meant once: "this". */
  this: string
  /** The same, and not the one under way: "next". */
  next: string
  /** Words that may stand inside a date: "of", "the". */
  filler: string
  /** Months and seasons that mean something else in small letters, unless one of `lead` stands before them. */
  doubtful: string
  lead: string
}

/** South of the equator the seasons lie half a year away: spring names the months that are autumn in the north. */
export function turnSeasons(words: WindowWords): WindowWords {
  const { spring, summer, autumn, winter } = words
  return { ...words, spring: autumn, summer: winter, autumn: spring, winter: summer }
}

export interface Token {
  text: string
  /** In small letters. */
  low: string
}

/** Words, numbers, whole dates and the signs that join them; nothing else. */
export function splitWords(typed: string): Token[] {
  return Array.from(
    typed.matchAll(/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4})?|\p{L}+|\d+|[–—,&-]/gu),
    ([text]) => ({ text, low: text.toLowerCase() }),
  )
}

/** Whether a word in small letters is one of the choices of the catalogue. */
export function oneOf(choices: string, word: string | undefined): boolean {
  return word !== undefined && choices.split('|').includes(word)
}

/** @returns the first place from `at` on that holds no filler */
export function skipFiller(tokens: readonly Token[], at: number, words: WindowWords): number {
  let next = at
  while (oneOf(words.filler, tokens[next]?.low)) next += 1
  return next
}

/** 1 to 31, as a number of its own. */
export function isDayNumber(token: Token | undefined): token is Token {
  return (
    token !== undefined && /^\d{1,2}$/.test(token.text) && Number(token.text) >= 1 && Number(token.text) <= 31
  )
}

/** @returns 1 to 12, 0 when it is no month, or a word that is rather meant otherwise */
export function monthOf(tokens: readonly Token[], at: number, words: WindowWords): number {
  const token = tokens[at]
  if (!token || token.low.length < 3 || !isMeant(tokens, at, words)) return 0
  const months = words.months.split('|')
  const starts = months.filter((month) => month.startsWith(token.low))
  return starts.length === 1 ? months.indexOf(starts[0]!) + 1 : 0
}

/** First and last month of a season, north of the equator. */
const seasons = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 2] } as const

/** @returns first and last month; null when it is no season, or a word that is rather meant otherwise */
export function seasonOf(
  tokens: readonly Token[],
  at: number,
  words: WindowWords,
): readonly [number, number] | null {
  if (!isMeant(tokens, at, words)) return null
  for (const season of ['spring', 'summer', 'autumn', 'winter'] as const) {
    if (oneOf(words[season], tokens[at]?.low)) return seasons[season]
  }
  return null
}

/** "may" and "fall" are verbs as well: capitals, a number or a word such as "in" beside them tell. */
function isMeant(tokens: readonly Token[], at: number, words: WindowWords): boolean {
  const token = tokens[at]
  if (!token || !oneOf(words.doubtful, token.low)) return true
  if (token.text !== token.low || tokens.length === 1) return true
  const before = tokens[at - 1]?.low
  const after = tokens[at + 1]?.low
  const isBeside = (word: string | undefined) =>
    oneOf(words.lead, word) || oneOf(words.to, word) || /^(\d+|[–—-])$/.test(word ?? '')
  if (oneOf(words.and, before) && monthOf(tokens, at - 2, words) > 0) return true
  return isBeside(before) || /^\d+$/.test(after ?? '') || oneOf(words.to, after)
}
