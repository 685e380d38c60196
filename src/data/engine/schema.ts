// The whole schema on one screen, as Kysely reads it; a test holds it equal to the file's own columns.

import type { Generated } from 'kysely'

export interface SettingsTable {
  id: Generated<number>
  key: string
  value: string
}

export interface ClosedPeriodsTable {
  id: Generated<number>
  uid: string
  from_on: string
  to_on: string
  what: Generated<string>
}

export interface FirmsTable {
  id: Generated<number>
  uid: string
  name: string
  sort_name: string
  kind: Generated<'business' | 'household' | 'club'>
  note: Generated<string>
  created_at: string
  deleted_at: string | null
}

export interface PeopleTable {
  id: Generated<number>
  uid: string
  name: string
  sort_name: string
  given_name: Generated<string>
  family_name: Generated<string>
  also_known_as: Generated<string>
  firm_id: number | null
  role: Generated<string>
  decides: 0 | 1 | null
  birthday: string | null
  note: Generated<string>
  /** Their own note stays on the screen; a touch has a mark of its own. */
  note_not_for_paper: Generated<0 | 1>
  source: Generated<string>
  found_words: Generated<string>
  would_type_words: Generated<string>
  useful: Generated<string>
  best_channel: Generated<'' | 'visit' | 'phone' | 'text' | 'email' | 'letter'>
  channel_via: Generated<string>
  best_time: Generated<string>
  is_private: Generated<0 | 1>
  never_contact_on: string | null
  never_contact_reason: Generated<string>
  /** The day the owner decided in "pick the few" whether they belong on the focus list now. */
  looked_on: string | null
  created_at: string
  created_on: string
  deleted_at: string | null
  /** What address books filed them under, as they wrote it, with ", " between. */
  labels: Generated<string>
  /** The day they died, '' where it is not known; whoever has died is never to be contacted, too. */
  died_on: string | null
  /** An import wrote into the note when what a file said without a place of its own still went there. */
  note_from_file: Generated<0 | 1>
  /** Bought, left the list, and not greeted on their dates until this day. */
  no_hello_until: string | null
  /** The owner's own question, for the next time they speak. */
  ask_next: Generated<string>
}

export interface ContactPointsTable {
  id: Generated<number>
  uid: string
  person_id: number | null
  firm_id: number | null
  kind: 'phone' | 'email' | 'address' | 'web' | 'message'
  value: string
  label: Generated<string>
  normalised: string
  position: Generated<number>
}

export interface ConsentsTable {
  id: Generated<number>
  uid: string
  person_id: number
  channel: 'phone' | 'text' | 'email' | 'letter' | 'visit'
  answer: 'yes' | 'no'
  said_on: string
  how: Generated<string>
}

export interface PairDecisionsTable {
  id: Generated<number>
  uid: string
  person_id: number
  other_id: number
  decision: 'household' | 'not a household' | 'not the same'
}

/** People who were merged into another: what still names the old number or UID finds whom they became. */
export interface MergedPeopleTable {
  id: Generated<number>
  uid: string
  person_id: number
  gone_id: number
  gone_uid: string
  merged_on: string
}

export interface PlacesTable {
  id: Generated<number>
  uid: string
  name: string
  sort_name: string
  kind: Generated<string>
  next_on: string | null
  next_what: Generated<string>
  next_bring: Generated<string>
  note: Generated<string>
  deleted_at: string | null
}

export interface PlaceVisitsTable {
  id: Generated<number>
  uid: string
  place_id: number
  visited_on: string
  brought: Generated<string>
  note: Generated<string>
  minutes: number | null
  cost: number | null
}

export interface PlacePeopleTable {
  id: Generated<number>
  uid: string
  place_id: number
  person_id: number
}

export interface TechniquesTable {
  id: Generated<number>
  uid: string
  name: string
  kind: Generated<'technique' | 'technology'>
  note: Generated<string>
  deleted_at: string | null
}

export interface SpendsTable {
  id: Generated<number>
  uid: string
  spent_on: string
  amount: number
  what: Generated<string>
  source: Generated<string>
  place_id: number | null
  technique_id: number | null
}

export interface JobsTable {
  id: Generated<number>
  uid: string
  person_id: number
  firm_id: number | null
  what: Generated<string>
  kind: Generated<string>
  quoted_on: string | null
  quoted_amount: number | null
  wanted_by: string | null
  ordered_on: string | null
  delivered_on: string | null
  paid_on: string | null
  amount: number | null
  margin: number | null
  lost_on: string | null
  lost_to: Generated<string>
  lost_reason: Generated<string>
}

