// Drives real windows: opens them, sends keys and clicks, and times each until its outcome is painted.
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { t } from '../src/shared/messages/translate.ts'
import { shownRow } from './bare-app.ts'
import type { MeasureId, Samples } from './measures.ts'
import type { Picked } from './pick-people.ts'
import type { Plan } from './plan.ts'
import { installProbe, type Outcome } from './probe.ts'
import { orderTurns, type Program } from './program.ts'
import { projectRoot } from './work-folder.ts'

const mostMs = 60_000
/** Holds a window back until the driver listens; the tests need it too. */
const holdReady = join(projectRoot, 'tests/e2e/hold-ready.cjs')
export const busy = 'main [aria-busy="true"]'

export interface Window {
  line: Program['line']
  app: ElectronApplication
  page: Page
}

export async function openWindow(program: Program): Promise<Window> {
  const app = await _electron.launch({
    executablePath: program.electron,
    chromiumSandbox: program.switches.length === 0,
    args: ['-r', holdReady, ...program.switches, ...program.args],
    env: program.env,
    timeout: mostMs,
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(mostMs)
  await page
    .locator(shownRow)
    .waitFor()
    .catch(async (cause: unknown) => {
      const shown = await page.locator('body').textContent()
      throw new Error(`the first screen did not come (${program.line}), but: ${shown?.slice(0, 300)}`, {
        cause,
      })
    })
  await page.evaluate(installProbe)
  return { line: program.line, app, page }
}

export interface Run {
  windows: Window[]
  samples: Samples
  plan: Plan
  /** A folder for this run alone. */
  work: string
  /** The week that the windows take for this one. */
  week: string
  picked: Picked
}

/** Sends the input and answers the milliseconds from it to the frame that shows its outcome. */
export async function timeInput(
  page: Page,
  event: 'keydown' | 'click',
  outcome: Outcome,
  send: () => Promise<void>,
): Promise<number> {
  await page.evaluate(
    ([name, wanted]) => {
      const { benchProbe } = window as unknown as {
        benchProbe: { arm(name: string, outcome: unknown): void }
      }
      benchProbe.arm(name, wanted)
    },
    [event, outcome] as const,
  )
  await send()
  return page.evaluate((limit) => {
    const { benchProbe } = window as unknown as { benchProbe: { result: Promise<number> } }
    const late = new Promise<number>((_, reject) => {
      setTimeout(
        () =>
          reject(new Error(`nothing to see after ${limit} ms: ${document.body.textContent.slice(0, 300)}`)),
        limit,
      )
    })
    return Promise.race([benchProbe.result, late])
  }, mostMs)
}

/** A click where the element is now, without the driver's own waiting in between. */
export async function clickAt(page: Page, selector: string): Promise<() => Promise<void>> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not on the screen`)
  await page.mouse.move(box.x + Math.min(60, box.width / 2), box.y + box.height / 2)
  return async () => {
    await page.mouse.down()
    await page.mouse.up()
  }
}

export async function timeClick(page: Page, selector: string, outcome: Outcome): Promise<number> {
  return timeInput(page, 'click', outcome, await clickAt(page, selector))
}

export interface Turns {
  measure: MeasureId
  warmUp: number
  rounds: number
  /** Answers the milliseconds. */
  ours(window: Window, round: number): Promise<number>
  bare(window: Window, round: number): Promise<number>
}

/** Every window once a round. */
export async function takeTurns(windows: Window[], samples: Samples, turns: Turns): Promise<void> {
  for (let round = 0; round < turns.warmUp + turns.rounds; round += 1) {
    for (const window of orderTurns(windows, round)) {
      const milliseconds = await turns[window.line === 'bare' ? 'bare' : 'ours'](window, round)
      if (round >= turns.warmUp) samples.add(turns.measure, window.line, milliseconds)
    }
  }
}

export function sidebarButton(label: string): string {
  return `nav[aria-label="${t('app.screens')}"] li button:has-text("${label}")`
}

export async function timeBareClick({ page }: Window): Promise<number> {
  const clicks = (await page.evaluate<number>('clicks')) + 1
  return timeClick(page, 'button', {
    present: [],
    absent: [],
    words: { selector: 'li', text: `click ${clicks} 49` },
  })
}

export async function timeBareKey({ page }: Window, typed: string): Promise<number> {
  if (typed.length === 1) await page.locator('input').fill('')
  const outcome = { present: [], absent: [], words: { selector: 'li', text: `${typed} 49` } }
  return timeInput(page, 'keydown', outcome, () => page.keyboard.press(typed.at(-1)!))
}
