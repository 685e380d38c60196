// The best way to reach someone, in two short lines: the number or address, then when and through whom.

import type { Door } from '../../../shared/contract/focus-list.ts'
import type { MessageKey } from '../../../shared/messages/en/message-key.ts'
import { t } from '../../../shared/messages/translate.ts'
import classes from './DoorWords.module.css'

const channelWords = {
  visit: 'focusList.doors.visit',
  phone: 'focusList.doors.phone',
  text: 'focusList.doors.text',
  email: 'focusList.doors.email',
  letter: 'focusList.doors.letter',
} as const satisfies Record<NonNullable<Door>['channel'], MessageKey>

export function DoorWords({ door }: { door: Door }) {
  if (!door) return <p className={classes.door}>{t('focusList.doors.none')}</p>
  const word = t(channelWords[door.channel])
  const bare = door.value === '' || door.channel === 'visit' || door.channel === 'letter'
  const first = bare
    ? word
    : door.channel === 'text'
      ? t('focusList.doors.textTo', { to: door.value })
      : door.value
  const second = [door.time, door.via && t('focusList.doors.via', { via: door.via })]
    .filter(Boolean)
    .join(', ')
  return (
    <p className={classes.door}>
      <span title={word}>{first}</span>
      {second && <span>{second}</span>}
    </p>
  )
}
