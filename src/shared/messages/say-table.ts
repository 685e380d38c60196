// What an entry of the file is called, by the table it is in.
import type { MessageKey } from '../message-key.ts'
import { backup } from './en/backup.ts'
import { t } from './translate.ts'

type TableName = keyof typeof backup.doubt.tables

/** Whether a table has a name of its own in the catalogue; all of the owner's have. */
export const hasTableName = (table: string): table is TableName => Object.hasOwn(backup.doubt.tables, table)

export const sayTable = (table: TableName): string => t(`backup.doubt.tables.${table}` satisfies MessageKey)
