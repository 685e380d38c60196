// What the owner feels, in the real window: keys and clicks as a keyboard and a mouse send them, until they are painted.
import type { Page } from '@playwright/test'
import { t } from '../src/shared/messages/translate.ts'
import { makeRandom } from '../tests/support/random.ts'
import { seedToday } from '../tests/support/seed.ts'
import { writeBareApp } from './bare-app.ts'
import { pickTypedNames } from './call-measures.ts'
import {
  busy,
  clickAt,
  openWindow,
  type Run,
  reloadBare,
  sidebarButton,
  timeBareClick,
  timeBareKey,
  timeInput,
} from './driver.ts'
import { measureFocusList } from './focus-measures.ts'
import type { Samples } from './measures.ts'
import { canReadMemory, readSettledMemory } from './memory.ts'
import type { Plan } from './plan.ts'
import type { Program } from './program.ts'
import type { RawFloors } from './raw-floors.ts'
import { measurePrint } from './sheet-measures.ts'

const searchBox = '[role=combobox][type=search]'
const list = '#people-list'
const option = `${list} [role=option] span`
const timelineLine = `section[aria-label="${t('touches.timeline')}"] li`

export async function measureWindow(
  program: Program,
  work: string,
  data: string,
  raw: RawFloors,
  samples: Samples,
  plan: Plan,
): Promise<void> {
  const wantsTour = plan.wanted.has('tour') && canReadMemory
  const bare = await openWindow(program, [writeBareApp(work)])
  // Alone, each time: pages shared with another Electron would count for a part only.
  if (wantsTour) samples.add('tour', 'bare', await readSettledMemory(bare.app.process().pid!))
  const ours = await openWindow(program, [program.folder, '--data', data, '--today', seedToday])
  try {
    const run = { bare: bare.page, page: ours.page, raw, samples, plan }
    if (plan.wanted.has('list')) await measureList(run)
    if (plan.wanted.has('focus') || plan.wanted.has('scroll')) await measureFocusList(run)
    if (plan.wanted.has('search')) await measureSearch(run)
    if (plan.wanted.has('open') || plan.wanted.has('log')) await measurePerson(run)
    if (plan.wanted.has('print')) await measurePrint(ours, bare, work, run)
    await bare.app.close()
    if (wantsTour) {
      await tour(ours.page)
      samples.add('tour', 'ours', await readSettledMemory(ours.app.process().pid!))
    }
  } finally {
    await Promise.all([ours.app.close(), bare.app.close()])
  }
}

async function measureList({ bare, page, samples, plan }: Run): Promise<void> {
  await reloadBare(bare)
  const listShown = { present: [`${list} [role=option]:nth-child(10) span`], absent: [busy] }
  const todayShown = { present: ['main h1'], absent: [busy, list] }
  for (let round = -plan.warmUp; round < plan.lists; round += 1) {
    const milliseconds = await timeInput(
      page,
      'click',
      listShown,
      await clickAt(page, sidebarButton(t('app.people'))),
    )
    await timeInput(page, 'click', todayShown, await clickAt(page, sidebarButton(t('app.today'))))
    const floor = await timeBareClick(bare)
    if (round < 0) continue
    samples.add('list', 'ours', milliseconds)
    samples.add('list', 'bare', floor)
  }
}

async function showPeople(page: Page): Promise<void> {
  await page.locator(sidebarButton(t('app.people'))).click()
  await page.locator(searchBox).waitFor()
}

async function measureSearch({ bare, page, raw, samples, plan }: Run): Promise<void> {
  await showPeople(page)
  const names = pickTypedNames(raw.sqlite, plan.names + plan.warmUp, plan.letters)
  for (const [index, name] of names.entries()) {
    await page.locator(searchBox).fill('')
    await page.locator(`${list}:not([aria-busy="true"])`).waitFor()
    await page.locator(searchBox).focus()
    for (let length = 1; length <= name.length; length += 1) {
      const typed = name.slice(0, length)
      const found = {
        present: [`${list}:not([aria-busy="true"])`, option],
        absent: [],
        field: { selector: searchBox, value: typed },
      }
      const key = typed.at(-1)!
      const milliseconds = await timeInput(page, 'keydown', found, () => page.keyboard.press(key))
      const floor = await timeBareKey(bare, typed)
      if (index < plan.warmUp) continue
      samples.add('search', 'ours', milliseconds)
      samples.add('search', 'bare', floor)
    }
  }
  await page.locator(searchBox).fill('')
}

/** Names that stand first when they are typed in full. */
function pickPeople(raw: RawFloors, count: number): string[] {
  const random = makeRandom(23)
  const people = raw.sqlite.prepare('SELECT count(*) FROM people').pluck().get() as number
  const read = raw.sqlite.prepare('SELECT name FROM people WHERE id = ?').pluck()
  return Array.from({ length: count }, () => read.get(1 + random.below(people)) as string)
}

async function measurePerson({ bare, page, samples, plan, raw }: Run): Promise<void> {
  const opens = plan.wanted.has('open') ? plan.opens : 0
  const logs = plan.wanted.has('log') ? plan.logs : 0
  const logsEach = Math.max(1, Math.ceil(logs / Math.max(1, opens)))
  await reloadBare(bare)
  let logged = 0
  const rounds = Math.max(opens, Math.ceil(logs / logsEach))
  for (const [index, name] of pickPeople(raw, plan.warmUp + rounds).entries()) {
    const counts = index >= plan.warmUp
    await showPeople(page)
    await page.locator(searchBox).fill(name)
    await page.locator(`${list}:not([aria-busy="true"]) [role=option]:first-child span`).first().waitFor()
    const first = `${list} [role=option]:first-child`
    const shown = {
      present: ['article #person-name', timelineLine],
      absent: [busy],
      words: { selector: '#person-name', text: name },
    }
    const milliseconds = await timeInput(page, 'click', shown, await clickAt(page, first))
    const floor = await timeBareClick(bare)
    if (counts && opens > 0) {
      samples.add('open', 'ours', milliseconds)
      samples.add('open', 'bare', floor)
    }
    for (let log = 0; log < logsEach && logs > 0; log += 1) {
      logged += 1
      const took = await timeLog(page, `Note number ${logged}, about two sizes.`)
      const key = await timeBareKey(bare, 'n')
      if (!counts) continue
      samples.add('log', 'ours', took)
      samples.add('log', 'bare', key)
    }
  }
}

async function timeLog(page: Page, note: string): Promise<number> {
  const box = page.getByRole('textbox', { name: t('touches.note'), exact: true })
  await box.fill(note)
  await box.focus()
  const onScreen = { present: [], absent: [busy], words: { selector: timelineLine, text: note } }
  return timeInput(page, 'keydown', onScreen, () => page.keyboard.press('Enter'))
}

const screens = ['today', 'focusList', 'callSheet', 'people', 'backup', 'settings'] as const

async function tour(page: Page): Promise<void> {
  for (const screen of screens) {
    await page.locator(sidebarButton(t(`app.${screen}`))).click()
    await page.locator('main h1').waitFor()
    await page.waitForFunction((selector) => document.querySelector(selector) === null, busy)
  }
}
