// "Worth our time?": what was said so far in a line, opened to six questions of one key each; a no proposes a drop.

import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import type { MessageKey } from '../../../shared/message-key.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import {
  askAbout,
  type DecisiveQuestion,
  findDisqualifier,
  findUnknowns,
  type KnowQuestion,
  type QualificationQuestion,
  qualificationAnswers,
} from '../../../shared/rules/know-card/know-card.ts'
import { LeaveDialog } from '../../features/focus-list/LeaveDialog.tsx'
import { Fact } from '../../features/people/Facts.tsx'
import fieldClasses from '../../ui/EditInPlace.module.css'
import classes from './Qualification.module.css'
import { QualificationRows } from './QualificationRows.tsx'

interface QualificationProps {
  person: PersonRecord
  /** The one question drawn as the next to ask. */
  next: KnowQuestion | QualificationQuestion | null
}

export function Qualification({ person, next }: QualificationProps) {
  const [openAt, setOpenAt] = useState<QualificationQuestion | null>(null)
  const summary = useRef<HTMLButtonElement>(null)
  const wasClosed = useRef(false)
  useEffect(() => {
    if (openAt !== null || !wasClosed.current) return
    wasClosed.current = false
    summary.current?.focus()
  }, [openAt])

  const [asked] = findUnknowns(person.qualified)
  const disqualifier = person.focus ? findDisqualifier(person.qualified) : null
  const words = summarise(person)
  return (
    <Fact label={t('knowCard.qualify.title')}>
      {openAt === null ? (
        <>
          <button
            ref={summary}
            type="button"
            className={fieldClasses.text}
            data-empty={words === '' || undefined}
            aria-label={`${t('knowCard.qualify.title')} ${words || t('knowCard.qualify.begin')}`}
            onClick={() => setOpenAt('need')}
          >
            {words || t('knowCard.qualify.begin')}
          </button>
          {asked !== undefined && asked === next && (
            <button type="button" className={fieldClasses.text} data-asked onClick={() => setOpenAt(asked)}>
              {t('knowCard.askWords', { question: say(askAbout(asked)) })}
            </button>
          )}
        </>
      ) : (
        <QualificationRows
          person={person}
          openAt={openAt}
          onClose={() => {
            wasClosed.current = true
            setOpenAt(null)
          }}
        />
      )}
      {disqualifier && <DropProposal person={person} disqualifier={disqualifier} />}
    </Fact>
  )
}

/** "Need, decider, season: yes. Price: not known yet." Questions never asked are left out. */
function summarise({ qualified }: PersonRecord): string {
  return qualificationAnswers
    .flatMap((answer) => {
      const questions = qualified.filter((one) => one.answer === answer)
      if (questions.length === 0) return []
      const names = questions.map(({ question }) => t(`knowCard.qualify.short.${question}`)).join(', ')
      return t('knowCard.qualify.group', {
        questions: names.charAt(0).toLocaleUpperCase() + names.slice(1),
        answer: t(`knowCard.qualify.inWords.${answer}`),
      })
    })
    .join(' ')
}

const reasons: Record<DecisiveQuestion, MessageKey> = {
  need: 'focusList.leave.usual.noNeed',
  decider: 'focusList.leave.usual.notDecider',
  price: 'focusList.leave.usual.cannotPay',
}

/** Proposes; the owner decides in the dialog, where the reason is filled in. */
function DropProposal({ person, disqualifier }: { person: PersonRecord; disqualifier: DecisiveQuestion }) {
  const [leaving, setLeaving] = useState(false)
  return (
    <div className={classes.proposal}>
      <p>{t(`knowCard.qualify.against.${disqualifier}`)}</p>
      <Button variant="default" size="compact-md" onClick={() => setLeaving(true)}>
        {t('knowCard.qualify.drop')}
      </Button>
      {leaving && (
        <LeaveDialog
          person={{ id: person.id, name: person.name, firm: person.firm?.name ?? '' }}
          as="dropped"
          reason={t(reasons[disqualifier])}
          onClose={() => setLeaving(false)}
        />
      )}
    </div>
  )
}
