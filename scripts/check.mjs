// `npm run check`: every check but the slow end-to-end ones.
import { runAll } from './testing/run-all.mjs'
import { checkBuild, checkLint, checkTypes, runBootstrapTests, runUnitTests } from './testing/runners.mjs'

await runAll([
  ['types', checkTypes],
  ['lint', checkLint],
  ['build', checkBuild],
  ['unit, data', runUnitTests],
  ['bootstrap', runBootstrapTests],
])
