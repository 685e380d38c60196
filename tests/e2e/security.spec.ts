// Electron's security checklist, seen from outside: what a page of ours cannot do even when it tries.
import { readFileSync } from 'node:fs'
import { expect, type Regulars, test } from './fixtures.ts'

type Bridge = { regulars: { call(name: string, input: unknown, id?: string): Promise<unknown> } }

type WithTold = typeof globalThis & { told: string[] }

/** From now on main writes down whatever it, Chromium or the page's policy says of an attempt to lead the page away. */
async function noteAttempts(regulars: Regulars): Promise<void> {
  await regulars.app.evaluate(({ BrowserWindow, session }) => {
    const told: string[] = []
    ;(globalThis as WithTold).told = told
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    // The first that is stopped is the last that is told.
    webContents.on('will-frame-navigate', (event) => told.push(event.defaultPrevented ? 'stopped' : 'let go'))
    webContents.on('will-navigate', (event) => told.push(event.defaultPrevented ? 'stopped' : 'let go'))
    webContents.on('did-fail-load', () => told.push('failed'))
    webContents.on('did-navigate', () => told.push('went'))
    webContents.on('console-message', () => told.push('refused'))
    session.defaultSession.on('will-download', (event) =>
      told.push(event.defaultPrevented ? 'no download' : 'download'),
    )
  })
}

/** Evaluated text, not a module of ours: what injected script would be. Waits until something was told of it. */
async function toldOf(regulars: Regulars, attempt: () => void): Promise<string[]> {
  await regulars.app.evaluate(() => (globalThis as WithTold).told.splice(0))
  await regulars.window.evaluate(attempt)
  await expect
    .poll(() => regulars.app.evaluate(() => (globalThis as WithTold).told.length), {
      message: String(attempt),
    })
    .toBeGreaterThan(0)
  return regulars.app.evaluate(() => (globalThis as WithTold).told)
}

test('the page has no Node, and only the frozen bridge', async ({ window }) => {
  const seen = await window.evaluate(() => {
    const w = window as unknown as Record<string, unknown> & { regulars: object }
    return {
      node: ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in w,
      ),
      bridge: Object.keys(w.regulars).sort(),
      frozen: Object.isFrozen(w.regulars),
    }
  })
  expect(seen).toEqual({ node: [], bridge: ['call', 'grantDropped', 'onEvent'], frozen: true })
})

test('the bridge does not trust the page: changed built-ins do not reach it', async ({ window }) => {
  const answer = await window.evaluate(async () => {
    Array.prototype.map = () => {
      throw new Error('hostile')
    }
    Object.hasOwn = () => true
    const { regulars } = window as unknown as Bridge
    return [
      await regulars.call('settings.get', {}),
      await regulars.call('__proto__', {}),
      await regulars.call('constructor', {}),
    ]
  })
  expect(answer).toMatchObject([
    { ok: true },
    { ok: false, error: { code: 'unknown-call' } },
    { ok: false, error: { code: 'unknown-call' } },
  ])
})

test('no permission is ever granted', async ({ window }) => {
  const states = await window.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'idle-detection',
      'local-fonts',
      'storage-access',
      'window-management',
      'screen-wake-lock',
    ]
    const found: Record<string, string> = {}
    for (const name of names) {
      try {
        found[name] = (await navigator.permissions.query({ name: name as PermissionName })).state
      } catch {
        found[name] = 'unknown here'
      }
    }
    const attempt = async (name: string, work: () => Promise<unknown>) => {
      try {
        await work()
        found[name] = 'granted'
      } catch {
        found[name] = 'refused'
      }
    }
    await attempt('getUserMedia', () => navigator.mediaDevices.getUserMedia({ audio: true }))
    await attempt('getDisplayMedia', () => navigator.mediaDevices.getDisplayMedia())
    await attempt(
      'position',
      () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
    )
    await attempt('read clipboard', () => navigator.clipboard.readText())
    await attempt('notify', async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused')
    })
    return found
  })
  expect(Object.entries(states).filter(([, state]) => state === 'granted')).toEqual([])
  expect(states.position).toBe('refused')
})

