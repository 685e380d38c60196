// The screens of the sidebar in their groups: the order is also that of Ctrl+1, Ctrl+2 and so on.
import type { MessageKey } from '../../shared/messages/en/message-key.ts'
import type { Screen } from '../app/app.store.ts'

interface SidebarScreen {
  name: 'today' | 'focus-list' | 'call-sheet' | 'people' | 'referrals' | 'backup' | 'settings'
  label: MessageKey
}

export const sidebarGroups: SidebarScreen[][] = [
  [
    { name: 'today', label: 'app.today' },
    { name: 'focus-list', label: 'app.focusList' },
    { name: 'call-sheet', label: 'app.callSheet' },
  ],
  [
    { name: 'people', label: 'app.people' },
    { name: 'referrals', label: 'referrals.title' },
  ],
  [
    { name: 'backup', label: 'app.backup' },
    { name: 'settings', label: 'app.settings' },
  ],
]

export const sidebarScreens = sidebarGroups.flat()

/** The sidebar's entry that a screen belongs to. */
export function homeOf(screen: Screen): SidebarScreen['name'] {
  switch (screen.name) {
    case 'person':
    case 'duplicates':
    case 'place':
    case 'import':
    case 'paper-list':
    case 'texts':
      return 'people'
    case 'answers':
      return 'today'
    case 'pick':
      return 'focus-list'
    default:
      return screen.name
  }
}
