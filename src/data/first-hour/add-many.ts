// Adds the rows of a paper list as one command: each matched against the file as a row of an import would be.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { splitReach } from '../../shared/rules/first-hour/parse-paper-list.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Writer } from '../engine/store.ts'
import {
  addContact,
  buildPerson,
  cleanValue,
  emptyDraft,
  makeFingerprint,
} from '../import-export/build-person.ts'
import { takeRecord } from '../import-export/import.ts'
import { type Incoming, PeopleMatcher, prepareRecord } from '../import-export/match-people.ts'
import { makePeopleWriter } from '../import-export/write-people.ts'
import { getSettings } from '../records/settings.ts'
import { loadSuppressions } from '../records/suppressions.ts'

/** A paper list names none of the fields a remark is made of. */
const noRemarks = { firm: '', role: '', birthday: '', source: '', foundWords: '', inFile: '' }

type Row = ParsedInput<'firstHour.addMany'>['rows'][number]
type Result = CallOutput<'firstHour.addMany'>

/** Without a name, a mail or phone stands for it; a row with neither is skipped with that as its reason. */
export async function addMany(
  db: Writer,
  { rows }: ParsedInput<'firstHour.addMany'>,
  { sqlite, clock, breathe, say }: CommandContext,
): Promise<Result> {
  const { country } = await getSettings(db)
  const records = rows.map((row) => prepareRow(row, country))
  const matcher = new PeopleMatcher()
  await matcher.load(
    sqlite,
    records.filter((record) => record !== null),
    breathe,
  )
  const writer = makePeopleWriter(sqlite, {
    importId: null,
    now: clock.now(),
    today: clock.today(),
    remarks: noRemarks,
  })
  const hands = { matcher, writer, suppressed: loadSuppressions(sqlite) }
  const outcomes = records.map((record, at): Result['rows'][number] => {
    const { uid } = rows[at]!
    if (record === null) return { uid, outcome: 'skipped', reason: { key: 'firstHour.odd.noName' } }
    const { outcome, reason } = takeRecord(record, hands)
    return { uid, outcome, reason: reason ?? null }
  })
  const count = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length
  const added = count('added')
  if (added > 0) say('firstHour.done.addedMany', { count: added })
  else say('firstHour.done.addedNobody')
  return { added, merged: count('merged'), rows: outcomes }
}

/** The screen's own id makes a row that is sent twice the same person. */
function prepareRow({ uid, name, reach, note }: Row, country: string): Incoming | null {
  const draft = { ...emptyDraft(0), uid, name: cleanValue(name), notes: [note] }
  const { phones, emails } = splitReach(cleanValue(reach))
  for (const phone of phones) addContact(draft, 'phone', phone, '')
  for (const email of emails) addContact(draft, 'email', email, '')
  const person = buildPerson(draft, makeFingerprint(['paper list', uid]), [])
  return person && { ...prepareRecord('', person, country), newUid: uid }
}
