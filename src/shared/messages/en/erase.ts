// Words about erasing somebody for good: what goes, what stays, and where they stay all the same.

export const erase = {
  open: 'Erase for good…',
  openWho: 'Erase {{name}} for good…',
  title: 'Erase {{name}} for good?',
  /** In words the program wrote for others, in the place of the name. */
  someone: 'someone',
  goes: 'This deletes everything you keep of them: their page, {{what}}, what the search found of them, words not saved yet, and what Undo kept.',
  goesPlain:
    'This deletes everything you keep of them: their page, what the search found of them, words not saved yet, and what Undo kept.',
  touches_one: '{{count}} touch',
  touches_other: '{{count}} touches',
  jobs_one: '{{count}} job',
  jobs_other: '{{count}} jobs',
  nextSteps_one: '{{count}} next step',
  nextSteps_other: '{{count}} next steps',
  noUndo: 'It cannot be undone. Undo also forgets what you did before the last change to them.',
  keys: 'A mark without their name stays, so that no import brings them back.',
  counts: 'The sums of past imports stay as they are.',
  namedBy: 'Whoever named them keeps the credit, without the name.',
  words: 'Words you wrote about them on other people’s pages stay. Search for their name to find those.',
  backups_one:
    'Your backup made before now still holds them. Delete it, or make a new one and keep only that.',
  backups_other:
    'Your {{count}} backups made before now still hold them. Delete those, or make a new one and keep only that.',
  noBackups: 'Exports and copies you made of the file before now still hold them.',
  sheets_one: '{{count}} printed sheet still names them. Its row is no longer known here.',
  sheets_other: '{{count}} printed sheets still name them. Their rows are no longer known here.',
  sure: 'I want them gone for good',
  cancel: 'Keep them',
  confirm: 'Erase for good',
  done: 'Erased for good. Older backups, exports and printed sheets may still hold them.',
  anyway: 'Add them all the same',
}
