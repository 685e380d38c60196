// Runs one command of the built program as a shell would, and answers what it printed and how it ended.
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron, projectRoot } from './find-electron.ts'

export interface Ran {
  code: number | null
  stdout: string
  /** Without what Chromium complains of on a machine with little in it. */
  stderr: string
  /** From start to exit. */
}

const program = process.env.REGULARS_APP ?? projectRoot
/** Chromium's own files, away from those of the one who runs the tests. */
const config = mkdtempSync(join(tmpdir(), 'regulars-config-'))
const noise = /^\[\d+(:\d+)?:\d{4}\/\d{6}\.\d+:(ERROR|WARNING|INFO)/

/** @param folder where the command is typed: relative paths start there */
export function runCommand(folder: string, ...args: string[]): Promise<Ran> {
  return pipeCommand('', folder, ...args)
}

/** The same, with `input` on stdin. */
export function pipeCommand(input: string, folder: string, ...args: string[]): Promise<Ran> {
  const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(findElectron(), [...forRoot, program, ...args], {
    env: { ...env, REGULARS_CWD: folder, XDG_CONFIG_HOME: config },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(input)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const lines = stderr.split('\n').filter((line) => !noise.test(line))
      resolve({ code, stdout, stderr: lines.join('\n') })
    })
  })
}
