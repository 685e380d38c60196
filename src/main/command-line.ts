// Runs one command of the command line through the same door as the window, and puts its answer into words or JSON.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CallInput, CallName, CallOutput } from '../shared/contract/index.ts'
import type { Answer, CallError } from '../shared/errors.ts'
import { formatInstant, setFormats } from '../shared/messages/format.ts'
import { personName } from '../shared/messages/person-name.ts'
import { sayProblem, sheetWords } from '../shared/messages/read-sheet.ts'
import { sayMissing } from '../shared/messages/say-missing.ts'
import { sayRemarks } from '../shared/messages/say-remarks.ts'
import { sayPlan } from '../shared/messages/say-sheet.ts'
import { say, sayError, sayName, setLanguage, t } from '../shared/messages/translate.ts'
import { weekOf } from '../shared/rules/days/weeks.ts'
import type { Ask } from '../shared/rules/type-back/sheet-entry.ts'
import { understandSheet } from '../shared/rules/type-back/understand-sheet.ts'
import type { Command, Started } from './arguments.ts'
import { type Door, serveCall } from './door.ts'

type CommandStart = Extract<Started, { kind: 'command' }>

/** What a command prints: `json` for programs, `lines` for people, `remarks` on stderr; refused when it holds a reason. */
interface Result {
  json: unknown
  lines: string[]
  remarks?: string[]
  refused?: boolean
}

interface Run {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  /** Stands for a path in a call. */
  grant(path: string): string
  today: string
  country: string | null
}

/** A call that was refused; its reason is what the command says. */
class Refused extends Error {
  readonly reason: CallError

  constructor(reason: CallError) {
    super(reason.code)
    this.reason = reason
  }
}

/** More lines than this are read by nobody; `--json` has them all. */
const mostLines = 1000

/** @returns the exit code: 0 done, 1 refused with the reason on stderr */
export async function runCommandLine(started: CommandStart, door: Door): Promise<number> {
  const run: Run = {
    async call(name, input) {
      const answer = (await serveCall(door, name, input)) as Answer<never>
      if (!answer.ok) throw new Refused(answer.error)
      return answer.value
    },
    grant: (path) => door.grants.grant(path).token,
    today: started.today ?? Temporal.Now.plainDateISO().toString(),
    country: started.country,
  }
  try {
    const opened = await door.storage.opened
    if (opened.ok) {
      const { language, currency } = await run.call('settings.get', {})
      setLanguage(language)
      setFormats({ currency })
      await write(process.stderr, await readMissing(run))
    } else if (started.command.name !== 'restore') throw new Refused(opened.error)
    const { json, lines, remarks = [], refused = false } = await runCommand(started.command, run)
    await write(process.stderr, remarks)
    await write(process.stdout, started.json ? [JSON.stringify(json)] : lines)
    return refused ? 1 : 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await write(process.stderr, [sayError(error.reason), ...sayWaysOn(error.reason)])
    return 1
  }
}

/** Said with every command until it is noted. */
async function readMissing(run: Run): Promise<string[]> {
  const { missing } = await run.call('app.start', {})
  return missing ? [sayMissing(missing), t('commandLine.missingNoted')] : []
}

/** What the window has buttons for. */
function sayWaysOn({ code, facts }: CallError): string[] {
  const backup = typeof facts.backup === 'string' ? [t('app.lastBackup', { file: facts.backup })] : []
  const begins = code === 'data-file-missing' || code === 'data-file-empty' || code === 'data-file-damaged'
  if (begins) return [...backup, t('commandLine.ways.beginEmpty')]
  return code === 'data-file-other-log' ? [t('commandLine.ways.withoutLog')] : []
}

/** Resolves when it is written: the program may end right after. */
export function write(stream: NodeJS.WriteStream, lines: string[]): Promise<void> {
  if (lines.length === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    stream.write(`${lines.join('\n')}\n`, (error) => (error ? reject(error) : resolve()))
  })
}

function runCommand(command: Command, run: Run): Promise<Result> {
  switch (command.name) {
    case 'import':
      return importFiles(command, run)
    case 'take-back':
      return takeBack(command, run)
    case 'focus':
      return focus(command, run)
    case 'call-sheet':
      return printSheet(command, run)
    case 'enter':
      return enterSheet(command, run)
    case 'export':
      return exportEverything(command, run)
    case 'backup':
      return backUp(command, run)
    case 'restore':
      return restore(command, run)
    case 'check':
      return check(command, run)
    case 'begin-empty':
    case 'open-without-log':
      return describeFile(run)
    case 'demo':
      return fillDemo(run)
  }
}

