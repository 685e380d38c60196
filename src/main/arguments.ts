// What was asked for on the command line: a window, a command with all it needs, or something we must explain.

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Paper } from '../shared/contract/shapes.ts'
import type { OpenChoice } from '../shared/contract/storage-protocol.ts'
import type { Facts } from '../shared/errors.ts'
import type { MessageKey } from '../shared/message-key.ts'
import { t } from '../shared/messages/translate.ts'
import { isWeek } from '../shared/rules/days/weeks.ts'

/** One command, its paths absolute. */
export type Command =
  | { name: 'import'; files: string[] }
  | { name: 'take-back'; id: number }
  | { name: 'focus'; ids: number[]; why: string }
  | { name: 'call-sheet'; week: string | null; paper: Paper | null; pdf: string }
  /** `file` null: from stdin. */
  | { name: 'enter'; week: string; file: string | null }
  | { name: 'export'; folder: string }
  | { name: 'backup'; folder: string }
  | { name: 'restore'; file: string }
  /** `noted`: the owner knows of the changes that are missing. */
  | { name: 'check'; file: string | null; noted: boolean }
  | { name: 'begin-empty' }
  | { name: 'open-without-log' }
  | { name: 'demo' }

interface Common {
  /** Absolute data folder, when given. */
  data?: string
  today?: string
}

export type Started =
  | (Common & { kind: 'window' })
  | (Common & { kind: 'command'; command: Command; json: boolean; country: string | null })
  /** Asked for the usage, or used wrongly: exit code 0 or 2. */
  | (Common & { kind: 'usage'; wrong: string | null })

/** Chromium's and Node's own switches, which may stand among ours; none of ours begins like one. */
const foreignSwitch =
  /^--(no-sandbox|inspect(-brk)?|remote-debugging-(port|pipe)|enable-logging|disable-[\w-]+|ozone-[\w-]+|user-data-dir|lang|force-[\w-]+)(=.*)?$/

const options = {
  data: { type: 'string' },
  today: { type: 'string' },
  country: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  undo: { type: 'string' },
  why: { type: 'string' },
  week: { type: 'string' },
  paper: { type: 'string' },
  pdf: { type: 'string' },
  noted: { type: 'boolean' },
} as const

type OptionName = keyof typeof options
type Values = ReturnType<typeof parse>['values']

/** Options that every command takes. */
const common: readonly OptionName[] = ['data', 'today', 'country', 'json', 'help']

/** Each command: the options of its own, and how its operands and options become what to do. */
const commands: Record<
  string,
  { own: readonly OptionName[]; read(operands: string[], values: Values, folder: string): Command }
> = {
  import: { own: ['undo'], read: readImport },
  focus: { own: ['why'], read: readFocus },
  'call-sheet': { own: ['week', 'paper', 'pdf'], read: readCallSheet },
  enter: { own: ['week'], read: readEnter },
  export: {
    own: [],
    read: (operands, _values, folder) => ({ name: 'export', folder: onlyPath(operands, folder, 'folder') }),
  },
  backup: {
    own: [],
    read: (operands, _values, folder) => ({ name: 'backup', folder: onlyPath(operands, folder, 'folder') }),
  },
  restore: {
    own: [],
    read: (operands, _values, folder) => ({ name: 'restore', file: onlyPath(operands, folder, 'file') }),
  },
  check: {
    own: ['noted'],
    read: (operands, { noted = false }, folder) => ({
      name: 'check',
      file: operands.length === 0 ? null : onlyPath(operands, folder, 'file'),
      noted,
    }),
  },
  'begin-empty': { own: [], read: (operands) => readAlone('begin-empty', operands) },
  'open-without-log': { own: [], read: (operands) => readAlone('open-without-log', operands) },
  demo: { own: [], read: (operands) => readAlone('demo', operands) },
}

/** How a command answers what the start may have to ask. */
export function choiceOf({ name }: Command): OpenChoice | undefined {
  if (name === 'begin-empty') return name
  return name === 'open-without-log' ? 'without-log' : undefined
}

/** Said to the owner together with the usage. */
class WrongUsage extends Error {
  constructor(key: MessageKey, facts?: Facts) {
    super(t(key, facts))
  }
}

/**
 * @param argv as Electron got it
 * @param unpackaged the program runs as `electron [switches] FOLDER …`, not under its own name
 */
export function readArguments(argv: string[], env: NodeJS.ProcessEnv, unpackaged: boolean): Started {
  const own = argv.slice(unpackaged ? findApp(argv) + 1 : 1)
  const folder = env.REGULARS_CWD || process.cwd()
  try {
    return readOwn(
      own.filter((argument) => !foreignSwitch.test(argument)),
      folder,
    )
  } catch (error) {
    if (error instanceof WrongUsage) return { kind: 'usage', wrong: error.message }
    throw error
  }
}

