// Files that other programs wrote, and data files of older versions, too many to keep here: a folder beside the project, where there is one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const outside = join(import.meta.dirname, '../../../shared')
export const outsideFiles = join(outside, 'data')
/** A backup made by the program of the first schema. */
export const outsideBackup = join(outside, 'cases/damage/good-backup.db')
/** Files that were damaged, or lie where they do not belong. */
export const outsideDamage = join(outside, 'cases/damage')
export const outsideFilesAreThere = existsSync(outsideFiles)
/** The name of the skipped test that counts in their place. */
export const notTried = `not tried: there is no folder ${outsideFiles}`
