// The people before and after somebody in the list they were opened from, and the keys that lead there.
import { useEffect } from 'react'
import { useApp } from '../../app/app.store.ts'

export interface Neighbours {
  /** Counted from 1; 0 when they were not opened from a list. */
  position: number
  goPrevious: ((isCalling?: boolean) => void) | null
  goNext: ((isCalling?: boolean) => void) | null
}

/** Next and previous in the list: by Alt and the arrows from anywhere, into the log box; by the arrows alone when no field has them. */
export function useNeighbours(id: number, among: number[]): Neighbours {
  const goTo = useApp((state) => state.goTo)
  const at = among.indexOf(id)
  const previous = at > 0 ? among[at - 1] : undefined
  const next = at === -1 ? undefined : among[at + 1]
  const goToNeighbour = (other: number | undefined) =>
    other === undefined ? null : (isCalling = false) => goTo({ name: 'person', id: other, among, isCalling })
  const goPrevious = goToNeighbour(previous)
  const goNext = goToNeighbour(next)
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isFree = event.target === document.body || (event.target as Element).tagName === 'MAIN'
      if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.altKey || isFree)) return
      const go = event.key === 'ArrowUp' ? goPrevious : event.key === 'ArrowDown' ? goNext : null
      if (!go) return
      event.preventDefault()
      go(event.altKey)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  return { position: at + 1, goPrevious, goNext }
}
