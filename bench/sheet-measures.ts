// The call sheet: sixty rows printed to a PDF, and sixty lines typed back in.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sheetWords } from '../src/shared/messages/read-sheet.ts'
import { weekOf } from '../src/shared/rules/days/weeks.ts'
import type { SheetFacts, TypedRow } from '../src/shared/rules/type-back/sheet-entry.ts'
import { understandSheet } from '../src/shared/rules/type-back/understand-sheet.ts'
import { seedToday } from '../tests/support/seed.ts'
import type { Run, Window } from './driver.ts'
import type { Samples } from './measures.ts'
import type { Plan } from './plan.ts'

const rows = 60
const week = weekOf(seedToday)

/** A new hidden window each time, for ours as for the floor. */
export async function measurePrint(ours: Window, bare: Window, work: string, run: Run): Promise<void> {
  const { page, samples, plan } = run
  const file = join(work, 'sheet.pdf')
  await ours.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  for (let personId = 1; personId <= rows; personId += 1) {
    await ask(page, 'callSheets.addRow', { uid: crypto.randomUUID(), week, personId })
  }
  const target = (await ask(page, 'app.choosePdfFile', { suggested: 'sheet.pdf' })) as { token: string }
  for (let round = -1; round < plan.prints; round += 1) {
    const from = performance.now()
    await ask(page, 'callSheets.savePdf', { week, target: target.token })
    const took = performance.now() - from
    const floorFrom = performance.now()
    await bare.app.evaluate(async ({ BrowserWindow }) => {
      const [shown] = BrowserWindow.getAllWindows()
      const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      await hidden.loadURL(shown!.webContents.getURL())
      await hidden.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true })
      hidden.destroy()
    })
    const floor = performance.now() - floorFrom
    if (statSync(file).size < 10_000) throw new Error('the sheet was not printed')
    if (round < 0) continue
    samples.add('print', 'ours', took)
    samples.add('print', 'raw', floor)
  }
}

async function ask(page: Run['page'], name: string, input: unknown): Promise<unknown> {
  const answer = await page.evaluate(
    ([called, given, id]) => {
      const { regulars } = window as unknown as { regulars: { call(...args: unknown[]): Promise<unknown> } }
      return regulars.call(called, given, id)
    },
    [name, input, crypto.randomUUID()] as const,
  )
  const { ok, value } = answer as { ok: boolean; value: unknown }
  if (!ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return value
}

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
    today: '2026-11-27',
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
