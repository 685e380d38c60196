// The keys that work everywhere, and whether Ctrl is held down; quiet while a dialog has the word.
import { useEffect, useState } from 'react'
import { useApp } from '../app/app.store.ts'
import { awaitBox, keepKey } from '../app/typed-ahead.ts'
import { sidebarScreens } from './screens.ts'
import { personOn } from './TopBar.tsx'

const onMac = navigator.userAgent.includes('Macintosh')

type TextField = HTMLInputElement | HTMLTextAreaElement

const boxesWithoutText = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file'])

function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !boxesWithoutText.has(target.type)
}

/**
 * A box's own undo goes first, but only while it holds words typed there. Once the program has emptied or
 * filled the box (a touch was logged, a setting was taken back), Ctrl+Z means the thing that was done.
 */
function watchTyping() {
  let typed: { box: TextField; text: string } | null = null
  return {
    note(event: Event) {
      if (isTextField(event.target)) typed = { box: event.target, text: event.target.value }
    },
    forget() {
      typed = null
    },
    boxUndoes: (target: EventTarget | null) =>
      typed !== null && typed.box === target && typed.text === typed.box.value,
  }
}

/** Any dialog, an area's own too. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}

/** What is typed right after belongs to the box, even before it is drawn. */
function openBox(open: () => void): void {
  awaitBox()
  open()
}

/** What a key with Ctrl means, by the letter or digit it writes; true when it meant something. */
function runKey(key: string, shift: boolean): boolean {
  const app = useApp.getState()
  const screen = sidebarScreens[Number(key) - 1]
  if (screen && !shift) app.goTo({ name: screen.name })
  else if (key === 'k' && !shift) openBox(() => app.setFinding(true))
  else if (key === 'l' && !shift)
    openBox(() => app.openDialog({ name: 'log-touch', personId: personOn(app.screen) }))
  else if (key === 'n' && !shift) openBox(() => app.openDialog({ name: 'add-person' }))
  else if (key === 'z' && !shift) void app.undo(null)
  else if ((key === 'z' && shift) || (key === 'y' && !shift)) void app.redo()
  else return false
  return true
}

/** Listens for the whole window; answers whether Ctrl is held down now. */
export function useKeys(): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const typing = watchTyping()
    const listening = new AbortController()
    const options = { signal: listening.signal }

    function press(event: KeyboardEvent) {
      const control = onMac ? event.metaKey : event.ctrlKey
      setHeld(control && !event.altKey && !event.shiftKey)
      if (event.isComposing) return
      // Enter in a line of text saves it: from then on Ctrl+Z means what was saved.
      if (event.key === 'Enter' && event.target instanceof HTMLInputElement) typing.forget()
      if (event.defaultPrevented) return
      if (event.key === 'F1' && !isDialogOpen()) {
        event.preventDefault()
        useApp.getState().openDialog({ name: 'help' })
        return
      }
      if (!control || event.altKey || isDialogOpen()) return
      const key = event.key.toLowerCase()
      if ((key === 'z' || key === 'y') && typing.boxUndoes(event.target)) return
      if (runKey(key, event.shiftKey)) event.preventDefault()
    }

    window.addEventListener('keydown', keepKey, { ...options, capture: true })
    window.addEventListener('keydown', press, options)
    window.addEventListener('keyup', (event) => setHeld(onMac ? event.metaKey : event.ctrlKey), options)
    window.addEventListener('blur', () => setHeld(false), options)
    document.addEventListener('input', typing.note, options)
    document.addEventListener('focusout', typing.forget, options)
    return () => listening.abort()
  }, [])
  return held
}
