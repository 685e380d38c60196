// Gives each test the built program as if just started on an empty folder; one window is made as new again and again.
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/index.ts'
import type { Answer } from '../../src/shared/errors.ts'
import { findElectron, projectRoot } from './find-electron.ts'

export { expect } from '@playwright/test'

const holdReady = join(import.meta.dirname, 'hold-ready.cjs')

/** Another build of the program can be tested too. */
const program = process.env.REGULARS_APP ?? projectRoot

/** How many times slower the window runs: what comes late on an old laptop must not take keys or the focus away. */
const slowness = Number(process.env.REGULARS_SLOW ?? 1)

/** The Monday that stands still in every test unless it says otherwise. */
export const monday = '2026-11-23'

export interface LaunchOptions {
  today?: string
  /** Switches put before the program's own arguments. */
  switches?: string[]
}

const pages = 'app://regulars'

/** The running program: its window, its data folder, and what the world outside answers. */
export class Regulars {
  readonly data: string
  app!: ElectronApplication
  window!: Page
  private running = false
  /** Started as every test finds it: what else a test asks for ends with that test. */
  private isPlain = false
  /** What the page said that no page should: errors, refused styles and scripts. */
  readonly complaints: string[] = []
  private readonly outside: string

  /** `data`: another window's data folder, to meet it there. */
  constructor(data?: string) {
    this.outside = mkdtempSync(join(tmpdir(), 'regulars-e2e-'))
    this.data = data ?? join(this.outside, 'data')
  }

  async launch({ today = monday, switches = [] }: LaunchOptions = {}): Promise<Page> {
    // Chromium has no sandbox for root; for anyone else it stays.
    const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
    this.app = await _electron.launch({
      executablePath: findElectron(),
      chromiumSandbox: forRoot.length === 0,
      args: ['-r', holdReady, ...forRoot, ...switches, program, '--data', this.data, '--today', today],
      env: { ...(env as Record<string, string>), XDG_CONFIG_HOME: join(this.outside, 'config') },
    })
    this.running = true
    this.isPlain = today === monday && switches.length === 0
    this.window = await this.app.firstWindow()
    if (slowness > 1) {
      const session = await this.window.context().newCDPSession(this.window)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
    }
    this.window.on('pageerror', (error) => this.complaints.push(error.message))
    this.window.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
    await this.app.evaluate(keepSystem)
    await this.waitForPage()
    return this.window
  }

  /** As after a start on an empty folder. In the window that is open that costs a fifth of a start. */
  async startAnew(ownStart: boolean): Promise<void> {
    const isRenewed = this.running && this.isPlain && !ownStart && (await this.renew())
    if (!isRenewed) {
      await this.close()
      this.emptyOutside([])
      await this.launch()
    }
    // What an own start is for may outlast the data: nobody else gets this window.
    if (ownStart) this.isPlain = false
    this.complaints.length = 0
  }

  /**
   * The storage process lets go of the file and opens the folder anew, as the owner can ask it to.
   * @returns false when the story before left another file open, the sample shop's: then it takes a start
   */
  private async renew(): Promise<boolean> {
    // Away from the screens first, to an empty page of ours: what they still had to say is for the old file.
    await this.window.goto(`${pages}/nothing`)
    await this.app.evaluate(restoreSystem)
    // Moved, not removed: it is still open.
    if (existsSync(this.data)) renameSync(this.data, this.folder('left'))
    // Backups that the program remembers outside it are traces of a shop: it would ask.
    const sessions = this.folder(join('config', 'Regulars session'))
    for (const name of existsSync(sessions) ? readdirSync(sessions) : [])
      rmSync(join(sessions, name, 'backups.json'), { force: true })
    const { file } = await this.call('app.tryAgain', {})
    if (file !== join(this.data, 'regulars.db')) return false
    this.emptyOutside(['config', 'data'])
    await this.window.goto(`${pages}/index.html`)
    await this.waitForPage()
    return true
  }

  private emptyOutside(kept: string[]): void {
    for (const name of readdirSync(this.outside)) {
      if (!kept.includes(name)) rmSync(this.folder(name), { recursive: true, force: true })
    }
  }

