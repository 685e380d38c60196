// Calls of import and export: look at files, map columns, import with one undo, take an import back, export.
import { IMPORT_FIELDS } from '../rules/import-fields.ts'
import { command, query, task } from './define.ts'
import { FileToken, Id, Message, Nothing } from './shapes.ts'
import { z } from './zod.ts'

export const ColumnMapping = z.object({
  hasHeader: z.boolean(),
  columns: z.array(
    z.object({
      header: z.string().nullable(),
      sample: z.array(z.string()),
      field: z.enum(IMPORT_FIELDS).nullable(),
      label: z.string().default(''),
      /** Columns of one group make one contact, such as the parts of an address. */
      group: z.string().default(''),
    }),
  ),
})
export type ColumnMapping = z.output<typeof ColumnMapping>

export const Rejection = z.object({ file: z.string(), line: z.number(), reason: Message })

export const FilePreview = z.object({
  file: FileToken,
  name: z.string(),
  format: z.enum(['csv', 'vcard']),
  /** CSV only. `recognised` false means the owner must say what the columns are. */
  mapping: ColumnMapping.nullable(),
  recognised: z.boolean(),
  people: z.number(),
  sample: z.array(
    z.object({ name: z.string(), firm: z.string(), phone: z.string(), email: z.string(), note: z.string() }),
  ),
  rejected: z.array(Rejection),
})
export type FilePreview = z.output<typeof FilePreview>

/** rows in = added + merged + skipped + rejected.length */
export const ImportResult = z.object({
  id: Id,
  added: z.number(),
  merged: z.number(),
  skipped: z.number(),
  rejected: z.array(Rejection),
  warnings: z.array(Rejection),
  /** People now under one phone with another name: offered as households, never merged. */
  households: z.number(),
})
export type ImportResult = z.output<typeof ImportResult>

export const importExport = {
  /** Reads without writing; refuses what cannot be read with an error that says what to do. */
  'importExport.preview': task(
    z.object({
      files: z.array(FileToken).min(1).max(100),
      mappings: z.record(FileToken, ColumnMapping).default({}),
    }),
    z.array(FilePreview),
  ),
  'importExport.import': command(
    z.object({
      files: z.array(FileToken).min(1).max(100),
      mappings: z.record(FileToken, ColumnMapping).default({}),
    }),
    ImportResult,
  ),
  'importExport.imports': query(
    Nothing,
    z.array(
      z.object({
        id: Id,
        importedAt: z.string(),
        files: z.array(z.string()),
        added: z.number(),
        merged: z.number(),
        skipped: z.number(),
        rejected: z.number(),
        takenBackAt: z.string().nullable(),
      }),
    ),
  ),
  /** At any later time: takes back what is unchanged since, keeps and lists the rest. */
  'importExport.takeBack': command(
    z.object({ id: Id }),
    z.object({
      removed: z.number(),
      restored: z.number(),
      kept: z.array(z.object({ personId: Id, name: z.string(), reason: Message })),
    }),
  ),
  /** Everything, readable: CSV per table and one vCard file, into a new folder inside `folder`. */
  'importExport.export': task(
    z.object({ folder: FileToken }),
    z.object({ folder: z.string(), files: z.array(z.string()), people: z.number() }),
  ),
}
