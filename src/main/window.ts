// The one window: sandboxed, isolated, shown when its first screen is painted.
import { join } from 'node:path'
import { BrowserWindow, Menu, nativeTheme, type WebContents } from 'electron'
import icon from '../../resources/icons/256x256.png?asset'
import type { AppEvent } from '../shared/contract/events.ts'
import { makeMenu } from './menu.ts'
import { watchDay } from './new-day.ts'
import { appOrigin, devServer } from './serve-app.ts'

const preload = join(import.meta.dirname, '../preload/index.cjs')

/** The only preferences a page of ours gets; print pages share them. */
export const safePreferences = {
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const

export function openWindow(): BrowserWindow {
  const menu = makeMenu(process.platform)
  Menu.setApplicationMenu(menu && Menu.buildFromTemplate(menu))
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Regulars',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1C1A17' : '#FBF8F3',
    webPreferences: safePreferences,
  })
  window.once('ready-to-show', () => window.show())
  zoomByKeys(window.webContents)
  const newDay: AppEvent = { type: 'new-day' }
  const readDay = () => Temporal.Now.plainDateISO().toString()
  window.once(
    'closed',
    watchDay(readDay, () => window.webContents.send('event', newDay)),
  )
  void window.loadURL(devServer ?? `${appOrigin}/index.html`)
  return window
}

const zoomSteps: Record<string, number> = { '+': 1, '=': 1, '-': -1 }

/** Ctrl with + − 0: there is no menu to listen for it. A step is a fifth; four of them double. */
function zoomByKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, { type, key, control, meta, alt }) => {
    if (type !== 'keyDown' || alt || !(process.platform === 'darwin' ? meta : control)) return
    const step = zoomSteps[key]
    if (step === undefined && key !== '0') return
    event.preventDefault()
    const level = step === undefined ? 0 : contents.getZoomLevel() + step
    contents.setZoomLevel(Math.min(4, Math.max(-2, level)))
  })
}

/** A second start brings the first window to the front. */
export function raiseWindow(): void {
  const window = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible())
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
