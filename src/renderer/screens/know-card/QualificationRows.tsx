// The six questions of "worth our time?", each answered by one letter or one click, with who said so and when.
import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { QualifiedAnswer } from '../../../shared/contract/know-card.ts'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import {
  type QualificationAnswer,
  type QualificationQuestion,
  qualificationAnswers,
  qualificationQuestions,
} from '../../../shared/rules/know-card/know-card.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import { Chip } from '../../ui/Chip.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import shared from '../../ui/shared.module.css'
import classes from './Qualification.module.css'

interface QualificationRowsProps {
  person: PersonRecord
  openAt: QualificationQuestion
  onClose(): void
}

export function QualificationRows({ person, openAt, onClose }: QualificationRowsProps) {
  const rows = useRef<HTMLDivElement>(null)
  const goTo = (index: number) =>
    rows.current
      ?.querySelectorAll<HTMLElement>('[data-question]')
      [index]?.querySelector<HTMLElement>('button[tabindex="0"]')
      ?.focus()
  // Once, when it opens: later the focus is where the owner put it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => goTo(qualificationQuestions.indexOf(openAt)), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes from any place in it
    <div
      ref={rows}
      className={classes.rows}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <p className={classes.hint}>{t('knowCard.qualify.hint')}</p>
      {qualificationQuestions.map((question, index) => (
        <QualificationRow
          key={question}
          person={person}
          question={question}
          said={person.qualified.find((one) => one.question === question) ?? null}
          goNext={() => goTo(index + 1)}
          goPrevious={() => goTo(index - 1)}
        />
      ))}
      <Button variant="default" size="compact-md" className={shared.start} onClick={onClose}>
        {t('knowCard.qualify.done')}
      </Button>
    </div>
  )
}

interface QualificationRowProps {
  person: PersonRecord
  question: QualificationQuestion
  said: QualifiedAnswer | null
  goNext(): void
  goPrevious(): void
}

function QualificationRow({ person, question, said, goNext, goPrevious }: QualificationRowProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const current = said?.answer ?? null
  const stop = current ?? 'yes'

  async function give(answer: QualificationAnswer | null) {
    setProblem(await send('knowCard.qualify', { personId: person.id, question, answer }))
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    const answer = qualificationAnswers.find((one) => t(`knowCard.qualify.keys.${one}`) === key)
    const chips = [...event.currentTarget.querySelectorAll('button')]
    const at = chips.indexOf(event.target as HTMLButtonElement)
    if (answer) {
      void give(answer)
      goNext()
    } else if (key === 'arrowdown') goNext()
    else if (key === 'arrowup') goPrevious()
    else if (key === 'arrowright') chips[at + 1]?.focus()
    else if (key === 'arrowleft') chips[at - 1]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={classes.row} data-question={question}>
      <p className={classes.question}>{t(`knowCard.qualify.questions.${question}`)}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: its name stands above it already */}
      <div
        role="group"
        aria-label={t(`knowCard.qualify.questions.${question}`)}
        className={classes.answers}
        onKeyDown={press}
      >
        {qualificationAnswers.map((answer) => (
          <Chip
            key={answer}
            on={answer === current}
            tabIndex={answer === stop ? 0 : -1}
            onToggle={() => void give(answer === current ? null : answer)}
          >
            {t(`knowCard.qualify.answers.${answer}`)}
          </Chip>
        ))}
      </div>
      {said && <WhoSaid person={person} said={said} />}
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}

function WhoSaid({ person, said }: { person: PersonRecord; said: QualifiedAnswer }) {
  const today = useToday()
  const { question, answer } = said
  const change = (part: { saidBy?: string; saidOn?: string }) =>
    send('knowCard.qualify', { personId: person.id, question, answer, ...part })
  const called = personName({ name: person.name, firm: person.firm?.name ?? '' })

  async function saveDay(typed: string): Promise<string | null> {
    const saidOn = readDay(typed, today, 'behind')
    return saidOn === null ? t('knowCard.qualify.badDay') : change({ saidOn })
  }

  return (
    <div className={classes.said}>
      <EditInPlace
        label={t('knowCard.qualify.saidBy')}
        value={said.saidBy}
        placeholder={t('knowCard.qualify.saidByHint')}
        suggestions={[t('knowCard.qualify.they'), t('knowCard.qualify.me'), called]}
        onSave={(saidBy) => change({ saidBy })}
      />
      <EditInPlace
        label={t('knowCard.qualify.saidOn')}
        value={formatNearDate(said.saidOn, today)}
        placeholder=""
        onSave={saveDay}
      />
    </div>
  )
}