  private async waitForPage(): Promise<void> {
    await this.window.waitForSelector('main, [role=alert]')
    await this.waitForKeyboard()
  }

  /** A busy display hands the keyboard over late, and Chromium drops text that comes to a window without it. */
  private async waitForKeyboard(): Promise<void> {
    await expect
      .poll(() =>
        this.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isFocused()),
      )
      .toBe(true)
  }

  async close(): Promise<void> {
    if (this.running) await this.app.close()
    this.running = false
  }

  /** Quits and starts again on the same file. */
  async relaunch(options: LaunchOptions = {}): Promise<Page> {
    await this.close()
    return this.launch(options)
  }

  /** The page reads everything anew, as after a start but for a fifth of what one costs. */
  async reload(): Promise<void> {
    await this.window.reload()
    await this.waitForPage()
  }

  /** A folder beside the data folder, for backups, PDFs and files to import; gone after the test. */
  folder(name: string): string {
    return join(this.outside, name)
  }

  /** A call as the screens make it, through the bridge; throws when it is refused. */
  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const answer = (await this.window.evaluate(
      ([callName, callInput]) => {
        const { regulars } = window as unknown as {
          regulars: { call(name: string, input: unknown, id: string): Promise<unknown> }
        }
        return regulars.call(callName as string, callInput, crypto.randomUUID())
      },
      [name, input] as const,
    )) as Answer<CallOutput<N>>
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${JSON.stringify(answer.error.facts)}`)
    return answer.value
  }

  /** The process id of the storage process, as the operating system knows it. */
  async findStorage(): Promise<number> {
    return this.app.evaluate(({ app }) => {
      const storage = app.getAppMetrics().find((one) => one.name === 'Regulars storage')
      if (!storage) throw new Error('there is no storage process')
      return storage.pid
    })
  }

  /** What the next system dialog for files or folders answers; nothing given means cancelled. */
  async chooseInDialog(...paths: string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths })
    }, paths)
  }

  /** What the next system dialog for saving answers; null means cancelled. */
  async saveInDialog(path: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
    }, path)
  }

  async setSize(width: number, height: number): Promise<void> {
    this.isPlain = false
    await this.app.evaluate(
      ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
      [width, height] as const,
    )
    await this.window.waitForFunction(([w, h]) => window.innerWidth === w && window.innerHeight === h, [
      width,
      height,
    ] as const)
  }

  /** Removes everything the test left on the disk. */
  clearAway(): void {
    rmSync(this.outside, { recursive: true, force: true })
  }
}

interface System {
  restore?: () => void
}

/** Runs in the main process at its start: remembers what tests put answers of their own in place of. */
function keepSystem({
  app,
  clipboard,
  dialog,
  nativeTheme,
  shell,
}: typeof Electron.CrossProcessExports): void {
  const kept = { dialog: { ...dialog }, shell: { ...shell }, documents: app.getPath('documents') }
  const listeners = app.listeners('browser-window-created') as (() => void)[]
  ;(globalThis as System).restore = () => {
    Object.assign(dialog, kept.dialog)
    Object.assign(shell, kept.shell)
    app.setPath('documents', kept.documents)
    app.removeAllListeners('browser-window-created')
    for (const listener of listeners) app.on('browser-window-created', listener)
    clipboard.clear()
    nativeTheme.themeSource = 'system'
  }
}

const restoreSystem = () => (globalThis as System).restore?.()

interface OfTest {
  /** For what is about the start itself, or leaves the program other than a change of its data file mends. */
  ownStart: boolean
  regulars: Regulars
  window: Page
}

/** Playwright ends a worker whose test has failed: the next one starts the program anew. */
export const test = base.extend<OfTest, { program: Regulars }>({
  ownStart: [false, { option: true }],
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
    async ({}, use) => {
      const program = new Regulars()
      await use(program)
      await program.close().finally(() => program.clearAway())
    },
    { scope: 'worker' },
  ],
  regulars: async ({ program, ownStart }, use, testInfo) => {
    await program.startAnew(ownStart)
    await use(program)
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('console', { body: program.complaints.join('\n'), contentType: 'text/plain' })
    }
  },
  window: async ({ regulars }, use) => use(regulars.window),
})
