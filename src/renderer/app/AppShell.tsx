// The frame around every screen: sidebar, top bar, the screen, the line at the foot.
import { useApp } from './app.store.ts'
import { renderScreen } from './routes.tsx'

export function AppShell() {
  const screen = useApp((state) => state.screen)
  return <main>Regulars {renderScreen(screen)}</main>
}
