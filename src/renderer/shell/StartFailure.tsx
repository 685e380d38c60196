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
  'data-file-missing',
  'data-file-empty',
  'data-file-other-log',
  'data-file-damaged',
])

/** A backup cannot help while another window holds the file, and must not stand in for a newer one by a slip. */
const beyondRestore = new Set<AppErrorCode>(['data-file-busy', 'data-file-newer', 'data-folder-unusable'])

/** Ways on beside a backup; nothing is thrown away by them. */
const otherWays: Partial<Record<AppErrorCode, 'beginEmpty' | 'openWithoutLog'>> = {
  'data-file-missing': 'beginEmpty',
  'data-file-empty': 'beginEmpty',
  'data-file-damaged': 'beginEmpty',
  'data-file-other-log': 'openWithoutLog',
}

// Fetched when it is needed: a file opens nearly always.
const RestoreButton = lazyPart(() => import('../features/backup/RestoreButton.tsx'), 'RestoreButton')

export function StartFailure({ error }: { error: CallError }) {
  const { code, facts } = error
  const otherWay = otherWays[code]
  const canRestore = !beyondRestore.has(code)
  return (
    <main className={styles.failure}>
      <div role="alert">
        <Title order={1}>{t('app.cannotOpen')}</Title>
        <p>{sayError(error)}</p>
        {typeof facts.backup === 'string' && <p>{t('app.lastBackup', { file: facts.backup })}</p>}
      </div>
      <div className={shared.buttons}>
        {canRestore && (
          <Suspense>
            <RestoreButton primary onRestored={() => useApp.getState().goTo({ name: 'backup' })} />
          </Suspense>
        )}
        {otherWay && <WayOn words={t(`app.${otherWay}`)} go={() => tryAgain(`app.${otherWay}`)} />}
        {!lasting.has(code) && (
          <WayOn
            words={t(code === 'storage-stopped' ? 'app.startAgain' : 'app.tryAgain')}
            primary={!canRestore}
            go={tryAgain}
          />
        )}
      </div>
    </main>
  )
}

interface WayOnProps {
  words: string
  primary?: boolean
  go(): Promise<void>
}

function WayOn({ words, primary = false, go }: WayOnProps) {
  const [trying, setTrying] = useState(false)
  return (
    <Button
      variant={primary ? 'filled' : 'default'}
      loading={trying}
      onClick={async () => {
        setTrying(true)
        await go()
        setTrying(false)
      }}
    >
      {words}
    </Button>
  )
}
