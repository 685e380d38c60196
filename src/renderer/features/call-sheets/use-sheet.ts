// The week's page and its focus list, as the parts of the screen share them: one question each, however many ask.
import { useMemo } from 'react'
import { sayUnnamed } from '../../../shared/messages/say-sheet.ts'
import { weekOf } from '../../../shared/rules/days/weeks.ts'
import { useLoaded } from '../../api/queries.ts'
import { useToday } from '../../app/use-start.ts'
import { pageAsked, useCallSheets } from './call-sheets.store.ts'

/** The week that today is in, '' until it is known. */
export function useThisWeek(): string {
  const today = useToday()
  return today && weekOf(today)
}

/** The page of the week shown; null when that week has none. */
export function useSheet() {
  const { week, paper } = useCallSheets()
  const loaded = useLoaded('callSheets.page', week ? pageAsked({ week, paper }) : null, { keepsBefore: true })
  const { value } = loaded
  const page = useMemo(() => value && { ...value, sheet: sayUnnamed(value.sheet) }, [value])
  return { loaded, page }
}
