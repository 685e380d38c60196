// The one list of screens: what each name shows. Today opens the program; the others are fetched behind it.
import type { ReactNode } from 'react'
import { assertNever } from '../../shared/errors.ts'
import type { Screen } from '../app/app.store.ts'
import { TodayScreen } from '../screens/today/TodayScreen.tsx'
import { lazyPart } from './lazy-part.ts'

/** In the order in which they are fetched ahead: those gone to most come first. */
const screens = {
  FocusList: lazyPart(() => import('../screens/focus-list/FocusListScreen.tsx'), 'FocusListScreen'),
  CallSheet: lazyPart(() => import('../screens/call-sheets/CallSheetScreen.tsx'), 'CallSheetScreen'),
  People: lazyPart(() => import('../screens/people/PeopleScreen.tsx'), 'PeopleScreen'),
  Person: lazyPart(() => import('../screens/people/PersonScreen.tsx'), 'PersonScreen'),
  Import: lazyPart(() => import('../screens/import-export/ImportScreen.tsx'), 'ImportScreen'),
  PaperList: lazyPart(() => import('../screens/first-hour/PaperListScreen.tsx'), 'PaperListScreen'),
  Answers: lazyPart(() => import('../screens/first-hour/AnswersScreen.tsx'), 'AnswersScreen'),
  Pick: lazyPart(() => import('../screens/first-hour/PickScreen.tsx'), 'PickScreen'),
  Duplicates: lazyPart(() => import('../screens/duplicates/DuplicatesScreen.tsx'), 'DuplicatesScreen'),
  Referrals: lazyPart(() => import('../screens/referrals/ReferralsScreen.tsx'), 'ReferralsScreen'),
  Backup: lazyPart(() => import('../screens/backup/BackupScreen.tsx'), 'BackupScreen'),
  Settings: lazyPart(() => import('../screens/settings/SettingsScreen.tsx'), 'SettingsScreen'),
  Place: lazyPart(() => import('../screens/places/PlaceScreen.tsx'), 'PlaceScreen'),
  Texts: lazyPart(() => import('../screens/texts/TextsScreen.tsx'), 'TextsScreen'),
}

/** Once the first screen is painted, so that none is waited for when it is asked for. */
export function fetchScreens(): void {
  for (const screen of Object.values(screens)) void screen.fetch()
}

export function renderScreen(screen: Screen): ReactNode {
  switch (screen.name) {
    case 'today':
      return <TodayScreen />
    case 'focus-list':
      return <screens.FocusList />
    case 'duplicates':
      return <screens.Duplicates />
    case 'import':
      return <screens.Import />
    case 'call-sheet':
      return <screens.CallSheet asked={screen} />
    case 'people':
      return <screens.People asked={screen} />
    case 'person':
      return <screens.Person id={screen.id} among={screen.among} isCalling={screen.isCalling ?? false} />
    case 'place':
      return <screens.Place id={screen.id} />
    case 'paper-list':
      return <screens.PaperList />
    case 'answers':
      return <screens.Answers />
    case 'pick':
      return <screens.Pick />
    case 'referrals':
      return <screens.Referrals />
    case 'texts':
      return <screens.Texts />
    case 'backup':
      return <screens.Backup />
    case 'settings':
      return <screens.Settings />
    default:
      return assertNever(screen)
  }
}
