// `npm run bench`: sets the project up, builds it, and with `--before` the older checkout too, and runs the benchmarks.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuild } from './setup/build.mjs'
import { exitWith, runNodeToEnd } from './setup/child-processes.mjs'
import { prepareProject } from './setup/prepare.mjs'
import { commandFolder, projectRoot } from './setup/project.mjs'
import { sayFailure } from './setup/setup-error.mjs'

try {
  const args = process.argv.slice(2)
  const folder = commandFolder(projectRoot)
  const { env, closeDisplay } = await prepareProject(projectRoot)
  const { before } = parseArgs({ args, strict: false, options: { before: { type: 'string' } } }).values
  if (before) await ensureBuild(path.resolve(folder, before))
  const { code } = await runNodeToEnd(path.join(projectRoot, 'bench', 'run.mjs'), args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, REGULARS_CWD: folder },
  })
  await closeDisplay()
  exitWith(code)
} catch (error) {
  sayFailure(error)
  exitWith(1)
}
