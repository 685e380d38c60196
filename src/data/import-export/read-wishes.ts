// What a file says of whether somebody may be reached, or has died, however it puts it: a no is never lost on the way in.
import { foldHeading } from './known-headings.ts'

export const wishChannels = ['phone', 'text', 'email', 'letter', 'visit'] as const
export type WishChannel = (typeof wishChannels)[number]

/** What somebody said of one channel. `saidOn` is the day our own export names; null: the file's words are in `how`. */
export interface ImportedConsent {
  channel: WishChannel
  answer: 'yes' | 'no'
  saidOn: string | null
  how: string
}

export interface ImportedWishes {
  consents: ImportedConsent[]
  /** `on` as for a consent: null where `reason` is in the words of a foreign file. */
  neverContact: { on: string | null; reason: string } | null
  /** The day they died, '' where it is not known; null: nothing says so. */
  diedOn: string | null
  /** How a foreign file says so; '' for our own. */
  diedWords: string
}

export interface Extra {
  heading: string
  value: string
}

/** A no to one channel, to any contact at all, or a death. */
type Wish = WishChannel | 'never' | 'died'

const marketing: readonly Wish[] = ['phone', 'text', 'email', 'letter']
const dont = '(?:do not|don t|dont|donot|never|no|not)(?: allow| want| accept| send| to)*'

/** Said of somebody in a heading, a tag or a value: the words alone, folded. The first that fits holds. */
const PHRASES: readonly (readonly [RegExp, readonly Wish[]])[] = [
  [/^(?:is |has |contact |customer )?(?:deceased|died|passed away)$/, ['died']],
  [
    new RegExp(
      `^(?:${dont} (?:contact(?:ing|ed)?|disturb|approach)(?: (?:again|them|me|us|this person|customer|client))?|dnc|no contact|blacklisted)$`,
    ),
    ['never'],
  ],
  [
    new RegExp(
      `^(?:${dont} (?:call|calls|calling|phone|phones|phone calls?|telephone|telephone calls?|ring|cold call)|(?:phone|call|calls|telephone|calling) (?:opt(?:ed)? out|unsubscribed?)|(?:has )?opt(?:ed)? out of (?:phone|calls?|telephone)|(?:on )?(?:tps|ctps)(?: registered)?|do not call (?:list|registry|flag))$`,
    ),
    ['phone'],
  ],
  [
    new RegExp(
      `^(?:${dont} (?:texts?|texting|sms|sms messages|text messages?|message|messages)|(?:sms|text|texts|text message|mobile message) (?:opt(?:ed)? out|unsubscribed?)|(?:has )?opt(?:ed)? out of (?:sms|texts?|text messages?))$`,
    ),
    ['text'],
  ],
  [
    new RegExp(
      `^(?:${dont} (?:e ?mails?|bulk e ?mails?|e ?mailings?|newsletters?)|(?:marketing |bulk )?e ?mail (?:opt(?:ed)? out|unsubscribed?)|(?:has )?opt(?:ed)? out of (?:marketing |bulk )?e ?mails?(?: .*)?|e ?mail blacklisted|unsub(?:scribed?)?(?: from (?:all )?(?:marketing )?e ?mails?)?|cleaned)$`,
    ),
    ['email'],
  ],
  [
    new RegExp(
      `^(?:${dont} (?:mail|mails|mailings?|post|postal mails?|letters?|write|write to|direct mail)|(?:mail|mailing|postal|post|letter|direct mail) opt(?:ed)? out|(?:has )?opt(?:ed)? out of (?:mail|post|postal mail|direct mail|letters?)|mps(?: registered)?)$`,
    ),
    ['letter'],
  ],
  [new RegExp(`^${dont} (?:visit|visits|call at|knock)$`), ['visit']],
  [
    new RegExp(
      `^(?:${dont} (?:market|marketing|marketing materials?|solicit|promotions?|advertis(?:e|ing))(?: to)?|(?:marketing |has )?opt(?:ed)? out(?: of (?:all|marketing|all marketing|communications?|everything))?)$`,
    ),
    marketing,
  ],
]

/** Headings that say when or why it came to a no: any value in them is one. */
const DATED: readonly (readonly [RegExp, readonly Wish[]])[] = [
  [/^(?:date of death|death ?date|dod|deceased (?:date|on|at|day)|died on|day of death)$/, ['died']],
  [
    /^(?:unsub(?:scribed?)?|opt(?:ed)? out|clean(?:ed)?) (?:time|date|on|at|reason|campaign (?:title|id))$/,
    ['email'],
  ],
]

