// Keeps what was counted, a JSON line for each range of seeds, so that long runs add up; and writes it as a table.

import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Row } from './rows.ts'
import { addOutcomes, countFaults, type Outcome } from './tally.ts'

export interface Result {
  row: string
  from: number
  to: number
  /** Fingerprint of the program's scripts: what another program did is no figure of this one. */
  program: string
  /** Why the range did not come to its end; its outcome is then empty. */
  broken?: string
  outcome: Outcome
}

export function fingerprint(program: string): string {
  const main = join(program, 'out/main')
  const hash = createHash('sha256')
  for (const file of readdirSync(main, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (file.endsWith('.js')) hash.update(readFileSync(join(main, file)))
  }
  return hash.digest('hex').slice(0, 12)
}

export function keepResult(file: string, result: Result): void {
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify(result)}\n`)
}

/** @param program only what this program did; null: whichever */
export function readResults(file: string, program: string | null): Result[] {
  if (!existsSync(file)) return []
  const results = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Result)
  return results.filter((result) => program === null || result.program === program)
}

/** The next seeds of `wanted` that no result holds yet, at most `most`; null when all were tried. */
export function findNextRange(
  results: readonly Result[],
  wanted: { from: number; to: number },
  most: number,
): { from: number; to: number } | null {
  let { from } = wanted
  for (const tried of results.toSorted((a, b) => a.from - b.from)) {
    if (tried.from <= from && tried.to >= from) from = tried.to + 1
  }
  if (from > wanted.to) return null
  // A range ends where its trace does, and before seeds that were tried.
  const next = results.map((tried) => tried.from).filter((start) => start > from)
  const end = (Math.floor(from / most) + 1) * most - 1
  return { from, to: Math.min(end, wanted.to, ...next.map((start) => start - 1)) }
}

export interface Line {
  row: Row
  outcome: Outcome
  broken: string[]
  /** Why it cannot run here. */
  notHere: string | null
}

export function sumUp(row: Row, results: readonly Result[], notHere: string | null): Line {
  const own = results.filter((result) => result.row === row.id)
  return {
    row,
    outcome: addOutcomes(own.map(({ outcome }) => outcome)),
    broken: own.flatMap(({ broken, from, to }) => (broken ? [`seeds ${from}–${to}: ${broken}`] : [])),
    notHere,
  }
}

/** Nothing wrong, and the control failed as it must. */
export function isGreen({ outcome, broken }: Line): boolean {
  return outcome.tried > 0 && broken.length === 0 && countFaults(outcome) === 0 && outcome.control.failed > 0
}

export function writeTable(lines: readonly Line[]): string {
  const head = ['row', 'tried', 'of', 'faults', 'control failed', '']
  const cells = lines.map(({ row, outcome, broken, notHere }) => [
    row.id,
    String(outcome.tried),
    String(row.full),
    String(countFaults(outcome)),
    `${outcome.control.failed} of ${outcome.control.tried}`,
    notHere ?? writeNotes(outcome, broken),
  ])
  const widths = head.map((word, at) => Math.max(word.length, ...cells.map((line) => line[at]!.length)))
  const write = (line: string[]) =>
    `| ${line.map((cell, at) => (at === 0 || at === 5 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at === 0 || at === 5 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  const legend = lines.map(({ row }) => `${row.id}: ${row.tries}; control: ${row.control}.`)
  const examples = lines.flatMap(({ outcome, broken, row }) =>
    [...broken, ...outcome.examples].map((example) => `  ${row.id} · ${example}`),
  )
  return [
    write(head),
    rule,
    ...cells.map(write),
    '',
    ...legend,
    ...(examples.length > 0 ? ['', ...examples] : []),
  ].join('\n')
}

function writeNotes({ faults, seen }: Outcome, broken: string[]): string {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, times]) => `${times} ${name}`)
  return [
    ...list(faults).map((words) => words.toUpperCase()),
    ...(broken.length > 0 ? [`${broken.length} ranges broke off`] : []),
    ...list(seen),
  ].join(', ')
}
