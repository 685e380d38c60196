// `npm test`: sets the project up and runs every check, the real window included.
import { runAll } from './testing/run-all.mjs'
import {
  checkBuild,
  checkLint,
  checkTypes,
  runBootstrapTests,
  runEndToEndTests,
  runQuickFaults,
  runUnitTests,
} from './testing/runners.mjs'

await runAll([
  ['types', checkTypes],
  ['lint', checkLint],
  ['build', checkBuild],
  ['unit, data', runUnitTests],
  ['faults', runQuickFaults],
  ['end to end', runEndToEndTests],
  ['bootstrap', runBootstrapTests],
])
