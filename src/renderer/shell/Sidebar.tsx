// The screens in hairline groups; at the foot how old the last verified backup is, or the way out of the sample shop.
import { t } from '../../shared/messages/translate.ts'
import { type Screen, useApp } from '../app/app.store.ts'
import { useStart } from '../app/start.store.ts'
import shared from '../ui/shared.module.css'
import { BackupAge } from './BackupAge.tsx'
import { sidebarGroups } from './commands.ts'
import { SampleFoot } from './SampleFoot.tsx'
import styles from './Sidebar.module.css'

/** Under which screen of the sidebar one belongs that does not stand there itself. */
const homes: Partial<Record<Screen['name'], Screen['name']>> = {
  person: 'people',
  duplicates: 'people',
  place: 'people',
  import: 'people',
  'paper-list': 'people',
  texts: 'people',
  answers: 'today',
  pick: 'focus-list',
}

/** `keysShown`: Ctrl is held down, so each screen shows its number. */
export function Sidebar({ keysShown }: { keysShown: boolean }) {
  const screen = useApp((state) => state.screen)
  const sample = useStart((state) => state.status === 'ready' && state.start.sample)
  const demo = useStart((state) => state.status === 'ready' && state.start.demo) || sample
  const current = homes[screen.name] ?? screen.name
  return (
    <nav className={styles.side} aria-label={t('app.screens')} data-keys={keysShown || undefined}>
      <div className={styles.brand}>
        {t('app.name')}
        {demo && <span className={styles.demo}>{t('app.sampleShop')}</span>}
      </div>
      {sidebarGroups.map((group) => (
        <ul key={group[0]?.id} className={`${shared.menu} ${styles.group}`}>
          {group.map(({ id, words, keys: [key] = [''], screen: { name }, run }) => (
            <li key={id}>
              <button
                type="button"
                className={`${shared.menuItem} ${styles.item}`}
                aria-current={name === current ? 'page' : undefined}
                aria-keyshortcuts={key}
                onClick={() => void run()}
              >
                {t(words)}
                <span aria-hidden className={styles.digit}>
                  {key?.at(-1)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ))}
      {sample ? <SampleFoot /> : <BackupAge />}
    </nav>
  )
}
