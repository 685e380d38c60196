// A setting that is typed: saved on Enter or on leaving; what is refused stays in the field, with the reason.
import { TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { SettingRow } from './SettingRow.tsx'

interface TextSettingProps {
  label: string
  hint: string
  /** As it reads in the field. */
  value: string
  inputMode?: 'text' | 'decimal' | 'numeric'
  /** Answers the sentence that says why it was refused, or null when it was saved. */
  onSave(typed: string): Promise<string | null>
  /** Stands under the field. */
  children?: ReactNode
}

export function TextSetting({ label, hint, value, inputMode, onSave, children }: TextSettingProps) {
  const [typed, setTyped] = useState(value)
  const [error, setError] = useState<string | null>(null)
  // What the file may replace: its own words, and those on their way to it.
  const settled = useRef(value)
  // Undone, or changed from elsewhere: the field follows the file, but for what is being typed.
  useEffect(() => {
    const before = settled.current
    settled.current = value
    setTyped((words) => (words === before ? value : words))
    setError(null)
  }, [value])

  async function save() {
    settled.current = typed
    if (typed.trim() === value) {
      setTyped(value)
      setError(null)
    } else setError(await onSave(typed))
  }

  return (
    <SettingRow label={label} hint={hint} error={error}>
      {(ids) => (
        <>
          <TextInput
            {...ids}
            value={typed}
            inputMode={inputMode}
            error={error !== null}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => void save()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void save()
              else if (event.key === 'Escape') {
                setTyped(value)
                setError(null)
              }
            }}
          />
          {children}
        </>
      )}
    </SettingRow>
  )
}
