// Whether a text that is edited where it stands is open; closed by a key, the focus goes back to it.
import { type RefObject, useEffect, useRef, useState } from 'react'

interface InPlace {
  editing: boolean
  /** The text itself, a button while it is closed. */
  button: RefObject<HTMLButtonElement | null>
  open(): void
  close(byKey: boolean): void
}

export function useInPlace(): InPlace {
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const returnFocus = useRef(false)
  useEffect(() => {
    if (editing || !returnFocus.current) return
    returnFocus.current = false
    button.current?.focus()
  }, [editing])
  return {
    editing,
    button,
    open: () => setEditing(true),
    close(byKey) {
      returnFocus.current = byKey
      setEditing(false)
    },
  }
}
