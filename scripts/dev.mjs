// `npm run dev`: opens the program and reloads it on every change of its sources.
import path from 'node:path'
import { forgetBuild, oldestElectron } from './setup/build.mjs'
import { exitWith, runNodeToEnd } from './setup/child-processes.mjs'
import { prepareProject } from './setup/prepare.mjs'
import { commandFolder, projectRoot } from './setup/project.mjs'
import { sandboxSwitches } from './setup/sandbox.mjs'
import { sayFailure } from './setup/setup-error.mjs'

try {
  const { electron, env, closeDisplay } = await prepareProject(projectRoot, { build: false })
  forgetBuild(projectRoot)
  const vite = path.join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const noSandbox = sandboxSwitches(electron).length > 0 ? ['--noSandbox'] : []
  const args = ['dev', '--watch', ...noSandbox, '--', ...process.argv.slice(2)]
  const { code } = await runNodeToEnd(vite, args, {
    cwd: projectRoot,
    env: { ...env, ELECTRON_MAJOR_VER: oldestElectron, REGULARS_CWD: commandFolder(projectRoot) },
    stdio: 'inherit',
  })
  await closeDisplay()
  exitWith(code)
} catch (error) {
  sayFailure(error)
  exitWith(1)
}
