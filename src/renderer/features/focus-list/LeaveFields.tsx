// How someone leaves the focus list, and why: the usual reasons at one click, any other in words.
import { SegmentedControl, TextInput } from '@mantine/core'
import { formatDate } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { type MessageKey, t } from '../../../shared/messages/translate.ts'
import { Chip } from '../../ui/Chip.tsx'
import classes from './LeaveDialog.module.css'
import type { LeaveKind, LeavingDraft, LeavingProblem } from './leaving.ts'

const kinds: { value: LeaveKind; label: MessageKey }[] = [
  { value: 'won', label: 'focusList.leave.kinds.won' },
  { value: 'lost', label: 'focusList.leave.kinds.lost' },
  { value: 'parked', label: 'focusList.leave.kinds.parked' },
  { value: 'dropped', label: 'focusList.leave.kinds.dropped' },
  { value: 'never', label: 'focusList.leave.kinds.never' },
]

const usualReasons: Record<LeaveKind, MessageKey[]> = {
  won: [],
  lost: ['focusList.leave.usual.price', 'focusList.leave.usual.time', 'focusList.leave.usual.knewThem'],
  parked: [
    'focusList.leave.usual.notNow',
    'focusList.leave.usual.nextSeason',
    'focusList.leave.usual.noAnswer',
  ],
  dropped: [
    'focusList.leave.usual.noNeed',
    'focusList.leave.usual.notDecider',
    'focusList.leave.usual.cannotPay',
    'focusList.leave.usual.notWanted',
  ],
  never: ['focusList.leave.usual.askedToStop'],
}

const hints: Record<LeaveKind, MessageKey> = {
  won: 'focusList.leave.hints.won',
  lost: 'focusList.leave.hints.lost',
  parked: 'focusList.leave.hints.parked',
  dropped: 'focusList.leave.hints.dropped',
  never: 'focusList.leave.hints.never',
}

interface LeaveFieldsProps {
  draft: LeavingDraft
  change(part: Partial<LeavingDraft>): void
  today: string
  problem: LeavingProblem | null
  /** How they leave is settled, and said in these words. */
  settled?: string
}

export function LeaveFields({ draft, change, today, problem, settled }: LeaveFieldsProps) {
  const { as } = draft
  return (
    <div className={classes.fields}>
      <div className={classes.kinds}>
        {settled === undefined && (
          <SegmentedControl
            fullWidth
            size="sm"
            aria-label={t('focusList.leave.how')}
            value={as}
            onChange={(value) => change({ as: value as LeaveKind })}
            data={kinds.map(({ value, label }) => ({ value, label: t(label) }))}
          />
        )}
        <p className={classes.hint}>{settled ?? t(hints[as])}</p>
      </div>
      {as === 'lost' && (
        <TextInput
          label={t('focusList.leave.lostTo')}
          placeholder={t('focusList.leave.lostToPlaceholder')}
          value={draft.lostTo}
          onChange={(event) => change({ lostTo: event.currentTarget.value })}
        />
      )}
      <div>
        <TextInput
          label={as === 'won' ? t('focusList.leave.whatBought') : t('focusList.leave.why')}
          data-autofocus
          value={draft.reason}
          error={problem?.field === 'reason' ? problem.words : undefined}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        {usualReasons[as].length > 0 && (
          <div className={classes.usual}>
            {usualReasons[as].map((key) => (
              <Chip key={key} on={draft.reason === t(key)} onToggle={() => change({ reason: t(key) })}>
                {t(key)}
              </Chip>
            ))}
          </div>
        )}
      </div>
      {(as === 'parked' || as === 'lost') && (
        <RevisitField draft={draft} change={change} today={today} problem={problem} />
      )}
    </div>
  )
}

function RevisitField({ draft, change, today, problem }: LeaveFieldsProps) {
  const day = draft.revisit.trim() ? readDay(draft.revisit, today) : null
  const usual = [t('focusList.leave.inMonth'), t('focusList.leave.in3Months'), t('focusList.leave.in6Months')]
  return (
    <div>
      <TextInput
        label={draft.as === 'parked' ? t('focusList.leave.parkUntil') : t('focusList.leave.tryAgain')}
        placeholder={t('focusList.leave.revisitPlaceholder')}
        value={draft.revisit}
        error={problem?.field === 'revisit' ? problem.words : undefined}
        rightSection={day ? <span className={classes.read}>{formatDate(day, 'full')}</span> : undefined}
        rightSectionWidth={day ? 130 : undefined}
        onChange={(event) => change({ revisit: event.currentTarget.value })}
      />
      <div className={classes.usual}>
        {usual.map((words) => (
          <Chip key={words} on={draft.revisit === words} onToggle={() => change({ revisit: words })}>
            {words}
          </Chip>
        ))}
      </div>
    </div>
  )
}
