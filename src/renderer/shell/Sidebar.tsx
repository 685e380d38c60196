// The screens in hairline groups; at the foot how old the last verified backup is, or the way out of the sample shop.
import { t } from '../../shared/messages/translate.ts'
import { useApp } from '../app/app.store.ts'
import { useStart } from '../app/start.store.ts'
import shared from '../ui/shared.module.css'
import { BackupAge } from './BackupAge.tsx'
import { SampleFoot } from './SampleFoot.tsx'
import styles from './Sidebar.module.css'
import { homeOf, sidebarGroups, sidebarScreens } from './screens.ts'

/** `keysShown`: Ctrl is held down, so each screen shows its number. */
export function Sidebar({ keysShown }: { keysShown: boolean }) {
  const screen = useApp((state) => state.screen)
  const goTo = useApp((state) => state.goTo)
  const sample = useStart((state) => state.status === 'ready' && state.start.sample)
  const demo = useStart((state) => state.status === 'ready' && state.start.demo) || sample
  const current = homeOf(screen)
  return (
    <nav className={styles.side} aria-label={t('app.screens')} data-keys={keysShown || undefined}>
      <div className={styles.brand}>
        {t('app.name')}
        {demo && <span className={styles.demo}>{t('app.sampleShop')}</span>}
      </div>
      {sidebarGroups.map((group) => (
        <ul key={group[0]?.name} className={`${shared.menu} ${styles.group}`}>
          {group.map(({ name, label }) => {
            const digit = sidebarScreens.findIndex((item) => item.name === name) + 1
            return (
              <li key={name}>
                <button
                  type="button"
                  className={`${shared.menuItem} ${styles.item}`}
                  aria-current={name === current ? 'page' : undefined}
                  aria-keyshortcuts={`Control+${digit}`}
                  onClick={() => goTo({ name })}
                >
                  {t(label)}
                  <span aria-hidden className={styles.digit}>
                    {digit}
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      ))}
      {sample ? <SampleFoot /> : <BackupAge />}
    </nav>
  )
}
