// Words of the import and export area.

export const importExport = {
  /** Why a record of a file was not taken, or what to know about one that was. */
  parse: {
    nobody: 'There is no name, no firm and no way to reach anybody in it.',
    cardNotClosed: 'The card has no end (END:VCARD is missing).',
    unclosedQuote: 'A quotation mark is opened here and never closed.',
    recordTooLong: 'The row is far too long to be one person.',
    valueCut: 'A value was cut to {{longest}} characters: “{{start}}…”',
    contactsCut: 'Only the first {{most}} ways to reach this person were taken.',
    oddLine: 'This line was left out, it could not be read: “{{start}}”',
    oddBytes: 'Some letters here may be wrong: the line is in another encoding than the rest.',
  },
}
