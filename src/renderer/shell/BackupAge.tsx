// How old the last verified backup is, always in sight; a click leads to the Backup screen.
import { sayBackupAge } from '../../shared/messages/say-backup-age.ts'
import { useApp } from '../app/app.store.ts'
import { useStart } from '../app/start.store.ts'
import styles from './BackupAge.module.css'

export function BackupAge() {
  const goTo = useApp((state) => state.goTo)
  const known = useStart((state) => state.status === 'ready' && state.backupKnown)
  const verifiedAt = useStart((state) => (state.status === 'ready' ? state.verifiedAt : null))
  if (!known) return null
  return (
    <button type="button" className={styles.age} onClick={() => goTo({ name: 'backup' })}>
      {sayBackupAge(verifiedAt, new Date())}
    </button>
  )
}