/** Where the program's folder stands: the first that is no switch, as Electron itself reads it. */
function findApp(argv: string[]): number {
  let index = 1
  while (argv[index]?.startsWith('-')) index += ['-r', '--require'].includes(argv[index]!) ? 2 : 1
  return index
}

function readOwn(own: string[], folder: string): Started {
  const { values, positionals } = parse(own)
  if (values.help) return { kind: 'usage', wrong: null }
  const given: Common = {}
  if (values.data === '') throw new WrongUsage('commandLine.wrong.data')
  if (values.data !== undefined) given.data = resolve(folder, values.data)
  if (values.today !== undefined) given.today = readDate(values.today)
  const country = values.country === undefined ? null : readCountry(values.country)
  const [name, ...operands] = positionals
  if (name === undefined) {
    refuseForeignOptions(values, [], '')
    return { ...given, kind: 'window' }
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new WrongUsage('commandLine.wrong.command', { typed: name })
  refuseForeignOptions(values, command.own, name)
  return {
    ...given,
    kind: 'command',
    command: command.read(operands, values, folder),
    json: values.json ?? false,
    country,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    // Node's sentence names the option first, in quotation marks.
    const typed = /'([^']+)'/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new WrongUsage('commandLine.wrong.option', { typed })
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
      throw new WrongUsage('commandLine.wrong.value', { typed: typed.replace(/^-\w, | <value>$/g, '') })
    }
    throw error
  }
}

function refuseForeignOptions(values: Values, own: readonly OptionName[], command: string): void {
  for (const option of Object.keys(values) as OptionName[]) {
    if (common.includes(option) || own.includes(option)) continue
    if (command === '') throw new WrongUsage('commandLine.wrong.optionAlone', { option: `--${option}` })
    throw new WrongUsage('commandLine.wrong.optionOf', { option: `--${option}`, command })
  }
}

function refuseMore(operands: string[], most: number): void {
  const typed = operands[most]
  if (typed !== undefined) throw new WrongUsage('commandLine.wrong.more', { typed })
}

function onlyPath(operands: string[], folder: string, what: 'file' | 'folder'): string {
  const [path] = operands
  if (!path) throw new WrongUsage(`commandLine.wrong.${what}`)
  refuseMore(operands, 1)
  return resolve(folder, path)
}

function readAlone<N extends 'begin-empty' | 'open-without-log' | 'demo'>(name: N, operands: string[]) {
  refuseMore(operands, 0)
  return { name }
}

function readImport(operands: string[], values: Values, folder: string): Command {
  if (values.undo !== undefined) {
    refuseMore(operands, 0)
    return { name: 'take-back', id: readId(values.undo) }
  }
  if (operands.length === 0 || operands.includes('')) throw new WrongUsage('commandLine.wrong.file')
  return { name: 'import', files: operands.map((file) => resolve(folder, file)) }
}

function readFocus(operands: string[], values: Values): Command {
  if (operands.length === 0) throw new WrongUsage('commandLine.wrong.ids')
  return { name: 'focus', ids: [...new Set(operands.map(readId))], why: values.why ?? '' }
}

function readCallSheet(operands: string[], values: Values, folder: string): Command {
  refuseMore(operands, 0)
  const { week = null, pdf } = values
  if (!pdf) throw new WrongUsage('commandLine.wrong.pdf')
  if (week !== null && !isWeek(week)) throw new WrongUsage('errors.bad-week', { typed: week })
  const paper = values.paper === undefined ? null : readPaper(values.paper)
  return { name: 'call-sheet', week, paper, pdf: resolve(folder, pdf) }
}

function readEnter(operands: string[], { week }: Values, folder: string): Command {
  if (!week) throw new WrongUsage('commandLine.wrong.week')
  if (!isWeek(week)) throw new WrongUsage('errors.bad-week', { typed: week })
  const file = onlyPath(operands, folder, 'file')
  return { name: 'enter', week, file: operands[0] === '-' ? null : file }
}

function readPaper(typed: string): Paper {
  const paper = Paper.options.find((known) => known.toLowerCase() === typed.toLowerCase())
  if (!paper) throw new WrongUsage('errors.bad-paper', { typed })
  return paper
}

function readId(typed: string): number {
  const id = /^\d+$/.test(typed) ? Number(typed) : 0
  if (!Number.isSafeInteger(id) || id === 0) throw new WrongUsage('commandLine.wrong.id', { typed })
  return id
}

function readDate(typed: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(typed) && isInCalendar(typed)
  if (!isDate) throw new WrongUsage('errors.bad-date', { typed })
  return typed
}

function isInCalendar(typed: string): boolean {
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' }).toString() === typed
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function readCountry(typed: string): string {
  const country = typed.toUpperCase()
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  // ZZ stands for no country at all.
  const isCountry = /^[A-Z]{2}$/.test(country) && country !== 'ZZ' && names.of(country) !== undefined
  if (!isCountry) throw new WrongUsage('commandLine.wrong.country', { typed })
  return country
}
