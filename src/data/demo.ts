// Fills an empty file with a sample shop: a framer, two years of work, every situation the screens can show.
import type { ParsedInput } from '../shared/contract/index.ts'
import { AppError } from '../shared/errors.ts'
import { customers } from './demo/customers.ts'
import { startFilling } from './demo/filling.ts'
import { others } from './demo/others.ts'
import { prospects } from './demo/prospects.ts'
import { tellHistory } from './demo/tell-history.ts'
import { writeCourtship, writeJobs, writeReferrals, writeTouches } from './demo/write-history.ts'
import { writePerson } from './demo/write-people.ts'
import { writeSheets } from './demo/write-sheets.ts'
import { writePlacePeople, writePlaceVisits, writeShop } from './demo/write-shop.ts'
import type { Writer } from './engine/open-database.ts'
import type { CommandContext } from './engine/run-call.ts'
import { changeSettings } from './records/settings.ts'

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
  for (const one of told) await writeCourtship(filling, one)
  await writeReferrals(filling)
  await writeSheets(filling, told)
  if (!input.owner) context.say('app.filledDemo', { people: told.length })
  return { people: told.length }
}
