// How someone leaves the focus list, and why: the usual reasons at one click, any other in words.

import { SegmentedControl, TextInput } from '@mantine/core'
import type { MessageKey } from '../../../shared/message-key.ts'
import { formatMoney } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { Chip } from '../../ui/Chip.tsx'
import shared from '../../ui/shared.module.css'
import classes from './LeaveDialog.module.css'
import type { LeaveKind, LeavingJob } from './leaving.ts'
import { ReturnField } from './ReturnField.tsx'
import type { LeavingForm } from './use-leaving.ts'

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
  form: LeavingForm
  /** How they leave is settled, and said in these words. */
  settled?: string | undefined
}

export function LeaveFields({ form, settled }: LeaveFieldsProps) {
  const { draft, change } = form
  const { as } = draft
  return (
    <div className={classes.fields}>
      <div>
        {settled === undefined && (
          <SegmentedControl
            fullWidth
            size="sm"
            className={classes.how}
            aria-label={t('focusList.leave.how')}
            value={as}
            onChange={(value) => change({ as: value as LeaveKind })}
            data={kinds.map(({ value, label }) => ({ value, label: t(label) }))}
          />
        )}
        <p className={`${shared.note} ${shared.below} ${classes.hint}`}>{settled ?? t(hints[as])}</p>
      </div>
      {as === 'lost' && (
        <TextInput
          label={t('focusList.leave.lostTo')}
          data-autofocus
          placeholder={t('focusList.leave.lostToPlaceholder')}
          value={draft.lostTo}
          onChange={(event) => change({ lostTo: event.currentTarget.value })}
        />
      )}
      {as === 'won' && <BoughtFields form={form} />}
      {as === 'parked' ? (
        <div className={classes.pair}>
          <ReasonField form={form} />
          <RevisitField form={form} />
        </div>
      ) : (
        as !== 'won' && <ReasonField form={form} />
      )}
      {as === 'lost' && <JobChoice form={form} label={t('focusList.leave.whichTurnedDown')} />}
      {as === 'lost' && <RevisitField form={form} />}
    </div>
  )
}

function ReasonField({ form: { draft, change, problem } }: { form: LeavingForm }) {
  return (
    <div>
      <TextInput
        label={t('focusList.leave.why')}
        data-autofocus={draft.as === 'lost' ? undefined : true}
        value={draft.reason}
        error={problem?.field === 'reason' ? problem.words : undefined}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      {usualReasons[draft.as].length > 0 && (
        <div className={`${shared.chips} ${shared.belowS2}`}>
          {usualReasons[draft.as].map((key) => (
            <Chip key={key} on={draft.reason === t(key)} onToggle={() => change({ reason: t(key) })}>
              {t(key)}
            </Chip>
          ))}
        </div>
      )}
    </div>
  )
}

/** What and how much may stay empty: the job can be completed later. */
function BoughtFields({ form }: { form: LeavingForm }) {
  const { draft, change, problem } = form
  return (
    <>
      <JobChoice form={form} label={t('focusList.leave.whichTaken')} />
      <div className={classes.bought}>
        <TextInput
          label={t('focusList.leave.whatBought')}
          data-autofocus
          value={draft.what}
          onChange={(event) => change({ what: event.currentTarget.value })}
        />
        <TextInput
          label={t('focusList.leave.howMuch')}
          inputMode="decimal"
          value={draft.amount}
          error={problem?.field === 'amount' ? problem.words : undefined}
          onChange={(event) => change({ amount: event.currentTarget.value })}
        />
      </div>
      <p className={`${shared.note} ${shared.below} ${classes.hint}`}>{t('focusList.leave.mayStayEmpty')}</p>
    </>
  )
}

function JobChoice({ form: { draft, choose, jobs }, label }: { form: LeavingForm; label: string }) {
  if (jobs.length === 0) return null
  return (
    <fieldset className={classes.jobs}>
      <legend>{label}</legend>
      <div className={`${shared.chips} ${shared.belowS2}`}>
        {jobs.map((job) => (
          <Chip key={job.id} on={draft.jobId === job.id} onToggle={() => choose(job)}>
            {describeJob(job)}
          </Chip>
        ))}
        <Chip on={draft.jobId === null} onToggle={() => choose(null)}>
          {draft.as === 'won' ? t('focusList.leave.somethingElse') : t('focusList.leave.noneOfThese')}
        </Chip>
      </div>
    </fieldset>
  )
}

function describeJob({ what, amount, on, ordered }: LeavingJob): string {
  const day = ordered ? t('focusList.leave.orderedOn', { on }) : t('focusList.leave.quotedOn', { on })
  return [what, amount === null ? '' : formatMoney(amount), day].filter(Boolean).join(', ')
}

function RevisitField({ form: { draft, change, today, problem } }: { form: LeavingForm }) {
  return (
    <ReturnField
      label={draft.as === 'parked' ? t('focusList.leave.parkUntil') : t('focusList.leave.tryAgain')}
      value={draft.revisit}
      onChange={(revisit) => change({ revisit })}
      today={today}
      error={problem?.field === 'revisit' ? problem.words : undefined}
    />
  )
}
