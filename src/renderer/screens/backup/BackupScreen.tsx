// Backup: how old and where the last one is, back up now, check, and the backups made.
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { formatInstant } from '../../../shared/messages/format.ts'
import { sayBackupAge } from '../../../shared/messages/say-backup-age.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { useApp } from '../../app/app.store.ts'
import { NotRead } from '../../app/NotRead.tsx'
import { BackupWork } from '../../features/backup/BackupWork.tsx'
import { useBackup } from '../../features/backup/backup.store.ts'
import { DoubtfulRows } from '../../features/backup/DoubtfulRows.tsx'
import { RestoreButton } from '../../features/backup/RestoreButton.tsx'
import { leaveRestore, useRestore } from '../../features/backup/restore.store.ts'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import { BackupList } from './BackupList.tsx'
import styles from './BackupScreen.module.css'

export function BackupScreen() {
  const { backUp, work } = useBackup()
  const status = useLoaded('backup.status', {})
  if (status.error) return <NotRead title={t('backup.title')} parts={[status]} />
  if (!status.value) return <div aria-busy="true" />
  const { last, recent, dataFile } = status.value
  const isRunning = work.kind === 'running'
  return (
    <Screen
      title={t('backup.title')}
      lead={last && sayBackupAge(last.verifiedAt, new Date())}
      actions={
        <Button onClick={() => void backUp()} loading={isRunning && work.call === 'backup.run'}>
          {t('backup.backUpNow')}
        </Button>
      }
    >
      <BackupWork />
      <RestoredWords />
      {last ? (
        <section className={`${shared.part} ${styles.part}`}>
          <h2>{t('backup.where')}</h2>
          <p className={shared.wrap}>
            {t('backup.lastWords', { when: formatInstant(last.madeAt), folder: last.folder })}
          </p>
        </section>
      ) : (
        <section className={`${shared.part} ${styles.part}`}>
          <h2 className={styles.none}>{t('backup.none')}</h2>
          <p>{t('backup.noneWhy')}</p>
        </section>
      )}
      <YourFile dataFile={dataFile} />
      <DoubtfulRows />
      <section className={`${shared.part} ${styles.part}`}>
        <h2>{t('backup.restore.open')}</h2>
        <p>{t('backup.restore.explain')}</p>
        <div className={`${shared.buttons} ${shared.belowS3}`}>
          <RestoreButton onRestored={() => useApp.getState().hideFoot()} />
        </div>
      </section>
      <BackupList recent={recent} />
    </Screen>
  )
}

function RestoredWords() {
  const state = useRestore()
  // Said once: it is no news when the owner comes back.
  useEffect(() => leaveRestore, [])
  return (
    <div role="status" className={styles.restored}>
      {state.kind === 'restored' && (
        <p>
          {t('backup.restore.done', {
            people: t('backup.peopleCount', { count: state.restored.people }),
            touches: t('backup.touchesCount', { count: state.restored.touches }),
            folder: state.restored.setAside,
          })}
        </p>
      )}
    </div>
  )
}

function YourFile({ dataFile }: { dataFile: string }) {
  const { work, checkDataFile, checkBackup } = useBackup()
  const isRunning = work.kind === 'running'
  return (
    <section className={`${shared.part} ${styles.part}`}>
      <h2>{t('backup.yourFile')}</h2>
      <p className={shared.wrap}>{dataFile}</p>
      <div className={`${shared.buttons} ${shared.belowS3}`}>
        <Button variant="default" disabled={isRunning} onClick={() => void checkDataFile()}>
          {t('backup.checkFile')}
        </Button>
        <Button variant="subtle" disabled={isRunning} onClick={() => void checkBackup()}>
          {t('backup.checkBackup')}
        </Button>
      </div>
    </section>
  )
}
