// `npm run bench`: sets the project up, builds it and runs the benchmarks in Electron's own Node.
import path from 'node:path'
import { runInElectronNode } from './launch/electron-as-node.mjs'
import { exitWith } from './setup/child-processes.mjs'
import { prepareProject } from './setup/prepare.mjs'
import { commandFolder, projectRoot } from './setup/project.mjs'
import { sayFailure } from './setup/setup-error.mjs'

try {
  const { electron, env, closeDisplay } = await prepareProject(projectRoot)
  const { code } = await runInElectronNode(
    electron,
    path.join(projectRoot, 'bench', 'run.mjs'),
    process.argv.slice(2),
    { cwd: projectRoot, env: { ...env, REGULARS_CWD: commandFolder(projectRoot) } },
  )
  await closeDisplay()
  exitWith(code)
} catch (error) {
  sayFailure(error)
  exitWith(1)
}
