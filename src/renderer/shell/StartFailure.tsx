// The file could not be opened: says why and what helps (try again, or go back to a backup), instead of screens without anything on them.
import { Button, Title } from '@mantine/core'
import { Suspense, useState } from 'react'
import type { AppErrorCode, CallError } from '../../shared/errors.ts'
import { sayError, t } from '../../shared/messages/translate.ts'
import { useApp } from '../app/app.store.ts'
import { tryAgain } from '../app/start.store.ts'
import shared from '../ui/shared.module.css'
import { lazyPart } from './lazy-part.ts'
import styles from './StartFailure.module.css'

/** Trying again cannot mend these: the file itself is what it is. */
const lasting = new Set<AppErrorCode>([
  'data-file-newer',
  'data-file-foreign',
  'data-file-empty',
  'data-file-damaged',
])

/** A backup cannot help while another window holds the file, and must not stand in for a newer one by a slip. */
const beyondRestore = new Set<AppErrorCode>(['data-file-busy', 'data-file-newer', 'data-folder-unusable'])

// Fetched when it is needed: a file opens nearly always.
const RestoreButton = lazyPart(() => import('../features/backup/RestoreButton.tsx'), 'RestoreButton')

export function StartFailure({ error }: { error: CallError }) {
  const [trying, setTrying] = useState(false)
  return (
    <main className={styles.failure}>
      <div role="alert">
        <Title order={1}>{t('app.cannotOpen')}</Title>
        <p>{sayError(error)}</p>
      </div>
      <div className={shared.buttons}>
        {!beyondRestore.has(error.code) && (
          <Suspense>
            <RestoreButton primary onRestored={() => useApp.getState().goTo({ name: 'backup' })} />
          </Suspense>
        )}
        {!lasting.has(error.code) && (
          <Button
            variant={beyondRestore.has(error.code) ? 'filled' : 'default'}
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
      </div>
    </main>
  )
}
