// What was asked for on the command line: a window, a command with its options, or something we must explain.
import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const commandNames = ['import', 'focus', 'call-sheet', 'export', 'backup', 'check', 'demo'] as const
export type CommandName = (typeof commandNames)[number]

export interface CommandOptions {
  json: boolean
  country?: string
  undo?: string
  why?: string
  week?: string
  paper?: string
  pdf?: string
}

interface Common {
  /** Absolute data folder, when given. */
  data?: string
  today?: string
}

export type Started =
  | (Common & { kind: 'window' })
  | (Common & {
      kind: 'command'
      name: CommandName
      operands: string[]
      options: CommandOptions
      folder: string
    })
  | (Common & { kind: 'usage'; message: string })

const usage = `Usage: regulars [COMMAND] [--data FOLDER] [--today DATE] [--country XX] [--json]
Commands: ${commandNames.join(', ')}`

/** Everything after the program itself; Chromium's own switches (--no-sandbox and the like) are not ours. */
export function readArguments(argv: string[], env: NodeJS.ProcessEnv): Started {
  // Unpackaged, argv is electron, its switches, the app's folder, then ours.
  const own = argv.slice(1).filter((argument) => !chromiumSwitch.test(argument))
  if (own[0] !== undefined && isAppFolder(own[0])) own.shift()
  const folder = env.REGULARS_CWD ?? process.cwd()
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(own)
  } catch (error) {
    return { kind: 'usage', message: `${error instanceof Error ? error.message : error}\n${usage}` }
  }
  const { values, positionals } = parsed
  const common: Common = {}
  if (values.data !== undefined) common.data = resolve(folder, values.data)
  if (values.today !== undefined) {
    if (!isDate(values.today))
      return {
        ...common,
        kind: 'usage',
        message: `--today wants a date such as 2026-11-23, not "${values.today}".\n${usage}`,
      }
    common.today = values.today
  }
  const [name, ...operands] = positionals
  if (name === undefined) return { ...common, kind: 'window' }
  if (!(commandNames as readonly string[]).includes(name)) {
    return { ...common, kind: 'usage', message: `There is no command "${name}".\n${usage}` }
  }
  const { data: _data, today: _today, ...options } = values
  return {
    ...common,
    kind: 'command',
    name: name as CommandName,
    operands,
    options: { ...options, json: options.json ?? false },
    folder,
  }
}

const chromiumSwitch =
  /^--(no-sandbox|inspect(-brk)?(=.*)?|remote-debugging-(port|pipe)(=.*)?|enable-logging.*|disable-.*|ozone-.*|user-data-dir=.*|lang=.*|force-.*)$/

function isAppFolder(argument: string): boolean {
  return (
    argument === '.' || (isAbsolute(argument) && !argument.endsWith('.csv') && !argument.endsWith('.vcf'))
  )
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function parse(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      today: { type: 'string' },
      country: { type: 'string' },
      json: { type: 'boolean' },
      undo: { type: 'string' },
      why: { type: 'string' },
      week: { type: 'string' },
      paper: { type: 'string' },
      pdf: { type: 'string' },
    },
  })
}
