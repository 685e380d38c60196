// The ordered list of schema steps; a shipped step is never edited, and a test pins its checksum.
import { initial } from './0001-initial.ts'

export interface Migration {
  version: number
  sql: string
}

export const migrations: readonly Migration[] = [{ version: 1, sql: initial }]
