// Electron's side: what the page may ask for, and what it may not do.

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
    tests: ['tests/e2e/security.spec.ts'],
    changes: [
      [
        "if (!isOurPage(event) || typeof path !== 'string'",
        "if (typeof path !== 'string'",
        {
          endToEnd: true,
        },
      ],
      [
        'if (!isOurPage(event)) return { ok: false',
        'if (false) return { ok: false',
        {
          endToEnd: true,
        },
      ],
      [
        'if (!isCallName(name))',
        'if (false)',
        {
          endToEnd: true,
        },
      ],
      [
        'if (!parsed.success) return',
        'if (false) return',
        {
          endToEnd: true,
        },
      ],
    ],
  },
  {
    file: 'src/main/lock-down.ts',
    tests: ['tests/e2e/security.spec.ts'],
    changes: [
      [
        "  defaultSession.on('will-download', (event) => event.preventDefault())\n",
        '',
        {
          endToEnd: true,
        },
      ],
      [
        'answer(false))',
        'answer(true))',
        {
          endToEnd: true,
        },
      ],
      [
        "    contents.setWindowOpenHandler(() => ({ action: 'deny' }))\n",
        '',
        {
          endToEnd: true,
        },
      ],
      [
        "    contents.on('will-navigate', (event) => event.preventDefault())\n",
        '',
        {
          endToEnd: true,
        },
      ],
    ],
  },
]
