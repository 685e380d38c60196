// The file could not be opened: says why and what helps, instead of screens without anything on them.
import { Button, Title } from '@mantine/core'
import { useState } from 'react'
import type { AppErrorCode, CallError } from '../../shared/errors.ts'
import { sayError, t } from '../../shared/messages/translate.ts'
import styles from './StartFailure.module.css'
import { tryAgain } from './start.store.ts'

/** Trying again cannot mend these: the file itself is what it is. */
const lasting = new Set<AppErrorCode>(['data-file-newer', 'data-file-foreign', 'data-file-damaged'])

export function StartFailure({ error }: { error: CallError }) {
  const [trying, setTrying] = useState(false)
  return (
    <main className={styles.failure}>
      <div role="alert">
        <Title order={1}>{t('app.cannotOpen')}</Title>
        <p>{sayError(error)}</p>
      </div>
      {!lasting.has(error.code) && (
        <Button
          loading={trying}
          onClick={async () => {
            setTrying(true)
            await tryAgain()
            setTrying(false)
          }}
        >
          {t('app.tryAgain')}
        </Button>
      )}
    </main>
  )
}
