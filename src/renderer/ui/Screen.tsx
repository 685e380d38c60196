// The usual frame of a screen: its heading, its one obvious action beside it, and the room below.
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './Screen.module.css'
import shared from './shared.module.css'

interface ScreenProps {
  title: string
  /** One quiet line under the heading. */
  lead?: ReactNode
  /** Buttons at the right of the heading. */
  actions?: ReactNode
  children: ReactNode
}

export function Screen({ title, lead, actions, children }: ScreenProps) {
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div className={styles.words}>
          <Title order={1}>{title}</Title>
          {lead && <p className={`${shared.quiet} ${shared.below}`}>{lead}</p>}
        </div>
        {actions && <div className={shared.buttons}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
