// The read-only views promised to the owner: columns are only ever added, docs/data-file.md explains each.
import { isAsk, isGive } from './gives-and-asks.ts'

const person = "CASE WHEN p.name <> '' THEN p.name ELSE coalesce(f.name, '') END"
const counts = `CASE WHEN t.how = 'no answer' THEN 'attempt'
  WHEN t.direction = 'in' OR t.how IN ('met', 'talked') THEN 'contact' ELSE 'touch' END`
/** The ring's count: ours, delivered, to one person. */
const ringCount = `(SELECT count(*) FROM touches t WHERE t.person_id = p.id
  AND t.how <> 'no answer' AND t.direction = 'out' AND t.to_many = 0)`
const firstContact = (kind: string) => `coalesce((SELECT c.value FROM contact_points c
  WHERE c.person_id = p.id AND c.kind = '${kind}' ORDER BY c.position, c.id LIMIT 1), '')`
const money = (column: string) =>
  `${column} / (SELECT coalesce(max(CAST(value AS REAL)), 100.0) FROM settings WHERE key = 'minorUnits')`

/** What came of a name since it was given, told from jobs, pursuits and touches; `r` is the referral. */
export const referralOutcome = `CASE WHEN r.person_id IS NULL THEN ''
  WHEN EXISTS (SELECT 1 FROM jobs j WHERE j.person_id = r.person_id AND j.ordered_on >= r.named_on)
    OR EXISTS (SELECT 1 FROM pursuits u WHERE u.person_id = r.person_id AND u.closed_as = 'won'
      AND u.closed_on >= r.named_on)
    OR EXISTS (SELECT 1 FROM touches t WHERE t.person_id = r.person_id AND t.happened_on >= r.named_on
      AND t.outcome = 'bought') THEN 'bought'
  WHEN EXISTS (SELECT 1 FROM jobs j WHERE j.person_id = r.person_id AND j.lost_on >= r.named_on)
    OR EXISTS (SELECT 1 FROM pursuits u WHERE u.person_id = r.person_id AND u.closed_as = 'lost'
      AND u.closed_on >= r.named_on)
    OR EXISTS (SELECT 1 FROM touches t WHERE t.person_id = r.person_id AND t.happened_on >= r.named_on
      AND t.outcome = 'lost') THEN 'lost'
  WHEN EXISTS (SELECT 1 FROM jobs j WHERE j.person_id = r.person_id AND j.quoted_on >= r.named_on)
    OR EXISTS (SELECT 1 FROM touches t WHERE t.person_id = r.person_id AND t.happened_on >= r.named_on
      AND t.outcome = 'quote') THEN 'quoted'
  WHEN EXISTS (SELECT 1 FROM touches t WHERE t.person_id = r.person_id AND t.happened_on >= r.named_on
    AND t.how <> 'no answer' AND (t.direction = 'in' OR t.how IN ('met', 'talked'))) THEN 'talked'
  ELSE 'not reached yet' END`

