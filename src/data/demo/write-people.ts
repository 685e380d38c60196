// Writes the sample shop's people: names, contact points, what they agreed to, what is known of them.
import type { BuyingWindow } from '../../shared/rules/know-card/buying-window.ts'
import { qualificationQuestions } from '../../shared/rules/know-card/know-card.ts'
import { normaliseContactPoint } from '../../shared/rules/people/normalise-contact.ts'
import { makeSortName } from '../engine/search-index.ts'
import { type Filling, idNamedOrNull, idOf } from './filling.ts'
import type { Ago, SamplePerson } from './sample-shop.ts'

/** Numbers kept free for stories; nobody is called by mistake. */
export const sayPhone = (lastTwo: string) => `555-01${lastTwo}`

export async function writeContact(
  { db, country, uid }: Pick<Filling, 'db' | 'country' | 'uid'>,
  owner: { person_id: number | null; firm_id: number | null },
  kind: 'phone' | 'email' | 'address',
  value: string,
  position: number,
): Promise<void> {
  const normalised = normaliseContactPoint(kind, value, country)
  await db
    .insertInto('contact_points')
    .values({ uid: uid(), ...owner, kind, value, normalised, position })
    .execute()
}

/** One person with contact points, consents and what is known of them; their id is noted under their key. */
export async function writePerson(filling: Filling, person: SamplePerson, since: Ago): Promise<void> {
  const { db, on, openOn, at, uid, ids } = filling
  const name = person.name ?? [person.given, person.family].filter(Boolean).join(' ')
  const createdOn = openOn(since)
  const id = await idOf(
    db
      .insertInto('people')
      .values({
        uid: uid(),
        name,
        sort_name: makeSortName(name || (person.firm ?? '')),
        given_name: person.given ?? '',
        family_name: person.family ?? '',
        firm_id: idNamedOrNull(ids, 'firm', person.firm),
        role: person.role ?? '',
        decides: person.decides === undefined ? null : person.decides ? 1 : 0,
        birthday:
          person.birthdayOn === undefined ? (person.birthday ?? null) : `--${on(person.birthdayOn).slice(5)}`,
        note: person.note ?? '',
        source: person.source ?? '',
        found_words: person.foundWords ?? '',
        would_type_words: person.wouldType ?? '',
        useful: person.useful ?? '',
        best_channel: person.bestChannel ?? '',
        best_time: person.bestTime ?? '',
        is_private: person.isPrivate ? 1 : 0,
        never_contact_on: person.never ? on(person.never.ago) : null,
        never_contact_reason: person.never?.why ?? '',
        created_at: at(createdOn),
        created_on: createdOn,
        deleted_at: null,
      })
      .returning('id'),
  )
  ids.set(`person ${person.key}`, id)
  const owner = { person_id: id, firm_id: null }
  if (person.phone) await writeContact(filling, owner, 'phone', sayPhone(person.phone), 0)
  if (person.email) await writeContact(filling, owner, 'email', person.email, 1)
  if (person.address) await writeContact(filling, owner, 'address', person.address, 2)
  for (const { channel, answer, ago, how } of person.consents ?? []) {
    const consent = { uid: uid(), person_id: id, channel, answer, said_on: on(ago), how }
    await db.insertInto('consents').values(consent).execute()
  }
  await writeAnswers(filling, person, id)
}

async function writeAnswers({ db, on, uid }: Filling, person: SamplePerson, id: number): Promise<void> {
  const answeredOn = on(person.touches?.at(-1)?.ago ?? 30)
  for (const question of ['why', 'what', 'how', 'when', 'where'] as const) {
    const words = person.answers?.[question]
    if (words === undefined) continue
    const window = question === 'when' ? findWindow(person, on) : null
    await db
      .insertInto('answers')
      .values({
        uid: uid(),
        person_id: id,
        question,
        words,
        window_from: window?.from ?? null,
        window_to: window?.to ?? null,
        window_yearly: window?.yearly ? 1 : 0,
        answered_on: answeredOn,
      })
      .execute()
  }
  for (const question of qualificationQuestions) {
    const answer = person.qualified?.[question]
    if (answer === undefined) continue
    const saidBy = answer === 'unknown' ? '' : question === 'want' ? 'I' : 'they'
    const said = { said_by: saidBy, said_on: answeredOn }
    await db
      .insertInto('qualification')
      .values({ uid: uid(), person_id: id, question, answer, ...said })
      .execute()
  }
}

/** Every year, in days from today or in the months the words name. */
function findWindow({ buys, season }: SamplePerson, on: Filling['on']): BuyingWindow | null {
  if (buys) return { from: on(buys.from), to: on(buys.to), yearly: true }
  if (!season) return null
  const year = Number(on(0).slice(0, 4)) + (on(0).slice(5) > season.to ? 1 : 0)
  return { from: `${year}-${season.from}`, to: `${year}-${season.to}`, yearly: true }
}
