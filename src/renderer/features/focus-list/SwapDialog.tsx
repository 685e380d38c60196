// The list is full: one more joins when someone leaves, with a reason, or is put off until a day.
import { Button, Radio } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FocusRow } from '../../../shared/contract/focus-list.ts'
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { send } from '../../api/send.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import shared from '../../ui/shared.module.css'
import { addToFocusList } from './focus-list.store.ts'
import classes from './LeaveDialog.module.css'
import { LeaveForm } from './LeaveForm.tsx'

const weakestShown = 3
const notNow = 'not now'

interface SwapDialogProps {
  personId: number
  name: string
  onClose(): void
}

export function SwapDialog({ personId, name, onClose }: SwapDialogProps) {
  const list = useLoaded('focusList.get', {}).value
  /** The id of who leaves, as text, or 'not now'; '' until one is chosen. */
  const [choice, setChoice] = useState('')

  /** The sentence of a refusal, or null when it is on the disk. */
  async function swap(leaving: CallInput<'focusList.leave'>): Promise<string | null> {
    if (choice === notNow) {
      const putOff = { personId, reason: leaving.reason ?? '', revisitOn: leaving.revisitOn! }
      return send('focusList.notNow', putOff)
    }
    const added = await addToFocusList({ uid: crypto.randomUUID(), personId, swapOut: leaving })
    return added.kind === 'refused' ? added.words : null
  }

  return (
    <Dialog onClose={onClose} title={t('focusList.swap.title', { name })} size={780}>
      <div className={classes.form}>
        <p className={shared.quiet}>
          {list && t('focusList.swap.lead', { count: list.rows.length, cap: list.cap })}
        </p>
        {list && <Choices list={list} name={name} choice={choice} onChoose={setChoice} />}
        {choice === '' ? (
          <div className={shared.dialogFoot}>
            <Button variant="default" onClick={onClose}>
              {t('focusList.swap.cancel')}
            </Button>
          </div>
        ) : (
          <LeaveForm
            personId={choice === notNow ? personId : Number(choice)}
            as="parked"
            settled={choice === notNow ? t('focusList.swap.notNowHint') : undefined}
            confirm={choice === notNow ? t('focusList.swap.confirmNotNow') : t('focusList.swap.confirm')}
            cancel={t('focusList.swap.cancel')}
            onSend={swap}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  )
}

interface ChoicesProps {
  list: CallOutput<'focusList.get'>
  name: string
  choice: string
  onChoose(choice: string): void
}

function Choices({ list: { rows, weakest }, name, choice, onChoose }: ChoicesProps) {
  const [shown, setShown] = useState(weakestShown)
  const firstRef = useRef<HTMLInputElement>(null)
  // Read from the file after the dialog opened: the keyboard begins here all the same.
  useEffect(() => firstRef.current?.focus(), [])
  const byId = new Map(rows.map((row) => [row.personId, row]))
  const candidates = weakest.filter(({ personId }) => byId.has(personId))
  return (
    <Radio.Group aria-label={t('focusList.swap.who')} value={choice} onChange={onChoose}>
      <div className={classes.candidates}>
        {candidates.slice(0, shown).map(({ personId, claim }, place) => (
          <Radio
            key={personId}
            ref={place === 0 ? firstRef : undefined}
            data-autofocus={place === 0 || undefined}
            value={String(personId)}
            label={<Candidate row={byId.get(personId)!} claim={say(claim)} />}
            classNames={{ root: classes.candidate, labelWrapper: classes.candidateWords }}
          />
        ))}
        {shown < candidates.length && (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.showAll}
            onClick={() => setShown(candidates.length)}
          >
            {t('focusList.swap.showAll')}
          </Button>
        )}
        <Radio
          value={notNow}
          label={t('focusList.swap.notNow', { name })}
          classNames={{ root: classes.candidate }}
        />
      </div>
    </Radio.Group>
  )
}

/** Why this one: the reason to see them now, and what speaks for keeping their place. */
function Candidate({ row, claim }: { row: FocusRow; claim: string }) {
  return (
    <>
      <span className={shared.strong}>{personName(row)}</span>{' '}
      <span className={`${shared.after} ${shared.small}`}>{claim}</span>
      <span className={`${shared.quiet} ${shared.block}`}>{say(row.reasons[0] ?? row.state)}</span>
    </>
  )
}
