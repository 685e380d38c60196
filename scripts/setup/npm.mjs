// Runs npm without a shell, the same on every system: as the script that our own Node runs.
import fs from 'node:fs'
import path from 'node:path'
import { runNodeToEnd, runToEnd } from './child-processes.mjs'
import { isWindows } from './project.mjs'

/** Runs npm to its end; `args` decide what npm does, whatever `npm start` was itself called with. */
export function runNpm(args, { root, env = process.env }) {
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--no-update-notifier', '--loglevel=error']
  const cli = findNpmCli(env)
  if (cli) return runNodeToEnd(cli, [...args, ...quiet], { cwd: root, env })
  return runToEnd('npm', [...args, ...quiet], { cwd: root, env, shell: isWindows })
}

function findNpmCli(env) {
  const besideNode = path.dirname(process.execPath)
  const candidates = [
    env.npm_execpath ?? '',
    path.join(besideNode, 'node_modules/npm/bin/npm-cli.js'),
    path.join(besideNode, '../lib/node_modules/npm/bin/npm-cli.js'),
  ]
  return candidates.find((file) => path.basename(file) === 'npm-cli.js' && fs.existsSync(file))
}
