// The headings address books write, as data: Google, Outlook, Thunderbird, Roundcube, Atomic CRM and plain English.

import type { ImportField } from '../../shared/rules/import-export/import-fields.ts'
import { foldText } from '../../shared/rules/people/fold-text.ts'

export interface Recognised {
  field: ImportField | null
  label: string
  group: string
}

type Rule = readonly [RegExp, ImportField | null, ((match: RegExpExecArray) => Partial<Recognised>)?]

const PLACE: Record<string, string> = {
  business: 'work',
  work: 'work',
  office: 'work',
  company: 'work',
  home: 'home',
  private: 'home',
  personal: 'home',
  other: 'other',
}

const ADDRESS_PART: readonly (readonly [RegExp, ImportField])[] = [
  [/^(?:formatted|address formatted)$/, 'address'],
  [
    /^(?:address |street )?(?:street|address|street address|address 1|address line 1|street 1|line 1)$/,
    'addressStreet',
  ],
  [
    /^(?:address |street )?(?:2|3|address [23]|street [23]|address line [23]|line [23]|extended address)$/,
    'addressExtra',
  ],
  [/^(?:address )?(?:po box|post office box|postbox)$/, 'addressPostBox'],
  [/^(?:address )?(?:city|town|locality|suburb)$/, 'addressCity'],
  [/^(?:address )?(?:state|region|province|county|state province|state or province)$/, 'addressRegion'],
  [/^(?:address )?(?:zip ?code|zip|postal code|postcode|post code|postal)$/, 'addressPostcode'],
  [/^(?:address )?(?:country|country region)$/, 'addressCountry'],
]

const RULES: readonly Rule[] = [
  // Names
  [
    /^(?:(?:full|display|contact|customer|client|person|lead) )?name$|^fn$|^customer$|^client$|^contact person$/,
    'name',
  ],
  [/^(?:first|given|fore) ?name$|^first$|^christian name$|^firstname$/, 'givenName'],
  [/^(?:middle|additional) ?names?$/, 'middleName'],
  [/^(?:last|family|sur) ?name$|^last$/, 'familyName'],
  [/^(?:name )?prefix$|^salutation$|^honorific$/, 'namePrefix'],
  [/^(?:name )?suffix$/, 'nameSuffix'],
  [/^nick ?name$|^nick$|^also known as$|^alias$|^screen name$|^short name$/, 'alsoKnownAs'],
  [
    /^(?:phonetic (?:first|last|given|family) name|(?:given|family) name (?:yomi|phonetic)|yomi name)$/,
    'alsoKnownAs',
  ],
  // Google's numbered pairs of type and value
  [
    /^(e mail|email|phone|address|website|im|relation|event|custom field|external id|calendar link|jot) (\d+) (?:type|label|service)$/,
    'contactLabel',
    ([, kind, number]) => ({ group: `${kind} ${number}` }),
  ],
  [/^(?:e mail|email) (\d+) value$/, 'email', ([, number]) => ({ group: `e mail ${number}` })],
  [/^phone (\d+) value$/, 'phone', ([, number]) => ({ group: `phone ${number}` })],
  [/^website (\d+) value$/, 'web', ([, number]) => ({ group: `website ${number}` })],
  [/^im (\d+) value$/, 'message', ([, number]) => ({ group: `im ${number}` })],
  [
    /^(relation|event|custom field|external id|calendar link|jot) (\d+) value$/,
    null,
    ([, kind, number]) => ({ group: `${kind} ${number}` }),
  ],
  [/^organi[sz]ation 1 type$|^organi[sz]ation type$/, 'ignore'],
  [/^organi[sz]ation(?: 1)? name$/, 'firm'],
  [/^organi[sz]ation(?: 1)? title$/, 'role'],
  [/^organi[sz]ation(?: 1)? department$/, 'department'],
  // Firm and role
  [
    /^company(?: name)?$|^firm$|^organi[sz]ation$|^business(?: name)?$|^employer$|^account(?: name)?$/,
    'firm',
  ],
  [/^job title$|^job position$|^role$|^position$|^occupation$|^function$/, 'role'],
  [/^department$/, 'department'],
  // Mail
  [
    /^(?:primary|main|secondary|e ?mail ?\d*|email)?(?: ?(?:e mail|email))(?: ?\d)?(?: address)?$|^mail$|^e ?mails?$|^e ?mail \d address$|^e ?mail \d$/,
    'email',
  ],
  [
    /^(work|business|office|home|private|personal|other) (?:e mail|email)(?: address)?(?: \d)?$/,
    'email',
    placeLabel,
  ],
  [/^(?:e mail|email)(?: address)? (work|business|office|home|private|personal|other)$/, 'email', placeLabel],
  // Phones
  [
    /^(?:(home|work|business|private|personal|other) )?(?:mobile|cell|cellular|cell phone|mobile phone|mobile number|handy)(?: (?:phone|number|no))?(?: \d)?$/,
    'phone',
    ([, place]) => ({ label: place === 'work' || place === 'business' ? 'work mobile' : 'mobile' }),
  ],
  [/^(?:phone |telephone |tel )(?:mobile|cell)$/, 'phone', () => ({ label: 'mobile' })],
  [
    /^(?:phone|telephone|tel|phone number|telephone number|contact number|phone no|number|landline)(?: \d)?$/,
    'phone',
  ],
  [
    /^(work|business|office|home|private|personal|other) (?:phone|telephone|tel|phone number)(?: \d)?$/,
    'phone',
    placeLabel,
  ],
  [
    /^(?:phone|telephone|tel) (work|business|office|home|private|personal|other)(?: \d)?$/,
    'phone',
    placeLabel,
  ],
  [
    /^(?:(home|work|business|other) )?fax(?: (?:number|phone))?$/,
    'phone',
    ([, place]) => ({ label: join(PLACE[place ?? ''], 'fax') }),
  ],
  [
    /^(primary|main|company main|car|radio|video|assistant s|callback|isdn|telex|tty tdd) (?:phone|number)$|^(callback|isdn|telex)$/,
    'phone',
    ([, one, two]) => ({ label: phoneLabel(one ?? two ?? '') }),
  ],
  [/^phone video$/, 'phone', () => ({ label: 'video' })],
  [/^pager(?: (?:number|phone))?$/, 'phone', () => ({ label: 'pager' })],
  // Web and messages
  [/^(?:web ?page|web ?site|url|home ?page|web|personal web page)(?: \d)?$/, 'web'],
  [
    /^(?:website|web) (blog|home page|homepage|other|profile|work|home)$/,
    'web',
    ([, label]) => ({ label: label ?? '' }),
  ],
  [
    /^(linkedin|facebook|instagram|twitter|x|xing|blog)(?: url| profile| page)?$/,
    'web',
    ([, label]) => ({ label: label ?? '' }),
  ],
  [/^im (aim|icq|jabber|msn|skype|yahoo)$/, 'message', ([, label]) => ({ label: label ?? '' })],
  [
    /^(aim|icq|jabber|msn|skype|yahoo|telegram|signal|whatsapp|line|wechat|matrix)(?: (?:id|name|number))?$/,
    'message',
    ([, label]) => ({ label: label ?? '' }),
  ],
  // Dates
  [/^birth ?day$|^date of birth$|^dob$|^birth ?date$/, 'birthday'],
  [/^birth year$/, 'birthYear'],
  [/^birth month$/, 'birthMonth'],
  [/^birth day of month$/, 'birthDay'],
  // Source, words, notes, tags
  [/^(?:lead |contact |customer )?source$|^origin$|^how did you (?:hear about us|find us)$/, 'source'],
  [
    /^found words$|^search(?:ed)? words$|^keywords? searched$|^what (?:did you|would you have) typed?(?: or asked?)?$/,
    'foundWords',
  ],
  [/^notes?$|^comments?$|^remarks?$|^background$|^description$|^memo$/, 'note'],
  [/^tags?$|^categor(?:y|ies)$|^labels?$|^groups?$|^group membership$/, 'tags'],
  // Our own exports alone: elsewhere "UID" is a counter, a VAT number, or one word for the whole list.
  [/^regulars uid(?: exact)?$/, 'uid'],
  // Our own report of people: computed from what happened, so nothing to take over
  [/^(?:standing|on focus list|last touch on|touches|next step on|created on)$/, 'ignore'],
  // Internals of the programs: ids, pictures, yes and no, sort keys
  [
    /^(?:id|contact id|company id|sales id|nb tasks|has newsletter|avatar|photo|picture|image|file as|initials|sensitivity|priority|private|directory server|internet free busy|e mail(?: \d)? type|e mail(?: \d)? display name|additional name yomi|yomi|organi[sz]ation 1 yomi name|organi[sz]ation 1 symbol)$/,
    'ignore',
  ],
]

