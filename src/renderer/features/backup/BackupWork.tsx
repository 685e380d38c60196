// The backup or check under way, and what came of it, in words.
import { Button, Progress } from '@mantine/core'
import type { MessageRef } from '../../../shared/errors.ts'
import { say, sayError, t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import styles from './BackupWork.module.css'
import { useBackup, type Work } from './backup.store.ts'

function sayCounts({ people, touches }: { people: number; touches: number }) {
  return {
    people: t('backup.peopleCount', { count: people }),
    touches: t('backup.touchesCount', { count: touches }),
  }
}

export function BackupWork() {
  const { work, showFolder } = useBackup()
  return (
    <div className={styles.work} data-kind={work.kind}>
      {work.kind === 'running' && <Running work={work} />}
      <div role="status">
        {work.kind === 'backed-up' && (
          <p className={shared.line}>
            {t('backup.backedUp', sayCounts(work.backup))}
            <Button variant="subtle" size="compact-md" onClick={() => void showFolder(work.folder)}>
              {t('backup.showFolder')}
            </Button>
          </p>
        )}
        {work.kind === 'backed-up' && work.backup.inDoubt.length > 0 && (
          <Remarks lead={t('backup.inDoubt')} remarks={work.backup.inDoubt} />
        )}
        {work.kind === 'checked' && work.result.good && (
          <p>{t('backup.good', { file: work.result.file, ...sayCounts(work.result) })}</p>
        )}
      </div>
      <div role="alert">
        {work.kind === 'failed' && <p className={shared.trouble}>{sayError(work.error)}</p>}
        {work.kind === 'checked' && !work.result.good && (
          <Remarks lead={t('backup.bad', { file: work.result.file })} remarks={work.result.problems} />
        )}
      </div>
    </div>
  )
}

function Running({ work }: { work: Extract<Work, { kind: 'running' }> }) {
  const words = t(work.call === 'backup.run' ? 'backup.running' : 'backup.checking')
  const share = work.total > 0 ? (100 * work.done) / work.total : 0
  return (
    <div>
      <p>{words}</p>
      <Progress value={share} aria-label={words} />
    </div>
  )
}

function Remarks({ lead, remarks }: { lead: string; remarks: MessageRef[] }) {
  return (
    <div className={shared.trouble}>
      <p>{lead}</p>
      <ul className={shared.bullets}>
        {remarks.map((remark) => (
          <li key={`${remark.key} ${JSON.stringify(remark.facts)}`}>{say(remark)}</li>
        ))}
      </ul>
    </div>
  )
}
