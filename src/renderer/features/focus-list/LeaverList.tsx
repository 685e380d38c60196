// The people behind a number: who, when they left, and what was said.
import type { Leaver } from '../../../shared/contract/focus-list.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { useToday } from '../../app/use-start.ts'
import shared from '../../ui/shared.module.css'
import classes from './WhoLeftTab.module.css'

export function LeaverList({ leavers }: { leavers: Leaver[] }) {
  const today = useToday()
  const among = [...new Set(leavers.map((leaver) => leaver.personId))]
  return (
    <ul className={shared.stackS1}>
      {leavers.map((leaver) => (
        <li key={leaver.id}>
          <PersonLink id={leaver.personId} among={among} className={`${shared.link} ${classes.opener}`}>
            {personName(leaver)}
          </PersonLink>{' '}
          <span className={shared.quiet}>{sayLeft(leaver, today)}</span>
        </li>
      ))}
    </ul>
  )
}

function sayLeft({ as, leftOn, reason, bought }: Leaver, today: string): string {
  const on = formatNearDate(leftOn, today)
  if (as === 'won') {
    return bought ? t('focusList.left.boughtWhat', { on, what: bought }) : t('focusList.left.bought', { on })
  }
  return reason ? t('focusList.left.leftOnWhy', { on, reason }) : t('focusList.left.leftOn', { on })
}
