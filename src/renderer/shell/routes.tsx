// The one list of screens: what each name shows. Today opens the program; the others are fetched behind it.
import { lazy, type ReactNode } from 'react'
import { assertNever } from '../../shared/errors.ts'
import type { Screen } from '../app/app.store.ts'
import { TodayScreen } from '../screens/today/TodayScreen.tsx'

const fetchBackup = () => import('../screens/backup/BackupScreen.tsx')
const fetchCallSheet = () => import('../screens/call-sheets/CallSheetScreen.tsx')
const fetchDuplicates = () => import('../screens/duplicates/DuplicatesScreen.tsx')
const fetchFocusList = () => import('../screens/focus-list/FocusListScreen.tsx')
const fetchImport = () => import('../screens/import-export/ImportScreen.tsx')
const fetchPeople = () => import('../screens/people/PeopleScreen.tsx')
const fetchPerson = () => import('../screens/people/PersonScreen.tsx')
const fetchPlace = () => import('../screens/places/PlaceScreen.tsx')
const fetchPaperList = () => import('../screens/first-hour/PaperListScreen.tsx')
const fetchAnswers = () => import('../screens/first-hour/AnswersScreen.tsx')
const fetchPick = () => import('../screens/first-hour/PickScreen.tsx')
const fetchReferrals = () => import('../screens/referrals/ReferralsScreen.tsx')
const fetchSettings = () => import('../screens/settings/SettingsScreen.tsx')
const fetchTexts = () => import('../screens/texts/TextsScreen.tsx')

const BackupScreen = lazy(async () => ({ default: (await fetchBackup()).BackupScreen }))
const CallSheetScreen = lazy(async () => ({ default: (await fetchCallSheet()).CallSheetScreen }))
const DuplicatesScreen = lazy(async () => ({ default: (await fetchDuplicates()).DuplicatesScreen }))
const FocusListScreen = lazy(async () => ({ default: (await fetchFocusList()).FocusListScreen }))
const ImportScreen = lazy(async () => ({ default: (await fetchImport()).ImportScreen }))
const PeopleScreen = lazy(async () => ({ default: (await fetchPeople()).PeopleScreen }))
const PersonScreen = lazy(async () => ({ default: (await fetchPerson()).PersonScreen }))
const PlaceScreen = lazy(async () => ({ default: (await fetchPlace()).PlaceScreen }))
const PaperListScreen = lazy(async () => ({ default: (await fetchPaperList()).PaperListScreen }))
const AnswersScreen = lazy(async () => ({ default: (await fetchAnswers()).AnswersScreen }))
const PickScreen = lazy(async () => ({ default: (await fetchPick()).PickScreen }))
const ReferralsScreen = lazy(async () => ({ default: (await fetchReferrals()).ReferralsScreen }))
const SettingsScreen = lazy(async () => ({ default: (await fetchSettings()).SettingsScreen }))
const TextsScreen = lazy(async () => ({ default: (await fetchTexts()).TextsScreen }))

/** Once the first screen is painted, so that none is waited for when it is asked for. */
export function fetchScreens(): void {
  for (const fetch of [fetchFocusList, fetchCallSheet, fetchPeople, fetchPerson, fetchImport]) void fetch()
  for (const fetch of [fetchPaperList, fetchAnswers, fetchPick]) void fetch()
  for (const fetch of [fetchDuplicates, fetchReferrals, fetchBackup, fetchSettings]) void fetch()
  for (const fetch of [fetchPlace, fetchTexts]) void fetch()
}

export function renderScreen(screen: Screen): ReactNode {
  switch (screen.name) {
    case 'today':
      return <TodayScreen />
    case 'focus-list':
      return <FocusListScreen />
    case 'duplicates':
      return <DuplicatesScreen />
    case 'import':
      return <ImportScreen />
    case 'call-sheet':
      return <CallSheetScreen asked={screen} />
    case 'people':
      return <PeopleScreen asked={screen} />
    case 'person':
      return <PersonScreen id={screen.id} among={screen.among} isCalling={screen.isCalling ?? false} />
    case 'place':
      return <PlaceScreen id={screen.id} />
    case 'paper-list':
      return <PaperListScreen />
    case 'answers':
      return <AnswersScreen />
    case 'pick':
      return <PickScreen />
    case 'referrals':
      return <ReferralsScreen />
    case 'texts':
      return <TextsScreen />
    case 'backup':
      return <BackupScreen />
    case 'settings':
      return <SettingsScreen />
    default:
      return assertNever(screen)
  }
}