test('nothing but our own files can be fetched', async ({ window }) => {
  const reached = await window.evaluate(async () => {
    const addresses = [
      'file:///etc/passwd',
      'http://127.0.0.1:1/',
      'https://localhost/',
      'ws://127.0.0.1:1/',
      'data:text/plain,x',
      'blob:null/x',
      'ftp://localhost/x',
      'app://other/index.html',
      'app://regulars/../../package.json',
      'app://regulars/%2e%2e/%2e%2e/package.json',
      'app://regulars/..%2f..%2fpackage.json',
      'app://regulars/assets/../../main/index.js',
      'app://regulars//etc/passwd',
      'app://regulars/index.html%00.png',
      'app://regulars/INDEX.HTML',
      'app://regulars/',
    ]
    const ok: string[] = []
    for (const address of addresses) {
      try {
        if ((await fetch(address)).ok) ok.push(address)
      } catch {}
    }
    return { ok, page: (await fetch('app://regulars/index.html')).ok }
  })
  expect(reached).toEqual({ ok: [], page: true })
})

test('the policy lets no inline script, eval or markup from text run', async ({ window }) => {
  const result = await window.evaluate(async () => {
    const header = (await fetch('app://regulars/index.html')).headers.get('content-security-policy') ?? ''
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective))
    const w = window as unknown as { ran?: string[] }
    w.ran = []
    const script = document.createElement('script')
    try {
      script.text = "window.ran.push('inline')"
    } catch {}
    document.body.append(script)
    try {
      // biome-ignore lint/security/noGlobalEval: that it fails is what is shown.
      eval("window.ran.push('eval')")
    } catch {}
    try {
      new Function("window.ran.push('Function')")()
    } catch {}
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran.push(1)">')
    } catch {}
    try {
      const worker = new Worker('data:text/javascript,1')
      worker.terminate()
    } catch {}
    await new Promise((done) => setTimeout(done, 200))
    return { header, violations: violations.length, ran: w.ran }
  })
  expect(result.ran).toEqual([])
  expect(result.violations).toBeGreaterThan(0)
  for (const part of ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"]) {
    expect(result.header).toContain(part)
  }
})

test('the page stays where it is, whatever tries to lead it away', async ({ regulars, window }) => {
  const home = window.url()
  const attempts: (() => void)[] = [
    () => {
      location.href = 'https://127.0.0.1/'
    },
    () => location.assign('file:///etc/passwd'),
    () => location.replace('http://127.0.0.1:1/'),
    () => {
      const a = document.createElement('a')
      a.href = 'https://127.0.0.1/'
      document.body.append(a)
      a.click()
      a.remove()
    },
    () => {
      const a = document.createElement('a')
      a.href = 'mailto:x@example.com'
      document.body.append(a)
      a.click()
      a.remove()
    },
    () => {
      const a = document.createElement('a')
      a.href = 'app://other/index.html'
      document.body.append(a)
      a.click()
      a.remove()
    },
    () => {
      const f = document.createElement('form')
      f.action = 'https://127.0.0.1/'
      f.method = 'post'
      document.body.append(f)
      f.submit()
      f.remove()
    },
    () => {
      const m = document.createElement('meta')
      m.httpEquiv = 'refresh'
      m.content = '0;url=https://127.0.0.1/'
      document.head.append(m)
      m.remove()
    },
    () => {
      const a = document.createElement('a')
      a.href = 'data:text/html,x'
      a.download = 'x.html'
      document.body.append(a)
      a.click()
      a.remove()
    },
  ]
  await noteAttempts(regulars)
  for (const attempt of attempts) {
    const told = await toldOf(regulars, attempt)
    expect(
      ['let go', 'went', 'download'].filter((what) => told.includes(what)),
      String(attempt),
    ).toEqual([])
    expect(window.url()).toBe(home)
  }
})