export interface PursuitsTable {
  id: Generated<number>
  uid: string
  person_id: number
  opened_on: string
  opened_how: 'inquiry' | 'referral' | 'focus' | 'return'
  source: Generated<string>
  closed_on: string | null
  closed_as: 'won' | 'lost' | 'parked' | 'dropped' | 'never' | null
  reason: Generated<string>
  lost_to: Generated<string>
  revisit_on: string | null
  job_id: number | null
}

export interface FocusMembershipsTable {
  id: Generated<number>
  uid: string
  person_id: number
  pursuit_id: number
  joined_on: string
  why_now: Generated<string>
  pinned_on: string | null
  kept_on: string | null
  left_on: string | null
  left_as: 'won' | 'lost' | 'parked' | 'dropped' | 'never' | null
  left_reason: Generated<string>
  /** "Not now": their turn waits until this day. */
  put_off_until: string | null
}

export interface CallSheetsTable {
  id: Generated<number>
  uid: string
  week: string
  goal: Generated<string>
  hours: Generated<number>
  proposed_at: string
  printed_at: string | null
}

export interface CallSheetRowsTable {
  id: Generated<number>
  uid: string
  sheet_id: number
  person_id: number
  position: number
  section: Generated<'call' | 'thank' | 'ask' | 'decide' | 'greet'>
  reason: string
  bring: Generated<string>
  learn: Generated<string>
  /** Whether "Bring" prints before "Learn": while gives do not exceed asks. */
  bring_first: Generated<0 | 1>
  channel: Generated<string>
  promised: Generated<0 | 1>
  state: Generated<'open' | 'done' | 'rolled' | 'removed'>
  entered_on: string | null
  /** The row of an earlier sheet that came back blank and stands here again. */
  rolled_from: number | null
  /** Of two rows of one person after a merge, the one that stands: this row's number on paper answers for it. */
  merged_into: number | null
  /** What the row asks, by name; '' for words of the owner's own and for nothing. */
  question: Generated<string>
}

export interface CallSheetPlacesTable {
  id: Generated<number>
  uid: string
  sheet_id: number
  place_id: number
  words: string
}

export interface MessageTextsTable {
  id: Generated<number>
  uid: string
  name: string
  channel: 'letter' | 'email' | 'text' | 'phone'
  subject: Generated<string>
  body: Generated<string>
  deleted_at: string | null
}

export interface TouchesTable {
  id: Generated<number>
  uid: string
  person_id: number
  happened_on: string
  happened_at: string | null
  how: 'met' | 'talked' | 'voicemail' | 'message' | 'letter' | 'event' | 'no answer'
  outcome: 'quote' | 'bought' | 'lost' | 'park' | 'named a friend' | 'never contact' | null
  channel: 'visit' | 'phone' | 'text' | 'email' | 'letter' | 'event' | 'web' | 'other'
  direction: Generated<'out' | 'in'>
  to_many: Generated<0 | 1>
  to_many_uid: string | null
  gave: Generated<0 | 1>
  asked: Generated<0 | 1>
  minutes: number | null
  cost: number | null
  note: Generated<string>
  /** The note stays on the screen. */
  not_for_paper: Generated<0 | 1>
  by_whom: Generated<string>
  job_id: number | null
  place_id: number | null
  technique_id: number | null
  sheet_row_id: number | null
  /** The sheet a walk-in line was typed back on: it has no row there. */
  walk_in_sheet_id: number | null
  logged_at: string
  /** The day the owner said that this inquiry needs no answer. */
  settled_on: string | null
}

export interface NextStepsTable {
  id: Generated<number>
  uid: string
  person_id: number
  what: Generated<string>
  due_on: string
  due_time: string | null
  promised: Generated<0 | 1>
  touch_id: number | null
  created_on: string
  done_on: string | null
  dropped_on: string | null
  /** The day it was first promised for, when clearing the pile gave it another. */
  moved_from: string | null
  /** Whose errand it is, where two work in the shop. */
  by_whom: Generated<string>
  /** The touch that kept it. */
  kept_by: number | null
}

export interface AnswersTable {
  id: Generated<number>
  uid: string
  person_id: number
  question: 'why' | 'what' | 'how' | 'when' | 'where'
  words: Generated<string>
  window_from: string | null
  window_to: string | null
  window_yearly: Generated<0 | 1>
  answered_on: string
  /** Since when there is an answer, however often it was reworded; null: since `answered_on`. */
  first_answered_on: string | null
}

export interface QualificationTable {
  id: Generated<number>
  uid: string
  person_id: number
  question: 'need' | 'decider' | 'price' | 'season' | 'reachable' | 'want'
  answer: 'yes' | 'no' | 'unknown'
  said_by: Generated<string>
  said_on: string
}

export interface FeedbackTable {
  id: Generated<number>
  uid: string
  person_id: number
  job_id: number | null
  asked_on: string | null
  given_on: string | null
  score: number | null
  words: Generated<string>
  may_quote: 0 | 1 | null
  complaint: Generated<0 | 1>
  closed_on: string | null
}

