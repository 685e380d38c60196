// A small choice that is on or off, drawn as a pill.
import type { ReactNode } from 'react'
import classes from './Chip.module.css'

interface ChipProps {
  on: boolean
  onToggle(): void
  children: ReactNode
  /** Set where only one chip of a group takes Tab, and arrows move between them. */
  tabIndex?: number
  /** Where a dialog puts the focus once it has settled. */
  takesFocus?: boolean
}

export function Chip({ on, onToggle, children, tabIndex, takesFocus }: ChipProps) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={on}
      tabIndex={tabIndex}
      data-autofocus={takesFocus || undefined}
      onClick={onToggle}
    >
      {children}
    </button>
  )
}
