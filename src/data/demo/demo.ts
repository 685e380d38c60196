// Fills an empty file with a sample shop: a framer, two years of work, every situation the screens can show.

import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Writer } from '../engine/store.ts'
import { changeSettings } from '../records/settings.ts'
import { customers } from './customers.ts'
import { startFilling } from './filling.ts'
import { others } from './others.ts'
import { prospects } from './prospects.ts'
import { tellHistory } from './tell-history.ts'
import { writeJobs, writePursuit, writeReferrals, writeTouches } from './write-history.ts'
import { writePerson } from './write-people.ts'
import { writeSheets } from './write-sheets.ts'
import { writePlacePeople, writePlaceVisits, writeShop } from './write-shop.ts'

/**
 * Fills the file; the same day and country give the same rows, down to ids and instants.
 * @throws AppError file-not-empty when anybody is in it, the bin included
 */
export async function fillDemo(
  db: Writer,
  input: ParsedInput<'app.fillDemo'>,
  context: Pick<CommandContext, 'clock' | 'say'>,
): Promise<{ people: number }> {
  const anybody = await db.selectFrom('people').select('id').limit(1).executeTakeFirst()
  if (anybody) throw new AppError('file-not-empty')
  if (input.owner) await changeSettings(db, input.owner, { say() {} })
  const filling = await startFilling(db, context.clock.today(), input.country)
  await writeShop(filling)
  const told = tellHistory(prospects, customers, others)
  for (const one of told) await writePerson(filling, one.person, one.since)
  await writePlacePeople(filling)
  for (const one of told) await writeJobs(filling, one.person)
  await writeTouches(filling, told)
  await writePlaceVisits(filling)
  for (const one of told) await writePursuit(filling, one)
  await writeReferrals(filling)
  await writeSheets(filling, told)
  if (!input.owner) context.say('app.filledDemo', { people: told.length })
  return { people: told.length }
}
