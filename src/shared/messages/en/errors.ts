// One sentence for each error code: what happened, and what to do.

export const errors = {
  'bad-input': 'That could not be read: {{problem}}.',
  'day-far-off': 'That day is too far away. Write one of the years 1900 to 2199.',
  'text-too-long': 'That is too long to keep. Write at most {{most}} characters; a note holds more.',
  'not-found': 'That is no longer there. It may have been removed.',
  'in-bin': '{{name}} is in the bin. Bring them back first.',
  'person-not-found': 'There is nobody with the number {{id}}.',
  'unknown-call': 'This version of Regulars cannot do that.',
  'unknown-outcome': 'It is not certain that this was saved. Look at what is shown now before you repeat it.',
  'unknown-file': 'Choose the file again.',
  'foreign-sender': 'This was not asked for from inside Regulars, so nothing was done.',
  unexpected: 'Something went wrong that Regulars did not expect. Nothing was saved by this step.',
  'data-file-busy': 'This file is open in another Regulars. Close that one, then try again.',
  'data-file-foreign':
    'The file {{file}} was not made by Regulars, so it was left as it is. Choose another folder.',
  'data-file-newer':
    'The file {{file}} was last used by a newer Regulars. Install that version; this one left the file as it is.',
  'data-file-missing':
    'The file {{file}} is not there, though a shop was kept here. Go back to your last backup, or begin with an empty shop: what is left here is set aside, not thrown away.',
  'data-file-empty':
    'The file {{file}} is there and holds nothing. Go back to your last backup, or begin with an empty shop: the file is set aside, not thrown away.',
  'data-file-other-log':
    'Beside {{file}} lies a log of changes that belongs to another file, as when a backup was copied here by hand. Nothing was read from it. Go back to a backup, or open your file without the log: both are set aside, not thrown away.',
  'data-file-damaged': 'The file {{file}} is damaged. Keep it, and go back to your last backup.',
  'data-folder-unusable':
    'Regulars cannot keep its file in {{folder}}. Choose a folder on this computer that you may write to.',
  'file-read-only':
    'This was not saved: Regulars may not write to {{folder}}. Allow writing there, then try again.',
  'storage-stopped':
    'The part of Regulars that keeps your file stopped several times. Start it again; if it stops again, go back to your last backup.',
  'migration-failed': 'The file {{file}} could not be brought to this version. It was left as it was.',
  'disk-full': 'The disk is full, so this was not saved. Make some room, then try again.',
  'nothing-to-undo': 'There is nothing left to undo.',
  'nothing-to-redo': 'There is nothing to redo.',
  'person-needs-name': 'Write a name or a firm, so that you know who this is.',
  'firm-needs-name': 'Write a name for it.',
  'place-needs-name': 'Write a name for the place.',
  'place-here-already': '{{name}} is among your places already. Open that one, or write another name.',
  'goes-there-already': '{{name}} is among those who go to {{place}} already.',
  'occasion-over': '{{on, day}} is over. Choose today or a day to come.',
  'visit-ahead':
    '{{on, day}} has not come yet. Make it the next occasion, and log the visit when you have been there.',
  'text-needs-name': 'Write a name for the text, so that you find it again.',
  'text-needs-words': 'Write the text itself. It may be short.',
  'no-program':
    'No program on this computer opened for that. Choose one in the computer’s settings, or copy the words over.',
  'focus-list-full': 'Your focus list is full: {{count}} of {{cap}}. Choose who leaves.',
  'already-on-focus-list': '{{name}} is on the focus list already.',
  'not-now-needs-reason': 'Say why {{name}} has to wait. It is what you will read when they come back.',
  'not-on-focus-list': '{{name}} is not on the focus list.',
  'park-needs-day': 'Choose the day {{name}} comes back to you.',
  'day-not-ahead': '{{on, day}} is not a day ahead. Choose one after today.',
  'not-parked': '{{name}} is not parked.',
  'do-not-contact': '{{name}} is not to be contacted.',
  'named-themselves': '{{name}} cannot have named themselves. Choose somebody else.',
  'merge-with-themselves': 'That is {{name}} already. Choose somebody else.',
  'was-erased':
    'Somebody with this name, phone or mail was erased and should not come back unasked. Add them if they came to you again.',
  'focus-private': '{{name}} is private and stays off lists and paper.',
  'bad-date': '“{{typed}}” is not a date. Write it like 2026-11-23.',
  'future-date': '{{on, day}} has not come yet. Log what happened, and make a next step of what will happen.',
  'said-in-future': '{{on, day}} has not come yet. Write the day it was said.',
  'closed-ends-early': 'The last closed day, {{to, day}}, comes before the first, {{from, day}}.',
  'window-ends-early': 'That ends on {{to, day}}, before it starts on {{from, day}}.',
  'window-over-year': 'A time that comes back every year is shorter than a year. Choose an earlier last day.',
  'step-day-past': '{{on, day}} is past. Choose today or a later day.',
  'bad-week': '“{{typed}}” is not a week. Write it like 2026-W48.',
  'bad-paper': '“{{typed}}” is not a paper Regulars knows. Choose A4 or Letter.',
  'no-letter-prints':
    'Nothing was printed: nobody this was for may be written to any more. Their page says why.',
  'sheet-empty':
    'There is nobody to put on the sheet yet. Put people on your focus list, or add them to the sheet by hand.',
  'sheet-section-full':
    'This part of the sheet holds {{most}} and is full. Take somebody off it first, or put them on next week.',
  'sheet-not-found': 'There is no sheet for week {{week}} yet.',
  'sheet-lines-wrong':
    'Nothing was saved: line {{line}} cannot be read. Mend it, then save all lines at once.',
  'sheet-nothing-typed': 'There is no line to save yet. Write one line for each row of the sheet.',
  'no-printer': 'No printer was found. Save the sheet as a PDF instead, and print it where there is one.',
  'print-failed':
    'The printer did not take the sheet. Check that it is on and has paper, or save the sheet as a PDF.',
  'pdf-failed': 'The PDF could not be written. Choose another folder and try again.',
  'backup-target-unusable':
    'The backup could not be written to {{folder}}. Check that it is there and has room, then try again.',
  'backup-in-data-folder':
    'That folder holds your data file. Choose another one, best on a stick or a second disk.',
  'backup-mismatch':
    'The copy did not match your file, so it was not kept. Try again, best on another stick.',
  'check-failed': 'The file did not pass its checks.',
  'restore-same-file': 'That is the file you are working in. Choose a backup of it.',
  'restore-foreign': '{{file}} was not made by Regulars, so nothing was changed. Choose a backup.',
  'restore-newer':
    '{{file}} was made by a newer Regulars, so nothing was changed. Install that version, then restore it.',
  'rows-damaged':
    'Something here was changed on the disk, and not by you. Look at it under Backup: there you see what it says now and what a backup has.',
  'restore-damaged': '{{file}} did not pass its checks, so nothing was changed. Choose another backup.',
  'restore-failed': 'The backup could not be put in place. Your file is as it was.',
  'outcome-to-many':
    'What came of it is different for each of them. Log it without, then write it on each person’s page.',
  'export-target-unusable':
    'The export could not be written to {{folder}}. Check that it is there and has room, then try again.',
  'file-not-empty':
    'There are people in this file already, so the sample shop was not put into it. Use --data with an empty folder.',
  'file-unreadable': 'The file {{file}} could not be opened. Check that it is there, then try again.',
  'import-not-found': 'There is no import {{id}}.',
  'import-already-undone': 'Import {{id}} was taken back already.',
  'import-not-text': '{{file}} is not a list of people. Save it as CSV or vCard and try again.',
  'import-empty': '{{file}} is empty.',
  'import-no-card': '{{file}} holds no contacts.',
  'import-cut-off': '{{file}} stops in the middle of a contact, on line {{line}}. Export it again.',
  'import-unknown-columns': 'Say what the columns of {{file}} are.',
  'import-too-big': '{{file}} is too big to read at once. Split it into smaller files.',
}
