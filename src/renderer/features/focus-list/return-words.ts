// How somebody who comes back is told of: since when they are away, and why.
import type { ParkedRow } from '../../../shared/contract/focus-list.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'

export function saySince({ as, since, reason, lostTo }: ParkedRow, today: string): string {
  const on = formatNearDate(since, today)
  if (as === 'parked') {
    return reason ? t('focusList.parked.sinceWhy', { on, reason }) : t('focusList.parked.since', { on })
  }
  if (lostTo) {
    return reason
      ? t('focusList.parked.lostToSinceWhy', { on, reason, lostTo })
      : t('focusList.parked.lostToSince', { on, lostTo })
  }
  return reason ? t('focusList.parked.lostSinceWhy', { on, reason }) : t('focusList.parked.lostSince', { on })
}

export function sayReturn({ returnsOn: on }: ParkedRow, today: string): string {
  if (on === today) return t('focusList.parked.isBackToday')
  if (on < today) return t('focusList.parked.isBack', { on })
  return on.slice(0, 4) === today.slice(0, 4)
    ? t('focusList.parked.comesBack', { on })
    : t('focusList.parked.comesBackYear', { on: formatNearDate(on, today) })
}
