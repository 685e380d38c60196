// Why them: the reasons of a row, with the owner's own words editable where they stand; nothing known asks "Why them?".
import type { TodayRow } from '../../../shared/contract/today.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { EditInPlace } from '../../ui/EditInPlace.tsx'

const isOwn = ({ key }: TodayRow['reasons'][number]) => key === 'focusList.reasons.whyNow'

export function RowReasons({ row }: { row: TodayRow }) {
  const asks = row.reasons.length === 0 && row.onFocusList
  return (
    <>
      {row.reasons.map((reason) => (isOwn(reason) ? null : <p key={say(reason)}>{say(reason)}</p>))}
      {(asks || row.reasons.some(isOwn)) && (
        <EditInPlace
          label={t('focusList.whyNow')}
          value={row.whyNow}
          placeholder={t('today.whyThem', { name: personName(row) })}
          onSave={(text) => send('focusList.setWhyNow', { personId: row.personId, whyNow: text })}
        />
      )}
    </>
  )
}
