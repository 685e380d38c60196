// One vCard's properties to the draft of a person: which property goes where.
/// <reference path="./ical.d.ts" />
import ICAL from 'ical.js'
import { addContact, emptyDraft, type PersonDraft } from './build-person.ts'
import { formatAddress } from './format-address.ts'
import { addWarning, type RecordRemark } from './imported-record.ts'
import { parseBirthday } from './parse-birthday.ts'
import type { VcardLine } from './parse-vcard-line.ts'
import type { VcardCard } from './read-vcard-lines.ts'
import { restoreBackslashes, rewriteVcardLine } from './rewrite-vcard-line.ts'
import { headingOfProperty, labelOf, readGroupLabels } from './vcard-labels.ts'

/** Nothing an owner would look for: the programs' own marks, pictures, keys, calendars. */
const IGNORED = new Set(
  (
    'version prodid rev class mailer photo logo key sound sort-string clientpidmap source xml kind member ' +
    'caladruri caluri fburl x-class x-reduction x-no x-gno x-gn x-abuid x-abshowas x-ablabel x-abadr x-irmc-n ' +
    'x-mozilla-html x-imagehash x-imagetype x-sharedphotodisplaypref x-shared-photo-display-pref ' +
    'x-addressing-grammar x-evolution-file-as x-evolution-webdav-href x-evolution-webdav-etag x-syncmlref ' +
    'x-default-email x-id x-long-string x-lic-error x-couchdb-application-annotations x-couchdb-uuid x-radicale-name'
  ).split(' '),
)
/** Marks that programs keep for themselves: layouts, versions and hashes of a picture or a memoji. */
const IGNORED_KINDS = /^(?:x-ms-ol-|x-fc-|x-lic-|x-couchdb-|vnd-\d+-)/

const MESSENGERS = new Map([
  ['x-aim', 'aim'],
  ['x-icq', 'icq'],
  ['x-jabber', 'jabber'],
  ['x-msn', 'msn'],
  ['x-skype', 'skype'],
  ['x-skype-username', 'skype'],
  ['x-yahoo', 'yahoo'],
  ['x-google-talk', 'google talk'],
  ['x-qq', 'qq'],
  ['x-sip', 'sip'],
  ['x-gadugadu', 'gadu-gadu'],
  ['x-groupwise', 'groupwise'],
  ['x-twitter', 'twitter'],
  ['x-telegram', 'telegram'],
])

const PHONETIC = new Set([
  'x-phonetic-first-name',
  'x-phonetic-middle-name',
  'x-phonetic-last-name',
  'x-phonetic-org',
])
const ANDROID_NICKNAME = /^vnd\.android\.cursor\.item\/nickname;([^;]*)/

interface CardContext {
  draft: PersonDraft
  labels: Map<string, string>
  country: string
}

type ReadProperty = (context: CardContext, property: VcardLine, values: string[], label: string) => void

const READERS: Record<string, ReadProperty> = {
  n: readName,
  adr: readAddress,
  org: readOrg,
  bday: readBirthday,
  impp: readMessage,
  agent: readAgent,
  sound: readSound,
  label: readLabel,
  'x-android-custom': readAndroidCustom,
  uid: ({ draft }, _, [value = '']) => {
    if (draft.uid === '') draft.uid = value
  },
  fn: ({ draft }, property, [value = '']) => setOnce(draft, 'name', property, value),
  title: ({ draft }, property, [value = '']) => setOnce(draft, 'role', property, value),
  nickname: ({ draft }, _, values) => {
    for (const value of values) draft.alsoKnownAs.push(value)
  },
  note: ({ draft }, _, [value = '']) => {
    draft.notes.push(value)
  },
  categories: ({ draft }, _, values) => {
    for (const value of values) draft.tags.push(value)
  },
  tel: readPhone,
  email: ({ draft }, _, [value = ''], label) => {
    addContact(draft, 'email', value.replace(/^mailto:/i, ''), label)
  },
  url: ({ draft }, _, [value = ''], label) => addContact(draft, 'web', value, label),
  'x-regulars-never-contact': readOwn,
  'x-regulars-died': readOwn,
  'x-regulars-consent': readOwn,
  'x-regulars-file-field': readOwn,
  'x-socialprofile': ({ draft }, _, [value = ''], label) => addContact(draft, 'web', value, label),
}

