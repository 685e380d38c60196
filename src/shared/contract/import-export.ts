// Calls of import and export: look at files, map columns, import with one undo, take an import back, export.
import type { CallError } from '../errors.ts'
import { type FileMapping, IMPORT_FIELDS } from '../rules/import-export/import-fields.ts'
import { command, query, task } from './define.ts'
import { FileToken, Id, Message, Nothing } from './shapes.ts'
import { z } from './zod.ts'

const Mapping: z.ZodType<FileMapping, FileMapping> = z.object({
  hasHeader: z.boolean(),
  columns: z
    .array(
      z.object({
        header: z.string().nullable(),
        sample: z.array(z.string()),
        field: z.enum(IMPORT_FIELDS).nullable(),
        label: z.string().max(200),
        group: z.string().max(200),
      }),
    )
    .max(500),
})

/** Files of one import, how the owner mapped the columns of some, and the country that phones without one are read in. */
const ImportInput = z.object({
  files: z.array(FileToken).min(1).max(100),
  mappings: z.record(FileToken, Mapping).default({}),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
})

const Remark = z.string().max(200)

/** The headings under which is kept what a file says otherwise than the owner. */
const RemarkWords = z.object({
  firm: Remark,
  role: Remark,
  birthday: Remark,
  source: Remark,
  foundWords: Remark,
  /** Whose words a no of the file is in, with {words} for them. */
  inFile: Remark,
})
export type RemarkWords = z.output<typeof RemarkWords>

export const Rejection = z.object({ file: z.string(), line: z.number(), reason: Message })
export type Rejection = z.output<typeof Rejection>

export const SamplePerson = z.object({
  name: z.string(),
  firm: z.string(),
  phone: z.string(),
  email: z.string(),
  note: z.string(),
})
export type SamplePerson = z.output<typeof SamplePerson>

/** What one file holds; `error` says why it is refused, and the rest is then empty. */
export const FilePreview = z.object({
  file: FileToken,
  name: z.string(),
  error: z.custom<CallError>().nullable(),
  format: z.enum(['csv', 'vcard']).nullable(),
  /** CSV only. `recognised` false means the owner must say what the columns are. */
  mapping: Mapping.nullable(),
  recognised: z.boolean(),
  people: z.number(),
  /** Empty records, and those that are about nobody. */
  skipped: z.number(),
  /** The first people of the file. */
  sample: z.array(SamplePerson),
  /** How many records are refused, and the first of them. */
  rejected: z.number(),
  rejections: z.array(Rejection),
  /** How many records are totals, page lines, headings or groups and so about nobody, and the first of them. */
  notPeople: z.number(),
  notPeopleLines: z.array(Rejection),
  /** How many values or lines there is something to know about, and the first of them. */
  warned: z.number(),
  warnings: z.array(Rejection),
})
export type FilePreview = z.output<typeof FilePreview>

/** rows in = added + merged + skipped + rejected.length */
export const ImportResult = z.object({
  id: Id,
  added: z.number(),
  merged: z.number(),
  skipped: z.number(),
  /** Why records were skipped, and how many for each reason; together they make `skipped`. */
  skips: z.array(z.object({ reason: Message, count: z.number() })),
  rejected: z.array(Rejection),
  /** Records about nobody: counted in `skipped`. */
  notPeople: z.array(Rejection),
  warnings: z.array(Rejection),
  /** Phones that people of this import share with others of another name: offered as households, never merged. */
  households: z.number(),
})
export type ImportResult = z.output<typeof ImportResult>

export const PastImport = z.object({
  id: Id,
  importedAt: z.string(),
  files: z.array(z.string()),
  added: z.number(),
  merged: z.number(),
  skipped: z.number(),
  rejected: z.number(),
  takenBackAt: z.string().nullable(),
})
export type PastImport = z.output<typeof PastImport>

export const TakenBack = z.object({
  /** People removed again. */
  removed: z.number(),
  /** People who were there before and are as they were. */
  restored: z.number(),
  kept: z.array(z.object({ personId: Id, name: z.string(), reason: Message })),
})
export type TakenBack = z.output<typeof TakenBack>

export const importExport = {
  /** Reads without writing. */
  'importExport.preview': task(ImportInput, z.array(FilePreview)),
  /** All files or none: one that cannot be read refuses all. */
  'importExport.import': command(ImportInput.extend({ remarks: RemarkWords }), ImportResult),
  'importExport.imports': query(['import-export'], Nothing, z.array(PastImport)),
  /** At any later time: takes back what is unchanged since, keeps and lists the rest. */
  'importExport.takeBack': command(z.object({ id: Id }), TakenBack),
  /** Everything, readable: CSV for a spreadsheet, the same exactly as kept, and one vCard file, into a new folder inside `folder`. */
  'importExport.export': task(
    z.object({ folder: FileToken }),
    z.object({
      folder: z.string(),
      files: z.array(z.string()),
      people: z.number(),
      /** Rows that the disk has changed; one more file names them. */
      inDoubt: z.number(),
    }),
  ),
}
