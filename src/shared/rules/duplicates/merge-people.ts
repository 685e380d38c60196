// Two records of one person become one: what stays, what goes and what follows, planned once for preview and command.
import type { MessageRef } from '../../errors.ts'
import type { KnowQuestion, QualificationQuestion } from '../know-card/know-card.ts'
import {
  type Choices,
  comparePeople,
  isNewer,
  joinTexts,
  type MergeChoice,
  type MergeField,
  mergeColumns,
  type NamedPerson,
  type PersonColumns,
  settleChoice,
} from './merge-fields.ts'
import { messagesOf } from './merge-remarks.ts'

type Value = string | number | null

/** The rows that can stand in each other's way; every other table simply follows. */
export interface MergeRows {
  contact_points: {
    id: number
    kind: string
    value: string
    label: string
    normalised: string
    position: number
  }[]
  consents: { id: number; channel: string; answer: 'yes' | 'no'; said_on: string }[]
  pair_decisions: { id: number; person_id: number; other_id: number; decision: string }[]
  place_people: { id: number; place_id: number }[]
  pursuits: {
    id: number
    opened_on: string
    source: string
    closed_on: string | null
    closed_as: string | null
    reason: string
    revisit_on: string | null
    job_id: number | null
  }[]
  focus_memberships: {
    id: number
    pursuit_id: number
    joined_on: string
    why_now: string
    pinned_on: string | null
    kept_on: string | null
    left_on: string | null
    left_as: string | null
    left_reason: string
  }[]
  call_sheet_rows: {
    id: number
    sheet_id: number
    section: string
    position: number
    promised: 0 | 1
    state: string
    entered_on: string | null
    merged_into: number | null
    /** Whether the sheet is on paper: then every number on it must go on answering. */
    printed: 0 | 1
  }[]
  next_steps: { id: number; done_on: string | null; dropped_on: string | null }[]
  answers: {
    id: number
    question: KnowQuestion
    words: string
    window_from: string | null
    window_to: string | null
    window_yearly: 0 | 1
    answered_on: string
    first_answered_on: string | null
  }[]
  qualification: {
    id: number
    question: QualificationQuestion
    answer: 'yes' | 'no' | 'unknown'
    said_by: string
    said_on: string
  }[]
  /** Those they gave and those that named them. */
  referrals: {
    id: number
    referrer_id: number
    person_id: number | null
    ask_id: number | null
    touch_id: number | null
    named_on: string
    introduced: 0 | 1
    agreed: 0 | 1 | null
    first_contact_on: string | null
    thanked_on: string | null
    reported_on: string | null
  }[]
}
export type MergeTable = keyof MergeRows

export interface MergeSide extends NamedPerson {
  rows: MergeRows
}

export interface MergePlan {
  fields: MergeField[]
  person: PersonColumns
  removals: { table: MergeTable; id: number }[]
  changes: { table: MergeTable; id: number; columns: Record<string, Value> }[]
  /** Touches typed from a row of a sheet that another row now stands for. */
  sheetRows: { from: number; to: number }[]
  remarks: MessageRef[]
}

/** A plan in the making. */
interface Draft extends Pick<MergePlan, 'removals' | 'changes' | 'sheetRows'> {
  kept: MergeSide
  gone: MergeSide
  remarks: MessageRef[]
  today: string
}

/**
 * Plans the merge of two records of one person.
 * @param kept the record whose number stays
 * @param gone the record that becomes part of it
 * @param wanted what the owner chose; a field not named gets its default
 * @param today the local day on which what must end (a pursuit, steps) ends
 */
export function planMerge(kept: MergeSide, gone: MergeSide, wanted: Choices, today: string): MergePlan {
  const fields = comparePeople(kept, gone, wanted)
  const person = mergeColumns(kept, gone, fields)
  const draft: Draft = { kept, gone, removals: [], changes: [], sheetRows: [], remarks: [], today }
  joinContacts(draft)
  joinConsents(draft)
  joinAnswers(draft, fields, wanted)
  joinQualification(draft, fields, wanted)
  joinPairDecisions(draft)
  joinPlaces(draft)
  joinPursuits(draft, person)
  joinReferrals(draft)
  joinSheetRows(draft)
  const { removals, changes, sheetRows, remarks } = draft
  return { fields, person, removals, changes, sheetRows, remarks }
}

