// The floor for everything on screen: an Electron app of one window with a static page, an input and fifty lines.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What stands on a first screen only with its data: a row of Today, one of which is always the chosen one. */
export const shownRow = 'main li[aria-current="true"]'

const main = `
const { app, BrowserWindow } = require('electron')
app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 820, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  window.loadFile('index.html')
})
`

/** What it repaints is as long as a list's first page, by the plainest means there is. */
const page = `<!doctype html><meta charset="utf-8"><title>Bare</title>
<style>body { font: 16px sans-serif } li { height: 22px }</style>
<main><h1>Bare</h1><input aria-label="Typed"><button>Again</button><ol></ol></main>
<script>
  const list = document.querySelector('ol')
  const fill = (words) => {
    list.replaceChildren(...Array.from({ length: 50 }, (_, line) => {
      const item = document.createElement('li')
      item.textContent = words + ' ' + line
      if (line === 0) item.ariaCurrent = 'true'
      return item
    }))
  }
  let clicks = 0
  fill('')
  document.querySelector('input').addEventListener('input', (event) => fill(event.target.value))
  document.querySelector('button').addEventListener('click', () => fill('click ' + (clicks += 1)))
</script>
`

/** @returns its folder, as Electron takes it */
export function writeBareApp(work: string): string {
  const folder = join(work, 'bare')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(join(folder, 'main.cjs'), main)
  writeFileSync(join(folder, 'index.html'), page)
  return folder
}
