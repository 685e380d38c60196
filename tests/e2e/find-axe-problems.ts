// What axe holds against what the window shows now. Its own runner for Playwright reads axe anew for every look, twice,
// and hands back all that is well: that took more of the checks' time than looking.
import axe from 'axe-core'
import type { Regulars } from './fixtures.ts'

/** One line a place for what is serious or worse. */
export async function findAxeProblems({ window }: Regulars): Promise<string[]> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axe.source)
  return window.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await run.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 200)} (${node.failureSummary})`),
      )
  })
}