function remove(draft: Draft, table: MergeTable, id: number): void {
  draft.removals.push({ table, id })
}

function change(draft: Draft, table: MergeTable, id: number, columns: Record<string, Value>): void {
  if (Object.keys(columns).length > 0) draft.changes.push({ table, id, columns })
}

/** All of them stay, each once: the kept record's first, in their order. */
function joinContacts(draft: Draft): void {
  const known = draft.kept.rows.contact_points.map((point) => ({ ...point }))
  let position = Math.max(-1, ...known.map((point) => point.position))
  for (const point of draft.gone.rows.contact_points) {
    const same = known.find(
      (one) =>
        one.kind === point.kind &&
        (one.normalised === '' && point.normalised === ''
          ? one.value === point.value
          : one.normalised === point.normalised),
    )
    if (!same) {
      position += 1
      change(draft, 'contact_points', point.id, { position })
      known.push({ ...point, position })
      continue
    }
    remove(draft, 'contact_points', point.id)
    if (same.label === '' && point.label !== '') {
      same.label = point.label
      change(draft, 'contact_points', same.id, { label: point.label })
    }
  }
}

/** All that was said stays; where the two records end on a yes and a no, the no holds, whenever it was said. */
function joinConsents(draft: Draft): void {
  const all = [...draft.kept.rows.consents, ...draft.gone.rows.consents]
  const last = (rows: MergeRows['consents'], channel: string) =>
    rows
      .filter((row) => row.channel === channel)
      .sort((one, other) => one.said_on.localeCompare(other.said_on) || one.id - other.id)
      .at(-1)
  for (const channel of new Set(all.map((row) => row.channel))) {
    const left = last(draft.kept.rows.consents, channel)
    const right = last(draft.gone.rows.consents, channel)
    if (!left || !right || left.answer === right.answer) continue
    const no = left.answer === 'no' ? left : right
    const since = (row: { said_on: string; id: number }) =>
      row.said_on > no.said_on || (row.said_on === no.said_on && row.id > no.id)
    const later = yesRows(draft, channel).filter(since)
    if (later.length === 0) continue
    for (const row of later) remove(draft, 'consents', row.id)
    draft.remarks.push(messagesOf.noStays())
  }
}

const yesRows = ({ kept, gone }: Draft, channel: string) =>
  [...kept.rows.consents, ...gone.rows.consents].filter(
    (row) => row.channel === channel && row.answer === 'yes',
  )

const isNewerRow = (one: { id: number }, other: { id: number }, onOne: string, onOther: string) =>
  onOther > onOne || (onOther === onOne && other.id > one.id)

function joinAnswers(draft: Draft, fields: MergeField[], wanted: Choices): void {
  for (const right of draft.gone.rows.answers) {
    const left = draft.kept.rows.answers.find((row) => row.question === right.question)
    if (!left) continue
    const sameWords = left.words.trim() === right.words.trim()
    if (sameWords && left.window_from === right.window_from && left.window_to === right.window_to) {
      remove(draft, 'answers', right.id)
      keepFirstDay(draft, left, right)
      continue
    }
    const choices: MergeChoice[] = ['both', 'kept', 'gone']
    const choice = settleChoice(choices, wanted[right.question], 'both')
    fields.push({ field: right.question, kept: left.words, gone: right.words, choices, choice })
    if (choice !== 'both') {
      remove(draft, 'answers', choice === 'kept' ? right.id : left.id)
      keepFirstDay(draft, ...(choice === 'kept' ? ([left, right] as const) : ([right, left] as const)))
      continue
    }
    const [newer, older] = isNewerRow(left, right, left.answered_on, right.answered_on)
      ? [right, left]
      : [left, right]
    remove(draft, 'answers', older.id)
    change(draft, 'answers', newer.id, {
      words: joinTexts(newer.words, older.words),
      ...(newer.window_from === null && newer.window_to === null
        ? {
            window_from: older.window_from,
            window_to: older.window_to,
            window_yearly: older.window_yearly,
          }
        : {}),
    })
    keepFirstDay(draft, newer, older)
  }
}

type Answer = MergeRows['answers'][number]

