// `npm start`: sets the project up and opens the program, or runs one command of its command line.
import { runApp } from './launch/app.mjs'
import { exitWith } from './setup/child-processes.mjs'
import { prepareProject } from './setup/prepare.mjs'
import { commandFolder, projectRoot } from './setup/project.mjs'
import { sayFailure } from './setup/setup-error.mjs'

try {
  const { electron, env, closeDisplay } = await prepareProject(projectRoot)
  const code = await runApp({
    electron,
    env: { ...env, REGULARS_CWD: commandFolder(projectRoot) },
    app: projectRoot,
    args: process.argv.slice(2),
    root: projectRoot,
  })
  await closeDisplay()
  exitWith(code)
} catch (error) {
  sayFailure(error)
  exitWith(1)
}
