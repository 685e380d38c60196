// Three answers to somebody who wrote or rang: put on the list, only answer, nothing to answer (K).
import type { TodayRow } from '../../../shared/contract/today.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useWording } from '../../app/use-start.ts'
import { FocusButton } from '../../features/focus-list/FocusButton.tsx'
import shared from '../../ui/shared.module.css'
import classes from './InquiryAnswers.module.css'

interface InquiryAnswersProps {
  row: TodayRow
  inquiryId: number
  /** They are answered and nothing more: the log box opens. */
  onAnswer(): void
}

export const settleInquiry = (touchId: number) => send('today.settleInquiry', { touchId })

export function InquiryAnswers({ row, inquiryId, onAnswer }: InquiryAnswersProps) {
  const name = personName(row)
  const wording = useWording()
  return (
    <div className={classes.answers}>
      {!row.onFocusList && (
        <FocusButton key={wording} personId={row.personId} name={name} focus={null} size="sm" />
      )}
      <button type="button" className={shared.link} onClick={onAnswer}>
        {t('today.onlyAnswer')}
      </button>
      <button
        type="button"
        className={shared.link}
        aria-label={t('today.settleFor', { name })}
        aria-keyshortcuts="k"
        onClick={() => void settleInquiry(inquiryId)}
      >
        {t('today.nothingToAnswer')}
      </button>
    </div>
  )
}
