// The operating system's sandbox around the page, for an ordinary user: shown by the kernel's own words.
import { spawn } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findElectron, projectRoot } from './find-electron.ts'

/** Debian's "nobody", which every Linux has. */
const nobody = 65534

/** Whether others may read this path and pass every folder above it. */
function isOpenToOthers(path: string): boolean {
  for (let at = path; at !== dirname(at); at = dirname(at))
    if ((statSync(at).mode & 0o001) === 0) return false
  return true
}

/** The display's ticket, where there is one, in a copy that the ordinary user may read. */
function lendDisplay(home: string, asRoot: boolean): string {
  const own = process.env.XAUTHORITY ?? ''
  if (!asRoot || own === '' || !existsSync(own)) return own
  const copy = join(home, 'xauthority')
  copyFileSync(own, copy)
  chownSync(copy, nobody, nobody)
  return copy
}

function findRenderer(marker: string): number | undefined {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return line.includes('--type=renderer') && line.includes(marker)
      } catch {
        return false
      }
    })
}

test('the page runs with seccomp and without new privileges', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc, which only Linux has')
  const asRoot = process.getuid?.() === 0
  const electron = findElectron()
  test.skip(
    asRoot && !(isOpenToOthers(projectRoot) && isOpenToOthers(electron)),
    'an ordinary user cannot reach this checkout',
  )
  try {
    accessSync('/proc/sys/user/max_user_namespaces', constants.R_OK)
  } catch {
    test.skip(true, 'this kernel has no user namespaces')
  }
  const home = mkdtempSync(join(tmpdir(), 'regulars-sandbox-'))
  if (asRoot) {
    chmodSync(home, 0o700)
    chownSync(home, nobody, nobody)
  }
  const ticket = lendDisplay(home, asRoot)
  const child = spawn(electron, [projectRoot, '--data', join(home, 'data')], {
    env: {
      PATH: process.env.PATH,
      DISPLAY: process.env.DISPLAY,
      XAUTHORITY: ticket,
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_RUNTIME_DIR: home,
    },
    stdio: 'ignore',
    detached: true,
    ...(asRoot ? { uid: nobody, gid: nobody } : {}),
  })
  try {
    await expect.poll(() => findRenderer(home), { timeout: 20_000 }).toBeDefined()
    const pid = findRenderer(home)!
    await expect.poll(() => /^Seccomp:\s+2$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))).toBe(true)
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^NoNewPrivs:\s+1$/m)
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox')
  } finally {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGKILL')
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
