// Shows what files hold before anything is written: who, how the columns are read, and what is refused.

import type { FilePreview, SamplePerson } from '../../shared/contract/import-export.ts'
import type { ParsedInput } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { TaskContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import type { ImportedPerson, RecordRemark } from './imported-record.ts'
import { chooseCountry, type ReadFile, readImportFile } from './read-files.ts'

const sampleSize = 8
/** More remarks than a screen shows; the count says how many there are. */
const mostRemarks = 200

/** What each file holds; a file that is refused says why and leaves the others standing. */
export async function previewFiles(
  db: Reader,
  input: ParsedInput<'importExport.preview'>,
  context: TaskContext,
): Promise<FilePreview[]> {
  const country = await chooseCountry(db, input)
  const previews: FilePreview[] = []
  for (const [index, token] of input.files.entries()) {
    const onProgress = (share: number) => context.progress(index + share, input.files.length)
    const options = { country, mapping: input.mappings[token], allowUnknownColumns: true, onProgress }
    try {
      previews.push(describeFile(await readImportFile(token, context, options)))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, facts } = error
      const name = typeof facts.file === 'string' ? facts.file : ''
      previews.push({ ...emptyPreview(token, name), error: { code, facts } })
    }
  }
  return previews
}

function emptyPreview(file: string, name: string): FilePreview {
  return {
    file,
    name,
    error: null,
    format: null,
    mapping: null,
    recognised: false,
    people: 0,
    skipped: 0,
    sample: [],
    rejected: 0,
    rejections: [],
    notPeople: 0,
    notPeopleLines: [],
    warned: 0,
    warnings: [],
  }
}

function describeFile({ token, name, parsed }: ReadFile): FilePreview {
  const remarks = (list: RecordRemark[]) =>
    list.slice(0, mostRemarks).map(({ line, reason }) => ({ file: name, line, reason }))
  return {
    ...emptyPreview(token, name),
    format: parsed.format,
    mapping: parsed.mapping,
    recognised: parsed.recognised,
    people: parsed.people.length,
    skipped: parsed.skipped,
    sample: parsed.people.slice(0, sampleSize).map(describePerson),
    rejected: parsed.rejected.length,
    rejections: remarks(parsed.rejected),
    notPeople: parsed.notPeople.length,
    notPeopleLines: remarks(parsed.notPeople),
    warned: parsed.warnings.length,
    warnings: remarks(parsed.warnings),
  }
}

function describePerson(person: ImportedPerson): SamplePerson {
  const first = (kind: string) => person.contacts.find((contact) => contact.kind === kind)?.value ?? ''
  const { name, firm, note } = person
  return { name, firm, phone: first('phone'), email: first('email'), note: note.slice(0, 200) }
}
