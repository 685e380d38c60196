// The menu bar of macOS: there, copying, pasting and quitting by key work only through a menu.
import type { MenuItemConstructorOptions } from 'electron'

/** @returns nothing elsewhere: the window has no menu bar, and the keys work without one */
export function makeMenu(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null
  return [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] },
  ]
}
