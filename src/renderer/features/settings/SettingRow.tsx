// One setting: its name and what it does at the left, its field at the right.
import { type ReactNode, useId } from 'react'
import shared from '../../ui/shared.module.css'
import styles from './SettingRow.module.css'

interface SettingRowProps {
  label: string
  hint: string
  /** Several boxes or buttons answer this one: they are named as a group. */
  group?: boolean
  error?: string | null
  /** Gets the ids that tie the field to its name, its explanation and its error. */
  children: (ids: FieldIds) => ReactNode
}

interface FieldIds {
  id: string
  'aria-labelledby': string
  'aria-describedby': string
}

export function SettingRow({ label, hint, group, error, children }: SettingRowProps) {
  const id = useId()
  const ids = { id, 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-hint ${id}-error` }
  return (
    <div className={styles.row}>
      <div>
        {group ? (
          <span id={`${id}-label`} className={shared.strong}>
            {label}
          </span>
        ) : (
          <label id={`${id}-label`} htmlFor={id} className={shared.strong}>
            {label}
          </label>
        )}
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      </div>
      <div>
        {children(ids)}
        <p id={`${id}-error`} role="alert" className={`${shared.problem} ${styles.error}`}>
          {error}
        </p>
      </div>
    </div>
  )
}
