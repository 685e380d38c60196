// Turns: who stood on Today and when, "not now", an inquiry that needs no answer, and plans of the program without words.

/** Day after day what the log box wrote by itself read as the owner's plan: such a step is only a day to come back on. */
export const turns = `
-- The days somebody stood on Today or on a printed sheet. Kept by the program, for the rule of who comes next.
CREATE TABLE showings (
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  shown_on TEXT NOT NULL,
  PRIMARY KEY (person_id, shown_on)
) STRICT, WITHOUT ROWID;

-- "Not now": their turn waits until this day.
ALTER TABLE focus_memberships ADD COLUMN put_off_until TEXT;
-- An inquiry of theirs that the owner says needs no answer.
ALTER TABLE touches ADD COLUMN settled_on TEXT;
-- Bought, left the list, and is not to be greeted on their dates until this day.
ALTER TABLE people ADD COLUMN no_hello_until TEXT;
-- The owner's own question, for the next time they speak.
ALTER TABLE people ADD COLUMN ask_next TEXT NOT NULL DEFAULT '';
-- What a row asks, by name, so that it is set aside when it was asked twice in vain.
ALTER TABLE call_sheet_rows ADD COLUMN question TEXT NOT NULL DEFAULT '';
-- Whose errand it is, where two work in the shop.
ALTER TABLE next_steps ADD COLUMN by_whom TEXT NOT NULL DEFAULT '';
-- The touch that kept it: taken back with it, the step is open again.
ALTER TABLE next_steps ADD COLUMN kept_by INTEGER REFERENCES touches (id);
CREATE INDEX next_steps_by_keeper ON next_steps (kept_by) WHERE kept_by IS NOT NULL;

DROP INDEX touches_by_person;
CREATE INDEX touches_by_person ON touches (
  person_id, happened_on, id, how, direction, to_many, outcome, gave, asked, channel, settled_on
);

-- Whose message, letter or missed call waits for an answer, on the list or not.
CREATE INDEX touches_inquiries ON touches (happened_on, person_id)
  WHERE direction = 'in' AND how IN ('voicemail', 'message', 'letter', 'no answer') AND settled_on IS NULL;

-- Whose date comes: by birthday, whatever the year, and by orders.
CREATE INDEX people_by_birthday ON people (substr(birthday, -5)) WHERE birthday IS NOT NULL;
CREATE INDEX jobs_orders_by_person ON jobs (person_id, ordered_on) WHERE ordered_on IS NOT NULL;

UPDATE next_steps SET what = ''
WHERE promised = 0 AND what IN ('Try again', 'Ring again', 'Ask again')
  AND id NOT IN (SELECT row_id FROM damaged_rows WHERE table_name = 'next_steps');
`
