// F1: the keys that work everywhere, and what each letter on the call sheet means.
import { Modal } from '@mantine/core'
import { type MessageKey, t } from '../../shared/messages/translate.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import styles from './HelpDialog.module.css'
import { sidebarScreens } from './screens.ts'

const control = (key: string) => t('app.control', { key })

const hows: [string, MessageKey][] = [
  ['M', 'app.letterM'],
  ['T', 'app.letterT'],
  ['V', 'app.letterV'],
  ['E', 'app.letterE'],
  ['N', 'app.letterN'],
]
const outcomes: [string, MessageKey][] = [
  ['Q', 'app.letterQ'],
  ['W', 'app.letterW'],
  ['L', 'app.letterL'],
  ['P', 'app.letterP'],
  ['R', 'app.letterR'],
  ['X', 'app.letterX'],
]

export function HelpDialog({ onClose }: { onClose(): void }) {
  const keys: [string, MessageKey][] = [
    [control('L'), 'app.logTouch'],
    [control('N'), 'app.addPerson'],
    [control('K'), 'app.keyFind'],
    [control('Z'), 'app.keyUndo'],
    [control('⇧ Z'), 'app.keyRedo'],
    [control(`1 … ${sidebarScreens.length}`), 'app.keyNumbers'],
    [control('+ − 0'), 'app.keyZoom'],
    [t('app.escape'), 'app.keyClose'],
    ['F1', 'app.keyHelp'],
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('app.help')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={styles.columns}>
        <section>
          <h2>{t('app.helpKeys')}</h2>
          <KeyList entries={keys} />
        </section>
        <section>
          <h2>{t('app.helpSheet')}</h2>
          <h3>{t('app.helpHow')}</h3>
          <KeyList entries={hows} />
          <h3>{t('app.helpOutcome')}</h3>
          <KeyList entries={outcomes} />
        </section>
      </div>
    </Modal>
  )
}

function KeyList({ entries }: { entries: [string, MessageKey][] }) {
  return (
    <dl className={styles.list}>
      {entries.map(([keys, label]) => (
        <div key={label}>
          <dt>
            <KeyHint keys={keys} />
          </dt>
          <dd>{t(label)}</dd>
        </div>
      ))}
    </dl>
  )
}