type Of<N extends Command['name']> = Extract<Command, { name: N }>

async function importFiles({ files }: Of<'import'>, run: Run): Promise<Result> {
  const result = await run.call('importExport.import', {
    files: files.map(run.grant),
    remarks: sayRemarks(),
    ...(run.country !== null && { country: run.country }),
  })
  const rejected = result.rejected.map((one) => ({ ...one, reason: say(one.reason) }))
  const notPeople = result.notPeople.map((one) => ({ ...one, reason: say(one.reason) }))
  const warnings = result.warnings.map((one) => ({ ...one, reason: say(one.reason) }))
  const skips = result.skips.map((one) => ({ ...one, reason: say(one.reason) }))
  const { id, added, merged, skipped, households } = result
  const sums = { id, added, merged, skipped }
  return {
    json: { ...sums, rejected, skips, notPeople, warnings, households },
    lines: [
      t('commandLine.imported', { ...sums, rejected: rejected.length }),
      ...skips.map((one) => t('commandLine.skips', one)),
      ...cutLines([...notPeople, ...rejected].map((one) => t('commandLine.line', one))),
      ...(added + merged > 0 ? [t('commandLine.takeBack', { id })] : []),
    ],
    remarks: cutLines(warnings.map((one) => t('commandLine.line', one))),
  }
}

function cutLines(lines: string[]): string[] {
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines), t('commandLine.moreLines', { count: lines.length - mostLines })]
}

async function takeBack({ id }: Of<'take-back'>, run: Run): Promise<Result> {
  const { removed, restored, kept } = await run.call('importExport.takeBack', { id })
  const left = kept.map((one) => ({ id: one.personId, name: one.name, reason: say(one.reason) }))
  return {
    json: { id, removed, restored, kept: left },
    lines: [
      t('commandLine.tookBack', { id, removed, restored, kept: left.length }),
      ...left.map((one) => t('commandLine.kept', one)),
    ],
  }
}

async function focus({ ids, why }: Of<'focus'>, run: Run): Promise<Result> {
  const people = ids.map((personId) => ({ uid: crypto.randomUUID(), personId }))
  await run.call('focusList.addSeveral', { people, whyNow: why })
  const { cap, rows } = await run.call('focusList.get', {})
  const names = new Map(rows.map((row) => [row.personId, personName(row)]))
  const added = ids.map((id) => ({ id, name: names.get(id) ?? '' }))
  return {
    json: { added, onList: rows.length, cap },
    lines: [
      t('commandLine.focus', {
        count: added.length,
        names: added.map((one) => one.name).join(', '),
        onList: rows.length,
        cap,
      }),
    ],
  }
}

async function printSheet({ week: asked, paper, pdf }: Of<'call-sheet'>, run: Run): Promise<Result> {
  const week = asked ?? weekOf(run.today)
  const plan = await run.call('callSheets.plan', { week })
  const sheet = await run.call('callSheets.propose', { uid: crypto.randomUUID(), week, ...sayPlan(plan) })
  const saved = await run.call('callSheets.savePdf', {
    week,
    target: run.grant(pdf),
    ...(paper !== null && { paper }),
  })
  const facts = { week, rows: sheet.rows.length, file: saved.file }
  return {
    json: { ...facts, pages: saved.pages },
    lines: [t('commandLine.sheet', { ...facts, count: saved.pages })],
  }
}

async function enterSheet({ week, file }: Of<'enter'>, run: Run): Promise<Result> {
  const text = readTypedText(file)
  const facts = await run.call('typeBack.facts', { week })
  if (!facts) throw new Refused({ code: 'sheet-not-found', facts: { week } })
  const words = sheetWords()
  const { lines } = understandSheet(text, facts, words)
  const name = file === null ? t('commandLine.stdin') : basename(file)
  const problems = lines.flatMap(({ number, problem }) =>
    problem ? [{ line: number, column: problem.at + 1, reason: sayProblem(problem) }] : [],
  )
  if (problems.length > 0) {
    return {
      json: { week, entered: false, problems },
      lines: [],
      remarks: [
        ...problems.map((one) => t('commandLine.column', { file: name, ...one })),
        t('commandLine.nothingEntered', { count: problems.length }),
      ],
      refused: true,
    }
  }
  const left = lines.flatMap(({ number, entry }) =>
    entry?.kind === 'row' && entry.asks.length > 0
      ? [{ line: number, name: sayName(entry.row.name), asks: entry.asks }]
      : [],
  )
  const done = await run.call('typeBack.enter', { week, text, words })
  const { touches, attempts, corrected, decided } = done
  const [added, known, noRoom, blank] = [done.added, done.known, done.noRoom, done.blank].map((names) =>
    names.map(sayName),
  ) as [string[], string[], string[], string[]]
  const named = { added, known, noRoom, blank }
  return {
    json: { week, entered: true, ...done, ...named, open: left },
    lines: [
      t('commandLine.entered', { week, touches, attempts, corrected, decided }),
      ...(added.length > 0 ? [t('commandLine.enteredNew', { names: added.join(', ') })] : []),
      ...(known.length > 0 ? [t('commandLine.enteredKnown', { names: known.join(', ') })] : []),
      ...left.map(({ line, name: who, asks }) =>
        t('commandLine.leftOpen', { line, name: who, asks: sayAsks(asks) }),
      ),
      ...(blank.length > 0
        ? [t('commandLine.stillBlank', { count: blank.length, names: blank.join(', ') })]
        : []),
    ],
  }
}

