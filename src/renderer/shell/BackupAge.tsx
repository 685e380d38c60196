// How old the last verified backup is, always in sight; a click leads to the Backup screen.
import { sayBackupAge } from '../../shared/messages/say-backup-age.ts'
import { useLoaded } from '../api/queries.ts'
import { useApp } from '../app/app.store.ts'
import { useStart } from '../app/start.store.ts'
import styles from './BackupAge.module.css'

export function BackupAge() {
  const goTo = useApp((state) => state.goTo)
  const isOpen = useStart((state) => state.status === 'ready')
  const status = useLoaded('backup.status', isOpen ? {} : null).value
  if (!status) return null
  return (
    <button type="button" className={styles.age} onClick={() => goTo({ name: 'backup' })}>
      {sayBackupAge(status.last?.verifiedAt ?? null, new Date())}
    </button>
  )
}
