// Texts the owner uses again: keeping them, and what is known of a person to fill their fields.

import type { CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { type LetterTo, type MessageText, type TextFacts, textChannels } from '../../shared/contract/texts.ts'
import { AppError } from '../../shared/errors.ts'
import { guessGivenName } from '../../shared/rules/people/guess-given-name.ts'
import type { CommandContext, QueryContext } from '../engine/contexts.ts'
import { prepareOnce } from '../engine/prepare-once.ts'
import type { Reader, ReadingSqlite, Writer } from '../engine/store.ts'
import { refuseDamagedOnPaper } from '../records/refuse-damaged.ts'
import { isInUse, where } from '../records/shown-people.ts'

/** Every text, by channel, then by name. */
export async function listTexts(db: Reader): Promise<MessageText[]> {
  const rows = await db
    .selectFrom('message_texts')
    .select(['id', 'name', 'channel', 'subject', 'body'])
    .where(where(isInUse('message_texts')))
    .execute()
  const at = (row: MessageText) => textChannels.indexOf(row.channel)
  return rows.sort((a, b) => at(a) - at(b) || a.name.localeCompare(b.name) || a.id - b.id)
}

type Fields = Omit<ParsedInput<'texts.edit'>, 'id'>

/** What a row holds of a text. @throws AppError text-needs-name, text-needs-words */
function textColumns({ name, channel, subject, body }: Fields) {
  if (name.trim() === '') throw new AppError('text-needs-name')
  if (body.trim() === '') throw new AppError('text-needs-words')
  return {
    name: name.trim(),
    channel,
    subject: channel === 'email' ? subject.trim() : '',
    body: body.trim(),
  }
}

/**
 * Adds texts in one step; one that is here already under its uid is not added again.
 * @throws AppError text-needs-name, text-needs-words
 */
export async function addTexts(
  db: Writer,
  { texts }: ParsedInput<'texts.add'>,
  context: CommandContext,
): Promise<{ ids: number[] }> {
  const ids: number[] = []
  let added = 0
  for (const { uid, ...fields } of texts) {
    const columns = textColumns(fields)
    const before = await db.selectFrom('message_texts').select('id').where('uid', '=', uid).executeTakeFirst()
    const row =
      before ??
      (await db
        .insertInto('message_texts')
        .values({ uid, ...columns, deleted_at: null })
        .returning('id')
        .executeTakeFirstOrThrow())
    if (!before) added += 1
    ids.push(row.id)
  }
  if (added === 1) context.say('texts.done.added', { name: texts[0]!.name.trim() })
  else if (added > 1) context.say('texts.done.addedMany', { count: added })
  return { ids }
}

/** @throws AppError not-found */
async function findText(db: Reader, id: number): Promise<{ name: string }> {
  const text = await db
    .selectFrom('message_texts')
    .select('name')
    .where('id', '=', id)
    .where(where(isInUse('message_texts')))
    .executeTakeFirst()
  if (!text) throw new AppError('not-found', { id })
  return text
}

/** @throws AppError not-found, text-needs-name, text-needs-words */
export async function editText(
  db: Writer,
  { id, ...fields }: ParsedInput<'texts.edit'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  await findText(db, id)
  const columns = textColumns(fields)
  await db.updateTable('message_texts').set(columns).where('id', '=', id).execute()
  context.say('texts.done.changed', { name: columns.name })
  return {}
}

/** @throws AppError not-found */
export async function removeText(
  db: Writer,
  { id }: ParsedInput<'texts.remove'>,
  context: CommandContext,
): Promise<Record<string, never>> {
  const { name } = await findText(db, id)
  const deleted = { deleted_at: context.clock.now() }
  await db.updateTable('message_texts').set(deleted).where('id', '=', id).execute()
  context.say('texts.done.removed', { name })
  return {}
}

/**
 * What is known of one person for the fields of a text; of a referrer who is private or wants no contact no name leaves the file.
 * @throws AppError not-found, rows-damaged
 */
export function getTextFacts(
  _db: Reader,
  { personId }: ParsedInput<'texts.facts'>,
  { sqlite }: QueryContext,
): CallOutput<'texts.facts'> {
  refuseDamagedOnPaper(sqlite, [personId])
  const facts = readFacts(sqlite, personId)
  if (!facts) throw new AppError('not-found', { id: personId })
  return facts
}

/** Null for somebody unknown or in the bin. */
function readFacts(sqlite: ReadingSqlite, personId: number): TextFacts | null {
  const person = prepareOnce(
    sqlite,
    `SELECT p.given_name AS givenName, p.name AS name, coalesce(f.name, '') AS firm, p.found_words AS foundWords
     FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE p.id = ? AND ${isInUse('p')}`,
  ).get(personId) as { givenName: string; name: string; firm: string; foundWords: string } | undefined
  if (!person) return null
  const job = prepareOnce(
    sqlite,
    `SELECT what FROM jobs WHERE person_id = ? ORDER BY max(coalesce(quoted_on, ''), coalesce(ordered_on, ''),
       coalesce(delivered_on, ''), coalesce(paid_on, ''), coalesce(lost_on, '')) DESC, id DESC LIMIT 1`,
  )
    .pluck()
    .get(personId) as string | undefined
  const nextStep = prepareOnce(
    sqlite,
    `SELECT what, due_on AS dueOn FROM next_steps
     WHERE person_id = ? AND done_on IS NULL AND dropped_on IS NULL ORDER BY due_on, id LIMIT 1`,
  ).get(personId) as { what: string; dueOn: string } | undefined
  const lastTouchOn = prepareOnce(
    sqlite,
    "SELECT max(happened_on) FROM touches WHERE person_id = ? AND how <> 'no answer'",
  )
    .pluck()
    .get(personId) as string | null
  return {
    ...person,
    givenName: person.givenName || guessGivenName(person.name),
    name: nameOrFirm(person),
    job: job ?? '',
    nextStep: nextStep ?? null,
    lastTouchOn,
    referrer: readReferrer(sqlite, personId),
  }
}

/** As a letter calls them: nobody is written to as “someone at”. */
const nameOrFirm = ({ name, firm }: { name: string; firm: string }) => name || firm

function readReferrer(sqlite: ReadingSqlite, personId: number): TextFacts['referrer'] {
  const row = prepareOnce(
    sqlite,
    `SELECT q.name AS name, coalesce(f.name, '') AS firm, q.is_private = 1 OR q.never_contact_on IS NOT NULL AS isHidden
     FROM referrals r JOIN people q ON q.id = r.referrer_id LEFT JOIN firms f ON f.id = q.firm_id
     WHERE r.person_id = ? AND ${isInUse('q')} ORDER BY r.named_on DESC, r.id DESC LIMIT 1`,
  ).get(personId) as { name: string; firm: string; isHidden: 0 | 1 } | undefined
  if (!row) return null
  return row.isHidden === 1 ? { name: '', isHidden: true } : { name: nameOrFirm(row), isHidden: false }
}

/**
 * Whom letters may go to, each once, in the order asked: anyone unknown or in the bin is left out.
 * @throws AppError rows-damaged
 */
export function listLetterRecipients(
  _db: Reader,
  { personIds }: ParsedInput<'texts.recipients'>,
  { sqlite }: QueryContext,
): LetterTo[] {
  refuseDamagedOnPaper(sqlite, personIds)
  return [...new Set(personIds)].flatMap((personId) => {
    const facts = readFacts(sqlite, personId)
    return facts ? [{ personId, facts, ...readWay(sqlite, personId) }] : []
  })
}

/** Where a letter to them goes, and what stands against it, the strictest first; what they said last holds. */
function readWay(sqlite: ReadingSqlite, personId: number): Pick<LetterTo, 'address' | 'closed'> {
  const row = prepareOnce(
    sqlite,
    `SELECT p.never_contact_on IS NOT NULL AS never, p.is_private AS isPrivate,
       coalesce((SELECT c.value FROM contact_points c WHERE c.person_id = p.id AND c.kind = 'address'
         ORDER BY c.position, c.id LIMIT 1), '') AS address,
       (SELECT c.answer FROM consents c WHERE c.person_id = p.id AND c.channel = 'letter'
         ORDER BY c.said_on DESC, c.id DESC LIMIT 1) AS answer
     FROM people p WHERE p.id = ?`,
  ).get(personId) as { never: 0 | 1; isPrivate: 0 | 1; address: string; answer: 'yes' | 'no' | null }
  const saidNo = row.answer === 'no' ? 'said no' : null
  return { address: row.address, closed: row.never ? 'never contact' : row.isPrivate ? 'private' : saidNo }
}
