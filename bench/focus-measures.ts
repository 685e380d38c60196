// The focus list in the real window: opened from the sidebar, and scrolled frame by frame.
import type { Page } from '@playwright/test'
import { t } from '../src/shared/messages/translate.ts'
import { busy, clickAt, type Run, reloadBare, sidebarButton, timeBareClick, timeInput } from './driver.ts'

const row = 'main li'

export async function measureFocusList({ bare, page, samples, plan }: Run): Promise<void> {
  await reloadBare(bare)
  const shown = { present: ['[role=tab]', row], absent: [busy] }
  const todayShown = { present: ['main h1'], absent: [busy, '[role=tab]'] }
  const rounds = plan.wanted.has('focus') ? plan.lists : 0
  for (let round = -plan.warmUp; round < rounds; round += 1) {
    const click = await clickAt(page, sidebarButton(t('app.focusList')))
    const milliseconds = await timeInput(page, 'click', shown, click)
    await timeInput(page, 'click', todayShown, await clickAt(page, sidebarButton(t('app.today'))))
    const floor = await timeBareClick(bare)
    if (round < 0) continue
    samples.add('focus', 'ours', milliseconds)
    samples.add('focus', 'bare', floor)
  }
  if (!plan.wanted.has('scroll')) return
  await page.locator(sidebarButton(t('app.focusList'))).click()
  await page.locator(row).first().waitFor()
  for (const [line, window] of [
    ['ours', page],
    ['bare', bare],
  ] as const) {
    for (const gap of await scroll(window, plan.frames)) samples.add('scroll', line, gap)
  }
}

/** Scrolls what holds the most up and down, a step a frame; answers the milliseconds between frames. */
function scroll(page: Page, frames: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const mayScroll = [...document.querySelectorAll('main, main *, main ~ *')].filter(
      (element) =>
        element.scrollHeight > element.clientHeight &&
        /auto|scroll/.test(getComputedStyle(element).overflowY),
    )
    const most = mayScroll.sort((a, b) => b.scrollHeight - a.scrollHeight)[0]
    const scroller = most ?? document.scrollingElement!
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const gaps: number[] = []
    let step = 24
    let before = await nextFrame()
    for (let frame = 0; frame < count; frame += 1) {
      const at = scroller.scrollTop
      scroller.scrollTop += step
      if (scroller.scrollTop === at) step = -step
      const now = await nextFrame()
      gaps.push(now - before)
      before = now
    }
    return gaps
  }, frames)
}
