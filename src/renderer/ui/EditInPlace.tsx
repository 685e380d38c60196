// Text that is edited where it stands: click or Enter opens it, Enter or leaving saves, Esc takes it back.
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import classes from './EditInPlace.module.css'
import { useInPlace } from './use-in-place.ts'

interface EditInPlaceProps {
  /** What the text is, for screen readers: "Name". */
  label: string
  value: string
  /** Shown while there is no text: what to write. */
  placeholder: string
  /** Answers the sentence that says why it was not saved, or null when it was. */
  onSave(text: string): Promise<string | null>
  /** Several lines: Shift+Enter starts a new one. */
  multiline?: boolean
  /** Offered while typing. */
  suggestions?: string[]
  /** Told of every letter, for suggestions. */
  onType?(text: string): void
  inputType?: 'text' | 'date' | 'tel' | 'email' | 'url'
  /** What to show for the text when it reads differently from how it is typed. */
  shown?: string
  /** Said under the open text: why it wants to be looked at. */
  hint?: string
  /** While there is no text: drawn as the thing to ask next. */
  isAsked?: boolean
}

export function EditInPlace(props: EditInPlaceProps) {
  const { label, value, placeholder, shown } = props
  const { editing, button, open, close } = useInPlace()

  if (editing) {
    return <OpenText {...props} onClose={close} />
  }
  const text = (shown ?? value) || placeholder
  return (
    <button
      ref={button}
      type="button"
      className={classes.text}
      data-empty={value === '' || undefined}
      data-asked={(props.isAsked && value === '') || undefined}
      data-multiline={props.multiline || undefined}
      aria-label={value === '' ? placeholder : `${label}: ${text}`}
      onClick={open}
    >
      {text}
    </button>
  )
}

interface OpenTextProps extends EditInPlaceProps {
  /** Told whether a key closed it: then the focus goes back to the text. */
  onClose(byKey: boolean): void
}

/** What is typed, and how it is saved or taken back. */
function useTyping({ value, onSave, multiline, onClose }: OpenTextProps) {
  const [typed, setTyped] = useState(value)
  const [problem, setProblem] = useState<string | null>(null)
  const saving = useRef(false)
  const open = useRef<HTMLSpanElement>(null)

  async function save(byKey: boolean) {
    if (saving.current) return
    if (typed === value) return onClose(byKey)
    saving.current = true
    const failure = await onSave(typed)
    saving.current = false
    // Whoever went on to another field while it was saved keeps the focus there.
    if (failure === null) onClose(byKey && (open.current?.contains(document.activeElement) ?? false))
    else setProblem(failure)
  }

  function handleKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      saving.current = true
      onClose(true)
    } else if (event.key === 'Enter' && !(multiline && event.shiftKey)) {
      event.preventDefault()
      void save(true)
    }
  }

  return { open, typed, setTyped, problem, save, handleKey }
}

function OpenText(props: OpenTextProps) {
  const { label, placeholder, multiline, suggestions, onType, inputType, hint } = props
  const { open, typed, setTyped, problem, save, handleKey } = useTyping(props)
  const listId = useId()
  const problemId = useId()

  const common = {
    className: classes.input,
    'aria-label': label,
    'aria-invalid': problem !== null || undefined,
    'aria-describedby': problem === null && !hint ? undefined : problemId,
    placeholder,
    value: typed,
    // The owner asked for this field by clicking it.
    autoFocus: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(event.currentTarget.value)
      onType?.(event.currentTarget.value)
    },
    onKeyDown: handleKey,
    onBlur: () => void save(false),
    onFocus: (event: { currentTarget: { select(): void } }) => {
      if (!multiline) event.currentTarget.select()
    },
  }
  return (
    <span ref={open} className={classes.open} data-multiline={multiline || undefined}>
      {multiline ? (
        <textarea {...common} rows={1} />
      ) : (
        <input {...common} type={inputType ?? 'text'} list={suggestions ? listId : undefined} />
      )}
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {problem === null && hint && (
        <span id={problemId} className={classes.hint}>
          {hint}
        </span>
      )}
      {problem !== null && (
        <span id={problemId} role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
    </span>
  )
}
