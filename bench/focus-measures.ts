// The focus list in the real window: opened from the sidebar, and scrolled frame by frame.
import type { Page } from '@playwright/test'
import { t } from '../src/shared/messages/translate.ts'
import { busy, type Run, sidebarButton, takeTurns, timeBareClick, timeClick } from './driver.ts'

const row = 'main li'

export async function measureFocusList({ windows, samples, plan }: Run): Promise<void> {
  const listShown = { present: ['[role=tab]', row], absent: [busy] }
  const todayShown = { present: ['main h1'], absent: [busy, '[role=tab]'] }
  await takeTurns(windows, samples, {
    measure: 'focus',
    warmUp: plan.warmUp,
    rounds: plan.lists,
    async ours({ page }) {
      const milliseconds = await timeClick(page, sidebarButton(t('app.focusList')), listShown)
      await timeClick(page, sidebarButton(t('app.today')), todayShown)
      return milliseconds
    },
    bare: timeBareClick,
  })
}

export async function measureScrolling({ windows, samples, plan }: Run): Promise<void> {
  for (const { line, page } of windows) {
    if (line !== 'bare') {
      await page.locator(sidebarButton(t('app.focusList'))).click()
      await page.locator(row).first().waitFor()
    }
    for (const gap of await scroll(page, plan.frames)) samples.add('scroll', line, gap)
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
