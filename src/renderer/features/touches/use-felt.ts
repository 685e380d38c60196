// Whether something has gone on so long that it is felt, and should be shown.
import { useEffect, useState } from 'react'

/** Milliseconds; most saves take a tenth of it, and a sign that flashes up and goes costs more than the save. */
const feltAfter = 150

export function useFelt(isGoingOn: boolean): boolean {
  const [isFelt, setFelt] = useState(false)
  useEffect(() => {
    if (!isGoingOn) return
    const timer = setTimeout(() => setFelt(true), feltAfter)
    return () => {
      clearTimeout(timer)
      setFelt(false)
    }
  }, [isGoingOn])
  return isFelt
}
