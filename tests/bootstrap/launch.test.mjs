// The program runs in the real Electron as in a terminal: stdout, exit codes and signals are its own.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { isChromiumNoise } from '../../scripts/launch/chromium-noise.mjs'
import { needsVirtualDisplay } from '../../scripts/setup/display.mjs'
import { commandFolder } from '../../scripts/setup/project.mjs'
import { makeTemporaryFolder, writeFiles } from './temporary-folder.mjs'

const scripts = new URL('../../scripts/', import.meta.url).href
const linuxOnly = { skip: process.platform === 'linux' ? false : 'virtual displays are for Linux' }

const app = `
const { app, BrowserWindow } = require('electron')
const last = process.argv.at(-1)
app.whenReady().then(() => {
  console.error('[1234:1121/120000.123:ERROR:dbus/bus.cc(408)] noise')
  console.error('our own line')
  if (last === 'stay') new BrowserWindow().loadURL('about:blank').then(() => console.log('open'))
  else { console.log(JSON.stringify({ name: last })); app.exit(7) }
})
app.on('before-quit', () => console.error('closing'))`

// What start.mjs does once the project is ready, for an app of our own and always on a virtual display.
const driver = `
import { openVirtualDisplay } from '${scripts}setup/display.mjs'
import { exitWith } from '${scripts}setup/child-processes.mjs'
import { runApp } from '${scripts}launch/app.mjs'
const [app, ...args] = process.argv.slice(2)
const screen = await openVirtualDisplay()
const env = { ...process.env, ...screen.env }
console.error('display ' + screen.env.DISPLAY)
const code = await runApp({ electron: process.env.REGULARS_ELECTRON, env, app, args, root: app })
await screen.close()
exitWith(code)`

function runDriver(t, ...args) {
  assert.ok(process.env.REGULARS_ELECTRON, 'run these tests with npm test: it names the Electron')
  const root = makeTemporaryFolder(t)
  writeFiles(root, { 'package.json': '{ "main": "main.cjs" }', 'main.cjs': app, 'driver.mjs': driver })
  const child = spawn(process.execPath, [path.join(root, 'driver.mjs'), root, ...args], {
    env: { ...process.env, XDG_CONFIG_HOME: root, NODE_TEST_CONTEXT: undefined },
  })
  const told = { stdout: '', stderr: '' }
  child.stdout.on('data', (text) => {
    told.stdout += text
  })
  child.stderr.on('data', (text) => {
    told.stderr += text
  })
  const ended = new Promise((done) => child.once('close', (code) => done(code)))
  return { child, told, ended }
}

const displaySocket = (stderr) => `/tmp/.X11-unix/X${stderr.match(/display :(\d+)/)[1]}`

async function waitUntil(holds) {
  const until = Date.now() + 10_000
  while (!holds()) {
    assert.ok(Date.now() < until, 'waited 10 s in vain')
    await wait(50)
  }
}

test(
  'stdout holds the result alone, stderr our lines without noise, and the exit code passes',
  linuxOnly,
  async (t) => {
    const { told, ended } = runDriver(t, 'Zoë & Söhne')
    assert.equal(await ended, 7)
    assert.equal(told.stdout, '{"name":"Zoë & Söhne"}\n')
    assert.match(told.stderr, /^our own line$/m)
    assert.doesNotMatch(told.stderr, /noise/)
    assert.equal(fs.existsSync(displaySocket(told.stderr)), false, 'the virtual display is closed')
  },
)

test('told to stop, the program closes kindly and leaves no display', linuxOnly, async (t) => {
  const { child, told, ended } = runDriver(t, 'stay')
  await waitUntil(() => told.stdout === 'open\n')
  child.kill('SIGINT')
  child.kill('SIGINT') // npm passes on the same Ctrl+C
  assert.equal(await ended, 130)
  assert.match(told.stderr, /^closing$/m)
  assert.equal(fs.existsSync(displaySocket(told.stderr)), false)
})

test('killed outright, we still leave no display and no program', linuxOnly, async (t) => {
  const { child, told, ended } = runDriver(t, 'stay')
  await waitUntil(() => told.stdout === 'open\n')
  child.kill('SIGKILL')
  await ended // its stdout closes only when the program that shares it has ended
  await waitUntil(() => !fs.existsSync(displaySocket(told.stderr)))
})

test("Chromium's complaints are noise; ours, Node's and a fatal end are not", () => {
  const noise = [
    '[9988:1121/195412.123456:ERROR:dbus/bus.cc:408] Failed to connect to the bus',
    '[9988:9990:1121/195412.123456:WARNING:viz_main_impl.cc(85)] VizNullHypothesis is disabled',
    'libva error: vaGetDriverNameByIndex() failed with unknown libva error',
    '(electron:123): Gtk-WARNING **: 19:54:12.345: Theme parsing error',
  ]
  const ours = [
    'contacts.csv, line 12: no name and nothing to reach them by',
    '[1] done',
    '[9988:1121/195412.123456:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper',
    '(node:123) Warning: something of ours',
    'ERROR: the file is in use',
    '',
  ]
  assert.deepEqual(
    noise.filter((line) => !isChromiumNoise(line)),
    [],
  )
  assert.deepEqual(ours.filter(isChromiumNoise), [])
})

test('relative paths start where the command was typed', () => {
  assert.equal(commandFolder('/project', { INIT_CWD: '/home/ann' }, '/project'), '/home/ann')
  assert.equal(commandFolder('/project', { INIT_CWD: '/stale' }, '/home/ann'), '/home/ann')
  assert.equal(commandFolder('/project', {}, '/project'), '/project')
})

test('a virtual display is opened only where there is none', linuxOnly, () => {
  assert.equal(needsVirtualDisplay({}), true)
  assert.equal(needsVirtualDisplay({ DISPLAY: ':0' }), false)
  assert.equal(needsVirtualDisplay({ WAYLAND_DISPLAY: 'wayland-0' }), false)
})
