// Gives the program a virtual display where there is no real one, and takes it away again however we end.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { say } from './progress.mjs'
import { isLinux } from './project.mjs'
import { SetupError } from './setup-error.mjs'

const SCREEN = '1920x1200x24'
// The shell waits on its stdin, a pipe that closes when we end, even killed; then the display goes too.
const KEEPER = `Xvfb -displayfd 3 -screen 0 ${SCREEN} -nolisten tcp -auth "$1/cookie" >/dev/null 2>"$1/log" &
exec 3>&-
read _
kill $!
wait
rm -r "$1"`

export function needsVirtualDisplay(env = process.env) {
  return isLinux && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/** Opens a display of our own; returns the environment that leads to it and a way to close it. */
export async function openVirtualDisplay() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'regulars-display-'))
  const cookie = path.join(folder, 'cookie')
  fs.writeFileSync(cookie, makeXauthority(randomBytes(16)), { mode: 0o600 })
  // Its own process group: Ctrl+C must not take the display away from under a program that is closing.
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const number = await readNumber(keeper.stdio[3])
  if (number === '') {
    const log = fs.readFileSync(path.join(folder, 'log'), 'utf8').trim()
    keeper.stdin.end()
    throw new SetupError(`The virtual display (Xvfb) did not start:\n${log}`)
  }
  say(`No display here: running on a virtual one (:${number}), which nobody sees.`)
  keeper.unref()
  for (const pipe of [keeper.stdin, keeper.stdio[3]]) pipe.unref?.()
  const closed = new Promise((resolve) => keeper.once('exit', resolve))
  return {
    env: { DISPLAY: `:${number}`, XAUTHORITY: cookie },
    close: () => {
      keeper.ref()
      keeper.stdin.end()
      return closed
    },
  }
}

async function readNumber(pipe) {
  let text = ''
  for await (const chunk of pipe) {
    text += chunk
    if (text.includes('\n')) break
  }
  return text.trim()
}

/** An Xauthority file of one entry that fits any display number, so that no other user may look in. */
function makeXauthority(secret) {
  const field = (bytes) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const anyHost = Buffer.from([0xff, 0xff])
  const empty = Buffer.alloc(0)
  return Buffer.concat([
    anyHost,
    field(empty),
    field(empty),
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(secret),
  ])
}
