// Reads what each test runner says of itself in its JSON and adds it up: the one place that counts.
import fs from 'node:fs'

/** Vitest's JSON: a file that would not load fails without a failed test in it. */
export function readVitestResults(file) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readJson(file)
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles.length,
    skipped: numPendingTests + numTodoTests,
  }
}

/** Playwright's JSON: a test that passed only when tried again counts as failed. */
export function readPlaywrightResults(file) {
  const { stats, errors } = readJson(file)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

/** What `count-reporter.mjs` wrote of a run of Node's own test runner. */
export function readNodeTestResults(file) {
  return readJson(file)
}

/**
 * Makes a runner's counts honest: one that broke off, or ran nothing, has failed though it counted no failure.
 */
export function judgeRun({ code, timedOut = false, read }) {
  let counts = { passed: 0, failed: 0, skipped: 0 }
  let note = ''
  try {
    counts = read()
  } catch (error) {
    note = `left no results (${error.code ?? error.message})`
  }
  if (timedOut) note = 'took too long and was stopped'
  else if (!note && counts.passed + counts.failed === 0) note = 'ran nothing'
  else if (!note && code !== 0 && counts.failed === 0) note = `ended with exit code ${code}`
  return { ...counts, failed: note ? Math.max(1, counts.failed) : counts.failed, note }
}

/** The table of all runs and, last and alone, the line that adds them up. */
export function writeSummary(runs) {
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0)
  const rows = runs.map(({ name, passed, failed, skipped, seconds, note }) =>
    [
      name.padEnd(12),
      cell(passed),
      cell(failed),
      cell(skipped),
      `${seconds.toFixed(1)} s`.padStart(9),
      note && `  ${note}`,
    ].join(''),
  )
  const head = `${''.padEnd(12)}${['passed', 'failed', 'skipped', 'time'].map((word) => word.padStart(9)).join('')}`
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  return ['', head, ...rows, '', `${sum('passed')} passed, ${sum('failed')} failed${skipped}`].join('\n')
}

const cell = (number) => String(number).padStart(9)

function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