test('nothing is downloaded, whoever asks', async ({ regulars }) => {
  const asked = await regulars.app.evaluate(
    ({ BrowserWindow, session }) =>
      new Promise((resolve) => {
        session.defaultSession.once('will-download', (event, item) =>
          resolve({ prevented: event.defaultPrevented, state: item.getState() }),
        )
        BrowserWindow.getAllWindows()[0]!.webContents.downloadURL('app://regulars/index.html')
      }),
  )
  expect(asked).toMatchObject({ prevented: true })
})

test('the owner’s programs get links that main built, of one address and words alone, after a yes', async ({
  regulars,
}) => {
  type WithOpened = typeof globalThis & { opened: string[] }
  const answer = (response: number) =>
    regulars.app.evaluate(({ dialog, shell }, pressed) => {
      const world = globalThis as WithOpened
      world.opened = []
      dialog.showMessageBox = async () => ({ response: pressed, checkboxChecked: false })
      shell.openExternal = async (link) => {
        world.opened.push(link)
      }
    }, response)
  const readOpened = () => regulars.app.evaluate(() => (globalThis as WithOpened).opened)
  await answer(0)
  const hostile = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://127.0.0.1/',
    'ann@shop.example?bcc=all@evil.example',
    'ann@shop.example,all@evil.example',
    'ann@shop.example\r\nBcc: all@evil.example',
  ]
  for (const text of hostile) {
    expect(await regulars.call('app.openMail', { address: text, subject: 'x' })).toEqual({ opened: false })
    expect(await regulars.call('app.openText', { number: text, body: 'x' })).toEqual({ opened: false })
    expect(await regulars.call('app.openPhone', { number: text })).toEqual({ opened: false })
  }
  expect(await readOpened()).toEqual([])

  const words = { subject: 'x\r\nBcc: all@evil.example', body: 'one\n&bcc=all@evil.example' }
  await regulars.call('app.openMail', { address: 'ann@shop.example', ...words })
  await regulars.call('app.openText', { number: '555 0100', body: words.body })
  expect(await readOpened()).toEqual([
    'mailto:ann@shop.example?subject=x%20Bcc%3A%20all%40evil.example&body=one%0D%0A%26bcc%3Dall%40evil.example',
    'sms:5550100?body=one%0D%0A%26bcc%3Dall%40evil.example',
  ])

  await answer(1)
  expect(await regulars.call('app.openText', { number: '555 0100' })).toEqual({ opened: false })
  expect(await readOpened()).toEqual([])
})

test('no second window, frame or webview opens', async ({ regulars, window }) => {
  const before = await regulars.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  const bridges = await window.evaluate(async () => {
    open('https://127.0.0.1/')
    open('about:blank', '_blank', 'nodeIntegration=yes')
    const a = document.createElement('a')
    a.href = 'app://regulars/index.html'
    a.target = '_blank'
    document.body.append(a)
    a.click()
    a.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))
    const webview = document.createElement('webview')
    webview.setAttribute('src', 'app://regulars/index.html')
    webview.setAttribute('nodeintegration', '')
    const frame = document.createElement('iframe')
    frame.src = 'app://regulars/index.html'
    const blank = document.createElement('iframe')
    document.body.append(webview, frame, blank)
    await new Promise((done) => setTimeout(done, 300))
    const seen = [frame, blank].map((element) => {
      try {
        return typeof (element.contentWindow as unknown as Partial<Bridge>).regulars
      } catch {
        return 'undefined'
      }
    })
    for (const element of [a, webview, frame, blank]) element.remove()
    return seen
  })
  const after = await regulars.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  expect(after).toBe(before)
  expect(bridges).toEqual(['undefined', 'undefined'])
})

test('a page that is not ours is refused at the door', async ({ regulars }) => {
  const preload = await regulars.app.evaluate(({ app }) => `${app.getAppPath()}/out/preload/index.cjs`)
  const answer = await regulars.app.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path } })
    await stranger.loadURL('about:blank').catch(() => undefined)
    const said = await stranger.webContents.executeJavaScript("window.regulars.call('settings.get', {})")
    stranger.destroy()
    return said
  }, preload)
  expect(answer).toMatchObject({ ok: false, error: { code: 'foreign-sender' } })
})

