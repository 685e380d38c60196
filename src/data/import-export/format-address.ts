// The parts of an address as the lines people write on an envelope.

export interface AddressParts {
  postBox: string
  extra: string
  street: string
  city: string
  region: string
  postcode: string
  country: string
}

const POSTCODE_LAST = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN', 'ZA', 'PH', 'SG'])

/** The lines of an address, parted by \n; the postcode stands where `country` (the shop's, ISO 3166) writes it. */
export function formatAddress(parts: AddressParts, country: string): string {
  const place = POSTCODE_LAST.has(country)
    ? joinWords(', ', [parts.city, joinWords(' ', [parts.region, parts.postcode])])
    : joinWords(', ', [joinWords(' ', [parts.postcode, parts.city]), parts.region])
  return joinWords('\n', [parts.street, parts.extra, parts.postBox, place, parts.country])
}

function joinWords(separator: string, words: string[]): string {
  return words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join(separator)
}
