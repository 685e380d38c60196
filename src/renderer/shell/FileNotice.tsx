// Above every screen when something is the matter with the open file: it can only be read, or changes are missing in it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { sayMissing } from '../../shared/messages/say-missing.ts'
import { t } from '../../shared/messages/translate.ts'
import { call } from '../api/client.ts'
import { useApp } from '../app/app.store.ts'
import { tryAgain, useStart } from '../app/start.store.ts'
import shared from '../ui/shared.module.css'
import styles from './FileNotice.module.css'

export function FileNotice() {
  const readOnly = useStart((state) => (state.status === 'ready' ? state.start.readOnly : null))
  const missing = useStart((state) => (state.status === 'ready' ? state.start.missing : null))
  const inDoubt = useStart((state) => (state.status === 'ready' ? state.start.inDoubt : 0))
  if (readOnly) {
    return (
      <Notice words={t(`app.notice.${readOnly}`)}>
        <TryAgain />
      </Notice>
    )
  }
  if (!missing) return inDoubt > 0 ? <InDoubt count={inDoubt} /> : null
  return (
    <Notice words={sayMissing(missing)}>
      <Button size="sm" onClick={() => useApp.getState().goTo({ name: 'backup' })}>
        {t('backup.restore.open')}
      </Button>
      <Button size="sm" variant="default" onClick={() => void call('app.noteMissing', {})}>
        {t('app.notice.noted')}
      </Button>
    </Notice>
  )
}

/** It stays until the owner has said for each entry what is right. */
function InDoubt({ count }: { count: number }) {
  const isThere = useApp((state) => state.screen.name === 'backup')
  if (isThere) return null
  return (
    <Notice words={t('app.notice.inDoubt', { count })}>
      <Button size="sm" onClick={() => useApp.getState().goTo({ name: 'backup' })}>
        {t('people.person.toBackup')}
      </Button>
    </Notice>
  )
}

function TryAgain() {
  const [trying, setTrying] = useState(false)
  return (
    <Button
      size="sm"
      loading={trying}
      onClick={async () => {
        setTrying(true)
        await tryAgain()
        setTrying(false)
      }}
    >
      {t('app.tryAgain')}
    </Button>
  )
}

function Notice({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <section className={styles.notice} aria-label={t('app.notice.label')}>
      <p role="alert" className={shared.strong}>
        {words}
      </p>
      <div className={shared.buttons}>{children}</div>
    </section>
  )
}