/** The question has had an answer since the first of both, whichever words stay. */
function keepFirstDay(draft: Draft, stays: Answer, goes: Answer): void {
  const since = (row: Answer) => row.first_answered_on ?? row.answered_on
  if (since(goes) < since(stays)) change(draft, 'answers', stays.id, { first_answered_on: since(goes) })
}

function joinQualification(draft: Draft, fields: MergeField[], wanted: Choices): void {
  for (const right of draft.gone.rows.qualification) {
    const left = draft.kept.rows.qualification.find((row) => row.question === right.question)
    if (!left) continue
    const newer: MergeChoice = isNewerRow(left, right, left.said_on, right.said_on) ? 'gone' : 'kept'
    if (left.answer === right.answer) {
      remove(draft, 'qualification', newer === 'gone' ? left.id : right.id)
      continue
    }
    const usual = left.answer === 'unknown' ? 'gone' : right.answer === 'unknown' ? 'kept' : newer
    const choices: MergeChoice[] = ['kept', 'gone']
    const choice = settleChoice(choices, wanted[right.question], usual)
    fields.push({ field: right.question, kept: left.answer, gone: right.answer, choices, choice })
    remove(draft, 'qualification', choice === 'kept' ? right.id : left.id)
  }
}

const oppositeOf: Record<string, string> = {
  household: 'not a household',
  'not a household': 'household',
}

/** What was said of each and a third; of two answers about one pair the later counts. */
function joinPairDecisions(draft: Draft): void {
  const keptId = draft.kept.person.id
  const goneId = draft.gone.person.id
  const thirdOf = (row: MergeRows['pair_decisions'][number], id: number) =>
    row.person_id === id ? row.other_id : row.person_id
  for (const row of draft.kept.rows.pair_decisions) {
    if (thirdOf(row, keptId) === goneId) remove(draft, 'pair_decisions', row.id)
  }
  for (const row of draft.gone.rows.pair_decisions) {
    const third = thirdOf(row, goneId)
    if (third === keptId) continue
    const known = draft.kept.rows.pair_decisions.filter((one) => thirdOf(one, keptId) === third)
    const against = known.filter(({ decision }) => decision === oppositeOf[row.decision])
    if (known.some(({ decision }) => decision === row.decision) || against.some(({ id }) => id > row.id)) {
      remove(draft, 'pair_decisions', row.id)
      continue
    }
    for (const one of against) remove(draft, 'pair_decisions', one.id)
    change(draft, 'pair_decisions', row.id, {
      person_id: Math.min(keptId, third),
      other_id: Math.max(keptId, third),
    })
  }
}

function joinPlaces(draft: Draft): void {
  const known = new Set(draft.kept.rows.place_people.map((row) => row.place_id))
  for (const row of draft.gone.rows.place_people) {
    if (known.has(row.place_id)) remove(draft, 'place_people', row.id)
  }
}

const byDay = (one: { id: number; on: string }, other: { id: number; on: string }) =>
  one.on.localeCompare(other.on) || one.id - other.id

/** One pursuit and one place on the focus list: of two open ones the older stays and holds what the other held. */
function joinPursuits(draft: Draft, person: PersonColumns): void {
  const { kept, gone } = draft
  const pursuits = [...kept.rows.pursuits, ...gone.rows.pursuits]
    .filter((row) => row.closed_on === null)
    .sort((one, other) => byDay({ ...one, on: one.opened_on }, { ...other, on: other.opened_on }))
  const [pursuit, second] = pursuits
  const pursuitColumns: Record<string, Value> = {}
  if (pursuit && second) {
    remove(draft, 'pursuits', second.id)
    if (pursuit.source === '' && second.source !== '') pursuitColumns.source = second.source
    if (pursuit.job_id === null && second.job_id !== null) pursuitColumns.job_id = second.job_id
    if (pursuit.revisit_on === null && second.revisit_on !== null)
      pursuitColumns.revisit_on = second.revisit_on
    draft.remarks.push(messagesOf.onePursuit(pursuit.opened_on))
  }
  const memberships = [...kept.rows.focus_memberships, ...gone.rows.focus_memberships]
  const open = memberships
    .filter((row) => row.left_on === null)
    .sort((one, other) => byDay({ ...one, on: one.joined_on }, { ...other, on: other.joined_on }))
  const [membership, double] = open
  if (membership && double) {
    remove(draft, 'focus_memberships', double.id)
    draft.remarks.push(messagesOf.onePlace(membership.joined_on))
  }
  const ending = endingOf(draft, person, pursuit !== undefined || membership !== undefined)
  for (const row of memberships) {
    if (row === double) continue
    const columns: Record<string, Value> = {}
    if (second && row.pursuit_id === second.id) columns.pursuit_id = pursuit!.id
    if (row === membership) {
      if (pursuit && row.pursuit_id !== pursuit.id) columns.pursuit_id = pursuit.id
      if (double) Object.assign(columns, joinMemberships(row, double))
      if (ending)
        Object.assign(columns, { left_on: draft.today, left_as: ending.as, left_reason: ending.reason })
    }
    change(draft, 'focus_memberships', row.id, columns)
  }
  if (!pursuit) return
  if (ending) {
    Object.assign(pursuitColumns, {
      closed_on: draft.today,
      closed_as: ending.as,
      reason: ending.reason,
      revisit_on: null,
    })
  }
  change(draft, 'pursuits', pursuit.id, pursuitColumns)
}