/** Headings that ask for a yes: "no" in them is a no. */
const ASKING: readonly (readonly [RegExp, readonly Wish[]])[] = [
  [
    /^(?:marketing|contact|gdpr|data|communications?) consent$|^consent(?: given)?$|^accepts marketing$/,
    marketing,
  ],
  [
    /^(?:e ?mail|newsletter) (?:marketing )?consent$|^accepts e ?mail marketing$|^(?:may|can|ok to|allow) e ?mail$/,
    ['email'],
  ],
  [
    /^(?:sms|text) (?:marketing )?consent$|^accepts (?:sms|text) marketing$|^(?:may|can|ok to|allow) (?:sms|text)$/,
    ['text'],
  ],
  [
    /^(?:phone|call|telephone) (?:marketing )?consent$|^(?:may|can|ok to|allow) (?:call|phone|phone calls|ring)$/,
    ['phone'],
  ],
  [
    /^(?:postal|post|mail|letter) (?:marketing )?consent$|^(?:may|can|ok to|allow) (?:mail|post|write|mails)$/,
    ['letter'],
  ],
  [/^send marketing(?: materials?)?$/, marketing],
  [/^(?:may|can|ok to|allow) contact$/, ['never']],
]

const NEGATIVE =
  /^(?:no|n|false|f|0|0\.0|off|none|null|nil|undefined|0000 00 00|na|n a|unknown|unset|not set|unchecked|allow(?:ed)?|send|)$/
const REFUSING =
  /^(?:no|n|false|f|0|off|denied|refused|declined|withdrawn|revoked|unchecked|(?:do )?not? (?:allow(?:ed)?|send|given|granted))$/
/** A column that says how somebody stands, and one that says so of writing to them. */
const STATUS =
  /\b(?:status|state|stage|type|category|flags?|permission|subscription|subscriber|preferences?|consent|marketing|lifecycle)\b/
const OF_A_CHANNEL =
  /\b(?:e ?mail|sms|text|subscri\w+|permission|marketing|consent|phone|call|postal|post|mail)\b/
const STATUS_NO = /\b(?:unsubscribed?|opt(?:ed)? out)\b/
const CHANNEL_NO =
  /^(?:cleaned|suppressed|complain(?:ed|t)|spam complaint|revoked|withdrawn|declined|denied)$/
/** What is said of these is said of somebody else. */
const OF_ANOTHER =
  /\b(?:spouse|partner|husband|wife|mother|father|parents?|child(?:ren)?|son|daughter|brother|sister|relations?|relatives?|friend|assistant|manager|referr\w+|emergency|pets?|dog|cat)\b/

const DAY = /\b(\d{4})-(\d{2})-(\d{2})\b|^(\d{4})(\d{2})(\d{2})$/

/** Headings and property names of our own exports, folded. */
const OWN = {
  consents: ['consents', 'regulars consent'],
  never: ['never contact on', 'regulars never contact'],
  reason: ['never contact reason'],
  hasDied: ['has died'],
  died: ['died on', 'regulars died'],
  fields: ['file fields', 'regulars file field'],
}

/**
 * What one record says of reaching its person. Values of our own exports are taken out of the extras, the fields they
 * carry are put in; a foreign file's words stay among them, as that file put them.
 */
export function readWishes(
  extras: readonly Extra[],
  tags: readonly string[],
): { wishes: ImportedWishes; fields: Extra[] } {
  const wishes: ImportedWishes = { consents: [], neverContact: null, diedOn: null, diedWords: '' }
  const fields: Extra[] = []
  for (const extra of extras) {
    if (readOwn(extra, wishes, fields)) continue
    const words = extra.heading === '' ? extra.value : `${extra.heading}: ${extra.value}`
    for (const wish of findWishes(extra)) addWish(wishes, wish, words, extra.value)
    fields.push(extra)
  }
  for (const tag of tags) for (const wish of findPhrase(tag)) addWish(wishes, wish, tag, '')
  if (wishes.diedOn !== null) wishes.neverContact ??= { on: null, reason: '' }
  return { wishes, fields }
}

function addWish(wishes: ImportedWishes, wish: Wish, words: string, value: string): void {
  if (wish === 'never') wishes.neverContact ??= { on: null, reason: words }
  else if (wish === 'died') {
    wishes.diedOn = wishes.diedOn || findDay(value)
    wishes.diedWords = words
  } else if (!wishes.consents.some((one) => one.channel === wish && one.answer === 'no')) {
    wishes.consents.push({ channel: wish, answer: 'no', saidOn: null, how: words })
  }
}

function findDay(value: string): string {
  const found = DAY.exec(value.trim())
  if (found === null) return ''
  const day = [found[1] ?? found[4], found[2] ?? found[5], found[3] ?? found[6]].join('-')
  return isDay(day) ? day : ''
}

function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

interface Heading {
  dated: readonly Wish[] | undefined
  flagged: readonly Wish[] | undefined
  asking: readonly Wish[] | undefined
  isOfAnother: boolean
  isStatus: boolean
  isOfChannel: boolean
  /** The channel it names. */
  channel: WishChannel | null
}

/** A file has few headings and many rows; a stranger's file may have no end of them. */
const mostRemembered = 1000
const headings = new Map<string, Heading>()

