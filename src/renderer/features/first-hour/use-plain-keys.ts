// Single keys of a screen: heard unless something is typed, a dialog is open, or another key is held.
import { useEffect, useRef } from 'react'

/** `press` answers whether the key meant something. */
export function usePlainKeys(press: (key: string) => boolean): void {
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const target = event.target as HTMLElement
      if (target.matches('input, textarea, select, [role="dialog"] *, [role="menu"] *')) return
      if (latest.current(event.key)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
