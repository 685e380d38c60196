// Address books that other programs wrote, too many to keep here: a folder beside the project, where there is one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const outsideFiles = join(import.meta.dirname, '../../../shared/data')
export const outsideFilesAreThere = existsSync(outsideFiles)
/** The name of the skipped test that counts in their place. */
export const notTried = `not tried: there is no folder ${outsideFiles}`