export const reportViews = `
CREATE VIEW report_people AS SELECT p.id AS id, ${person} AS name, coalesce(f.name, '') AS company,
  ${firstContact('phone')} AS phone, ${firstContact('email')} AS email, p.source AS source,
  p.found_words AS found_words, coalesce(s.standing, '') AS standing,
  EXISTS (SELECT 1 FROM focus_memberships m WHERE m.person_id = p.id AND m.left_on IS NULL) AS on_focus_list,
  (SELECT max(t.happened_on) FROM touches t WHERE t.person_id = p.id AND t.how <> 'no answer') AS last_touch_on,
  ${ringCount} AS touches,
  (SELECT min(n.due_on) FROM next_steps n WHERE n.person_id = p.id AND n.done_on IS NULL AND n.dropped_on IS NULL)
    AS next_step_on,
  p.created_on AS created_on, p.labels AS labels, p.never_contact_on AS never_contact_on,
  p.never_contact_reason AS never_contact_reason,
  p.died_on IS NOT NULL AS has_died, nullif(p.died_on, '') AS died_on
FROM people p LEFT JOIN firms f ON f.id = p.firm_id LEFT JOIN person_summaries s ON s.person_id = p.id
WHERE p.deleted_at IS NULL;

CREATE VIEW report_touches AS SELECT t.id AS id, t.person_id AS person_id, ${person} AS person,
  t.happened_on AS happened_on, t.channel AS channel, t.direction AS direction, t.how AS how,
  coalesce(t.outcome, '') AS outcome, ${counts} AS counts, t.to_many AS to_many, ${isGive('t')} AS gave, ${isAsk('t')} AS asked,
  t.minutes AS minutes, ${money('t.cost')} AS cost, t.note AS note,
  t.by_whom AS "by", coalesce(pl.name, '') AS place, coalesce(te.name, '') AS technique, t.job_id AS job_id,
  coalesce(r.sheet_id, t.walk_in_sheet_id) AS sheet, r.position AS "row", t.not_for_paper AS not_for_paper
FROM touches t JOIN people p ON p.id = t.person_id LEFT JOIN firms f ON f.id = p.firm_id
LEFT JOIN places pl ON pl.id = t.place_id LEFT JOIN techniques te ON te.id = t.technique_id
LEFT JOIN call_sheet_rows r ON r.id = t.sheet_row_id
WHERE p.deleted_at IS NULL;

CREATE VIEW report_asks AS SELECT a.id AS id, a.person_id AS person_id, ${person} AS person, a.asked_on AS asked_on,
  a.channel AS channel, a.words AS words, coalesce(a.answer, '') AS answer, a.reason AS reason
FROM asks a JOIN people p ON p.id = a.person_id LEFT JOIN firms f ON f.id = p.firm_id WHERE p.deleted_at IS NULL;

CREATE VIEW report_referrals AS SELECT r.id AS id, r.referrer_id AS referrer_id,
  CASE WHEN q.name <> '' THEN q.name ELSE coalesce(g.name, '') END AS referrer,
  r.person_id AS person_id, ${person} AS person, r.named_on AS named_on, r.agreed AS agreed,
  ${referralOutcome} AS outcome,
  r.thanked_on AS thanked_on, r.reported_on AS reported_on
FROM referrals r LEFT JOIN people p ON p.id = r.person_id LEFT JOIN firms f ON f.id = p.firm_id
JOIN people q ON q.id = r.referrer_id LEFT JOIN firms g ON g.id = q.firm_id
WHERE p.deleted_at IS NULL AND q.deleted_at IS NULL;

CREATE VIEW report_sheet_rows AS SELECT s.id AS sheet, s.week AS week, r.position AS "row", r.person_id AS person_id,
  ${person} AS person, r.reason AS reason, r.entered_on AS entered_on, r.state AS state,
  r.section AS section, r.rolled_from IS NOT NULL AS was_blank_before
FROM call_sheet_rows r JOIN call_sheets s ON s.id = r.sheet_id JOIN people p ON p.id = r.person_id
LEFT JOIN firms f ON f.id = p.firm_id WHERE p.deleted_at IS NULL AND r.state <> 'removed';

CREATE VIEW report_sheets AS SELECT s.id AS id, s.week AS week, s.goal AS goal, s.hours AS hours,
  s.printed_at IS NOT NULL AS printed
FROM call_sheets s;

CREATE VIEW report_sheet_places AS SELECT w.id AS id, w.sheet_id AS sheet, s.week AS week, w.place_id AS place_id,
  l.name AS place, w.words AS words
FROM call_sheet_places w JOIN call_sheets s ON s.id = w.sheet_id JOIN places l ON l.id = w.place_id
WHERE l.deleted_at IS NULL;

CREATE VIEW report_jobs AS SELECT j.id AS id, j.person_id AS person_id, ${person} AS person,
  coalesce(jf.name, f.name, '') AS firm, j.what AS what, j.quoted_on AS quoted_on,
  ${money('j.quoted_amount')} AS quoted_amount, j.ordered_on AS ordered_on, j.delivered_on AS delivered_on,
  j.paid_on AS paid_on, ${money('j.amount')} AS amount, ${money('j.margin')} AS margin,
  CASE WHEN j.lost_on IS NOT NULL THEN 'lost' WHEN j.ordered_on IS NOT NULL THEN 'won' ELSE 'open' END AS outcome,
  j.lost_to AS lost_to, j.lost_reason AS reason, j.lost_on AS lost_on
FROM jobs j JOIN people p ON p.id = j.person_id LEFT JOIN firms f ON f.id = p.firm_id
LEFT JOIN firms jf ON jf.id = j.firm_id WHERE p.deleted_at IS NULL;

CREATE VIEW report_quotes AS SELECT v.id AS id, v.job_id AS job_id, v.person_id AS person_id, ${person} AS person,
  v.quoted_on AS quoted_on, ${money('v.quoted_amount')} AS quoted_amount
FROM quote_revisions v JOIN people p ON p.id = v.person_id LEFT JOIN firms f ON f.id = p.firm_id
WHERE p.deleted_at IS NULL;

CREATE VIEW report_focus AS SELECT m.id AS id, m.person_id AS person_id, ${person} AS person,
  m.joined_on AS joined_on, m.why_now AS why_now, m.left_on AS left_on, coalesce(m.left_as, '') AS left_as,
  m.left_reason AS left_reason, u.opened_on AS pursuit_opened_on, u.opened_how AS pursuit_opened_how,
  u.source AS source, u.closed_on AS pursuit_closed_on, coalesce(u.closed_as, '') AS pursuit_closed_as,
  u.lost_to AS lost_to, u.revisit_on AS revisit_on, m.kept_on AS kept_on, u.job_id AS job_id,
  u.reason AS pursuit_reason
FROM focus_memberships m JOIN pursuits u ON u.id = m.pursuit_id JOIN people p ON p.id = m.person_id
LEFT JOIN firms f ON f.id = p.firm_id WHERE p.deleted_at IS NULL;

CREATE VIEW report_next_steps AS SELECT n.id AS id, n.person_id AS person_id, ${person} AS person, n.what AS what,
  n.due_on AS due_on, n.due_time AS due_time, n.promised AS promised, n.created_on AS created_on,
  n.done_on AS done_on, n.dropped_on AS dropped_on, n.moved_from AS moved_from
FROM next_steps n JOIN people p ON p.id = n.person_id LEFT JOIN firms f ON f.id = p.firm_id
WHERE p.deleted_at IS NULL;

CREATE VIEW report_merged AS SELECT m.gone_id AS id, m.person_id AS person_id, ${person} AS person,
  m.merged_on AS merged_on
FROM merged_people m JOIN people p ON p.id = m.person_id LEFT JOIN firms f ON f.id = p.firm_id
WHERE p.deleted_at IS NULL;

CREATE VIEW report_places AS SELECT l.id AS id, l.name AS name, l.kind AS kind, l.next_on AS next_on,
  l.next_what AS next_what, l.next_bring AS next_bring,
  (SELECT count(*) FROM place_people g JOIN people p ON p.id = g.person_id
   WHERE g.place_id = l.id AND p.deleted_at IS NULL) AS people,
  (SELECT count(*) FROM place_visits v WHERE v.place_id = l.id) AS visits,
  (SELECT max(v.visited_on) FROM place_visits v WHERE v.place_id = l.id) AS last_visit_on
FROM places l WHERE l.deleted_at IS NULL;

CREATE VIEW report_place_visits AS SELECT v.id AS id, v.place_id AS place_id, l.name AS place,
  v.visited_on AS visited_on, v.brought AS brought,
  (SELECT count(DISTINCT t.person_id) FROM touches t JOIN people p ON p.id = t.person_id
   WHERE t.to_many_uid = v.uid AND p.deleted_at IS NULL) AS people_met,
  v.minutes AS minutes, ${money('v.cost')} AS cost, v.note AS note
FROM place_visits v JOIN places l ON l.id = v.place_id;

CREATE VIEW report_answers AS SELECT a.id AS id, a.person_id AS person_id, ${person} AS person,
  a.question AS question, a.words AS words, a.window_from AS window_from, a.window_to AS window_to,
  a.window_yearly AS yearly, a.answered_on AS answered_on,
  coalesce(a.first_answered_on, a.answered_on) AS first_answered_on
FROM answers a JOIN people p ON p.id = a.person_id LEFT JOIN firms f ON f.id = p.firm_id
WHERE p.deleted_at IS NULL;

CREATE VIEW report_qualification AS SELECT q.id AS id, q.person_id AS person_id, ${person} AS person,
  q.question AS question, q.answer AS answer, q.said_by AS said_by, q.said_on AS said_on
FROM qualification q JOIN people p ON p.id = q.person_id LEFT JOIN firms f ON f.id = p.firm_id
WHERE p.deleted_at IS NULL;

CREATE VIEW report_message_texts AS SELECT m.id AS id, m.name AS name, m.channel AS channel, m.subject AS subject,
  m.body AS body
FROM message_texts m WHERE m.deleted_at IS NULL;
`
