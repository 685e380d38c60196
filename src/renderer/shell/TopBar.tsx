// Always there: the search box, Add person, Log touch.
import { Button } from '@mantine/core'
import { t } from '../../shared/messages/translate.ts'
import { type Screen, useApp } from '../app/app.store.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import shared from '../ui/shared.module.css'
import styles from './TopBar.module.css'

/** On a person's page the touch is theirs unless the owner says otherwise. */
export function personOn(screen: Screen): number | null {
  return screen.name === 'person' ? screen.id : null
}

export function TopBar() {
  const setFinding = useApp((state) => state.setFinding)
  const openDialog = useApp((state) => state.openDialog)
  const screen = useApp((state) => state.screen)
  return (
    <header className={styles.top}>
      <button
        type="button"
        className={styles.find}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={() => setFinding(true)}
      >
        <span className={shared.oneLine}>{t('app.find')}</span>
        <KeyHint keys={t('app.control', { key: 'K' })} />
      </button>
      <div className={styles.actions}>
        <Button
          variant="default"
          aria-keyshortcuts="Control+N"
          onClick={() => openDialog({ name: 'add-person' })}
          rightSection={<Keys letter="N" />}
        >
          {t('app.addPerson')}
        </Button>
        <Button
          aria-keyshortcuts="Control+L"
          onClick={() => openDialog({ name: 'log-touch', personId: personOn(screen) })}
          rightSection={<Keys letter="L" />}
        >
          {t('app.logTouch')}
        </Button>
      </div>
    </header>
  )
}

function Keys({ letter }: { letter: string }) {
  return (
    <span aria-hidden className={styles.keys}>
      {t('app.control', { key: letter })}
    </span>
  )
}
