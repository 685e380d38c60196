// A person as other areas write one down: the row with its contact points, and the name said at the foot.
import type { ParsedInput } from '../../shared/contract/index.ts'
import type { Person } from '../../shared/contract/people.ts'
import { AppError, type Name } from '../../shared/errors.ts'
import { nameFact } from '../../shared/rules/people/name-fact.ts'
import { normaliseContactPoint } from '../../shared/rules/people/normalise-contact.ts'
import type { CommandContext } from '../engine/contexts.ts'
import { makeSortName } from '../engine/search-index.ts'
import type { Reader, Writer } from '../engine/store.ts'
import { makeUid } from '../engine/uid.ts'
import { findOrMakeFirm } from './firms.ts'
import { getSettings } from './settings.ts'

type ContactKind = Person['contactPoints'][number]['kind']

/**
 * How a person is called in the line at the foot.
 * @throws AppError not-found
 */
export async function readPersonName(db: Reader, id: number): Promise<Name> {
  const row = await db
    .selectFrom('people as p')
    .leftJoin('firms as f', 'f.id', 'p.firm_id')
    .select(['p.name as name', 'f.name as firm'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return nameFact({ name: row.name, firm: row.firm })
}

type NewPerson = Pick<ParsedInput<'people.add'>, 'uid' | 'name'> &
  Partial<Omit<ParsedInput<'people.add'>, 'referrerId'>>

/**
 * Writes a person down with a phone and a mail; a name or a firm is enough. Opens no pursuit.
 * @throws AppError person-needs-name
 */
export async function insertPerson(
  db: Writer,
  input: NewPerson,
  context: Pick<CommandContext, 'clock'>,
): Promise<number> {
  const { firmName = '', phone = '', email = '', note = '', source = '' } = input
  const { foundWords = '', wouldTypeWords = '' } = input
  const name = input.name.trim()
  const firm = firmName.trim()
  if (name === '' && firm === '') throw new AppError('person-needs-name')
  const { id } = await db
    .insertInto('people')
    .values({
      uid: input.uid,
      name,
      sort_name: makeSortName(name || firm),
      firm_id: await findOrMakeFirm(db, firm, context),
      note: note.trim(),
      source: source.trim(),
      found_words: foundWords.trim(),
      would_type_words: wouldTypeWords.trim(),
      created_at: context.clock.now(),
      created_on: context.clock.today(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (phone.trim() !== '') await insertContactPoint(db, id, 'phone', phone, '')
  if (email.trim() !== '') await insertContactPoint(db, id, 'email', email, '')
  return id
}

/** A phone or mail as it compares, read with the shop's country. */
export async function normaliseContact(db: Reader, kind: ContactKind, value: string): Promise<string> {
  return normaliseContactPoint(kind, value, (await getSettings(db)).country)
}

/** Adds a way to reach somebody behind those they have. */
export async function insertContactPoint(
  db: Writer,
  personId: number,
  kind: ContactKind,
  value: string,
  label: string,
): Promise<number> {
  const last = await db
    .selectFrom('contact_points')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const row = await db
    .insertInto('contact_points')
    .values({
      uid: makeUid(),
      person_id: personId,
      kind,
      value: value.trim(),
      label: label.trim(),
      normalised: await normaliseContact(db, kind, value),
      position: (last?.position ?? -1) + 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
