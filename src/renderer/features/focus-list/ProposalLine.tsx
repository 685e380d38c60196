// What is proposed for somebody, and the answers: keep, give a date, park, drop; one key each while one is focused.
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Proposal } from '../../../shared/contract/focus-list.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import { GiveDateDialog } from './GiveDateDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import classes from './ProposalLine.module.css'

type Answer = 'keep' | 'date' | 'park' | 'drop'

const answersTo: Record<Proposal['kind'], Answer[]> = {
  touches: ['keep', 'park', 'drop'],
  tries: ['park', 'keep', 'drop'],
  undated: ['date', 'keep', 'park', 'drop'],
  'ruled out': ['drop', 'keep', 'park'],
}

interface ProposalLineProps {
  proposal: Proposal
  /** Before the sentence, where the row does not say who it is. */
  who?: ReactNode
  /** Shows the keys, where this is what the owner is at. */
  letters?: boolean
}

export function ProposalLine({ proposal, who, letters }: ProposalLineProps) {
  const [asking, setAsking] = useState<Exclude<Answer, 'keep'> | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const line = useRef<HTMLDivElement>(null)
  const name = personName(proposal)
  const answers = answersTo[proposal.kind]
  const because = proposal.because ? say(proposal.because) : ''

  async function choose(answer: Answer) {
    if (answer !== 'keep') return setAsking(answer)
    const home = line.current?.closest('li')
    const failure = await send('focusList.keep', { personId: proposal.personId })
    setRefusal(failure)
    // The line goes; the row it stood in stays.
    if (failure === null) home?.querySelector('button')?.focus()
  }

  function handleKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || asking !== null) return
    const answer = answers.find(
      (one) => t(`focusList.look.letters.${one}`).toLowerCase() === event.key.toLowerCase(),
    )
    if (!answer) return
    event.preventDefault()
    void choose(answer)
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form where there is none */}
      <div
        ref={line}
        role="group"
        aria-label={t('focusList.look.label', { name })}
        className={classes.line}
        onKeyDown={handleKey}
      >
        <p className={`${shared.lesser} ${shared.wrap}`}>
          {who} {say(proposal.message)}
        </p>
        <span className={classes.answers}>
          {answers.map((answer) => (
            <button
              key={answer}
              type="button"
              className={letters ? `${shared.key} ${classes.key}` : `${shared.link} ${classes.answer}`}
              onClick={() => void choose(answer)}
            >
              {letters && <b aria-hidden>{t(`focusList.look.letters.${answer}`)}</b>}{' '}
              {t(`focusList.look.${answer}`)}
            </button>
          ))}
        </span>
        <Refusal words={refusal} className={`${shared.trouble} ${shared.ownLine}`} />
      </div>
      {asking === 'date' && (
        <GiveDateDialog personId={proposal.personId} name={name} onClose={() => setAsking(null)} />
      )}
      {(asking === 'park' || asking === 'drop') && (
        <LeaveDialog
          person={{ id: proposal.personId, name: proposal.name, firm: proposal.firm }}
          as={asking === 'park' ? 'parked' : 'dropped'}
          reason={asking === proposal.propose ? because : ''}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