/** Reads a card's properties into a draft. A line that cannot be read costs itself and leaves a warning. */
export function readCard(card: VcardCard, country: string, warnings: RecordRemark[]): PersonDraft {
  const context: CardContext = { draft: emptyDraft(card.line), labels: readGroupLabels(card.lines), country }
  // TITLE is read before ROLE and the whole address before its printed label, in whatever order they stand.
  for (const property of card.lines) {
    if (property.name !== 'role' && property.name !== 'label') readProperty(context, card, property, warnings)
  }
  for (const property of card.lines) {
    if (property.name === 'role' || property.name === 'label') readProperty(context, card, property, warnings)
  }
  if (card.lines.some((property) => property.name === 'kind' && /^org/i.test(property.value))) {
    if (context.draft.firm === '') context.draft.firm = context.draft.name
  }
  return context.draft
}

function readProperty(
  context: CardContext,
  card: VcardCard,
  property: VcardLine,
  warnings: RecordRemark[],
): void {
  if (property.value === '') return
  const values = readValues(property, card)
  if (values === null) {
    const facts = { start: `${property.name.toUpperCase()}:${property.value}`.slice(0, 40) }
    addWarning(warnings, property.line, { key: 'importExport.parse.oddLine', facts })
    return
  }
  const { draft, labels } = context
  const label = labelOf(property, labels)
  const messenger = MESSENGERS.get(property.name)
  const reader = Object.hasOwn(READERS, property.name) ? READERS[property.name] : undefined
  if (reader !== undefined) reader(context, property, values, label)
  else if (messenger !== undefined) addContact(draft, 'message', values.join(';'), messenger)
  else if (PHONETIC.has(property.name)) draft.alsoKnownAs.push(values.join(' '))
  else if (property.name === 'role') setOnce(draft, 'role', property, values.join('; '))
  else if (!IGNORED.has(property.name) && !IGNORED_KINDS.test(property.name))
    addExtra(context, property, values)
}

/** The value as ical.js reads it: one text, or the parts of a structured value. null when it cannot. */
function readValues(property: VcardLine, card: VcardCard): string[] | null {
  try {
    const [, , , ...read] = ICAL.parse.property(rewriteVcardLine(property, card.version), ICAL.design.vcard3)
    const parts = read.length === 1 && Array.isArray(read[0]) ? (read[0] as unknown[]) : read
    return parts.map((part) => restoreBackslashes(Array.isArray(part) ? part.join(' ') : String(part)).trim())
  } catch (error) {
    if (error instanceof Error && error.name === 'ParserError') return null
    throw error
  }
}

function setOnce(
  draft: PersonDraft,
  field: 'name' | 'role' | 'firm',
  property: VcardLine,
  value: string,
): void {
  if (draft[field] === '') draft[field] = value
  else if (draft[field] !== value) draft.extras.push({ heading: headingOfProperty(property.name), value })
}

function addExtra({ draft, labels }: CardContext, property: VcardLine, values: string[]): void {
  const heading = labels.get(property.group) ?? headingOfProperty(property.name)
  draft.extras.push({
    heading: heading.charAt(0).toUpperCase() + heading.slice(1),
    value: values.filter((value) => value !== '').join('; '),
  })
}

/** What our own export wrote beside what vCard has words for: JSON, which no vCard escape touches. */
function readOwn({ draft }: CardContext, { name, value }: VcardLine): void {
  draft.extras.push({ heading: headingOfProperty(name), value })
}