/** What a heading means, or null when it is not known. Case, punctuation, accents and camelCase do not matter. */
export function recogniseHeading(heading: string): Recognised | null {
  const folded = foldHeading(heading)
  if (folded === '') return null
  for (const [pattern, field, more] of RULES) {
    const match = pattern.exec(folded)
    if (match !== null) return { field, label: '', group: '', ...more?.(match) }
  }
  return recogniseAddress(folded)
}

/** A heading as the rules see it: "E-mail 1 - Value" as "e mail 1 value", "firstName" as "first name". */
export function foldHeading(heading: string): string {
  return foldText(heading.slice(0, 200).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
}

function recogniseAddress(folded: string): Recognised | null {
  const numbered = /^address (\d+) (.+)$/.exec(folded)
  const placed =
    /^(?:(home|work|business|office|private|personal|other|mailing|postal|billing|shipping|delivery) )?(.+)$/.exec(
      folded,
    )
  const [place, part] = numbered ? [numbered[1], numbered[2]] : [placed?.[1], placed?.[2]]
  if (folded === 'postal code') return { field: 'addressPostcode', label: '', group: 'address' }
  const found = ADDRESS_PART.find(([pattern]) => pattern.test(part ?? ''))
  if (found === undefined) return null
  if (numbered) return { field: found[1], label: '', group: `address ${place}` }
  if (place === undefined && (part === '2' || part === '3')) return null
  const label = PLACE[place ?? ''] ?? place ?? ''
  return { field: found[1], label: label === 'other' ? '' : label, group: join('address', label) }
}

function placeLabel(match: RegExpExecArray): Partial<Recognised> {
  const label = PLACE[match[1] ?? ''] ?? ''
  return { label }
}

function phoneLabel(folded: string): string {
  if (folded === 'assistant s') return 'assistant'
  return folded === 'primary' || folded === 'company main' ? 'main' : folded
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}
