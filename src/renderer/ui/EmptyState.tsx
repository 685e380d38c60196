// What a screen says while it has nothing to show: what belongs here, and the one thing to do.
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  title: string
  /** One or two sentences. */
  children?: ReactNode
  /** Buttons, the obvious one first. */
  actions?: ReactNode
}

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <section className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      {children !== undefined && <div className={classes.words}>{children}</div>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </section>
  )
}
