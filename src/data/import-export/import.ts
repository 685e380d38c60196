// Imports files as one command: all of them or none, every record accounted for, one undo for the whole.
import type { ImportResult, Rejection, RemarkWords } from '../../shared/contract/import-export.ts'
import type { ParsedInput } from '../../shared/contract/index.ts'
import type { MessageRef } from '../../shared/errors.ts'
import type { NameIn } from '../../shared/message-key.ts'
import type { CommandContext, ReadingContext } from '../engine/contexts.ts'
import type { Reader } from '../engine/store.ts'
import { countHouseholdOffers } from '../records/households.ts'
import { hashPersonKeys, loadSuppressions } from '../records/suppressions.ts'
import { type Incoming, PeopleMatcher, prepareRecord } from './match-people.ts'
import { chooseCountry, type ReadFile, readImportFile } from './read-files.ts'
import { makePeopleWriter } from './write-people.ts'
import type { Written } from './written-rows.ts'

/** Records written before queries get their turn. */
const sliceSize = 250
/** Reading a file counts for this share of the progress, writing its people for the rest. */
const readingShare = 0.4

/** What became of one record. */
interface Outcome {
  outcome: 'added' | 'merged' | 'skipped'
  reason?: MessageRef
  personId: number | null
  written?: Written
  /** What changed of somebody who was here, where it must be said. */
  remarks?: MessageRef[]
}

/** Imports all files, or none: they are read while other commands run, and written in one transaction. */
export const importFiles = {
  /** @throws AppError file-unreadable and the refusals of `parseFileSteps`, each naming the file */
  async read(db: Reader, input: ParsedInput<'importExport.import'>, context: ReadingContext) {
    const country = await chooseCountry(db, input)
    const files = await readAllFiles(input, country, context)
    const records = await prepareRecords(files, country, context)
    return (writing: CommandContext) => writeRecords(files, { records, remarks: input.remarks }, writing)
  },
}

async function writeRecords(
  files: ReadFile[],
  { records, remarks }: { records: Incoming[]; remarks: RemarkWords },
  context: CommandContext,
): Promise<ImportResult> {
  const matcher = new PeopleMatcher()
  await matcher.load(context.sqlite, records, context.breathe)

  const account = openAccount(context, files)
  const writer = makePeopleWriter(context.sqlite, {
    importId: account.id,
    now: context.clock.now(),
    today: context.clock.today(),
    remarks,
  })
  const suppressed = loadSuppressions(context.sqlite)
  for (const [index, record] of records.entries()) {
    account.enter(record, takeRecord(record, { matcher, writer, suppressed }))
    if (index % sliceSize !== sliceSize - 1) continue
    context.progress(readingShare + ((1 - readingShare) * index) / records.length, 1)
    await context.breathe()
  }
  const result = account.close(countHouseholdOffers(context.sqlite, matcher.sharedPhones))
  context.progress(1, 1)
  const { added, merged } = result
  if (added > 0) context.say('importExport.imported', { count: added })
  else if (merged > 0) context.say('importExport.importedMerged', { count: merged })
  else context.say('importExport.importedNobody')
  return result
}

async function readAllFiles(
  input: ParsedInput<'importExport.import'>,
  country: string,
  context: ReadingContext,
): Promise<ReadFile[]> {
  const files: ReadFile[] = []
  for (const [index, token] of input.files.entries()) {
    const onProgress = (share: number) =>
      context.progress((readingShare * (index + share)) / input.files.length, 1)
    const options = { country, mapping: input.mappings[token], allowUnknownColumns: false, onProgress }
    files.push(await readImportFile(token, context, options))
  }
  return files
}

async function prepareRecords(
  files: ReadFile[],
  country: string,
  context: ReadingContext,
): Promise<Incoming[]> {
  const records: Incoming[] = []
  for (const { name, parsed } of files) {
    for (const person of parsed.people) {
      records.push(prepareRecord(name, person, country))
      if (records.length % sliceSize === 0) await context.breathe()
    }
  }
  return records
}

interface Hands {
  matcher: PeopleMatcher
  writer: ReturnType<typeof makePeopleWriter>
  suppressed: Set<string>
}

