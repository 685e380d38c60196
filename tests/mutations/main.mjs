// Electron's side: what the page may ask for, and what it may not do.

const security = ['tests/e2e/security.spec.ts']
/** Only the window can notice these. */
const inWindow = { endToEnd: true }

export const main = [
  {
    file: 'src/main/granted-files.ts',
    tests: ['tests/unit/app/granted-files.test.ts'],
    changes: [
      ['if (path !== undefined) found[value] = path', 'found[value] = path ?? value'],
      ['pathOf: (token) => paths.get(token),', 'pathOf: (token) => paths.get(token) ?? token,'],
      ['const token = randomUUID()', 'const token = path'],
      ['name: basename(path) }', 'name: path }'],
      ['} else if (Array.isArray(value)) for (const item of value) look(item)', '}'],
    ],
  },
  {
    file: 'src/main/new-day.ts',
    tests: ['tests/unit/app/new-day.test.ts'],
    changes: [
      ['    day = now\n', ''],
      ['if (now === day) return', 'if (now <= day) return'],
      ['return () => clearInterval(timer)', 'return () => undefined'],
    ],
  },
  {
    file: 'src/main/door.ts',
    tests: security,
    changes: [
      ["if (!isOurPage(event) || typeof path !== 'string'", "if (typeof path !== 'string'", inWindow],
      ['if (!isOurPage(event)) return { ok: false', 'if (false) return { ok: false', inWindow],
    ],
  },
  {
    file: 'src/main/lock-down.ts',
    tests: security,
    changes: [
      ["  defaultSession.on('will-download', (event) => event.preventDefault())\n", '', inWindow],
      ["    contents.setWindowOpenHandler(() => ({ action: 'deny' }))\n", '', inWindow],
      ["    contents.on('will-frame-navigate', (event) => event.preventDefault())\n", '', inWindow],
    ],
  },
]
