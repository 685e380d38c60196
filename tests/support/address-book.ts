// A telephone's address book as it exports one, in a single vCard file: names alike, firms, notes, birthdays; nobody real.
import { makeRandom } from './random.ts'
import { familyNames, firmKinds, firmWords, givenNames, noteParts } from './seed-words.ts'

const escapeText = (text: string) => text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')

/** The file's text: version 3.0 with labels in groups and line ends of CR LF, as iPhones write it. */
export function makeAddressBook(people: number, seed = 1): string {
  const random = makeRandom(seed)
  const cards = Array.from({ length: people }, (_, index) => {
    const given = random.pick(givenNames)
    const family = random.pick(familyNames)
    const lines = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'PRODID:-//Apple Inc.//iPhone OS 17.6.1//EN',
      `N:${escapeText(family)};${escapeText(given)};;;`,
      `FN:${escapeText(`${given} ${family}`)}`,
    ]
    if (random.chance(0.2)) {
      lines.push(`ORG:${escapeText(`${random.pick(firmWords)} ${random.pick(firmKinds)}`)};`)
      if (random.chance(0.5)) lines.push(`TITLE:${random.pick(['Manager', 'Owner', 'Buyer', 'Office'])}`)
    }
    const number = `(415) 555-${String(index).padStart(4, '0')}`
    lines.push(`TEL;type=CELL;type=VOICE;type=pref:${number}`)
    if (random.chance(0.4)) lines.push(`EMAIL;type=INTERNET;type=pref:p${index}@mail.example`)
    if (random.chance(0.2)) {
      lines.push('item1.ADR;type=HOME:;;12 Oak Street;Alameda;CA;94501;United States')
      lines.push('item1.X-ABADR:us')
    }
    if (random.chance(0.15)) {
      const [month, day] = [1 + random.below(12), 1 + random.below(28)].map((part) =>
        String(part).padStart(2, '0'),
      )
      lines.push(`BDAY;value=date:${1950 + random.below(55)}-${month}-${day}`)
    }
    if (random.chance(0.06)) {
      const { starts, things, ends } = noteParts
      lines.push(`NOTE:${escapeText(`${random.pick(starts)} ${random.pick(things)} ${random.pick(ends)}`)}`)
    }
    return [...lines, 'END:VCARD', ''].join('\r\n')
  })
  return cards.join('')
}
