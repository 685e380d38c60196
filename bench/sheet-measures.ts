// The call sheet typed back in: sixty lines, read anew at each key.
import { sheetWords } from '../src/shared/messages/read-sheet.ts'
import { weekOf } from '../src/shared/rules/days/weeks.ts'
import type { SheetFacts, TypedRow } from '../src/shared/rules/type-back/sheet-entry.ts'
import { understandSheet } from '../src/shared/rules/type-back/understand-sheet.ts'
import type { Samples } from './measures.ts'
import type { Plan } from './plan.ts'

const rows = 60
const today = '2026-11-27'
const week = weekOf(today)

function typedRow(position: number): TypedRow {
  return {
    id: position,
    position,
    personId: position,
    name: `Person ${position}`,
    section: 'call',
    state: 'open',
    gone: false,
    quiet: false,
    again: false,
    source: '',
    quoted: 90_000,
    steps: [{ id: position, what: 'call about the frame', dueOn: '2026-11-25', promised: true }],
    touches: [],
  }
}

const endings = [
  'tue v +7 left msg re oak frame',
  'thu tr Sam, new office',
  'wed m 450 from a sign, bring the sample',
  'fri l too dear, went to Frame It',
]

/** The whole sheet is read anew at each key of its last line. */
export function measureTyping(samples: Samples, plan: Plan): void {
  const facts: SheetFacts = {
    week,
    today,
    openTime: { openDays: [1, 2, 3, 4, 5, 6], closed: [] },
    money: { country: 'US', currency: 'USD' },
    rows: Array.from({ length: rows }, (_, index) => ({ number: index + 1, row: typedRow(index + 1) })),
    names: [],
    walkIns: [],
  }
  const lines = facts.rows.map(({ number }) => `${number} ${endings[number % endings.length]!}`)
  let text = lines.join('\n')
  for (let key = -plan.warmUp; key < plan.calls; key += 1) {
    text += 'abc '[(key + plan.warmUp) % 4]!
    const from = performance.now()
    const understood = understandSheet(text, facts, sheetWords())
    const took = performance.now() - from
    if (understood.lines.length !== rows) throw new Error('lines are missing')
    const floorFrom = performance.now()
    for (const line of text.split('\n')) line.split(' ')
    const floor = performance.now() - floorFrom
    if (key < 0) continue
    samples.add('typing', 'ours', took)
    samples.add('typing', 'raw', floor)
  }
}
