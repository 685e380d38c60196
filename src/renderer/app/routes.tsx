// The one list of screens: what each name shows.
import type { ReactNode } from 'react'
import { assertNever } from '../../shared/errors.ts'
import { BackupScreen } from '../features/backup/BackupScreen.tsx'
import { CallSheetScreen } from '../features/call-sheets/CallSheetScreen.tsx'
import { FocusListScreen } from '../features/focus-list/FocusListScreen.tsx'
import { ImportScreen } from '../features/import-export/ImportScreen.tsx'
import { PeopleScreen } from '../features/people/PeopleScreen.tsx'
import { PersonScreen } from '../features/people/PersonScreen.tsx'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import { TodayScreen } from '../features/today/TodayScreen.tsx'
import type { Screen } from './app.store.ts'

export function renderScreen(screen: Screen): ReactNode {
  switch (screen.name) {
    case 'today':
      return <TodayScreen />
    case 'focus-list':
      return <FocusListScreen />
    case 'import':
      return <ImportScreen />
    case 'call-sheet':
      return <CallSheetScreen />
    case 'people':
      return <PeopleScreen />
    case 'person':
      return <PersonScreen id={screen.id} among={screen.among} />
    case 'backup':
      return <BackupScreen />
    case 'settings':
      return <SettingsScreen />
    default:
      return assertNever(screen)
  }
}
