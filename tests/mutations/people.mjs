// People, their records, firms and households; two who turn out to be one; the bin; erasing.

const records = ['tests/data/people']
const duplicates = ['tests/data/duplicates']

export const people = [
  {
    file: 'src/data/people/people.ts',
    tests: records,
    changes: [
      ['  if (before) return before\n  if (!input.anyway)', '  if (!input.anyway)'],
      ['if (!input.anyway) await refuseErased', 'if (input.anyway) await refuseErased'],
      ["if (name === '' && firmName === '') throw", "if (name === '' || firmName === '') throw"],
      [
        'if (before.firm_id !== null && before.firm_id !== firmId) await dropFirmIfEmpty',
        'if (before.firm_id === 0) await dropFirmIfEmpty',
      ],
      [
        '  if (changes.isPrivate) await closePursuit',
        '  if (changes.isPrivate === false) await closePursuit',
      ],
      ['given_name: keepPart(before.given_name, name)', 'given_name: before.given_name'],
      ["      .where('person_id', '=', input.personId)\n", ''],
      ["    .where('person_id', 'is not', null)\n    .returning", '    .returning'],
      [
        'if (last?.answer === answer && last.saidOn === said.saidOn && last.how === said.how) return {}',
        'if (last?.answer === answer) return {}',
      ],
      [
        "    .orderBy('said_on')\n    .orderBy('id')\n    .execute()\n  return [...new Map",
        "    .orderBy('said_on', 'desc')\n    .orderBy('id')\n    .execute()\n  return [...new Map",
      ],
      ['sort_name: makeSortName(name || firmName)', 'sort_name: makeSortName(name)'],
      ['    await stopContact(db, input.id, input.reason.trim(), context.clock.today())\n', ''],
      [
        'left: membership ? null : await readLeft(db, id)',
        'left: await readLeft(db, id)',
        {
          changesNothing:
            'who is on the list has an open pursuit, and whoever left has none with a day after it',
        },
      ],
    ],
  },
  {
    file: 'src/data/people/bin.ts',
    tests: ['tests/data/people', 'tests/data/app'],
    changes: [
      ['const binDays = 30', 'const binDays = 29'],
      ['deleted_at IS NOT NULL AND deleted_at < ?', 'deleted_at IS NOT NULL'],
      ['  writeRowHashes(sqlite, changed)\n', '\n'],
      ['  forgetImagesOf(sqlite, changed, going)\n', '\n'],
      ['(image === null || !hangsOn(table, image))', 'true'],
      ["'DELETE FROM row_images WHERE command_id <= ?'", "'DELETE FROM row_images WHERE command_id < ?'"],
      ['if (day !== null) refreshAllStandings(sqlite, day)', ''],
      ['  raiseChangeNumber(sqlite)\n}', '}'],
      ["if (moved.numUpdatedRows === 0n) throw new AppError('not-found')", ''],
      [
        'const isParked = await parkIfFull(db, id, noRoom, context)',
        'const isParked = false',
        { tests: ['tests/data/people', 'tests/data/focus-list'] },
      ],
      ["json_remove(written, '$.filled', '$.note')", 'written'],
      ['sqlite.prepare("DELETE FROM drafts WHERE key = \'log-box:\' || ?").run(String(id))', ''],
    ],
  },
  {
    file: 'src/data/people/erase-person.ts',
    tests: ['tests/data/people'],
    changes: [
      ['UNION SELECT gone_uid FROM merged_people WHERE person_id = :id ', ''],
      ["...person.alsoKnownAs.split(', ').filter((name) => name !== '')]", ']'],
      ['        ...keepCredit(sqlite, id),\n', ''],
      ['(firmGoes(sqlite, person) ? [person.firm] : [])', '[]'],
      ['      forgetCommands(sqlite, words)\n', ''],
      ['if (word !== calledAs(person)) continue', 'continue'],
      ['refreshStandings(sqlite, named, clock.today())', ''],
      ['facts.used === 0 && (', '('],
      ["if (firmKind === 'household' || name === '') return true", "if (name === '') return true"],
      ['word.length > 3', 'word.length > 30'],
    ],
  },
  {
    file: 'src/data/people/find-people.ts',
    tests: ['tests/data/people', 'tests/data/engine/query-plans.test.ts'],
    changes: [
      ['if (ids.size >= most) return true\n    ids.add(id)', 'ids.add(id)'],
      ['return (id) => hidden.has(id) === isPrivate', 'return () => true'],
      ['return looked === mostNotes', 'return false'],
      ['belonging.has(id)', '!belonging.has(id)'],
      ["'summary.last_touch_on DESC, p.id DESC'", "'summary.last_touch_on, p.id DESC'"],
      ['summary.next_step_on NULLS LAST', 'summary.next_step_on'],
      ['if (found.length > fewFound) return null', 'if (found.length > fewFound) return found'],
      ['LIMIT ${fewFound + 1}`', 'LIMIT ${fewFound}`'],
      ['AND people_search MATCH ?`', 'AND people_search MATCH ? LIMIT 1`'],
    ],
  },
  {
    file: 'src/data/people/people-filters.ts',
    tests: ['tests/data/people/people-filters.test.ts'],
    changes: [
      ['summary.last_touch_on >= :days30', 'summary.last_touch_on > :days30'],
      ["overdue: 'summary.next_step_on < :today'", "overdue: 'summary.next_step_on <= :today'"],
      ['u.revisit_on <= :ahead30', 'u.revisit_on < :ahead30'],
      ['(firstDayOfWeek + 6 - weekdayOf(today)) % 7', '(7 - weekdayOf(today)) % 7'],
      ['(l.closed_on, l.id) > (u.closed_on, u.id)', 'l.closed_on > u.closed_on'],
      ["later: 'summary.next_step_on > :weekEnd'", "later: 'summary.next_step_on >= :weekEnd'"],
    ],
  },
  {
    file: 'src/data/records/firms.ts',
    tests: records,
    changes: [
      ["    .where('note', '=', '')\n", ''],
      ["whereRef('jobs.firm_id', '=', 'firms.id')", "whereRef('jobs.firm_id', '<>', 'firms.id')"],
      ['found.find((firm) => firm.name === trimmed) : found[0]', 'found[0] : found[0]'],
      ["      .where('name', '=', '')\n", ''],
      ["if (name === '') throw new AppError('firm-needs-name')", ''],
    ],
  },
  {
    file: 'src/data/records/households.ts',
    tests: ['tests/data/people', 'tests/data/import-export'],
    changes: [
      ['!decided.has(`${Math.min(one.id, other.id)} ${Math.max(one.id, other.id)}`)', 'true'],
      ['one.sortName !== other.sortName &&', ''],
      ['people.length > mostUnderOnePhone ? []', 'people.length > 80 ? []'],
      ['(one.firmId === null || one.firmId !== other.firmId) &&', ''],
      ['const free = people.filter((person) => person.firmId === null)', 'const free = people'],
    ],
  },
  {
    file: 'src/data/records/find-namesake.ts',
    tests: ['tests/data/type-back', 'tests/data/records'],
    changes: [
      ['return same.length === 1 ? same[0]!.id : null', 'return same[0]?.id ?? null'],
      ["if (!name.includes(' ')) return null", ''],
      ['.where(sql<boolean>`is_private = 0`)', ''],
      ['foldText(person.name) === foldText(name)', 'person.name !== name'],
    ],
  },
  {
    file: 'src/data/records/suppressions.ts',
    tests: ['tests/data/people/erase-person.test.ts', 'tests/data/import-export/import.test.ts'],
    changes: [
      ['keys.push(`phone:${normalised}:${nameKey}`)', 'keys.push(`phone:${normalised}`)'],
      ['if (keys.length === 0) keys.push(`name:${nameKey}`)', 'keys.push(`name:${nameKey}`)'],
      ['    ...hashPersonKeys({ nameKey, contacts: [], uid: null }),\n', ''],
    ],
  },
  {
    file: 'src/data/duplicates/duplicates.ts',
    tests: duplicates,
    changes: [
      ['if (people.length > mostAlike) return', ''],
      ['apart.has(key) ? null : reasonOf(one, other)', 'reasonOf(one, other)'],
      ['if (known?.state !== now) {', 'if (known === undefined) {'],
      ['shared.length < shortestPhone) continue', 'shared.length < 0) continue'],
      ["(one.name === '') === (other.name === '')", 'true'],
      ["decision IN ('not the same', 'household')", "decision IN ('not the same')"],
      ['after = end\n', "after = '\\u{10ffff}'\n"],
      ['after += readSize', 'after += last'],
      ['person_id: Math.min(personId, otherId)', 'person_id: personId'],
      ['other_id: Math.max(personId, otherId)', 'other_id: otherId'],
    ],
  },
]
