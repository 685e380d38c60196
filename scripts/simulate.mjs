// `npm run simulate`: sets the project up and lives the years of many shops; see tests/simulate/shops.ts.
import path from 'node:path'
import { runInElectronNode } from './launch/electron-as-node.mjs'
import { exitWith } from './setup/child-processes.mjs'
import { prepareProject } from './setup/prepare.mjs'
import { projectRoot } from './setup/project.mjs'
import { sayFailure } from './setup/setup-error.mjs'

try {
  const { electron, env, closeDisplay } = await prepareProject(projectRoot)
  const script = path.join(projectRoot, 'tests', 'simulate', 'run.ts')
  const { code } = await runInElectronNode(electron, script, process.argv.slice(2), {
    cwd: projectRoot,
    env: { ...env, NODE_NO_WARNINGS: '1' },
  })
  await closeDisplay()
  exitWith(code)
} catch (error) {
  sayFailure(error)
  exitWith(1)
}
