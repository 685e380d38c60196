// Texts the owner uses again: keeping them, and what is known of a person to fill their fields.
import type { CallOutput, ParsedInput } from '../shared/contract/index.ts'
import { type MessageText, textChannels } from '../shared/contract/texts.ts'
import { AppError } from '../shared/errors.ts'
import { guessGivenName } from '../shared/rules/guess-given-name.ts'
import type { Reader, Writer } from './open-database.ts'
import type { CommandContext, QueryContext } from './run-call.ts'

/** Every text, by channel, then by name. */
export async function listTexts(db: Reader): Promise<MessageText[]> {
  const rows = await db
    .selectFrom('message_texts')
    .select(['id', 'name', 'channel', 'subject', 'body'])
    .where('deleted_at', 'is', null)
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
    .where('deleted_at', 'is', null)
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
 * @throws AppError not-found
 */
export function getTextFacts(
  _db: Reader,
  { personId }: ParsedInput<'texts.facts'>,
  { store }: QueryContext,
): CallOutput<'texts.facts'> {
  const sqlite = store.readerSqlite
  const person = sqlite
    .prepare(
      `SELECT p.given_name AS givenName, p.name AS name, coalesce(f.name, '') AS firm, p.found_words AS foundWords
       FROM people p LEFT JOIN firms f ON f.id = p.firm_id WHERE p.id = ? AND p.deleted_at IS NULL`,
    )
    .get(personId) as { givenName: string; name: string; firm: string; foundWords: string } | undefined
  if (!person) throw new AppError('not-found', { id: personId })
  const job = sqlite
    .prepare(
      `SELECT what FROM jobs WHERE person_id = ? ORDER BY max(coalesce(quoted_on, ''), coalesce(ordered_on, ''),
         coalesce(delivered_on, ''), coalesce(paid_on, ''), coalesce(lost_on, '')) DESC, id DESC LIMIT 1`,
    )
    .pluck()
    .get(personId) as string | undefined
  const nextStep = sqlite
    .prepare(
      `SELECT what, due_on AS dueOn FROM next_steps
       WHERE person_id = ? AND done_on IS NULL AND dropped_on IS NULL ORDER BY due_on, id LIMIT 1`,
    )
    .get(personId) as { what: string; dueOn: string } | undefined
  const lastTouchOn = sqlite
    .prepare("SELECT max(happened_on) FROM touches WHERE person_id = ? AND how <> 'no answer'")
    .pluck()
    .get(personId) as string | null
  return {
    ...person,
    givenName: person.givenName || guessGivenName(person.name),
    name: nameOrFirm(person),
    job: job ?? '',
    nextStep: nextStep ?? null,
    lastTouchOn,
    referrer: readReferrer(store, personId),
  }
}

/** As a letter calls them: nobody is written to as “someone at”. */
const nameOrFirm = ({ name, firm }: { name: string; firm: string }) => name || firm

function readReferrer({ readerSqlite }: QueryContext['store'], personId: number) {
  const row = readerSqlite
    .prepare(
      `SELECT q.name AS name, coalesce(f.name, '') AS firm, q.is_private = 1 OR q.never_contact_on IS NOT NULL AS isHidden
       FROM referrals r JOIN people q ON q.id = r.referrer_id LEFT JOIN firms f ON f.id = q.firm_id
       WHERE r.person_id = ? AND q.deleted_at IS NULL ORDER BY r.named_on DESC, r.id DESC LIMIT 1`,
    )
    .get(personId) as { name: string; firm: string; isHidden: 0 | 1 } | undefined
  if (!row) return null
  return row.isHidden === 1 ? { name: '', isHidden: true } : { name: nameOrFirm(row), isHidden: false }
}
