// The words vCards hang on a phone, mail or address, as the label an owner would write.
import type { VcardLine } from './parse-vcard-line.ts'

/** Types that say nothing a person would want to read. */
const SILENT = new Set([
  'voice',
  'pref',
  'internet',
  'text',
  'textphone',
  'msg',
  'dom',
  'intl',
  'postal',
  'parcel',
  'x400',
  'personal',
  'individual',
  'uri',
])
const RENAMED = new Map([
  ['cell', 'mobile'],
  ['business', 'work'],
])
/** Apple's own labels stand between these signs. */
const APPLE_LABEL = /^_\$!<(.*)>!\$_$/

/** The label of a contact: the label of its group where it has one, else its types. */
export function labelOf(property: VcardLine, groupLabels: Map<string, string>): string {
  const grouped = property.group === '' ? undefined : groupLabels.get(property.group)
  if (grouped !== undefined && grouped !== '') return grouped
  const types = (property.params.get('type') ?? [])
    .map((type) => type.toLowerCase().replace(/^x-/, '').trim())
    .map((type) => RENAMED.get(type) ?? type)
    .filter((type) => type !== '' && !SILENT.has(type) && !/^pref=/.test(type))
  const places = types.filter((type) => type === 'home' || type === 'work')
  const rest = types.filter((type) => type !== 'home' && type !== 'work')
  return [...new Set([...places, ...rest])].join(' ')
}

/** The labels of a card's groups, from their X-ABLabel lines. */
export function readGroupLabels(properties: VcardLine[]): Map<string, string> {
  const labels = new Map<string, string>()
  for (const property of properties) {
    if (property.name !== 'x-ablabel' || property.group === '') continue
    labels.set(property.group, property.value.replace(APPLE_LABEL, '$1').toLowerCase())
  }
  return labels
}

const HEADINGS: Record<string, string> = {
  bday: 'Birthday',
  org: 'Company',
  tz: 'Time zone',
  lang: 'Language',
  geo: 'Location',
}

/** A property's name as a heading: "X-SPOUSE" as "Spouse". */
export function headingOfProperty(name: string): string {
  if (Object.hasOwn(HEADINGS, name)) return HEADINGS[name] ?? ''
  const words = name
    .replace(/^x-(?:ab|ms-|evolution-)?/, '')
    .replaceAll('-', ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
