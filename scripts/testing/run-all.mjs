// Sets the project up, runs the checks one after the other, and ends with "N passed, N failed" alone on the last line.
import { exitWith } from '../setup/child-processes.mjs'
import { prepareProject } from '../setup/prepare.mjs'
import { projectRoot } from '../setup/project.mjs'
import { sayFailure } from '../setup/setup-error.mjs'
import { writeSummary } from './results.mjs'

/** Runs `checks`, pairs of a name and a function of runners.mjs, and ends the process. */
export async function runAll(checks) {
  const runs = []
  try {
    const { electron, env, closeDisplay } = await prepareProject(projectRoot, { build: false })
    for (const [name, check] of checks) {
      process.stdout.write(`\n== ${name} ==\n`)
      const started = performance.now()
      const run = await check({ root: projectRoot, electron, env })
      runs.push({ name, ...run, seconds: (performance.now() - started) / 1000 })
    }
    await closeDisplay()
  } catch (error) {
    sayFailure(error)
    runs.push({
      name: 'set-up',
      passed: 0,
      failed: 1,
      skipped: 0,
      seconds: 0,
      note: 'did not come to its end',
    })
  }
  const failed = runs.some((run) => run.failed > 0)
  process.stdout.write(`${writeSummary(runs)}\n`, () => exitWith(failed ? 1 : 0))
}
