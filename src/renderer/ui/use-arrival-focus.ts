// The focus for something that arrives, often later than the key that asked for it.
import { type RefObject, useLayoutEffect, useRef } from 'react'

/** What gets this ref has the focus as soon as it is there, unless the owner has gone on to something else by then. */
export function useArrivalFocus<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useLayoutEffect(() => {
    if (!isAtWork(document.activeElement)) ref.current?.focus()
  }, [])
  return ref
}

/** In a dialog or a menu, or in the screen, but for a tab: that only led here. */
function isAtWork(active: Element | null): boolean {
  if (active === null || active.matches('[role="tab"]')) return false
  return active.matches('[role="dialog"] *, [role="menu"] *, main *')
}