type Membership = MergeRows['focus_memberships'][number]

function joinMemberships(stays: Membership, goes: Membership): Record<string, Value> {
  const pins = [stays.pinned_on, goes.pinned_on].filter((on) => on !== null).sort()
  const keeps = [stays.kept_on, goes.kept_on].filter((on) => on !== null).sort()
  const words = [...new Set([stays.why_now, goes.why_now].filter((text) => text !== ''))].join('; ')
  return {
    ...(words === stays.why_now ? {} : { why_now: words }),
    ...((pins[0] ?? null) === stays.pinned_on ? {} : { pinned_on: pins[0]! }),
    ...((keeps.at(-1) ?? null) === stays.kept_on ? {} : { kept_on: keeps.at(-1)! }),
  }
}

/** The strictest wins: who is not to be contacted, or private, is courted no more. */
function endingOf(
  draft: Draft,
  person: PersonColumns,
  isCourted: boolean,
): { as: 'never' | 'dropped'; reason: string } | null {
  const steps = [...draft.kept.rows.next_steps, ...draft.gone.rows.next_steps].filter(
    (step) => step.done_on === null && step.dropped_on === null,
  )
  if (person.never_contact_on !== null) {
    for (const step of steps) change(draft, 'next_steps', step.id, { dropped_on: draft.today })
    const both = draft.kept.person.never_contact_on !== null && draft.gone.person.never_contact_on !== null
    if (!both) draft.remarks.push(isCourted ? messagesOf.neverEnds() : messagesOf.neverStays())
    return { as: 'never', reason: person.never_contact_reason }
  }
  if (person.is_private === 0) return null
  if (draft.kept.person.is_private !== draft.gone.person.is_private) {
    draft.remarks.push(isCourted ? messagesOf.privateEnds() : messagesOf.privateStays())
  }
  return { as: 'dropped', reason: '' }
}

/** A name one gave of the other goes, for nobody names themselves; one friend named by both records was named once. */
function joinReferrals(draft: Draft): void {
  const { kept, gone } = draft
  const ids = new Set([kept.person.id, gone.person.id])
  const all = new Map([...kept.rows.referrals, ...gone.rows.referrals].map((row) => [row.id, row]))
  const pairs = new Map<string, MergeRows['referrals'][number]>()
  for (const row of [...all.values()].sort((one, other) =>
    byDay({ ...one, on: one.named_on }, { ...other, on: other.named_on }),
  )) {
    if (row.person_id === null) {
      follow(draft, row)
      continue
    }
    if (ids.has(row.referrer_id) && ids.has(row.person_id)) {
      remove(draft, 'referrals', row.id)
      draft.remarks.push(messagesOf.selfNamed())
      continue
    }
    const key = [row.referrer_id, row.person_id].map((id) => (ids.has(id) ? 'they' : id)).join(' ')
    const before = pairs.get(key)
    // Told twice, in two touches, they were named twice: thanks were due each time.
    if (!before || (before.touch_id !== null && row.touch_id !== null) || isOneRecord(draft, before, row)) {
      pairs.set(key, row)
      follow(draft, row)
      continue
    }
    remove(draft, 'referrals', row.id)
    change(draft, 'referrals', before.id, fillReferral(before, row))
  }
}