function readName({ draft }: CardContext, property: VcardLine, values: string[]): void {
  const [familyName = '', givenName = '', middleName = '', namePrefix = '', nameSuffix = ''] = values
  if (draft.familyName === '' && draft.givenName === '') {
    Object.assign(draft, { familyName, givenName, middleName, namePrefix, nameSuffix })
  } else {
    const other = [namePrefix, givenName, middleName, familyName, nameSuffix].filter((part) => part !== '')
    draft.alsoKnownAs.push(other.join(' '))
  }
  // Japanese readings stand beside the name; a Latin sort key says nothing new.
  const reading = (property.params.get('sort-as') ?? []).join(' ').replace(/[;,]+/g, ' ')
  if (/[^\p{Script=Latin}\p{Script=Common}]/u.test(reading)) draft.alsoKnownAs.push(reading)
}

function readAddress({ draft, country }: CardContext, _: VcardLine, values: string[], label: string): void {
  const [postBox = '', extra = '', street = '', city = '', region = '', postcode = '', land = ''] = values
  const address = formatAddress({ postBox, extra, street, city, region, postcode, country: land }, country)
  addContact(draft, 'address', address, label)
}

function readOrg({ draft }: CardContext, property: VcardLine, values: string[]): void {
  const [firm = '', ...departments] = values
  setOnce(draft, 'firm', property, firm)
  const department = departments.filter((part) => part !== '').join(', ')
  if (department !== '') draft.extras.push({ heading: 'Department', value: department })
}

function readBirthday({ draft, country }: CardContext, property: VcardLine, [value = '']: string[]): void {
  const birthday = parseBirthday(value, country)
  if (birthday !== null && draft.birthday === null) draft.birthday = birthday
  else if (birthday !== draft.birthday || birthday === null) {
    draft.extras.push({ heading: headingOfProperty(property.name), value })
  }
}

function readPhone({ draft }: CardContext, _: VcardLine, [value = '']: string[], label: string): void {
  if (/^sips?:/i.test(value)) addContact(draft, 'message', value, 'sip')
  else addContact(draft, 'phone', value.replace(/^tel:/i, ''), label)
}

/** "xmpp:anna@harbor.example" is the address and its network in one. */
function readMessage(
  { draft }: CardContext,
  property: VcardLine,
  [value = '']: string[],
  label: string,
): void {
  const network = /^([a-z][a-z0-9+.-]*):(.+)$/i.exec(value)
  const service = property.params.get('x-service-type')?.[0]
  addContact(draft, 'message', network?.[2] ?? value, service ?? network?.[1] ?? label)
}

/** An address as printed on a label; of use only when the card has no address in parts. */
function readLabel({ draft }: CardContext, _: VcardLine, [value = '']: string[], label: string): void {
  if (!draft.contacts.some((contact) => contact.kind === 'address'))
    addContact(draft, 'address', value, label)
}

/** Japanese phones keep the reading of a name in SOUND;X-IRMC-N; any other sound is noise. */
function readSound({ draft }: CardContext, property: VcardLine, [value = '']: string[]): void {
  const isReading = (property.params.get('type') ?? []).some((type) => /^x-irmc-n$/i.test(type))
  if (isReading) draft.alsoKnownAs.push(value.replace(/[;\s]+/g, ' ').trim())
}

/** Somebody who acts for this person, by name; whole cards are records of their own, addresses of cards say nothing. */
function readAgent(context: CardContext, property: VcardLine, values: string[]): void {
  if (!/^(?:<|cid:|[a-z]+:\/\/)/i.test(property.value)) addExtra(context, property, values)
}

function readAndroidCustom(context: CardContext, property: VcardLine, values: string[]): void {
  const nickname = ANDROID_NICKNAME.exec(property.value)
  if (nickname === null) addExtra(context, property, [values.join(';').replace(/;+$/, '')])
  else context.draft.alsoKnownAs.push(nickname[1] ?? '')
}
