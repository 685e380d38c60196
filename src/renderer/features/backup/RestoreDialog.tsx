// Before a backup replaces the file: both sides beside each other, and what would be lost, in words.
import { Button, Progress } from '@mantine/core'
import type { FileSide, RestorePreview } from '../../../shared/contract/backup.ts'
import type { MessageRef } from '../../../shared/errors.ts'
import { formatInstant, formatNumber } from '../../../shared/messages/format.ts'
import { say, sayError, t } from '../../../shared/messages/translate.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../../ui/shared.module.css'
import styles from './RestoreDialog.module.css'
import { chooseBackup, leaveRestore, type RestoreState, restoreShown } from './restore.store.ts'

interface RestoreDialogProps {
  state: Exclude<RestoreState, { kind: 'idle' | 'restored' }>
  onRestored(): void
}

export function RestoreDialog({ state, onRestored }: RestoreDialogProps) {
  const isRestoring = state.kind === 'restoring'
  return (
    <Dialog
      onClose={leaveRestore}
      closeOnEscape={!isRestoring}
      closeOnClickOutside={false}
      withCloseButton={!isRestoring}
      title={t(titles[state.kind])}
      size="xl"
    >
      <div className={shared.stackS4}>
        {state.kind === 'looking' && <Working share={state.total > 0 ? state.done / state.total : 0} />}
        {isRestoring && <Working share={1} />}
        {state.kind === 'refused' && (
          <>
            <p role="alert">{sayError(state.error)}</p>
            <div className={shared.buttonsEnd}>
              <Button variant="default" onClick={() => void chooseBackup()}>
                {t('backup.restore.another')}
              </Button>
              <Button data-autofocus onClick={leaveRestore}>
                {t('app.close')}
              </Button>
            </div>
          </>
        )}
        {state.kind === 'shown' && <Preview preview={state.preview} onRestored={onRestored} />}
      </div>
    </Dialog>
  )
}

const titles = {
  looking: 'backup.restore.looking',
  shown: 'backup.restore.title',
  restoring: 'backup.restore.restoring',
  refused: 'backup.restore.refused',
} as const

/** @param share of the work, 0 to 1 */
function Working({ share }: { share: number }) {
  return <Progress value={100 * share} animated={share === 1} aria-label={t('backup.restore.looking')} />
}

function Preview({ preview, onRestored }: { preview: RestorePreview; onRestored(): void }) {
  const { backup, live, lost, found } = preview
  async function restore() {
    if (await restoreShown()) onRestored()
  }
  return (
    <>
      <Sides backup={backup} live={live} />
      {live ? (
        <>
          <Differences sentences={lost} otherwise={t('backup.restore.lostNothing')} warns />
          <Differences sentences={found} />
        </>
      ) : (
        <p>{t('backup.restore.unreadable')}</p>
      )}
      <p className={shared.note}>{t(live ? 'backup.restore.keeps' : 'backup.restore.keepsUnreadable')}</p>
      <Answers isSafe={live === null} onRestore={() => void restore()} />
    </>
  )
}

/** The filled one is safe: with nothing readable to lose, that is restoring. */
function Answers({ isSafe, onRestore }: { isSafe: boolean; onRestore(): void }) {
  return (
    <div className={shared.buttonsEnd}>
      {isSafe && (
        <Button variant="default" onClick={leaveRestore}>
          {t('backup.restore.notNow')}
        </Button>
      )}
      <Button
        variant={isSafe ? 'filled' : 'default'}
        data-autofocus={isSafe || undefined}
        onClick={onRestore}
      >
        {t('backup.restore.confirm')}
      </Button>
      {!isSafe && (
        <Button data-autofocus onClick={leaveRestore}>
          {t('backup.restore.keep')}
        </Button>
      )}
    </div>
  )
}

function Sides({ backup, live }: { backup: FileSide; live: FileSide | null }) {
  const sides = live ? [backup, live] : [backup]
  const row = (label: string, read: (side: FileSide) => string) => (
    <tr>
      <th scope="row">{label}</th>
      {sides.map((side) => (
        <td key={side.file}>{read(side)}</td>
      ))}
    </tr>
  )
  return (
    <table className={styles.sides}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('backup.restore.theBackup')}</th>
          {live && <th scope="col">{t('backup.restore.yourFile')}</th>}
        </tr>
      </thead>
      <tbody>
        {row(t('backup.restore.lastChange'), ({ changedAt }) =>
          changedAt ? formatInstant(changedAt, { year: 'numeric' }) : t('backup.restore.never'),
        )}
        {row(t('backup.restore.people'), ({ people }) => formatNumber(people))}
        {row(t('backup.restore.touches'), ({ touches }) => formatNumber(touches))}
        {row(t('backup.restore.changes'), ({ changeNumber }) => formatNumber(changeNumber))}
        {row(t('backup.restore.file'), ({ file }) => file)}
      </tbody>
    </table>
  )
}

interface DifferencesProps {
  sentences: MessageRef[]
  /** Said when there are none. */
  otherwise?: string
  warns?: boolean
}

function Differences({ sentences, otherwise, warns = false }: DifferencesProps) {
  if (sentences.length === 0) return otherwise ? <p>{otherwise}</p> : null
  return (
    <ul className={warns ? `${shared.stackS1} ${shared.trouble} ${shared.strong}` : shared.stackS1}>
      {sentences.map((sentence) => (
        <li key={sentence.key}>{say(sentence)}</li>
      ))}
    </ul>
  )
}
