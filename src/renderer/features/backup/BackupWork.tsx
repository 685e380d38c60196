// The backup or check under way, and what came of it, in words.
import { Button, Progress } from '@mantine/core'
import type { CheckResult } from '../../../shared/contract/backup.ts'
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
        {work.kind === 'checked' && work.result.good && (
          <p>{t('backup.good', { file: work.result.file, ...sayCounts(work.result) })}</p>
        )}
      </div>
      <div role="alert">
        {work.kind === 'failed' && <p className={shared.trouble}>{sayError(work.error)}</p>}
        {work.kind === 'checked' && !work.result.good && <Problems result={work.result} />}
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

function Problems({ result }: { result: CheckResult }) {
  return (
    <div className={shared.trouble}>
      <p>{t('backup.bad', { file: result.file })}</p>
      <ul className={shared.bullets}>
        {result.problems.map((problem) => (
          <li key={`${problem.key} ${JSON.stringify(problem.facts)}`}>{say(problem)}</li>
        ))}
      </ul>
    </div>
  )
}