export interface AsksTable {
  id: Generated<number>
  uid: string
  person_id: number
  touch_id: number | null
  job_id: number | null
  moment: Generated<string>
  asked_on: string
  channel: Generated<string>
  words: Generated<string>
  need: Generated<string>
  answer: 'yes' | 'later' | 'no' | 'none' | null
  reason: Generated<string>
}

export interface ReferralsTable {
  id: Generated<number>
  uid: string
  referrer_id: number
  /** Null while the name is not written down. */
  person_id: number | null
  ask_id: number | null
  touch_id: number | null
  named_on: string
  introduced: Generated<0 | 1>
  agreed: 0 | 1 | null
  first_contact_on: string | null
  thanked_on: string | null
  reported_on: string | null
  reward: Generated<string>
  reward_value: number | null
}

export interface ImportsTable {
  id: Generated<number>
  uid: string
  imported_at: string
  files: string
  added: Generated<number>
  merged: Generated<number>
  skipped: Generated<number>
  rejected: Generated<number>
  taken_back_at: string | null
}

/** What a file said of a person without a place of its own, under the file's own heading. Never the owner's words. */
export interface FileFieldsTable {
  id: Generated<number>
  uid: string
  person_id: number
  import_id: number
  label: string
  value: string
  position: Generated<number>
}

export interface ImportRowsTable {
  id: Generated<number>
  import_id: number
  file: string
  line: number
  outcome: 'added' | 'merged' | 'skipped' | 'rejected'
  reason: Generated<string>
  person_id: number | null
  fingerprint: string | null
  vcard_uid: string | null
  written: string | null
}

export interface SuppressionsTable {
  id: Generated<number>
  uid: string
  key_hash: string
  added_on: string
}

export interface BookkeepingTable {
  key: string
  value: string
}

export interface CommandsTable {
  id: Generated<number>
  uid: string
  name: string
  run_at: string
  message: string | null
  result: string | null
  role: Generated<'do' | 'undo'>
  reverses: number | null
  reversed_by: number | null
}

export interface RowImagesTable {
  id: Generated<number>
  command_id: number
  table_name: string
  row_id: number
  image: string | null
}

export interface RowHashesTable {
  table_name: string
  row_id: number
  hash: string
}

export interface PersonSummariesTable {
  person_id: number
  standing: Generated<'' | 'known' | 'likes us' | 'trusts us' | 'fan' | 'advocate'>
  last_touch_on: string | null
  touches: Generated<number>
  next_step_on: string | null
  on_focus_list: Generated<number>
  is_private: Generated<number>
}

/** A quote as it stood before it was revised. */
export interface QuoteRevisionsTable {
  id: Generated<number>
  uid: string
  person_id: number
  job_id: number
  quoted_on: string
  quoted_amount: number | null
}

/** The days somebody stood on Today or on a printed sheet. */
export interface ShowingsTable {
  person_id: number
  shown_on: string
}

export interface DraftsTable {
  key: string
  value: string
  saved_at: string
}

export interface BackupsTable {
  id: Generated<number>
  made_at: string
  folder: string
  file: string
  bytes: number
  sha256: string
  people: number
  touches: number
  content_hash: string
  verified_at: string | null
}

export interface Schema {
  settings: SettingsTable
  closed_periods: ClosedPeriodsTable
  firms: FirmsTable
  people: PeopleTable
  contact_points: ContactPointsTable
  consents: ConsentsTable
  pair_decisions: PairDecisionsTable
  merged_people: MergedPeopleTable
  places: PlacesTable
  place_people: PlacePeopleTable
  place_visits: PlaceVisitsTable
  techniques: TechniquesTable
  spends: SpendsTable
  jobs: JobsTable
  pursuits: PursuitsTable
  focus_memberships: FocusMembershipsTable
  call_sheets: CallSheetsTable
  call_sheet_rows: CallSheetRowsTable
  call_sheet_places: CallSheetPlacesTable
  message_texts: MessageTextsTable
  touches: TouchesTable
  next_steps: NextStepsTable
  answers: AnswersTable
  qualification: QualificationTable
  feedback: FeedbackTable
  asks: AsksTable
  referrals: ReferralsTable
  imports: ImportsTable
  import_rows: ImportRowsTable
  file_fields: FileFieldsTable
  quote_revisions: QuoteRevisionsTable
  suppressions: SuppressionsTable
  bookkeeping: BookkeepingTable
  commands: CommandsTable
  row_images: RowImagesTable
  row_hashes: RowHashesTable
  person_summaries: PersonSummariesTable
  showings: ShowingsTable
  drafts: DraftsTable
  backups: BackupsTable
}
