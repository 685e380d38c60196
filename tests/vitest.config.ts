// Unit and data tests, run in Electron's own Node: real SQLite, real files.
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    include: ['tests/unit/**/*.test.ts', 'tests/data/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    pool: 'forks',
    // Many tests wait for the disk or for a process of their own: three at a time fill both cores.
    maxWorkers: 3,
    isolate: false,
  },
})
