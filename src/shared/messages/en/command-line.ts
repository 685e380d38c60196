// Words of the command-line area: the usage, what was wrong with it, and the summary of each command.

export const commandLine = {
  usage: `Usage: regulars [COMMAND] [OPTIONS]

Without a command the window opens.

  import FILE…            read CSV or vCard files, all of them as one import
  import --undo ID        take an import back
  focus ID…               put people on the focus list [--why TEXT]
  call-sheet --pdf FILE   propose and print a week's sheet [--week 2026-W48] [--paper A4|Letter]
  enter --week 2026-W48 FILE   type a sheet back in, one line a row; - reads stdin
  export FOLDER           write everything as CSV and vCard files
  backup FOLDER           make a backup and check it
  restore FILE            go back to a backup; your file as it is now is set aside
  check [FILE]            check your file, or another one [--noted: you know what is missing]
  begin-empty             where your file is gone or damaged: set aside what is left, begin anew
  open-without-log        where a log of another file lies beside yours: set it aside, open yours
  demo                    fill an empty file with a sample shop

Options of every command:
  --data FOLDER           where the file is kept
  --today DATE            do as if it were this day, such as 2026-11-23
  --country XX            the country of phone numbers without one, such as US
  --json                  print the result for programs`,
  wrong: {
    command: 'There is no command “{{typed}}”.',
    option: 'There is no option “{{typed}}”.',
    optionOf: 'The option {{option}} does not belong to “{{command}}”.',
    optionAlone: 'The option {{option}} needs a command.',
    value: 'The option {{typed}} is not complete.',
    more: '“{{typed}}” is too much.',
    data: 'Say which folder --data is.',
    file: 'Say which file.',
    folder: 'Say which folder.',
    ids: 'Say who, by the numbers in report_people.',
    id: '“{{typed}}” is not a number of a row.',
    week: 'Say which week’s sheet: --week 2026-W48.',
    pdf: 'Say where the sheet goes: --pdf FILE.',
    country: '“{{typed}}” is not a country. Write two letters, such as US.',
  },
  imported: 'Import {{id}}: {{added}} added, {{merged}} merged, {{skipped}} skipped, {{rejected}} rejected.',
  line: '{{file}}, line {{line}}: {{reason}}',
  skips: '{{count}} skipped: {{reason}}',
  moreLines_one: '… and {{count}} line more.',
  moreLines_other: '… and {{count}} lines more.',
  takeBack: 'To take it back: import --undo {{id}}',
  tookBack:
    'Import {{id}} was taken back: {{removed}} removed, {{restored}} as they were before, {{kept}} kept.',
  kept: 'Kept {{name}} ({{id}}): {{reason}}',
  focus_one: '{{names}} joined the focus list, now {{onList}} of {{cap}}.',
  focus_other: '{{count}} people joined the focus list, now {{onList}} of {{cap}}: {{names}}.',
  sheet_one: 'Week {{week}}: {{rows}} rows on {{count}} page, in {{file}}',
  sheet_other: 'Week {{week}}: {{rows}} rows on {{count}} pages, in {{file}}',
  stdin: 'stdin',
  column: '{{file}}, line {{line}}, column {{column}}: {{reason}}',
  nothingEntered_one: 'Nothing was saved: {{count}} line cannot be read.',
  nothingEntered_other: 'Nothing was saved: {{count}} lines cannot be read.',
  entered:
    'Week {{week}}: {{touches}} touches, {{attempts}} tries, {{corrected}} corrected, {{decided}} decided.',
  enteredNew: 'New: {{names}}',
  enteredKnown: 'Here already: {{names}}',
  leftOpen: 'Left open in line {{line}}, {{name}}: {{asks}}',
  stillBlank_one: '{{count}} row is still blank: {{names}}',
  stillBlank_other: '{{count}} rows are still blank: {{names}}',
  exportInDoubt_one:
    'One entry in it was changed on the disk, and not by you. “in-doubt.csv” says which. Look at it in the window under Backup.',
  exportInDoubt_other:
    '{{count}} entries in it were changed on the disk, and not by you. “in-doubt.csv” says which. Look at them in the window under Backup.',
  exported_one: 'Exported {{count}} person into {{folder}}:',
  exported_other: 'Exported {{count}} people into {{folder}}:',
  backedUp: 'Backed up and checked: {{file}} ({{people}} people, {{touches}} touches, {{bytes}} bytes)',
  restored: 'Restored {{file}}: {{people}} people, {{touches}} touches, last change {{changed}}',
  restoredOver: 'It was: {{people}} people, {{touches}} touches, last change {{changed}}',
  setAside: 'Your file as it was is in {{folder}}',
  good: '{{file}} is good: {{people}} people, {{touches}} touches, change {{changeNumber}}, content {{contentHash}}',
  notGood: '{{file}} is not good.',
  opened_one: '{{file}} is open: {{count}} person.',
  opened_other: '{{file}} is open: {{count}} people.',
  missingNoted: 'When you know of it: check --noted',
  ways: {
    beginEmpty: 'To go on: restore FILE, or begin-empty',
    withoutLog: 'To go on: restore FILE, or open-without-log',
  },
  demo: 'The sample shop is in: {{people}} people.',
}