test('a page that is not ours is granted no file, not even where it has Node and knows the channel', async ({
  regulars,
}) => {
  const answers = await regulars.app.evaluate(async ({ BrowserWindow }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false },
    })
    await stranger.loadURL('about:blank').catch(() => undefined)
    const ask = (channel: string, ...input: string[]) =>
      stranger.webContents.executeJavaScript(
        `require('electron').ipcRenderer.invoke(${[channel, ...input].map((text) => JSON.stringify(text)).join()})`,
      )
    const said = [await ask('grant-dropped', '/etc/hostname'), await ask('call', 'settings.get', '{}')]
    stranger.destroy()
    return said
  })
  expect(answers).toMatchObject([null, { ok: false, error: { code: 'foreign-sender' } }])
})

test('a path in place of a token is no file, whatever the call', async ({ window }) => {
  const codes = await window.evaluate(async () => {
    const { regulars } = window as unknown as Bridge
    const calls: [string, unknown][] = [
      ['backup.inspect', { file: '/etc/hostname' }],
      ['backup.run', { folder: '/tmp' }],
      ['backup.check', { file: '/etc/hostname' }],
      ['importExport.export', { folder: '/tmp' }],
      ['app.showFolder', { token: '/etc' }],
    ]
    const found: Record<string, string> = {}
    for (const [name, input] of calls) {
      const answer = (await regulars.call(name, input)) as { ok: boolean; error?: { code: string } }
      found[name] = answer.ok ? 'ok' : (answer.error?.code ?? 'none')
    }
    return found
  })
  expect(new Set(Object.values(codes)), JSON.stringify(codes)).toEqual(new Set(['unknown-file']))
})

test('hostile calls are answered with an error and nothing dies', async ({ regulars, window }) => {
  const names = [
    'people.add',
    'people.edit',
    'people.list',
    'touches.log',
    'focusList.add',
    'settings.change',
    'importExport.import',
    'backup.run',
    'app.showFolder',
    'callSheets.savePdf',
  ]
  const codes = await window.evaluate(async (calls) => {
    const { regulars } = window as unknown as Bridge
    const inputs: unknown[] = [
      null,
      undefined,
      1,
      '',
      [],
      {},
      { id: -1 },
      { id: '1; DROP TABLE people' },
      { id: Number.POSITIVE_INFINITY },
      { files: ['/etc/passwd'] },
      { folder: '../..' },
      { token: '/etc' },
      { search: '"*^()' },
      JSON.parse('{"__proto__":{"a":1}}'),
      { name: 'x'.repeat(200_000) },
    ]
    const seen = new Set<string>()
    for (const call of calls) {
      for (const input of inputs) {
        const answer = (await regulars.call(call, input, 'same-id-for-all')) as {
          ok: boolean
          error?: { code: string }
        }
        seen.add(answer.ok ? 'ok' : (answer.error?.code ?? 'none'))
      }
    }
    return [...seen]
  }, names)
  expect(codes).not.toContain('unexpected')
  expect(codes).not.toContain('unknown-outcome')
  expect((await regulars.call('settings.get', {})).focusCap).toBeNull()
})

test('renderers run without features that are not ours to trust', async ({ regulars }) => {
  test.skip(process.platform !== 'linux', 'reads /proc, which only Linux has')
  const pids = await regulars.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((page) => page.getOSProcessId()),
  )
  const renderers = pids.map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'))
  expect(renderers.length).toBeGreaterThan(0)
  for (const line of renderers) {
    expect(
      line.filter((part) => /enable-blink-features|disable-web-security|allow-running-insecure/.test(part)),
    ).toEqual([])
  }
})

test('names that look like markup show as typed', async ({ regulars, window }) => {
  const name = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
  await regulars.call('people.add', { uid: crypto.randomUUID(), name, note: '<svg onload=alert(1)>' })
  await window.keyboard.press('Control+4')
  await expect(window.getByText(name)).toBeVisible()
  expect(await window.title()).toBe('Regulars')
  expect(await window.locator('img[src="x"]').count()).toBe(0)
})
