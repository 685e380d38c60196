// The Friday page's figures a second time, by SQL over the report views alone, as an owner would ask LibreOffice.
import Database from 'better-sqlite3'
import { daysOfWeek } from '../../src/shared/rules/days/weeks.ts'
import type { ReviewNumbers } from '../../src/shared/rules/week-review/week-review.ts'

const inWeek = 'BETWEEN :from AND :to'
const touches = (condition: string) =>
  `SELECT count(*) FROM report_touches WHERE happened_on ${inWeek} AND ${condition}`
const rows = (condition: string) =>
  `SELECT count(*) FROM report_sheet_rows r JOIN report_sheets s ON s.id = r.sheet
   WHERE r.week = :week AND s.printed = 1 AND r.section <> 'greet' AND ${condition}`

const queries: Record<keyof ReviewNumbers, string> = {
  touches: touches("counts <> 'attempt' AND to_many = 0"),
  contacts: touches("counts = 'contact' AND to_many = 0"),
  met: touches("counts = 'contact' AND to_many = 0 AND how = 'met'"),
  attempts: touches("counts = 'attempt'"),
  toMany: touches("counts <> 'attempt' AND to_many = 1"),
  gives: touches('gave = 1 AND to_many = 0'),
  asks: touches('asked = 1 AND to_many = 0'),
  rowsPrinted: rows('1'),
  rowsBack: rows('r.entered_on IS NOT NULL'),
  names: `SELECT count(*) FROM report_referrals WHERE named_on ${inWeek}`,
  thanksOwed: `SELECT count(*) FROM report_referrals
    WHERE named_on <= :to AND (thanked_on IS NULL OR thanked_on > :to)`,
  minutes: `SELECT coalesce(sum(minutes), 0) FROM report_touches WHERE happened_on ${inWeek}`,
}

/** Who moved by the views, each id once, in the order of the ids. */
const moved = `
  SELECT person_id FROM report_jobs WHERE quoted_on ${inWeek} OR ordered_on ${inWeek} OR lost_on ${inWeek}
  UNION SELECT person_id FROM report_touches WHERE happened_on ${inWeek} AND outcome <> ''
  UNION SELECT referrer_id FROM report_referrals WHERE named_on ${inWeek}
  UNION SELECT person_id FROM report_focus WHERE joined_on ${inWeek} OR left_on ${inWeek}
  ORDER BY 1`

/** A connection of its own, without functions of ours. */
export function openViews(file: string) {
  const sqlite = new Database(file, { readonly: true })
  sqlite.pragma('trusted_schema = OFF')
  const daysOf = (week: string) => {
    const days = daysOfWeek(week)
    return { week, from: days[0]!, to: days[6]! }
  }
  return {
    numbers: (week: string) =>
      Object.fromEntries(
        Object.entries(queries).map(([figure, sql]) => [
          figure,
          sqlite.prepare(sql).pluck().get(daysOf(week)),
        ]),
      ) as unknown as ReviewNumbers,
    moved: (week: string) => sqlite.prepare(moved).pluck().all(daysOf(week)) as number[],
    close: () => sqlite.close(),
  }
}
