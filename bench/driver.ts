// Drives a real window: opens it, sends keys and clicks, and times each until its outcome is painted.
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { t } from '../src/shared/messages/translate.ts'
import { projectRoot } from './data-sets.ts'
import type { Samples } from './measures.ts'
import type { Plan } from './plan.ts'
import { installProbe, type Outcome } from './probe.ts'
import type { Program } from './program.ts'
import type { RawFloors } from './raw-floors.ts'

const mostMs = 30_000
/** Holds a window back until the driver listens; the tests need it too. */
const holdReady = join(projectRoot, 'tests/e2e/hold-ready.cjs')
export const busy = 'main [aria-busy="true"]'

export interface Window {
  app: ElectronApplication
  page: Page
}

export async function openWindow(program: Program, args: string[]): Promise<Window> {
  const app = await _electron.launch({
    executablePath: program.electron,
    chromiumSandbox: program.switches.length === 0,
    args: ['-r', holdReady, ...program.switches, ...args],
    env: program.env,
    timeout: mostMs,
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(mostMs)
  await page.locator('main h1').waitFor()
  await page.evaluate(installProbe)
  return { app, page }
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
export async function clickAt(page: Page, selector: string, index = 0): Promise<() => Promise<void>> {
  const box = await page.locator(selector).nth(index).boundingBox()
  if (!box) throw new Error(`${selector} is not on the screen`)
  await page.mouse.move(box.x + Math.min(60, box.width / 2), box.y + box.height / 2)
  return async () => {
    await page.mouse.down()
    await page.mouse.up()
  }
}

export interface Run {
  bare: Page
  page: Page
  raw: RawFloors
  samples: Samples
  plan: Plan
}

export function sidebarButton(label: string): string {
  return `nav[aria-label="${t('app.screens')}"] li button:has-text("${label}")`
}

/** Clicks since the bare page was loaded: it shows their number. */
let bareClicks = 0

/** Loads the bare page anew, its clicks counted from one. */
export async function reloadBare(bare: Page): Promise<void> {
  bareClicks = 0
  await bare.reload()
  await bare.evaluate(installProbe)
}

export async function timeBareClick(bare: Page): Promise<number> {
  bareClicks += 1
  const outcome = { present: [], absent: [], words: { selector: 'li', text: `click ${bareClicks} 49` } }
  return timeInput(bare, 'click', outcome, await clickAt(bare, 'button'))
}

export async function timeBareKey(bare: Page, typed: string): Promise<number> {
  if (typed.length === 1) await bare.locator('input').fill('')
  const outcome = { present: [], absent: [], words: { selector: 'li', text: `${typed} 49` } }
  return timeInput(bare, 'keydown', outcome, () => bare.keyboard.press(typed.at(-1)!))
}