/** Both rows were kept under one record already: the merge leaves them as they are. */
function isOneRecord(
  { kept }: Draft,
  one: MergeRows['referrals'][number],
  other: MergeRows['referrals'][number],
): boolean {
  const ofKept = (row: MergeRows['referrals'][number]) =>
    row.referrer_id === kept.person.id || row.person_id === kept.person.id
  return ofKept(one) === ofKept(other)
}

function follow(draft: Draft, row: MergeRows['referrals'][number]): void {
  const { kept, gone } = draft
  if (row.referrer_id === gone.person.id) change(draft, 'referrals', row.id, { referrer_id: kept.person.id })
  else if (row.person_id === gone.person.id) change(draft, 'referrals', row.id, { person_id: kept.person.id })
}

function fillReferral(
  stays: MergeRows['referrals'][number],
  goes: MergeRows['referrals'][number],
): Record<string, Value> {
  const columns: Record<string, Value> = {}
  for (const column of [
    'ask_id',
    'touch_id',
    'agreed',
    'first_contact_on',
    'thanked_on',
    'reported_on',
  ] as const) {
    if (stays[column] === null && goes[column] !== null) columns[column] = goes[column]
  }
  if (stays.introduced === 0 && goes.introduced === 1) columns.introduced = 1
  return columns
}

/** Two rows of one sheet become one; on paper both numbers go on answering for it. */
function joinSheetRows(draft: Draft): void {
  const { kept, gone } = draft
  for (const right of gone.rows.call_sheet_rows) {
    if (right.merged_into !== null) continue
    const left = kept.rows.call_sheet_rows.find(
      (row) => row.merged_into === null && row.sheet_id === right.sheet_id && row.section === right.section,
    )
    if (!left) continue
    const [stays, goes] =
      left.state === 'removed' && right.state !== 'removed' ? [right, left] : [left, right]
    const columns: Record<string, Value> = {}
    if (goes.state === 'done' && stays.state !== 'done') {
      Object.assign(columns, { state: 'done', entered_on: goes.entered_on })
    }
    if (goes.promised === 1 && stays.promised === 0) columns.promised = 1
    change(draft, 'call_sheet_rows', stays.id, columns)
    change(draft, 'call_sheet_rows', goes.id, {
      state: 'removed',
      merged_into: stays.id,
      ...(goes.printed === 1 ? {} : { position: 0 }),
    })
    for (const row of [...kept.rows.call_sheet_rows, ...gone.rows.call_sheet_rows]) {
      if (row.merged_into === goes.id) change(draft, 'call_sheet_rows', row.id, { merged_into: stays.id })
    }
    draft.sheetRows.push({ from: goes.id, to: stays.id })
    if (goes.printed === 1 && goes.state !== 'removed') {
      draft.remarks.push(messagesOf.bothNumbers(goes.position, stays.position))
    }
  }
}

/** The kept record as it will be: what the preview shows and the file must hold afterwards. */
export function applyMerge(kept: MergeSide, gone: MergeSide, plan: MergePlan): MergeSide {
  const firm = plan.person.firm_id === kept.person.firm_id ? kept.firm : gone.firm
  const tables = Object.keys(kept.rows) as MergeTable[]
  const rows = Object.fromEntries(
    tables.map((table) => {
      const removed = new Set(plan.removals.filter((row) => row.table === table).map(({ id }) => id))
      const all = new Map([...kept.rows[table], ...gone.rows[table]].map((row) => [row.id, { ...row }]))
      for (const one of plan.changes) {
        const row = one.table === table ? all.get(one.id) : undefined
        if (row) Object.assign(row, one.columns)
      }
      const left = [...all.values()].filter(({ id }) => !removed.has(id))
      return [table, left.sort((one, other) => one.id - other.id)]
    }),
  ) as unknown as MergeRows
  return { person: plan.person, firm, rows }
}

/** Of two records the one that was written down first: what an owner would keep. */
function _chooseKept(one: PersonColumns, other: PersonColumns): number {
  return isNewer(one, other) ? one.id : other.id
}
