// No network, ever: every socket call of every process during a tour of all screens, as the kernel saw it.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, Regulars, test } from './fixtures.ts'

/** Seconds of touring; the promise is a minute. */
const tourSeconds = Number(process.env.REGULARS_TOUR_SECONDS ?? 60)

/** Lines of a trace that name an internet address other than this computer's own. */
function findOutsideAddresses(trace: string): string[] {
  return trace.split('\n').filter((line) => {
    const address = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/.exec(line)
    if (!address) return false
    const [, v4, v6] = address
    if (v4 !== undefined) return !v4.startsWith('127.') && v4 !== '0.0.0.0'
    return v6 !== '::1' && v6 !== '::' && !v6!.startsWith('::ffff:127.')
  })
}

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'])
    return true
  } catch {
    return false
  }
}

test('the reader of traces sees an outside address, and only that', () => {
  const trace = [
    '7 connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16) = -1',
    '7 connect(3, {sa_family=AF_INET6, sin6_port=htons(53), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28) = 0',
    '7 connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
    '7 bind(3, {sa_family=AF_INET6, sin6_port=htons(0), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0',
    '7 connect(3, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X99"}, 20) = 0',
  ].join('\n')
  expect(findOutsideAddresses(trace)).toHaveLength(2)
})

test('a minute on every screen opens no socket to anywhere else', async () => {
  test.skip(!hasStrace(), 'strace is not installed, or may not trace here')
  test.setTimeout((tourSeconds + 90) * 1000)
  const folder = mkdtempSync(join(tmpdir(), 'regulars-trace-'))
  const trace = join(folder, 'trace')
  const tracer = join(folder, 'electron')
  const electron = process.env.REGULARS_ELECTRON
  const regulars = new Regulars()
  try {
    const { findElectron } = await import('./find-electron.ts')
    writeFileSync(
      tracer,
      `#!/bin/sh\nexec strace -f -qq --seccomp-bpf -e trace=connect,sendto,sendmsg,sendmmsg,bind -o '${trace}' '${findElectron()}' "$@"\n`,
    )
    chmodSync(tracer, 0o755)
    process.env.REGULARS_ELECTRON = tracer
    const window = await regulars.launch()
    await regulars.call('people.add', {
      uid: crypto.randomUUID(),
      name: 'Nora Lindqvist',
      phone: '555 0160',
      email: 'nora@example.com',
    })
    const end = Date.now() + tourSeconds * 1000
    while (Date.now() < end) {
      for (const screen of ['1', '2', '3', '4', '5', '6', '7']) {
        await window.keyboard.press(`Control+${screen}`)
        // Long enough for what a screen does late; a faster tour only takes the processor from the tests beside it.
        await window.waitForTimeout(1200)
      }
      // A focused text box is what made stock Electron look for spelling dictionaries.
      await window.keyboard.press('Control+k')
      await window.keyboard.type('nora teh', { delay: 30 })
      await window.keyboard.press('Escape')
      await window.keyboard.press('Control+l')
      await window.keyboard.type('no', { delay: 30 })
      await window.keyboard.press('Escape')
      await window.keyboard.press('Escape')
    }
    await regulars.close()
    const seen = readFileSync(trace, 'utf8')
    // The test's own channel to the program is a loopback socket: that it shows proves the trace works.
    expect(seen).toMatch(/inet_addr\("127\.0\.0\.1"\)/)
    expect(findOutsideAddresses(seen)).toEqual([])
  } finally {
    if (electron === undefined) delete process.env.REGULARS_ELECTRON
    else process.env.REGULARS_ELECTRON = electron
    regulars.clearAway()
    rmSync(folder, { recursive: true, force: true })
  }
})
