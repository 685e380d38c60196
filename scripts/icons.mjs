// `node scripts/icons.mjs`: draws resources/icon.svg in the sizes and containers that Linux, Windows and macOS want.
import path from 'node:path'
import { runApp } from './launch/app.mjs'
import { exitWith } from './setup/child-processes.mjs'
import { prepareProject } from './setup/prepare.mjs'
import { projectRoot } from './setup/project.mjs'
import { sayFailure } from './setup/setup-error.mjs'

try {
  const { electron, env, closeDisplay } = await prepareProject(projectRoot, { build: false })
  const app = path.join(projectRoot, 'scripts', 'icons', 'draw.mjs')
  const code = await runApp({
    electron,
    env,
    app,
    args: [path.join(projectRoot, 'resources')],
    root: projectRoot,
  })
  await closeDisplay()
  exitWith(code)
} catch (error) {
  sayFailure(error)
  exitWith(1)
}
