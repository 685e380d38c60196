// The one window: sandboxed, isolated, shown when its first screen is painted.
import { join } from 'node:path'
import { BrowserWindow, Menu, nativeTheme } from 'electron'
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
  Menu.setApplicationMenu(null)
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Regulars',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1C1A17' : '#FBF8F3',
    webPreferences: safePreferences,
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(devServer ?? `${appOrigin}/index.html`)
  return window
}

/** A second start brings the first window to the front. */
export function raiseWindow(): void {
  const window = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible())
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
