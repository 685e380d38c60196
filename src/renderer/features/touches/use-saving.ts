// Whether a save is under way: known at once, shown only when it takes long enough to be felt.
import { useLayoutEffect, useRef, useState } from 'react'

/** Milliseconds; most saves take a tenth of it, and a sign that flashes up and goes costs more than the save. */
const feltAfter = 150

interface Saving {
  /** A save is under way, or what it changed is not drawn yet: a second Enter meanwhile would save the same words. */
  isSaving(): boolean
  /** It takes so long that the owner should see it. */
  isLong: boolean
  run<T>(save: () => Promise<T>): Promise<T>
}

export function useSaving(): Saving {
  const saving = useRef(false)
  const [isLong, setLong] = useState(false)
  const [ended, setEnded] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: over once the end of a save is drawn
  useLayoutEffect(() => {
    saving.current = false
  }, [ended])
  return {
    isSaving: () => saving.current,
    isLong,
    async run(save) {
      saving.current = true
      const timer = setTimeout(() => setLong(true), feltAfter)
      try {
        return await save()
      } finally {
        clearTimeout(timer)
        setLong(false)
        setEnded((count) => count + 1)
      }
    },
  }
}
