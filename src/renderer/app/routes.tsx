// The one list of screens: what each name shows.
import type { ReactNode } from 'react'
import { assertNever } from '../../shared/errors.ts'
import { BackupScreen } from '../features/backup/BackupScreen.tsx'
import { CallSheetScreen } from '../features/call-sheets/CallSheetScreen.tsx'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import type { Screen } from './app.store.ts'

export function renderScreen(screen: Screen): ReactNode {
  switch (screen.name) {
    case 'today':
    case 'focus-list':
    case 'people':
    case 'person':
    case 'import':
      return null
    case 'call-sheet':
      return <CallSheetScreen />
    case 'backup':
      return <BackupScreen />
    case 'settings':
      return <SettingsScreen />
    default:
      return assertNever(screen)
  }
}