function readHeading(heading: string): Heading {
  const known = headings.get(heading)
  if (known) return known
  const asked = foldHeading(heading).replace(
    /^(?:contact|customer|client|person|lead) (?=(?:do|don|is|has) )/,
    '',
  )
  const fits = (rules: typeof PHRASES) => rules.find(([pattern]) => pattern.test(asked))?.[1]
  const read: Heading = {
    dated: fits(DATED),
    flagged: fits(PHRASES),
    asking: fits(ASKING),
    isOfAnother: OF_ANOTHER.test(asked),
    isStatus: STATUS.test(asked),
    isOfChannel: OF_A_CHANNEL.test(asked),
    channel: /\b(?:sms|text)\b/.test(asked)
      ? 'text'
      : /\b(?:phone|call|telephone)\b/.test(asked)
        ? 'phone'
        : /\b(?:postal|post|letter)\b|^mail\b/.test(asked)
          ? 'letter'
          : /\be ?mail\b/.test(asked)
            ? 'email'
            : null,
  }
  if (headings.size >= mostRemembered) headings.clear()
  headings.set(heading, read)
  return read
}

function findWishes({ heading, value }: Extra): readonly Wish[] {
  const { dated, flagged, asking, isOfAnother, isStatus, isOfChannel, channel } = readHeading(heading)
  if (dated ?? flagged) return NEGATIVE.test(foldHeading(value)) ? [] : (dated ?? flagged ?? [])
  if (value.length > longestPhrase) return []
  if (asking && REFUSING.test(foldHeading(value))) return asking
  if (isOfAnother) return []
  const said = foldHeading(value)
  const isNo = isStatus && !/\bnot (?:un|opt)/.test(said) && STATUS_NO.test(said)
  if (isNo && channel !== null) return [channel]
  const named = value.split(/[,;|\n]/).flatMap(findPhrase)
  if (named.length > 0) return isStatus ? named : named.filter((wish) => wish !== 'died')
  return isNo || (isStatus && isOfChannel && CHANNEL_NO.test(said)) ? [channel ?? 'email'] : []
}

/** Longer values are sentences, in characters. */
const longestPhrase = 200
/** Without one of these beginnings no phrase fits. */
const PHRASE_BEGINNING =
  /\b(?:no|not|do|don|dont|donot|never|opt|opted|has|is|unsub|dece|died|passed|dnc|c?tps|mps|black|on|email|e-?mail|sms|text|phone|call|mail|post|letter|direct|marketing|bulk|contact|customer)/i

/** A tag, or a value by itself, that says a no. */
function findPhrase(words: string): readonly Wish[] {
  if (words.length > 60 || !PHRASE_BEGINNING.test(words)) return []
  const folded = foldHeading(words)
  // As a heading it tells of a mailing list; by itself it may be any job of a shop.
  if (folded === 'cleaned') return []
  return PHRASES.find(([pattern]) => pattern.test(folded))?.[1] ?? []
}

/** Takes a value of our own export; false when it is none. */
function readOwn({ heading, value }: Extra, wishes: ImportedWishes, fields: Extra[]): boolean {
  const folded = foldHeading(heading)
  if (OWN.consents.includes(folded)) return takeConsents(value, wishes)
  if (OWN.fields.includes(folded)) return takeFields(value, fields)
  if (OWN.never.includes(folded)) {
    const [on, reason] = isDay(value) ? [value, wishes.neverContact?.reason ?? ''] : (readTexts(value) ?? [])
    if (!isDay(on)) return false
    wishes.neverContact = { on, reason: reason ?? '' }
    return true
  }
  if (OWN.reason.includes(folded)) {
    wishes.neverContact = { on: wishes.neverContact?.on ?? null, reason: value }
    return true
  }
  if (OWN.hasDied.includes(folded)) {
    if (value === '1') wishes.diedOn ??= ''
    return value === '1' || value === '0'
  }
  if (!OWN.died.includes(folded)) return false
  const day = isDay(value) ? value : readTexts(value)?.[0]
  if (day === undefined) return false
  wishes.diedOn = isDay(day) ? day : ''
  return true
}

function takeConsents(value: string, wishes: ImportedWishes): boolean {
  const rows = readRows(value)
  if (rows === null) return false
  for (const [channel, answer, saidOn, how = ''] of rows) {
    if (!isChannel(channel) || (answer !== 'yes' && answer !== 'no') || !isDay(saidOn)) continue
    wishes.consents.push({ channel, answer, saidOn, how })
  }
  return true
}

const isChannel = (text: unknown): text is WishChannel => wishChannels.includes(text as WishChannel)

function takeFields(value: string, fields: Extra[]): boolean {
  const rows = readRows(value)
  if (rows === null) return false
  for (const [heading = '', text = ''] of rows) fields.push({ heading, value: text })
  return true
}

/** A list of texts, or a list of such lists, as our exports write them. */
function readRows(value: string): string[][] | null {
  const parsed = parseList(value)
  if (parsed === null) return null
  const rows = parsed.every((row) => Array.isArray(row)) ? parsed : [parsed]
  return rows.every((row) => row.every((text: unknown) => typeof text === 'string'))
    ? (rows as string[][])
    : null
}

function readTexts(value: string): string[] | null {
  const rows = readRows(value)
  return rows?.length === 1 ? (rows[0] ?? null) : null
}

function parseList(value: string): unknown[] | null {
  if (!value.startsWith('[')) return null
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? parsed : null
  } catch {
    return null
  }
}
