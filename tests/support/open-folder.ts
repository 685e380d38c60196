// A process of its own that opens a data folder: says so and holds it, or says why it was refused.
import { openStore } from '../../src/data/engine/open-database.ts'
import { AppError } from '../../src/shared/errors.ts'

try {
  await openStore(process.argv[2]!, new Date().toISOString())
  process.stdout.write('open\n')
  setInterval(() => undefined, 1000)
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stdout.write(`${error.code}\n`)
}
