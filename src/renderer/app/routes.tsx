// The one list of screens: what each name shows.
import type { ReactNode } from 'react'
import { assertNever } from '../../shared/errors.ts'
import type { Screen } from './app.store.ts'

export function renderScreen(screen: Screen): ReactNode {
  switch (screen.name) {
    case 'today':
    case 'focus-list':
    case 'call-sheet':
    case 'people':
    case 'person':
    case 'import':
    case 'backup':
    case 'settings':
      return null
    default:
      return assertNever(screen)
  }
}
