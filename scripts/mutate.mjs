// `npm run mutate`: plants small wrong changes in a copy of the tree, one at a time, and tells which the tests notice.
import os from 'node:os'
import { parseArgs } from 'node:util'
import { listMutations } from '../tests/mutations/index.mjs'
import { runMutations } from './mutate/run-mutations.mjs'
import { exitWith } from './setup/child-processes.mjs'
import { prepareProject } from './setup/prepare.mjs'
import { projectRoot } from './setup/project.mjs'
import { sayFailure } from './setup/setup-error.mjs'

/** Beside which the owner of the computer goes on working. */
const NICENESS = 15

const usage = `Usage: npm run mutate -- [--only WORD] [--again] [--end-to-end]
  --only WORD    those in files whose path holds the word
  --again        asks anew what was answered before
  --end-to-end   those too that only the window can notice: each builds the program`

try {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      again: { type: 'boolean', default: false },
      'end-to-end': { type: 'boolean', default: false },
    },
  })
  os.setPriority(NICENESS)
  const project = await prepareProject(projectRoot, { build: false, display: values['end-to-end'] })
  const isGood = await runMutations(projectRoot, project, {
    mutations: listMutations().filter(({ file }) => file.includes(values.only)),
    again: values.again,
    endToEnd: values['end-to-end'],
  })
  await project.closeDisplay()
  exitWith(isGood ? 0 : 1)
} catch (error) {
  if (error.code?.startsWith('ERR_PARSE_ARGS')) process.stderr.write(`${error.message}\n${usage}\n`)
  else sayFailure(error)
  exitWith(1)
}
