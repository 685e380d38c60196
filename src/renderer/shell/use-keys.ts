// The keys that work everywhere, and whether Ctrl is held down; quiet while a dialog has the word.
import { useEffect, useState } from 'react'
import { awaitBox, keepKey } from '../app/typed-ahead.ts'
import { type Command, commands } from './commands.ts'

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

/** The command of the keys pressed together, by what the last one writes. */
function findCommand(event: KeyboardEvent, control: boolean): Command | undefined {
  const isHelp = event.key === 'F1'
  if (!isHelp && (!control || event.altKey)) return undefined
  // Whatever is held with it, F1 is help.
  const pressed = isHelp ? 'F1' : `Control+${event.shiftKey ? 'Shift+' : ''}${event.key.toUpperCase()}`
  return commands.find((command) => command.keys?.includes(pressed))
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
      const command = findCommand(event, control)
      if (!command || isDialogOpen()) return
      if ((command.id === 'undo' || command.id === 'redo') && typing.boxUndoes(event.target)) return
      event.preventDefault()
      if (command.opensBox) awaitBox()
      void command.run()
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
