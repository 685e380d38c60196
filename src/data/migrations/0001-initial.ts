// The first schema: everything the report views and Standing stand on. Never edited once shipped.

export const initial = `
-- Dates are local 'YYYY-MM-DD'; instants are UTC ISO text; money is in minor units of the shop's currency.

CREATE TABLE settings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE closed_periods (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  what TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE firms (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'business' CHECK (kind IN ('business', 'household', 'club')),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX firms_by_name ON firms (sort_name);

CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  given_name TEXT NOT NULL DEFAULT '',
  family_name TEXT NOT NULL DEFAULT '',
  also_known_as TEXT NOT NULL DEFAULT '',
  firm_id INTEGER REFERENCES firms (id),
  role TEXT NOT NULL DEFAULT '',
  decides INTEGER CHECK (decides IN (0, 1)),
  birthday TEXT,
  note TEXT NOT NULL DEFAULT '',
  note_not_for_paper INTEGER NOT NULL DEFAULT 0 CHECK (note_not_for_paper IN (0, 1)),
  source TEXT NOT NULL DEFAULT '',
  found_words TEXT NOT NULL DEFAULT '',
  would_type_words TEXT NOT NULL DEFAULT '',
  useful TEXT NOT NULL DEFAULT '',
  door TEXT NOT NULL DEFAULT '' CHECK (door IN ('', 'visit', 'phone', 'text', 'email', 'letter')),
  door_via TEXT NOT NULL DEFAULT '',
  best_time TEXT NOT NULL DEFAULT '',
  is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
  never_contact_on TEXT,
  never_contact_reason TEXT NOT NULL DEFAULT '',
  looked_on TEXT,
  created_at TEXT NOT NULL,
  created_on TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX people_by_name ON people (sort_name, id) WHERE deleted_at IS NULL AND is_private = 0;
CREATE INDEX people_private ON people (sort_name, id) WHERE deleted_at IS NULL AND is_private = 1;
CREATE INDEX people_by_firm ON people (firm_id, sort_name) WHERE firm_id IS NOT NULL;
CREATE INDEX people_by_source ON people (source) WHERE deleted_at IS NULL;
CREATE INDEX people_to_pick ON people (note = '' AND found_words = '', firm_id IS NULL, created_at DESC, id)
  WHERE deleted_at IS NULL AND never_contact_on IS NULL AND is_private = 0 AND looked_on IS NULL;
CREATE INDEX people_never_contact ON people (id) WHERE never_contact_on IS NOT NULL;
CREATE INDEX people_in_bin ON people (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE contact_points (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER REFERENCES people (id),
  firm_id INTEGER REFERENCES firms (id),
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'address', 'web', 'message')),
  value TEXT NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  normalised TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  CHECK ((person_id IS NULL) <> (firm_id IS NULL))
) STRICT;
CREATE INDEX contact_points_by_person ON contact_points (person_id, position) WHERE person_id IS NOT NULL;
CREATE INDEX contact_points_by_firm ON contact_points (firm_id) WHERE firm_id IS NOT NULL;
CREATE INDEX contact_points_by_value ON contact_points (normalised, kind, person_id);

CREATE TABLE consents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'text', 'email', 'letter', 'visit')),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  said_on TEXT NOT NULL,
  how TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX consents_by_person ON consents (person_id);

CREATE TABLE pair_decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  other_id INTEGER NOT NULL REFERENCES people (id),
  decision TEXT NOT NULL CHECK (decision IN ('household', 'not a household', 'not the same')),
  CHECK (person_id < other_id),
  UNIQUE (person_id, other_id, decision)
) STRICT;
CREATE INDEX pair_decisions_by_other ON pair_decisions (other_id);

-- Numbers of people who were merged into another, so that what still names the old number finds them.
CREATE TABLE merged_people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  gone_id INTEGER NOT NULL UNIQUE,
  gone_uid TEXT NOT NULL,
  merged_on TEXT NOT NULL
) STRICT;
CREATE INDEX merged_people_by_person ON merged_people (person_id);
CREATE INDEX merged_people_by_uid ON merged_people (gone_uid);

CREATE TABLE places (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  next_on TEXT,
  next_what TEXT NOT NULL DEFAULT '',
  next_bring TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX places_by_name ON places (sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX places_by_next ON places (next_on) WHERE next_on IS NOT NULL AND deleted_at IS NULL;

-- A time we went there; the touches of whom we met carry its uid in to_many_uid.
CREATE TABLE place_visits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  place_id INTEGER NOT NULL REFERENCES places (id),
  visited_on TEXT NOT NULL,
  brought TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  minutes INTEGER CHECK (minutes >= 0),
  cost INTEGER
) STRICT;
CREATE INDEX place_visits_by_place ON place_visits (place_id, visited_on);

CREATE TABLE place_people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  place_id INTEGER NOT NULL REFERENCES places (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  UNIQUE (place_id, person_id)
) STRICT;
CREATE INDEX place_people_by_person ON place_people (person_id);

CREATE TABLE techniques (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'technique' CHECK (kind IN ('technique', 'technology')),
  note TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;

CREATE TABLE spends (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  spent_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  what TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  place_id INTEGER REFERENCES places (id),
  technique_id INTEGER REFERENCES techniques (id)
) STRICT;

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  firm_id INTEGER REFERENCES firms (id),
  what TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  quoted_on TEXT,
  quoted_amount INTEGER,
  wanted_by TEXT,
  ordered_on TEXT,
  delivered_on TEXT,
  paid_on TEXT,
  amount INTEGER,
  margin INTEGER,
  lost_on TEXT,
  lost_to TEXT NOT NULL DEFAULT '',
  lost_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX jobs_by_person ON jobs (person_id);
CREATE INDEX jobs_by_firm ON jobs (firm_id) WHERE firm_id IS NOT NULL;
CREATE INDEX jobs_by_quote ON jobs (quoted_on) WHERE quoted_on IS NOT NULL;
CREATE INDEX jobs_by_order ON jobs (ordered_on) WHERE ordered_on IS NOT NULL;
CREATE INDEX jobs_by_loss ON jobs (lost_on) WHERE lost_on IS NOT NULL;
CREATE INDEX jobs_open_quotes ON jobs (quoted_on) WHERE ordered_on IS NULL AND lost_on IS NULL;

CREATE TABLE pursuits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  opened_on TEXT NOT NULL,
  opened_how TEXT NOT NULL CHECK (opened_how IN ('inquiry', 'referral', 'focus', 'return')),
  source TEXT NOT NULL DEFAULT '',
  closed_on TEXT,
  closed_as TEXT CHECK (closed_as IN ('won', 'lost', 'parked', 'dropped', 'never')),
  reason TEXT NOT NULL DEFAULT '',
  lost_to TEXT NOT NULL DEFAULT '',
  revisit_on TEXT,
  job_id INTEGER REFERENCES jobs (id),
  CHECK ((closed_on IS NULL) = (closed_as IS NULL))
) STRICT;
CREATE INDEX pursuits_by_person ON pursuits (person_id, opened_on);
CREATE UNIQUE INDEX pursuits_one_open ON pursuits (person_id) WHERE closed_on IS NULL;
CREATE INDEX pursuits_to_revisit ON pursuits (revisit_on) WHERE revisit_on IS NOT NULL;
CREATE INDEX pursuits_by_closing ON pursuits (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX pursuits_by_job ON pursuits (job_id) WHERE job_id IS NOT NULL;

CREATE TABLE focus_memberships (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  pursuit_id INTEGER NOT NULL REFERENCES pursuits (id),
  joined_on TEXT NOT NULL,
  why_now TEXT NOT NULL DEFAULT '',
  pinned_on TEXT,
  kept_on TEXT,
  left_on TEXT,
  left_as TEXT CHECK (left_as IN ('won', 'lost', 'parked', 'dropped', 'never')),
  left_reason TEXT NOT NULL DEFAULT '',
  CHECK ((left_on IS NULL) = (left_as IS NULL))
) STRICT;
CREATE UNIQUE INDEX focus_one_open ON focus_memberships (person_id) WHERE left_on IS NULL;
CREATE INDEX focus_by_person ON focus_memberships (person_id, joined_on);
CREATE INDEX focus_by_joining ON focus_memberships (joined_on);
CREATE INDEX focus_by_leaving ON focus_memberships (left_on) WHERE left_on IS NOT NULL;
CREATE INDEX focus_by_pursuit ON focus_memberships (pursuit_id);

CREATE TABLE call_sheets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  week TEXT NOT NULL UNIQUE,
  goal TEXT NOT NULL DEFAULT '',
  hours REAL NOT NULL DEFAULT 0,
  proposed_at TEXT NOT NULL,
  printed_at TEXT
) STRICT;

CREATE TABLE call_sheet_rows (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  sheet_id INTEGER NOT NULL REFERENCES call_sheets (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  position INTEGER NOT NULL,
  section TEXT NOT NULL DEFAULT 'call' CHECK (section IN ('call', 'thank', 'ask', 'decide', 'greet')),
  reason TEXT NOT NULL,
  bring TEXT NOT NULL DEFAULT '',
  learn TEXT NOT NULL DEFAULT '',
  bring_first INTEGER NOT NULL DEFAULT 1 CHECK (bring_first IN (0, 1)),
  door TEXT NOT NULL DEFAULT '',
  promised INTEGER NOT NULL DEFAULT 0 CHECK (promised IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'rolled', 'removed')),
  entered_on TEXT,
  rolled_from INTEGER REFERENCES call_sheet_rows (id),
  -- Of two rows on paper that turned out to be one person: the number is that row's too.
  merged_into INTEGER REFERENCES call_sheet_rows (id),
  CHECK (merged_into IS NULL OR state = 'removed')
) STRICT;
CREATE UNIQUE INDEX call_sheet_rows_one_each ON call_sheet_rows (sheet_id, person_id, section) WHERE merged_into IS NULL;
CREATE INDEX call_sheet_rows_by_person ON call_sheet_rows (person_id);
CREATE INDEX call_sheet_rows_by_sheet ON call_sheet_rows (sheet_id, position);
CREATE INDEX call_sheet_rows_by_rolled ON call_sheet_rows (rolled_from) WHERE rolled_from IS NOT NULL;
CREATE INDEX call_sheet_rows_by_merged ON call_sheet_rows (merged_into) WHERE merged_into IS NOT NULL;

-- The places of a week's sheet, in the words it printed.
CREATE TABLE call_sheet_places (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  sheet_id INTEGER NOT NULL REFERENCES call_sheets (id),
  place_id INTEGER NOT NULL REFERENCES places (id),
  words TEXT NOT NULL,
  UNIQUE (sheet_id, place_id)
) STRICT;
CREATE INDEX call_sheet_places_by_place ON call_sheet_places (place_id);

CREATE TABLE touches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  happened_on TEXT NOT NULL,
  happened_at TEXT,
  how TEXT NOT NULL CHECK (how IN ('met', 'talked', 'voicemail', 'message', 'letter', 'event', 'no answer')),
  outcome TEXT CHECK (outcome IN ('quote', 'bought', 'lost', 'park', 'named a friend', 'never contact')),
  channel TEXT NOT NULL CHECK (channel IN ('visit', 'phone', 'text', 'email', 'letter', 'event', 'web', 'other')),
  direction TEXT NOT NULL DEFAULT 'out' CHECK (direction IN ('out', 'in')),
  to_many INTEGER NOT NULL DEFAULT 0 CHECK (to_many IN (0, 1)),
  to_many_uid TEXT,
  gave INTEGER NOT NULL DEFAULT 0 CHECK (gave IN (0, 1)),
  asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1)),
  minutes INTEGER CHECK (minutes >= 0),
  cost INTEGER,
  note TEXT NOT NULL DEFAULT '',
  not_for_paper INTEGER NOT NULL DEFAULT 0 CHECK (not_for_paper IN (0, 1)),
  by_whom TEXT NOT NULL DEFAULT '',
  job_id INTEGER REFERENCES jobs (id),
  place_id INTEGER REFERENCES places (id),
  technique_id INTEGER REFERENCES techniques (id),
  sheet_row_id INTEGER REFERENCES call_sheet_rows (id),
  -- The sheet a walk-in line was typed back on: it has no row there.
  walk_in_sheet_id INTEGER REFERENCES call_sheets (id),
  logged_at TEXT NOT NULL
) STRICT;
-- All that rules count by: a person's touches are told from the index alone, however many there are.
CREATE INDEX touches_by_person ON touches (person_id, happened_on, id, how, direction, to_many, outcome, gave, asked);
CREATE INDEX touches_by_day ON touches (happened_on);
CREATE INDEX touches_by_sheet_row ON touches (sheet_row_id) WHERE sheet_row_id IS NOT NULL;
CREATE INDEX touches_by_walk_in ON touches (walk_in_sheet_id) WHERE walk_in_sheet_id IS NOT NULL;
CREATE INDEX touches_by_job ON touches (job_id) WHERE job_id IS NOT NULL;
CREATE INDEX touches_by_place ON touches (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX touches_by_technique ON touches (technique_id) WHERE technique_id IS NOT NULL;
CREATE INDEX touches_to_many ON touches (to_many_uid) WHERE to_many_uid IS NOT NULL;
CREATE INDEX touches_not_for_paper ON touches (person_id) WHERE not_for_paper = 1;

CREATE TABLE next_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  what TEXT NOT NULL DEFAULT '',
  due_on TEXT NOT NULL,
  due_time TEXT,
  promised INTEGER NOT NULL DEFAULT 1 CHECK (promised IN (0, 1)),
  touch_id INTEGER REFERENCES touches (id),
  created_on TEXT NOT NULL,
  done_on TEXT,
  dropped_on TEXT,
  moved_from TEXT
) STRICT;
CREATE INDEX next_steps_open_by_person ON next_steps (person_id, due_on) WHERE done_on IS NULL AND dropped_on IS NULL;
CREATE INDEX next_steps_due ON next_steps (due_on) WHERE done_on IS NULL AND dropped_on IS NULL;
CREATE INDEX next_steps_by_person ON next_steps (person_id);
CREATE INDEX next_steps_by_touch ON next_steps (touch_id) WHERE touch_id IS NOT NULL;

-- Texts the owner uses again, with fields such as {given name}.
CREATE TABLE message_texts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('letter', 'email', 'text', 'phone')),
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;

CREATE TABLE answers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  question TEXT NOT NULL CHECK (question IN ('why', 'what', 'how', 'when', 'where')),
  words TEXT NOT NULL DEFAULT '',
  window_from TEXT,
  window_to TEXT,
  window_yearly INTEGER NOT NULL DEFAULT 0 CHECK (window_yearly IN (0, 1)),
  answered_on TEXT NOT NULL,
  -- Since when there is an answer, however often it was reworded; NULL: since answered_on.
  first_answered_on TEXT,
  UNIQUE (person_id, question)
) STRICT;
CREATE INDEX answers_by_day ON answers (coalesce(first_answered_on, answered_on));

CREATE TABLE qualification (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  question TEXT NOT NULL CHECK (question IN ('need', 'decider', 'price', 'season', 'reachable', 'want')),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unknown')),
  said_by TEXT NOT NULL DEFAULT '',
  said_on TEXT NOT NULL,
  UNIQUE (person_id, question)
) STRICT;
CREATE INDEX qualification_by_day ON qualification (said_on);

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  job_id INTEGER REFERENCES jobs (id),
  asked_on TEXT,
  given_on TEXT,
  score INTEGER CHECK (score BETWEEN 0 AND 10),
  words TEXT NOT NULL DEFAULT '',
  may_quote INTEGER CHECK (may_quote IN (0, 1)),
  complaint INTEGER NOT NULL DEFAULT 0 CHECK (complaint IN (0, 1)),
  closed_on TEXT
) STRICT;
CREATE INDEX feedback_by_person ON feedback (person_id);
CREATE INDEX feedback_by_day ON feedback (coalesce(given_on, asked_on, '')) WHERE score IS NOT NULL;
CREATE INDEX feedback_by_job ON feedback (job_id) WHERE job_id IS NOT NULL;

CREATE TABLE asks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  touch_id INTEGER REFERENCES touches (id),
  job_id INTEGER REFERENCES jobs (id),
  moment TEXT NOT NULL DEFAULT '',
  asked_on TEXT NOT NULL,
  channel TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  need TEXT NOT NULL DEFAULT '',
  answer TEXT CHECK (answer IN ('yes', 'later', 'no', 'none')),
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX asks_by_person ON asks (person_id, asked_on);
CREATE INDEX asks_by_touch ON asks (touch_id) WHERE touch_id IS NOT NULL;
CREATE INDEX asks_by_job ON asks (job_id) WHERE job_id IS NOT NULL;

CREATE TABLE referrals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  referrer_id INTEGER NOT NULL REFERENCES people (id),
  person_id INTEGER REFERENCES people (id),
  ask_id INTEGER REFERENCES asks (id),
  touch_id INTEGER REFERENCES touches (id),
  named_on TEXT NOT NULL,
  introduced INTEGER NOT NULL DEFAULT 0 CHECK (introduced IN (0, 1)),
  agreed INTEGER CHECK (agreed IN (0, 1)),
  first_contact_on TEXT,
  thanked_on TEXT,
  reported_on TEXT,
  reward TEXT NOT NULL DEFAULT '',
  reward_value INTEGER,
  CHECK (referrer_id <> person_id)
) STRICT;
CREATE INDEX referrals_by_referrer ON referrals (referrer_id, named_on);
CREATE INDEX referrals_by_person ON referrals (person_id);
CREATE INDEX referrals_by_ask ON referrals (ask_id) WHERE ask_id IS NOT NULL;
CREATE INDEX referrals_by_day ON referrals (named_on);
CREATE INDEX referrals_by_touch ON referrals (touch_id) WHERE touch_id IS NOT NULL;
CREATE INDEX referrals_to_thank ON referrals (named_on) WHERE thanked_on IS NULL;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  imported_at TEXT NOT NULL,
  files TEXT NOT NULL,
  added INTEGER NOT NULL DEFAULT 0,
  merged INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  taken_back_at TEXT
) STRICT;

CREATE TABLE import_rows (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('added', 'merged', 'skipped', 'rejected')),
  reason TEXT NOT NULL DEFAULT '',
  person_id INTEGER,
  fingerprint TEXT,
  vcard_uid TEXT,
  written TEXT
) STRICT;
CREATE INDEX import_rows_by_import ON import_rows (import_id);
CREATE INDEX import_rows_by_person ON import_rows (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX import_rows_by_fingerprint ON import_rows (fingerprint) WHERE fingerprint IS NOT NULL;
CREATE INDEX import_rows_by_vcard_uid ON import_rows (vcard_uid) WHERE vcard_uid IS NOT NULL;

-- The minimal keys kept of people who were erased and must not come back.
CREATE TABLE suppressions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  key_hash TEXT NOT NULL UNIQUE,
  added_on TEXT NOT NULL
) STRICT;

-- From here on: bookkeeping and what is derived, left out of the content hash and of undo.

CREATE TABLE bookkeeping (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE commands (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  run_at TEXT NOT NULL,
  message TEXT,
  result TEXT,
  role TEXT NOT NULL DEFAULT 'do' CHECK (role IN ('do', 'undo')),
  reverses INTEGER REFERENCES commands (id),
  reversed_by INTEGER
) STRICT;
CREATE INDEX commands_by_time ON commands (run_at);
CREATE INDEX commands_by_reversed ON commands (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE row_images (
  id INTEGER PRIMARY KEY,
  command_id INTEGER NOT NULL REFERENCES commands (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  image TEXT
) STRICT;
CREATE INDEX row_images_by_command ON row_images (command_id);

CREATE TABLE row_hashes (
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_summaries (
  person_id INTEGER PRIMARY KEY,
  standing TEXT NOT NULL DEFAULT '' CHECK (standing IN ('', 'known', 'likes us', 'trusts us', 'fan', 'advocate')),
  last_touch_on TEXT,
  touches INTEGER NOT NULL DEFAULT 0,
  next_step_on TEXT,
  on_focus_list INTEGER NOT NULL DEFAULT 0,
  is_private INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_summaries_by_last_touch ON person_summaries (last_touch_on, person_id) WHERE is_private = 0;
CREATE INDEX person_summaries_by_standing ON person_summaries (standing, person_id) WHERE standing <> '';
CREATE INDEX person_summaries_by_next_step ON person_summaries (next_step_on, person_id) WHERE is_private = 0;

CREATE TABLE drafts (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE backups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at TEXT NOT NULL,
  folder TEXT NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  people INTEGER NOT NULL,
  touches INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  verified_at TEXT
) STRICT;

-- Folded text only; contentless, so that nothing readable is stored twice.
CREATE VIRTUAL TABLE people_search USING fts5 (
  names, contact, notes,
  content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE touch_search USING fts5 (
  note,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 remove_diacritics 0"
);
INSERT INTO people_search (people_search, rank) VALUES ('secure-delete', 1);
INSERT INTO touch_search (touch_search, rank) VALUES ('secure-delete', 1);
`