const sayAsks = (asks: readonly Ask[]) => asks.map((ask) => t(`callSheets.typing.asks.${ask}`)).join(', ')

/** More is no sheet. */
const mostTypedBytes = 400_000

/** The lines of a file, or of stdin, in whichever way an editor wrote them. */
function readTypedText(file: string | null): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file ?? 0)
  } catch {
    throw new Refused({ code: 'file-unreadable', facts: { file: file ?? t('commandLine.stdin') } })
  }
  if (bytes.length > mostTypedBytes) {
    throw new Refused({ code: 'import-too-big', facts: { file: file ?? t('commandLine.stdin') } })
  }
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  if (isWide) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

async function exportEverything({ folder }: Of<'export'>, run: Run): Promise<Result> {
  const made = await run.call('importExport.export', { folder: run.grant(folder) })
  return {
    json: made,
    lines: [
      t('commandLine.exported', { count: made.people, folder: made.folder }),
      ...made.files.map((file) => `  ${file}`),
    ],
    remarks: made.inDoubt > 0 ? [t('commandLine.exportInDoubt', { count: made.inDoubt })] : [],
  }
}

async function backUp({ folder }: Of<'backup'>, run: Run): Promise<Result> {
  const made = await run.call('backup.run', { folder: run.grant(folder) })
  const { file, people, touches, bytes, inDoubt } = made
  const doubts =
    inDoubt.length > 0 ? [t('backup.inDoubt'), ...inDoubt.map((remark) => `  ${say(remark)}`)] : []
  return { json: made, lines: [t('commandLine.backedUp', { file, people, touches, bytes }), ...doubts] }
}

async function restore({ file }: Of<'restore'>, run: Run): Promise<Result> {
  const { ticket, backup, live, lost, found } = await run.call('backup.inspect', { file: run.grant(file) })
  const differences = [...lost, ...found].map(say)
  const restored = await run.call('backup.restore', { ticket })
  const { people, touches, setAside } = restored
  return {
    json: { ...restored, backup, before: live, differences },
    lines: [
      t('commandLine.restored', { file, people, touches, changed: sayWhen(backup.changedAt) }),
      live
        ? t('commandLine.restoredOver', {
            people: live.people,
            touches: live.touches,
            changed: sayWhen(live.changedAt),
          })
        : t('backup.restore.unreadable'),
      ...differences.map((line) => `  ${line}`),
      t('commandLine.setAside', { folder: setAside }),
    ],
  }
}

function sayWhen(at: string | null): string {
  return at === null ? t('backup.restore.never') : formatInstant(at, { year: 'numeric' })
}

/** How it was opened was chosen with the command; a file that needed no choice is open as ever. */
async function describeFile(run: Run): Promise<Result> {
  const { dataFile: file, people } = await run.call('app.start', {})
  return { json: { file, people }, lines: [t('commandLine.opened', { file, count: people })] }
}

async function check({ file, noted }: Of<'check'>, run: Run): Promise<Result> {
  if (noted) await run.call('app.noteMissing', {})
  const result = await run.call('backup.check', { file: file === null ? null : run.grant(file) })
  const { problems, ...facts } = result
  const reasons = problems.map(say)
  return {
    json: { ...result, problems: reasons },
    lines: result.good ? [t('commandLine.good', { ...facts, good: 1 })] : [],
    remarks: result.good ? [] : [t('commandLine.notGood', { file: result.file }), ...reasons],
    refused: !result.good,
  }
}

async function fillDemo(run: Run): Promise<Result> {
  const { people } = await run.call('app.fillDemo', {
    ...(run.country !== null && { country: run.country }),
  })
  return { json: { people }, lines: [t('commandLine.demo', { people })] }
}
