// Entry of the benchmarks, in plain Node: an Electron as driver would share its memory with the windows it measures.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// Node 20 does not read TypeScript.
await runnerImport(fileURLToPath(new URL('./run.ts', import.meta.url)))
