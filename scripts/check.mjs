// `npm run check`: what is fast enough to run before each commit; `npm test` runs all.
import { runAll } from './testing/run-all.mjs'
import { checkBuild, checkLint, checkTypes, runQuickUnitTests } from './testing/runners.mjs'

await runAll([
  ['types', checkTypes],
  ['lint', checkLint],
  ['build', checkBuild],
  ['unit, data', runQuickUnitTests],
])
