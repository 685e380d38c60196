// The Know card: five questions with their answers edited in place; a blank is what to ask next.
import type { ReactNode } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { askAbout, type KnowQuestion, knowQuestions } from '../../../shared/rules/know-card/know-card.ts'
import { send } from '../../api/send.ts'
import { findNextQuestion, listBlanks } from '../../features/know-card/open-questions.ts'
import { WhenAnswer } from '../../features/know-card/WhenAnswer.tsx'
import { Fact, Facts } from '../../features/people/Facts.tsx'
import { PersonPlaces } from '../../features/places/PersonPlaces.tsx'
import { EditInPlace } from '../../ui/EditInPlace.tsx'
import classes from './KnowCard.module.css'
import { Qualification } from './Qualification.tsx'

/** `children`: what else is known of how they found us, under the same roof. */
export function KnowCard({ person, children }: { person: PersonRecord; children: ReactNode }) {
  const next = findNextQuestion(person)
  return (
    <section aria-labelledby="know-card" className={classes.card}>
      <h2 id="know-card" className={classes.title}>
        {t('knowCard.title', { count: knowQuestions.length - listBlanks(person).length })}
      </h2>
      <Facts>
        {knowQuestions.map((question) => (
          <Fact key={question} label={t(`knowCard.questions.${question}`)}>
            <Answer person={person} question={question} isNext={question === next} />
            {question === 'where' && <PersonPlaces person={person} />}
          </Fact>
        ))}
        <Qualification person={person} next={next} />
        {children}
      </Facts>
    </section>
  )
}

interface AnswerProps {
  person: PersonRecord
  question: KnowQuestion
  /** The one question drawn as the next to ask. */
  isNext: boolean
}

function Answer({ person, question, isNext }: AnswerProps) {
  const answer = person.answers.find((one) => one.question === question)
  // A place they go to answers where they spend time; words may still be added.
  const isOpen = answer === undefined && listBlanks(person).includes(question)
  const ask = isOpen ? t('knowCard.askWords', { question: say(askAbout(question)) }) : t('knowCard.addWords')
  if (question === 'when') {
    return <WhenAnswer personId={person.id} answer={answer ?? null} ask={ask} isNext={isNext} />
  }
  return (
    <EditInPlace
      label={t(`knowCard.questions.${question}`)}
      value={answer?.words ?? ''}
      placeholder={ask}
      isAsked={isNext}
      multiline
      onSave={(words) => send('knowCard.answer', { personId: person.id, question, words })}
    />
  )
}
