// End-to-end tests: the built program in the real Electron, one window at a time on each display.
import { defineConfig } from '@playwright/test'

/** The environment that leads to each display; none where the windows are on the owner's own. */
const displays: Record<string, string>[] = JSON.parse(process.env.REGULARS_DISPLAYS ?? '[]')

// Read by every worker, before it starts the program.
Object.assign(process.env, displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0)])

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results/end-to-end',
  workers: Math.max(1, displays.length),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { screenshot: 'only-on-failure' },
})
