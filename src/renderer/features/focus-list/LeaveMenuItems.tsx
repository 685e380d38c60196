// The ways to leave the focus list, as items of a menu.

import { Menu } from '@mantine/core'
import type { MessageKey } from '../../../shared/message-key.ts'
import { t } from '../../../shared/messages/translate.ts'
import type { LeaveKind } from './leaving.ts'

const items: { as: LeaveKind; label: MessageKey }[] = [
  { as: 'won', label: 'focusList.menu.won' },
  { as: 'lost', label: 'focusList.menu.lost' },
  { as: 'parked', label: 'focusList.menu.parked' },
  { as: 'dropped', label: 'focusList.menu.dropped' },
  { as: 'never', label: 'focusList.menu.never' },
]

export function LeaveMenuItems({ onChoose }: { onChoose(as: LeaveKind): void }) {
  return items.map(({ as, label }) => (
    <Menu.Item key={as} onClick={() => onChoose(as)}>
      {t(label)}
    </Menu.Item>
  ))
}
