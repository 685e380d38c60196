// Builds main (with the storage process and its file worker as further inputs), preload and renderer into out/.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const bundled = ['kysely', 'zod', 'i18next', 'papaparse', 'ical.js', 'libphonenumber-js']

export default defineConfig({
  main: {
    build: {
      // One file to read at start instead of hundreds; only the native module stays outside.
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          storage: 'src/data/process.ts',
          'file-worker': 'src/data/file-worker.ts',
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      rollupOptions: { input: ['src/renderer/index.html', 'src/renderer/print.html'] },
      modulePreload: { polyfill: false },
    },
  },
})
