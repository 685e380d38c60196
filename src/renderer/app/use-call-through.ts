// Alt and the down arrow on a list opens whoever comes after the one last opened from it, the log box ready.
import { useEffect } from 'react'
import { useApp } from './app.store.ts'

/** @param listAmong the list in its order, asked for when the key is pressed */
export function useCallThrough(listAmong: () => number[]): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== 'ArrowDown' || !event.altKey || event.ctrlKey || event.metaKey) return
      if (event.defaultPrevented || document.querySelector('[role="dialog"][aria-modal="true"]')) return
      const among = listAmong()
      const { lastOpened, goTo } = useApp.getState()
      const after = lastOpened === null ? 0 : among.indexOf(lastOpened) + 1
      const id = among[after] ?? among[0]
      if (id === undefined) return
      event.preventDefault()
      goTo({ name: 'person', id, among, isCalling: true })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
