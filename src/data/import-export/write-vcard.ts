// One person as a vCard 3.0 card: the version phones, Outlook and Google read best.
import ICAL, { type JcardProperty } from 'ical.js'

export interface CardPerson {
  uid: string
  /** '' for someone known only by their firm. */
  name: string
  givenName: string
  familyName: string
  alsoKnownAs: string
  firm: string
  role: string
  birthday: string | null
  note: string
  /** With ", " between. */
  labels: string
  /** As the file keeps it: null, or the day. */
  neverContactOn: string | null
  neverContactReason: string
  /** '' where the day is not known. */
  diedOn: string | null
  consents: [channel: string, answer: string, saidOn: string, how: string][]
  fields: [label: string, value: string][]
  contacts: { kind: 'phone' | 'email' | 'address' | 'web' | 'message'; value: string; label: string }[]
}

/** Labels that programs know as types; any other is written as Apple and Google write an owner's own label. */
const knownTypes = new Set([
  'home',
  'work',
  'cell',
  'fax',
  'pager',
  'car',
  'main',
  'video',
  'isdn',
  'bbs',
  'modem',
])

/** The card with CRLF line ends, the last line included. */
export function writeCard(person: CardPerson): string {
  const { givenName, familyName } = person
  const shown = person.name || person.firm
  const hasParts = givenName !== '' || familyName !== ''
  const properties: JcardProperty[] = [
    text('version', '3.0'),
    text('uid', person.uid),
    text('fn', shown),
    // A name is required; without its parts the whole stands where programs show the given name.
    [
      'n',
      {},
      'text',
      (hasParts ? [familyName, givenName, '', '', ''] : ['', person.name, '', '', '']).map(clean),
    ],
  ]
  if (person.alsoKnownAs !== '') properties.push(text('nickname', person.alsoKnownAs))
  if (person.firm !== '') properties.push(['org', {}, 'text', [clean(person.firm)]])
  if (person.role !== '') properties.push(text('title', person.role))
  if (person.birthday !== null) properties.push(birthday(person.birthday))
  for (const [index, contact] of person.contacts.entries())
    properties.push(...writeContact(contact, index + 1))
  if (person.note !== '') properties.push(text('note', person.note))
  if (person.labels !== '') properties.push(['categories', {}, 'text', ...clean(person.labels).split(', ')])
  properties.push(...writeWishes(person))
  return `${ICAL.stringify.component(['vcard', properties, []])}\r\n`
}

/** What vCard has no words for, in properties of our own: read back, whoever wants no contact still wants none. */
function writeWishes(person: CardPerson): JcardProperty[] {
  const { neverContactOn, neverContactReason, diedOn, consents, fields } = person
  const own = (name: string, values: readonly string[]): JcardProperty => [
    `x-regulars-${name}`,
    {},
    'unknown',
    JSON.stringify(values.map(clean)),
  ]
  return [
    ...(neverContactOn === null ? [] : [own('never-contact', [neverContactOn, neverContactReason])]),
    ...(diedOn === null ? [] : [own('died', [diedOn])]),
    ...consents.map((consent) => own('consent', consent)),
    ...fields.map((field) => own('file-field', field)),
  ]
}

/** Whatever some program takes for a line end is one, and no other control comes through. */
function clean(value: string): string {
  return value.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replaceAll(/(?![\n\t])\p{Cc}/gu, '')
}

/** A value that ical.js writes as it is: a line end in it would begin a new property. */
function escapeRaw(value: string): string {
  return clean(value).replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}

/** A parameter has no escape that all programs know. */
function flatten(value: string): string {
  return clean(value)
    .replaceAll(/[\n\t"^]+/g, ' ')
    .trim()
}

function text(name: string, value: string): JcardProperty {
  return [name, {}, 'text', clean(value)]
}

/** Without a year: as Apple writes it, for vCard 3.0 has no such day. */
function birthday(day: string): JcardProperty {
  if (!day.startsWith('--')) return ['bday', {}, 'date-time', day]
  return ['bday', { 'x-apple-omit-year': '1604' }, 'date-time', `1604-${day.slice(2)}`]
}

function writeContact(contact: CardPerson['contacts'][number], number: number): JcardProperty[] {
  const { value } = contact
  if (contact.kind === 'message') {
    const service = flatten(contact.label) || 'other'
    return [['impp', { 'x-service-type': service }, 'unknown', `x-apple:${escapeRaw(value)}`]]
  }
  const words = contact.label === '' ? [] : contact.label.split(' ')
  const types = words.map((word) => (word === 'mobile' ? 'cell' : word))
  const isKnown = types.every((type) => knownTypes.has(type))
  const parameters: Record<string, string | string[]> = isKnown
    ? types.length > 0
      ? { type: types }
      : {}
    : { group: `item${number}` }
  const properties = [makeContact(contact.kind, parameters, value)]
  if (!isKnown)
    properties.push(['x-ablabel', { group: `item${number}` }, 'unknown', escapeRaw(contact.label)])
  return properties
}

function makeContact(
  kind: 'phone' | 'email' | 'address' | 'web',
  parameters: Record<string, string | string[]>,
  value: string,
): JcardProperty {
  switch (kind) {
    case 'phone':
      return ['tel', parameters, 'phone-number', escapeRaw(value)]
    case 'email':
      return ['email', parameters, 'text', clean(value)]
    case 'web':
      return ['url', parameters, 'uri', escapeRaw(value)]
    case 'address':
      return ['adr', parameters, 'text', ['', '', clean(value), '', '', '', '']]
  }
}
