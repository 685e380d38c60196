// One person: everything on their page, adding, editing in place, contact points, and what they said about being contacted.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import type { Consent, Person, PersonEdit } from '../../shared/contract/people.ts'
import { AppError } from '../../shared/errors.ts'
import { findStanding } from '../../shared/rules/know-card/standing.ts'
import { foldText } from '../../shared/rules/people/fold-text.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import { isAsk, isGive } from '../engine/gives-and-asks.ts'
import { makeSortName } from '../engine/search-index.ts'
import { readStandingEvidence } from '../engine/standing.ts'
import type { Reader, ReadingSqlite, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { readLeft } from '../focus-list/leavers.ts'
import { readKnowCard } from '../know-card/know-card.ts'
import { listPlacesOf } from '../places/places.ts'
import { dropFirmIfEmpty, findOrMakeFirm } from '../records/firms.ts'
import { listHouseholdOf } from '../records/households.ts'
import {
  insertContactPoint,
  insertPerson,
  normaliseContact,
  readPersonName,
} from '../records/person-records.ts'
import { closePursuit, findPerson, stopContact } from '../records/pursuits.ts'
import { refuseDamagedPerson } from '../records/refuse-damaged.ts'
import { isOnList, where } from '../records/shown-people.ts'
import { wasErased } from '../records/suppressions.ts'
import { openReferral, readPersonReferrals } from '../referrals/referrals.ts'

/**
 * Everything on a person's page but the timeline; people in the bin can still be looked at. The number of somebody
 * who was merged answers with whom they became.
 * @throws AppError not-found
 */
export async function getPerson(
  db: Reader,
  { id }: ParsedInput<'people.get'>,
  context: QueryContext,
): Promise<Person> {
  const { clock, sqlite } = context
  const row = await db
    .selectFrom('people as p')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .selectAll('p')
    .select(['f.name as firmName', 'f.kind as firmKind'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) {
    const became = await findMerged(db, id)
    if (became === null) throw new AppError('not-found')
    return getPerson(db, { id: became }, context)
  }
  refuseDamagedPerson(sqlite, id)
  const firm =
    row.firm_id !== null && row.firmName !== null && row.firmKind !== null
      ? { id: row.firm_id, name: row.firmName, kind: row.firmKind }
      : null
  const contactPoints = await db
    .selectFrom('contact_points')
    .select(['id', 'kind', 'value', 'label'])
    .where('person_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const steps = await db
    .selectFrom('next_steps')
    .selectAll()
    .where('person_id', '=', id)
    .where('done_on', 'is', null)
    .where('dropped_on', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const membership = await db
    .selectFrom('focus_memberships')
    .select(['id', 'joined_on', 'why_now', 'pinned_on'])
    .where('person_id', '=', id)
    .where(where(isOnList('focus_memberships')))
    .executeTakeFirst()
  return {
    id,
    uid: row.uid,
    name: row.name,
    givenName: row.given_name,
    familyName: row.family_name,
    alsoKnownAs: row.also_known_as,
    firm,
    role: row.role,
    decides: row.decides === null ? null : row.decides === 1,
    birthday: row.birthday,
    note: row.note,
    labels: row.labels,
    noteNotForPaper: row.note_not_for_paper === 1,
    source: row.source,
    foundWords: row.found_words,
    wouldTypeWords: row.would_type_words,
    useful: row.useful,
    askNext: row.ask_next,
    bestChannel: row.best_channel,
    channelVia: row.channel_via,
    bestTime: row.best_time,
    isPrivate: row.is_private === 1,
    neverContactOn: row.never_contact_on,
    neverContactReason: row.never_contact_reason,
    diedOn: row.died_on,
    fileFields: await readFileFields(db, id),
    consents: await readConsents(db, id),
    createdOn: row.created_on,
    deletedAt: row.deleted_at,
    contactPoints,
    nextSteps: steps.map((step) => ({
      id: step.id,
      personId: id,
      what: step.what,
      dueOn: step.due_on,
      dueTime: step.due_time,
      promised: step.promised === 1,
    })),
    focus: membership
      ? {
          membershipId: membership.id,
          joinedOn: membership.joined_on,
          whyNow: membership.why_now,
          pinned: membership.pinned_on !== null,
        }
      : null,
    left: membership ? null : await readLeft(db, id),
    ...(await readKnowCard(db, id)),
    standing: findStanding(readStandingEvidence(sqlite, [id], clock.today()).get(id)!),
    ...countTouches(sqlite, id),
    firmPeople: listHouseholdOf(sqlite, id),
    places: listPlacesOf(sqlite, id),
    referrals: await readPersonReferrals(db, id),
  }
}

/** Whom somebody was merged into, null when they were not. */
async function findMerged(db: Reader, goneId: number): Promise<number | null> {
  const row = await db
    .selectFrom('merged_people')
    .select('person_id')
    .where('gone_id', '=', goneId)
    .executeTakeFirst()
  return row?.person_id ?? null
}

type TouchCounts = Pick<
  Person,
  'touches' | 'attempts' | 'theirs' | 'mailings' | 'lastTouchOn' | 'gives' | 'asks'
>

/** Counted from the touches themselves, as the ring and the cadence are. */
function countTouches(sqlite: ReadingSqlite, personId: number): TouchCounts {
  return sqlite
    .prepare(
      `SELECT coalesce(sum(how <> 'no answer' AND direction = 'out' AND to_many = 0), 0) AS touches,
         coalesce(sum(how = 'no answer' AND direction = 'out'), 0) AS attempts,
         coalesce(sum(how <> 'no answer' AND direction = 'in'), 0) AS theirs,
         coalesce(sum(how <> 'no answer' AND direction = 'out' AND to_many = 1), 0) AS mailings,
         max(CASE WHEN how <> 'no answer' THEN happened_on END) AS lastTouchOn,
         coalesce(sum(${isGive()}), 0) AS gives, coalesce(sum(${isAsk()}), 0) AS asks
       FROM touches WHERE person_id = ?`,
    )
    .get(personId) as TouchCounts
}

/** What they said last, for each channel they spoke of. */
async function readConsents(db: Reader, personId: number): Promise<Consent[]> {
  const rows = await db
    .selectFrom('consents')
    .select(['channel', 'answer', 'said_on as saidOn', 'how'])
    .where('person_id', '=', personId)
    .orderBy('said_on')
    .orderBy('id')
    .execute()
  return [...new Map(rows.map((row) => [row.channel, row])).values()]
}

function readFileFields(db: Reader, personId: number) {
  return db
    .selectFrom('file_fields')
    .select(['label', 'value'])
    .where('person_id', '=', personId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/**
 * Adds a person, linked to who named them. Opens no pursuit unless somebody did. Asked again under the same uid,
 * after a save whose outcome was not known, answers the first.
 * @throws AppError person-needs-name; not-found for a referrer who is gone
 */
export async function addPerson(
  db: Writer,
  { referrerId, ...input }: ParsedInput<'people.add'>,
  context: CommandContext,
): Promise<{ id: number }> {
  const before = await db.selectFrom('people').select('id').where('uid', '=', input.uid).executeTakeFirst()
  if (before) return before
  if (!input.anyway) await refuseErased(db, input, context)
  const id = await insertPerson(db, input, context)
  if (referrerId !== null) {
    await findPerson(db, referrerId)
    const friend = await findPerson(db, id)
    const namedOn = context.clock.today()
    await openReferral(db, { referrerId, friend, touchId: null, namedOn, agreed: null }, context)
  }
  context.say('people.added', { name: await readPersonName(db, id) })
  return { id }
}

/** Somebody who was erased comes back by hand alone, and knowingly. */
async function refuseErased(
  db: Writer,
  { name, firmName, phone, email }: Pick<ParsedInput<'people.add'>, 'name' | 'firmName' | 'phone' | 'email'>,
  { sqlite }: CommandContext,
): Promise<void> {
  const contacts = [
    { kind: 'phone', normalised: await normaliseContact(db, 'phone', phone) },
    { kind: 'email', normalised: await normaliseContact(db, 'email', email) },
  ]
  if (wasErased(sqlite, { name: name.trim(), firm: firmName.trim(), contacts }))
    throw new AppError('was-erased')
}

/** Columns of the fields that are plain text. */
const textColumns = {
  givenName: 'given_name',
  familyName: 'family_name',
  alsoKnownAs: 'also_known_as',
  role: 'role',
  note: 'note',
  labels: 'labels',
  source: 'source',
  foundWords: 'found_words',
  wouldTypeWords: 'would_type_words',
  useful: 'useful',
  askNext: 'ask_next',
  channelVia: 'channel_via',
  bestTime: 'best_time',
} as const

/**
 * Changes what is given and leaves the rest.
 * @throws AppError not-found; person-needs-name when neither a name nor a firm would be left
 */
export async function editPerson(
  db: Writer,
  { id, changes }: ParsedInput<'people.edit'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const before = await db
    .selectFrom('people as p')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['p.name', 'p.given_name', 'p.family_name', 'p.firm_id', 'f.name as firmName'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!before) throw new AppError('not-found')
  const name = changes.name?.trim() ?? before.name
  const firmName = changes.firmName?.trim() ?? before.firmName ?? ''
  if (name === '' && firmName === '') throw new AppError('person-needs-name')
  const firmId = changes.firmName === undefined ? before.firm_id : await findOrMakeFirm(db, firmName, context)
  await db
    .updateTable('people')
    .set({
      name,
      sort_name: makeSortName(name || firmName),
      firm_id: firmId,
      // A part that the new name no longer holds would go on being found and sorted by.
      given_name: keepPart(before.given_name, name),
      family_name: keepPart(before.family_name, name),
      ...columnsOf(changes),
    })
    .where('id', '=', id)
    .execute()
  if (before.firm_id !== null && before.firm_id !== firmId) await dropFirmIfEmpty(db, before.firm_id)
  if (changes.isPrivate) await closePursuit(db, { ...endedAsPrivate, personId: id }, context.clock.today())
  context.say('people.changed', { name: await readPersonName(db, id) })
  return {}
}

/** Private people stay off lists and paper. */
const endedAsPrivate = { as: 'dropped', reason: '', lostTo: '', revisitOn: null } as const

function keepPart(part: string, name: string): string {
  return ` ${foldText(name)} `.includes(` ${foldText(part)} `) ? part : ''
}

const toFlag = (answer: boolean): 0 | 1 => (answer ? 1 : 0)

function columnsOf(changes: PersonEdit) {
  const columns: Partial<Record<(typeof textColumns)[keyof typeof textColumns], string>> = {}
  for (const [field, column] of Object.entries(textColumns)) {
    const text = changes[field as keyof typeof textColumns]
    if (text !== undefined) columns[column] = text.trim()
  }
  return {
    ...columns,
    ...(changes.bestChannel === undefined ? {} : { best_channel: changes.bestChannel }),
    ...(changes.birthday === undefined ? {} : { birthday: changes.birthday }),
    ...(changes.noteNotForPaper === undefined ? {} : { note_not_for_paper: toFlag(changes.noteNotForPaper) }),
    ...(changes.isPrivate === undefined ? {} : { is_private: toFlag(changes.isPrivate) }),
    ...(changes.decides === undefined
      ? {}
      : { decides: changes.decides === null ? null : toFlag(changes.decides) }),
  }
}

/**
 * Adds a way to reach somebody, or changes one; it is kept as typed, never refused for its look.
 * @throws AppError not-found
 */
export async function saveContactPoint(
  db: Writer,
  input: ParsedInput<'people.saveContactPoint'>,
  context: CommandContext,
): Promise<CallOutput<'people.saveContactPoint'>> {
  const name = await readPersonName(db, input.personId)
  let id = input.id
  if (id === null) {
    id = await insertContactPoint(db, input.personId, input.kind, input.value, input.label)
  } else {
    const changed = await db
      .updateTable('contact_points')
      .set({
        kind: input.kind,
        value: input.value.trim(),
        label: input.label.trim(),
        normalised: await normaliseContact(db, input.kind, input.value),
      })
      .where('id', '=', id)
      .where('person_id', '=', input.personId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
  }
  context.say('people.contactSaved', { name, value: input.value.trim() })
  return { id }
}

/** @throws AppError not-found */
export async function removeContactPoint(
  db: Writer,
  { id }: ParsedInput<'people.removeContactPoint'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const removed = await db
    .deleteFrom('contact_points')
    .where('id', '=', id)
    .where('person_id', 'is not', null)
    .returning(['person_id', 'value'])
    .executeTakeFirst()
  if (removed?.person_id == null) throw new AppError('not-found')
  context.say('people.contactRemoved', {
    name: await readPersonName(db, removed.person_id),
    value: removed.value,
  })
  return {}
}

/** Keeps what they said about a channel, with the day, once; earlier answers stay on record. */
export async function setConsent(
  db: Writer,
  input: ParsedInput<'people.setConsent'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const name = await readPersonName(db, input.id)
  const { channel, answer } = input
  const said = { channel, answer, saidOn: context.clock.today(), how: input.how.trim() }
  const last = (await readConsents(db, input.id)).find((one) => one.channel === channel)
  if (last?.answer === answer && last.saidOn === said.saidOn && last.how === said.how) return {}
  await db
    .insertInto('consents')
    .values({ uid: makeUid(), person_id: input.id, channel, answer, said_on: said.saidOn, how: said.how })
    .execute()
  context.say(input.answer === 'yes' ? 'people.consentYes' : 'people.consentNo', { name })
  return {}
}

/** Sets or lifts "do not contact"; setting it takes the person off the focus list, with nothing planned any more. */
export async function setNeverContact(
  db: Writer,
  input: ParsedInput<'people.setNeverContact'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const name = await readPersonName(db, input.id)
  if (input.never) {
    await stopContact(db, input.id, input.reason.trim(), context.clock.today())
  }
  await db
    .updateTable('people')
    .set(
      input.never
        ? { never_contact_reason: input.reason.trim() }
        : { never_contact_on: null, never_contact_reason: '', died_on: null },
    )
    .where('id', '=', input.id)
    .execute()
  context.say(input.never ? 'people.neverContactSet' : 'people.neverContactLifted', { name })
  return {}
}

/**
 * Notes that somebody has died: off the focus list, every proposal and all paper, their story kept. Taking it back
 * leaves "do not contact" as it is, for the owner to lift.
 */
export async function setDied(
  db: Writer,
  { id, died, on }: ParsedInput<'people.setDied'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const name = await readPersonName(db, id)
  if (died) await stopContact(db, id, '', context.clock.today())
  await db
    .updateTable('people')
    .set({ died_on: died ? (on ?? '') : null })
    .where('id', '=', id)
    .execute()
  context.say(died ? 'people.diedSet' : 'people.diedLifted', { name })
  return {}
}
