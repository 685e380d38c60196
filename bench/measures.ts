// What is measured, beside which floors: the one list that the runs fill and the table prints.
import { type Summary, summarise } from './statistics.ts'

export interface LineDefinition {
  id: string
  what: string
  /** `part`: what the storage process alone takes of it. `floor`: the least any program could take. */
  kind: 'ours' | 'part' | 'floor'
}

export interface MeasureDefinition {
  id: string
  what: string
  unit: 'ms' | 'MB'
  lines: LineDefinition[]
}

const ours = (what = 'Regulars'): LineDefinition => ({ id: 'ours', what, kind: 'ours' })
const call = (what: string): LineDefinition => ({ id: 'call', what, kind: 'part' })
const floor = (id: string, what: string): LineDefinition => ({ id, what, kind: 'floor' })
const bareKey = floor('bare', 'a key in a bare window, its text repainted')
const before = floor('before', 'the older checkout, in turn with it')
const bareClick = floor('bare', 'a click in a bare window, its text repainted')

export const measures = [
  {
    id: 'start',
    what: 'Start: from the command to Today painted with its data',
    unit: 'ms',
    lines: [ours(), floor('bare', 'a bare Electron window with a static page')],
  },
  {
    id: 'today',
    what: 'Today: from the window shown to its list painted',
    unit: 'ms',
    lines: [
      ours(),
      call('the calls for Today'),
      floor('raw', 'raw: the focus list and what is due, by index'),
    ],
  },
  {
    id: 'memory',
    what: 'Memory of all processes (PSS) once started',
    unit: 'MB',
    lines: [ours(), floor('bare', 'a bare Electron window with a static page')],
  },
  {
    id: 'tour',
    what: 'Memory of all processes (PSS) after a tour of the screens',
    unit: 'MB',
    lines: [ours(), floor('bare', 'a bare Electron window after as many clicks')],
  },
  {
    id: 'list',
    what: 'People: from the click on the sidebar to the list painted',
    unit: 'ms',
    lines: [ours(), call('the call for the first 50'), floor('raw', 'raw: the first 50 by index'), bareClick],
  },
  {
    id: 'focus',
    what: 'Focus list: from the click on the sidebar to the list painted',
    unit: 'ms',
    lines: [
      ours(),
      call('the calls for list and proposals'),
      floor('raw', 'raw: the touches of its people, by index'),
      bareClick,
    ],
  },
  {
    id: 'scroll',
    what: 'Focus list: from one frame to the next while it is scrolled',
    unit: 'ms',
    lines: [ours(), floor('bare', 'a bare window of fifty lines, scrolled alike')],
  },
  {
    id: 'filters',
    what: 'People narrowed by source, by standing and by the last touch',
    unit: 'ms',
    lines: [ours('Regulars, the call'), floor('raw', 'raw: the first 50 by index')],
  },
  {
    id: 'search',
    what: 'Search: from a key to the list repainted',
    unit: 'ms',
    lines: [ours(), call('the call'), floor('raw', 'raw: the first 50 of the prefix in FTS5'), bareKey],
  },
  {
    id: 'notes',
    what: 'Search for a word in all notes',
    unit: 'ms',
    lines: [ours('Regulars, the call'), floor('raw', 'raw: the newest 50 of the word in FTS5')],
  },
  {
    id: 'open',
    what: 'Person: from the click in the list to the page painted with its timeline',
    unit: 'ms',
    lines: [ours(), call('the calls for page and timeline'), floor('raw', 'raw: the timeline'), bareClick],
  },
  {
    id: 'log',
    what: 'Log a touch: from Enter to on the disk and on the screen',
    unit: 'ms',
    lines: [
      ours(),
      call('the call'),
      floor('raw', 'raw: one INSERT committed, synchronous=FULL'),
      floor('disk', 'raw: 4 KB written and synced'),
      bareKey,
    ],
  },
  {
    id: 'typing',
    what: 'Type the sheet back in: 60 lines understood, at each key',
    unit: 'ms',
    lines: [ours(), floor('raw', 'the same lines split into words')],
  },
  {
    id: 'print',
    what: 'Call sheet of 60 rows to PDF',
    unit: 'ms',
    lines: [ours(), floor('bare', 'Chromium printing as many plain lines of static HTML')],
  },
  {
    id: 'import',
    what: 'Import a CSV of as many people into an empty file',
    unit: 'ms',
    lines: [
      ours('Regulars: parsed, matched, undoable, searchable'),
      floor('raw', 'raw: the same rows in one transaction, FTS5 filled at its end'),
    ],
  },
  {
    id: 'backup',
    what: 'Back up: copied, reopened, checked, matched, synced',
    unit: 'ms',
    lines: [
      ours(),
      floor('copy', 'raw: sqlite.backup()'),
      floor('tools', 'cp, sync and sha256sum'),
      floor('checks', 'raw: integrity_check and one pass over all rows, of file and copy'),
    ],
  },
] as const satisfies MeasureDefinition[]

export type MeasureId = (typeof measures)[number]['id']

export interface LineResult extends LineDefinition, Summary {}

export interface MeasureResult {
  measure: MeasureId
  what: string
  unit: 'ms' | 'MB'
  people: number
  lines: LineResult[]
}

/** Collects samples of one size. */
export class Samples {
  readonly people: number
  private readonly byLine = new Map<string, number[]>()

  constructor(people: number) {
    this.people = people
  }

  add(measure: MeasureId, line: string, value: number): void {
    const key = `${measure} ${line}`
    const samples = this.byLine.get(key)
    if (samples) samples.push(value)
    else this.byLine.set(key, [value])
  }

  /** Runs and times `work`; adds the milliseconds to a line. */
  async time(measure: MeasureId, line: string, work: () => unknown): Promise<void> {
    const from = performance.now()
    await work()
    this.add(measure, line, performance.now() - from)
  }

  list(): [string, number[]][] {
    return [...this.byLine]
  }

  addAll(listed: [string, number[]][]): void {
    for (const [key, samples] of listed) this.byLine.set(key, [...(this.byLine.get(key) ?? []), ...samples])
  }

  /** Lines that this run did not measure are left out. */
  results(wanted: readonly MeasureId[]): MeasureResult[] {
    const all: readonly (MeasureDefinition & { id: MeasureId })[] = measures
    return all
      .filter((measure) => wanted.includes(measure.id))
      .map(({ id, what, unit, lines }) => ({
        measure: id,
        what,
        unit,
        people: this.people,
        lines: [lines[0]!, before, ...lines.slice(1)]
          .map((line) => ({ ...line, ...summarise(this.byLine.get(`${id} ${line.id}`) ?? []) }))
          .filter((line) => line.samples > 0),
      }))
      .filter((result) => result.lines.length > 0)
  }
}
