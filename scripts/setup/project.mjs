// Where the project lies and which machine it runs on, so that no other script works it out again.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = path.resolve(fileURLToPath(new URL('../../', import.meta.url)))
export const isWindows = process.platform === 'win32'
export const isLinux = process.platform === 'linux'
export const isRoot = process.getuid?.() === 0

/** Our own folder for what can be made again; git ignores it. */
export function cacheFolder(root) {
  return path.join(root, '.cache')
}

/** Where the user typed the command: npm moves to the project's root and leaves the first folder in INIT_CWD. */
export function commandFolder(root, env = process.env, cwd = process.cwd()) {
  return path.resolve(cwd) === path.resolve(root) && env.INIT_CWD ? env.INIT_CWD : cwd
}
