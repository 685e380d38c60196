// What the owner feels, in the real window: keys and clicks as a keyboard and a mouse send them, until they are painted.
import type { Page } from '@playwright/test'
import { t } from '../src/shared/messages/translate.ts'
import {
  busy,
  clickAt,
  openWindow,
  type Run,
  sidebarButton,
  takeTurns,
  timeBareClick,
  timeBareKey,
  timeClick,
  timeInput,
  type Window,
} from './driver.ts'
import { measureFocusList, measureScrolling } from './focus-measures.ts'
import type { MeasureId, Samples } from './measures.ts'
import { canReadMemory, readSettledMemory } from './memory.ts'
import type { Plan } from './plan.ts'
import { measurePrint } from './print-measures.ts'
import type { Program } from './program.ts'

const searchBox = '[role=combobox][type=search]'
const list = '#people-list'
const settledList = `${list}:not([aria-busy="true"])`
const option = `${list} [role=option] span`
const timelineLine = `section[aria-label="${t('touches.timeline')}"] li`

const inTheWindow: Partial<Record<MeasureId, (run: Run) => Promise<void>>> = {
  list: measureList,
  focus: measureFocusList,
  scroll: measureScrolling,
  search: measureSearch,
  open: measureOpening,
  log: measureLogging,
  print: measurePrint,
}

/** All windows are open at once, and take turns. */
export async function measureWindows(
  programs: Program[],
  work: string,
  seeded: Pick<Run, 'week' | 'picked'>,
  samples: Samples,
  plan: Plan,
): Promise<void> {
  const wanted = Object.entries(inTheWindow).filter(([id]) => plan.wanted.includes(id as MeasureId))
  if (wanted.length === 0) return
  const windows: Window[] = []
  try {
    for (const program of programs) windows.push(await openWindow(program))
    for (const [, measure] of wanted) await measure({ ...seeded, windows, work, samples, plan })
  } finally {
    await Promise.all(windows.map(({ app }) => app.close()))
  }
}

async function measureList({ windows, samples, plan }: Run): Promise<void> {
  const listShown = { present: [`${list} [role=option]:nth-child(10) span`], absent: [busy] }
  const todayShown = { present: ['main h1'], absent: [busy, list] }
  await takeTurns(windows, samples, {
    measure: 'list',
    warmUp: plan.warmUp,
    rounds: plan.lists,
    async ours({ page }) {
      const milliseconds = await timeClick(page, sidebarButton(t('app.people')), listShown)
      await timeClick(page, sidebarButton(t('app.today')), todayShown)
      return milliseconds
    },
    bare: timeBareClick,
  })
}

async function showPeople(page: Page): Promise<void> {
  await page.locator(sidebarButton(t('app.people'))).click()
  await page.locator(searchBox).waitFor()
}

async function measureSearch({ windows, samples, plan, picked }: Run): Promise<void> {
  const typedBy = (round: number) => {
    const length = 1 + (round % plan.letters)
    return picked.typed[Math.floor(round / plan.letters)]!.slice(0, length)
  }
  for (const { line, page } of windows) if (line !== 'bare') await showPeople(page)
  await takeTurns(windows, samples, {
    measure: 'search',
    warmUp: plan.warmUp * plan.letters,
    rounds: plan.names * plan.letters,
    async ours({ page }, round) {
      const typed = typedBy(round)
      if (typed.length === 1) {
        await page.locator(searchBox).fill('')
        await page.locator(settledList).waitFor()
        await page.locator(searchBox).focus()
      }
      const field = { selector: searchBox, value: typed }
      return timeInput(page, 'keydown', { present: [settledList, option], absent: [], field }, () =>
        page.keyboard.press(typed.at(-1)!),
      )
    },
    bare: (window, round) => timeBareKey(window, typedBy(round)),
  })
}

/** From the list, where the name stands first when it is typed in full. */
async function openPerson(page: Page, name: string): Promise<number> {
  await showPeople(page)
  await page.locator(searchBox).fill(name)
  await page.locator(`${settledList} [role=option]:first-child span`).first().waitFor()
  return timeClick(page, `${list} [role=option]:first-child`, {
    present: ['article #person-name', timelineLine],
    absent: [busy],
    words: { selector: '#person-name', text: name },
  })
}

async function measureOpening({ windows, samples, plan, picked }: Run): Promise<void> {
  await takeTurns(windows, samples, {
    measure: 'open',
    warmUp: plan.warmUp,
    rounds: plan.opens,
    ours: ({ page }, round) => openPerson(page, picked.people[round]!),
    bare: timeBareClick,
  })
}

async function measureLogging({ windows, samples, plan, picked }: Run): Promise<void> {
  await takeTurns(windows, samples, {
    measure: 'log',
    warmUp: plan.warmUp,
    rounds: plan.logs,
    async ours({ page }, round) {
      await openPerson(page, picked.people[round]!)
      const note = `Note number ${round}, about two sizes.`
      const box = page.getByRole('textbox', { name: t('touches.note'), exact: true })
      await box.fill(note)
      await box.focus()
      const onScreen = { present: [], absent: [busy], words: { selector: timelineLine, text: note } }
      return timeInput(page, 'keydown', onScreen, () => page.keyboard.press('Enter'))
    },
    bare: (window) => timeBareKey(window, 'n'),
  })
}

const screens = ['today', 'focusList', 'callSheet', 'people', 'backup', 'settings'] as const

/** Each program alone, one after the other: pages shared with another Electron would count for a part only. */
export async function measureTour(programs: Program[], samples: Samples, plan: Plan): Promise<void> {
  if (!canReadMemory) return
  for (let round = 0; round < plan.tours; round += 1) {
    for (const program of programs) {
      const window = await openWindow(program)
      try {
        for (const screen of screens) await visit(window, screen)
        samples.add('tour', window.line, await readSettledMemory(window.app.process().pid!))
      } finally {
        await window.app.close()
      }
    }
  }
}

async function visit({ line, page }: Window, screen: (typeof screens)[number]): Promise<void> {
  const click = await clickAt(page, line === 'bare' ? 'button' : sidebarButton(t(`app.${screen}`)))
  await click()
  await page.locator('main h1').waitFor()
  await page.waitForFunction((selector) => document.querySelector(selector) === null, busy)
}
