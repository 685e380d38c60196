// Rules: pure functions, tested at their edges.

export const rules = [
  {
    file: 'src/shared/rules/today/spread-promises.ts',
    tests: ['tests/unit/today'],
    changes: [
      [
        'day.booked + day.taken < best.booked + best.taken',
        'day.booked + day.taken <= best.booked + best.taken',
      ],
      ['daysBetween(first!, on) < spreadDays', 'daysBetween(first!, on) <= spreadDays'],
      ['(on === today ? seenToday : 0)', '0'],
      ['Number(b.promised) - Number(a.promised) ||', ''],
      ['isOpenOn(today, shop) ? today : findNextOpenDay(today, shop)', 'findNextOpenDay(today, shop)'],
      ['findLightest(days).taken += 1', 'days[0]!.taken += 1'],
      ['const free = room.capacity - day.booked', 'const free = room.capacity'],
    ],
  },
  {
    file: 'src/shared/rules/days/closed-days.ts',
    tests: ['tests/unit/days'],
    changes: [
      ['period.from > counted ? dayBefore(period.from) : counted', 'dayBefore(period.from)'],
      ['period.to < to ? period.to : to', 'period.to'],
      ['    counted = last\n', ''],
      ['period.from <= day && day <= period.to)', 'period.from <= day && day < period.to)'],
      ['[...closed].sort((a, b) => (a.from < b.from ? -1 : 1))', 'closed'],
    ],
  },
  {
    file: 'src/shared/rules/days/parse-day.ts',
    tests: ['tests/unit/days'],
    changes: [
      ['(weekday - weekdayOf(today) + 7) % 7 || 7', '(weekday - weekdayOf(today) + 7) % 7'],
      ['weekday === weekdayOf(today) ? -7 : ahead - 7', 'ahead - 7'],
      ['weekdayOf(date) === weekday) ?? null', 'true) ?? null'],
      ['away <= 8; away += 1', 'away <= 3; away += 1'],
      ['day !== null && isNearDay(day) ? day : null', 'day'],
      ["behind || (plain && lean === 'behind')", 'behind'],
    ],
  },
  {
    file: 'src/shared/rules/days/next-step-dates.ts',
    tests: ['tests/unit/days', 'tests/unit/touches'],
    changes: [["'no answer': 2, voicemail: 3", "'no answer': 3, voicemail: 3"]],
  },
  {
    file: 'src/shared/rules/days/split-time.ts',
    tests: ['tests/unit/days'],
    changes: [
      ['hour > 23 || Number(minutes ?? 0) > 59', 'hour > 24 || Number(minutes ?? 0) > 59'],
      ['(typedHours % 12)', 'typedHours'],
      ['typedHours < 1 || typedHours > 12', 'typedHours > 12'],
    ],
  },
  {
    file: 'src/shared/rules/days/weeks.ts',
    tests: ['tests/unit/days'],
    changes: [
      ['weekOf(monday.toString()) === text ? monday.toString() : null', 'monday.toString()'],
      ['month: 1, day: 4 }', 'month: 1, day: 1 }'],
    ],
  },
  {
    file: 'src/shared/rules/places/place-visits.ts',
    tests: ['tests/unit/places'],
    changes: [
      ['if (day > today) return day', 'if (day >= today) return day'],
      ['!talked && onlyThere > 1', '!talked'],
      ['apart < 4 ||', 'apart < 5 ||'],
      ['wanted.month === first.month ? wanted :', 'true ? wanted :'],
    ],
  },
  {
    file: 'src/shared/rules/touches/parse-money.ts',
    tests: ['tests/unit/touches'],
    changes: [
      ['fraction.length > places', 'fraction.length >= 9'],
      ['if (digits.length > mostDigits) return null', ''],
      ['return behind === 3 ? null : last', 'return last'],
      ['if (last === usual) return last', ''],
    ],
  },
  {
    file: 'src/shared/rules/touches/touch-kinds.ts',
    tests: ['tests/unit/touches'],
    changes: [
      [
        "if (how === 'no answer') return 'attempt'",
        "if (how === 'no answer' && direction === 'out') return 'attempt'",
      ],
      ["(how !== 'no answer' && how !== 'voicemail')", "how !== 'no answer'"],
      ["touch.direction === 'out' && !touch.toMany", "touch.direction === 'out'"],
    ],
  },
  {
    file: 'src/shared/rules/touches/named-friend.ts',
    tests: ['tests/unit/touches/named-friend.test.ts'],
    changes: [
      ["name: draft.picked ? '' : draft.name", 'name: draft.name'],
      ["agreed: draft.expects === '' ? null :", 'agreed:'],
    ],
  },
  {
    file: 'src/shared/rules/touches/typed-since.ts',
    tests: ['tests/unit/touches'],
    changes: [[".replace(/^\\n/, '') : now", " : ''"]],
  },
  {
    file: 'src/shared/rules/texts/fill-text.ts',
    tests: ['tests/unit/texts'],
    changes: [
      ["else if (value.trim() === '') missing.add(name)", 'else if (false) missing.add(name)'],
      ["if (name === '') return written", ''],
      ["replaceAll(/\\s+/g, ' ').toLowerCase()", "replaceAll(/\\s+/g, ' ')"],
    ],
  },
  {
    file: 'src/shared/rules/people/outside-links.ts',
    tests: ['tests/unit/people'],
    changes: [
      ['whole.length > mostLink ? null : whole', 'whole'],
      ['if (!local.test(before) || !domain.test(after)) return null', 'if (!domain.test(after)) return null'],
      ["phone.includes(';')", 'false'],
      ['before.length > mostLocal ||', ''],
      [".replaceAll(/\\p{Cc}/gu, '')", ''],
    ],
  },
  {
    file: 'src/shared/rules/people/best-channel.ts',
    tests: ['tests/unit/people/best-channel.test.ts'],
    changes: [
      ["facts.bestChannel !== '' && isOpen(facts.bestChannel)", "facts.bestChannel !== ''"],
      ["isOpen(channel) && valueFor(channel) !== ''", 'isOpen(channel)'],
    ],
  },
  {
    file: 'src/shared/rules/people/normalise-contact.ts',
    tests: ['tests/unit/people'],
    changes: [
      ['digits.length < SHORTEST_NUMBER &&', 'digits.length <= SHORTEST_NUMBER &&'],
      ['(inBrackets?.[1] ?? text)', 'text'],
      ['readNumber(number, digits, country) + extension', 'readNumber(number, digits, country)'],
    ],
  },
  {
    file: 'src/shared/rules/people/same-person.ts',
    tests: ['tests/unit/people'],
    changes: [
      ['shorter < shortestForTypo', 'shorter <= shortestForTypo'],
      ['shorter < longForTypo ? 1 : 2', '2'],
      ['|| isInitials(parts) || isInitials(words)', ''],
      ['    words.splice(at, 1)\n', ''],
    ],
  },
  {
    file: 'src/shared/rules/people/fold-text.ts',
    tests: ['tests/unit/people'],
    changes: [
      ['if (digits.length < 3) return null', ''],
      ['.slice(0, SEARCH_WORD_LIMIT)', ''],
      ['tokens.add(`r${reverseText(digits)}`)', ''],
      ['.replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))', ''],
    ],
  },
  {
    file: 'src/shared/rules/people/clean-text.ts',
    tests: ['tests/data/import-export/import-parse.test.ts'],
    changes: [
      ['text.toWellFormed()', 'text'],
      ["replace(unseen, '')", "replace(unseen, ' ')"],
    ],
  },
  {
    file: 'src/shared/rules/settings/setting-ranges.ts',
    tests: ['tests/unit/settings'],
    changes: [
      ['value < range.min ||', 'value <= range.min ||'],
      ['value > range.max', 'value >= range.max'],
    ],
  },
  {
    file: 'src/shared/rules/know-card/standing.ts',
    tests: ['tests/unit/know-card'],
    changes: [
      ['closed) <= contactDays', 'closed) < contactDays'],
      ['(score ?? 0) >= trustingScore', '(score ?? 0) > trustingScore'],
      ['closed) <= days)', 'closed) < days)'],
      ['return unwritten + new Set', 'return new Set'],
      ["...(evidence.bought ? [] : [missing('sale')]),", ''],
      ['answers < answersToKnow ?', 'answers <= answersToKnow ?'],
    ],
  },
  {
    file: 'src/shared/rules/first-hour/parse-paper-list.ts',
    tests: ['tests/unit/first-hour'],
    changes: [
      ["line.name !== '' && line.reach !== '' && seen.has(key)", 'seen.has(key)'],
      ['if (mails.length < 2) return [line]', 'if (mails.length < 3) return [line]'],
      ["if (tick.test(rest)) mark = 'ticked'", ''],
      ["!part.includes('@')", 'true'],
    ],
  },
  {
    file: 'src/shared/rules/duplicates/merge-fields.ts',
    tests: ['tests/data/duplicates/merge-people.test.ts'],
    changes: [
      [
        'note_not_for_paper: person.note_not_for_paper === 1 || other.note_not_for_paper === 1 ? 1 : 0',
        'note_not_for_paper: person.note_not_for_paper',
      ],
      [
        'is_private: person.is_private === 1 || other.is_private === 1 ? 1 : 0',
        'is_private: person.is_private',
      ],
      [
        'never_contact_on: earlier(person.never_contact_on, other.never_contact_on)',
        'never_contact_on: person.never_contact_on',
      ],
      ["labels: joinNames([person.labels, other.labels], '')", 'labels: person.labels'],
      ['unnamed.name], named.name)', "''], named.name)"],
    ],
  },
  {
    file: 'src/shared/rules/week-review/week-review.ts',
    tests: ['tests/unit/week-review'],
    changes: [
      ['if (of < fewestCases)', 'if (of <= fewestCases)'],
      ['Math.round((count / of) * 100)', 'Math.floor((count / of) * 100)'],
    ],
  },
]
