// A small choice that is on or off, drawn as a pill.
import type { ReactNode } from 'react'
import classes from './Chip.module.css'

interface ChipProps {
  on: boolean
  onToggle(): void
  children: ReactNode
  /** Set where only one chip of a group takes Tab, and arrows move between them. */
  tabIndex?: number
}

export function Chip({ on, onToggle, children, tabIndex }: ChipProps) {
  return (
    <button type="button" className={classes.chip} aria-pressed={on} tabIndex={tabIndex} onClick={onToggle}>
      {children}
    </button>
  )
}
