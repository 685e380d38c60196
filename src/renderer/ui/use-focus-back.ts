// Gives the focus back to what had it before something opened, once that is gone.
import { useLayoutEffect, useState } from 'react'

/** What had the focus before the newest dialog; then before the one that it was opened from, which is gone by the end. */
let newest: Element[] = []

/** Not when somebody has gone on to elsewhere meanwhile. */
export function useFocusBack(): void {
  const [before] = useState(noteHolders)
  useLayoutEffect(
    () => () => {
      // As soon as it is out of the page, and before another key: later, that key would go nowhere.
      queueMicrotask(() => {
        if (document.activeElement !== document.body && document.activeElement !== null) return
        const holder = before.find((element) => element.isConnected)
        if (holder instanceof HTMLElement) holder.focus({ preventScroll: true })
      })
    },
    [before],
  )
}

function noteHolders(): Element[] {
  const active = document.activeElement
  // A menu closes as one of its items opens something: its button stands for it.
  const menu = active?.closest('[role="menu"]')
  const holder = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active
  const outer = active?.closest('[role="dialog"]') ? newest : []
  newest = holder ? [holder, ...outer] : outer
  return newest
}
