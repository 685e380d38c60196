// Words of the import and export area.

export const importExport = {
  imported_one: 'Imported {{count}} person',
  imported_other: 'Imported {{count}} people',
  importedMerged_one: 'Imported more about {{count}} person',
  importedMerged_other: 'Imported more about {{count}} people',
  importedNobody: 'Imported nobody new',
  takenBack_zero: 'Took the import back',
  takenBack_one: 'Took the import back, {{count}} person with it',
  takenBack_other: 'Took the import back, {{count}} people with it',

  /** What became of a record, and the lines of a note that keep what has no other place. */
  merge: {
    suppressed: 'Erased for good before, so not taken again',
    inBin: 'In the bin; bring them back from there',
    identical: 'The same line was imported before',
    nothingNew: 'Here already, with nothing new',
    empty: 'Empty',
    firmLine: 'Firm: {{value}}',
    roleLine: 'Role: {{value}}',
    birthdayLine: 'Birthday: {{value}}',
    sourceLine: 'Source: {{value}}',
    foundWordsLine: 'Words that found us: {{value}}',
    tagsLine: 'Tags: {{value}}',
  },

  /** Why somebody stayed when an import was taken back. */
  takeBack: {
    changed: 'changed since the import',
    partChanged: 'some of what was filled in was changed since',
    hasTouches: 'has touches',
    hasJobs: 'has jobs',
    onFocusList: 'is or was on the focus list',
    hasNextSteps: 'has a next step',
    hasReferrals: 'has asks or referrals',
    onCallSheet: 'is on a call sheet',
    hasMore: 'has more recorded since',
  },

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