/** Decides what becomes of one record, and writes it. */
export function takeRecord(record: Incoming, { matcher, writer, suppressed }: Hands): Outcome {
  const skip = (key: NameIn<'importExport.merge'>, personId: number | null): Outcome => ({
    outcome: 'skipped',
    reason: { key: `importExport.merge.${key}` },
    personId,
  })
  if (suppressed.size > 0) {
    const keys = hashPersonKeys({ ...record, uid: matcher.uidOf(record) })
    if (keys.some((key) => suppressed.has(key))) return skip('suppressed', null)
  }
  const found = matcher.find(record)
  // The owner put them there; an import does not overrule that.
  if (found?.inBin) return skip('inBin', found.id)
  if (found?.identical) return skip('identical', found.id)
  if (found) {
    const { written, remarks } = writer.merge(record, found.id)
    matcher.remember(record, found.id)
    if (written === null) return { ...skip('nothingNew', found.id), remarks }
    return { outcome: 'merged', personId: found.id, written, remarks }
  }
  const { id, written } = writer.add(record)
  matcher.remember(record, id)
  return { outcome: 'added', personId: id, written }
}

/** The books of one import: a row for each record, and the sums. */
function openAccount({ sqlite, clock }: CommandContext, files: ReadFile[]) {
  const names = JSON.stringify(files.map((file) => file.name))
  const { lastInsertRowid } = sqlite
    .prepare('INSERT INTO imports (uid, imported_at, files) VALUES (?, ?, ?)')
    .run(crypto.randomUUID(), clock.now(), names)
  const id = Number(lastInsertRowid)
  const insert = sqlite.prepare(
    `INSERT INTO import_rows (import_id, file, line, outcome, reason, person_id, fingerprint, vcard_uid, written)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const counts = { added: 0, merged: 0, skipped: 0 }
  const skips = new Map<string, { reason: MessageRef; count: number }>()
  const rejected: Rejection[] = []
  const notPeople: Rejection[] = []
  const warnings: Rejection[] = []

  const countSkip = (reason: MessageRef, count: number) => {
    counts.skipped += count
    const before = skips.get(reason.key)
    if (before) before.count += count
    else skips.set(reason.key, { reason, count })
  }
  for (const { name, parsed } of files) {
    for (const { line, reason } of parsed.rejected) {
      insert.run(id, name, line, 'rejected', JSON.stringify(reason), null, null, null, null)
      rejected.push({ file: name, line, reason })
    }
    for (const { line, reason } of parsed.warnings) warnings.push({ file: name, line, reason })
    // Empty records have no line of their own, so they are counted without a row.
    const empty = parsed.skipped - parsed.notPeople.length
    if (empty > 0) countSkip({ key: 'importExport.merge.empty' }, empty)
    for (const { line, reason } of parsed.notPeople) {
      insert.run(id, name, line, 'skipped', JSON.stringify(reason), null, null, null, null)
      notPeople.push({ file: name, line, reason })
      countSkip(reason, 1)
    }
  }
  return {
    id,
    enter(record: Incoming, { outcome, reason, personId, written, remarks = [] }: Outcome): void {
      for (const remark of remarks)
        warnings.push({ file: record.file, line: record.person.line, reason: remark })
      if (reason) countSkip(reason, 1)
      else counts[outcome] += 1
      // Of somebody who was erased not even the fingerprint is kept.
      const keys = personId === null ? [null, null] : [record.person.fingerprint, record.uid]
      insert.run(
        id,
        record.file,
        record.person.line,
        outcome,
        reason ? JSON.stringify(reason) : '',
        personId,
        ...keys,
        written ? JSON.stringify(written) : null,
      )
    },
    close(households: number): ImportResult {
      sqlite
        .prepare('UPDATE imports SET added = ?, merged = ?, skipped = ?, rejected = ? WHERE id = ?')
        .run(counts.added, counts.merged, counts.skipped, rejected.length, id)
      return { id, ...counts, skips: [...skips.values()], rejected, notPeople, warnings, households }
    },
  }
}
