// The frame around every screen: sidebar, top bar, the screen, the line at the foot.
import { Suspense, useEffect, useRef } from 'react'
import { t } from '../../shared/messages/translate.ts'
import { useApp } from '../app/app.store.ts'
import styles from './AppShell.module.css'
import { DialogHost } from './DialogHost.tsx'
import { FileNotice } from './FileNotice.tsx'
import { FootLine } from './FootLine.tsx'
import { lazyPart } from './lazy-part.ts'
import { fetchScreens, renderScreen } from './routes.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import { Sidebar } from './Sidebar.tsx'
import { TopBar } from './TopBar.tsx'
import { useKeys } from './use-keys.ts'

const Finder = lazyPart(() => import('./Finder.tsx'), 'Finder')

/** `ready`: the file is open; until then the frame alone is there. */
export function AppShell({ ready }: { ready: boolean }) {
  const keysShown = useKeys()
  return (
    <div className={styles.frame}>
      <Sidebar keysShown={keysShown} />
      <div className={styles.column}>
        <div>
          <TopBar />
          <FileNotice />
        </div>
        <ScreenRoom ready={ready} />
        <FootLine />
      </div>
      {ready && <Later />}
    </div>
  )
}

function ScreenRoom({ ready }: { ready: boolean }) {
  const screen = useApp((state) => state.screen)
  const room = useRef<HTMLElement>(null)
  const shown = useRef(screen)
  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    // The next Tab goes into the new screen, unless it has taken the focus itself.
    room.current?.scrollTo(0, 0)
    if (!room.current?.contains(document.activeElement)) room.current?.focus({ preventScroll: true })
  }, [screen])
  return (
    <main ref={room} tabIndex={-1} className={styles.room} aria-busy={!ready}>
      {ready ? (
        <ScreenBoundary key={screen.name}>
          <Suspense fallback={<div aria-busy="true" />}>{renderScreen(screen)}</Suspense>
        </ScreenBoundary>
      ) : (
        <p className={styles.opening}>{t('app.opening')}</p>
      )}
    </main>
  )
}

/** Fetched after the first paint: the other screens, the search box and the dialogs. */
function Later() {
  useEffect(() => {
    const handle = requestIdleCallback(
      () => {
        void Finder.fetch()
        fetchScreens()
      },
      { timeout: 1000 },
    )
    return () => cancelIdleCallback(handle)
  }, [])
  const finding = useApp((state) => state.finding)
  return (
    <>
      <DialogHost />
      <Suspense>{finding && <Finder />}</Suspense>
    </>
  )
}
