// The Friday page: what the week was, quietly beside the one before; every number opens the people behind it.
import { Button } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import type { ReviewPeople, WeekReview } from '../../../shared/contract/week-review.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { say, sayError, sayName, t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { PersonLink } from '../../app/PersonLink.tsx'
import { listReviewLines, type ReviewLine, sayMoves } from '../../print/review-words.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import shared from '../../ui/shared.module.css'
import classes from './FridayPage.module.css'
import { useOpenedFigure } from './week-review.store.ts'

/** `children`: how it gets onto paper, over the figures. */
export function FridayPage({ week, children }: { week: string; children: ReactNode }) {
  const { value: review, error, again } = useLoaded('weekReview.get', { week })
  // Another week begins with none opened; whoever comes back from a person finds theirs.
  useEffect(() => {
    if (useOpenedFigure.getState().week !== week) useOpenedFigure.setState({ week, figure: null })
  }, [week])
  if (error) {
    return (
      <EmptyState
        title={sayError(error)}
        actions={<Button onClick={again}>{t('callSheets.readAgain')}</Button>}
      />
    )
  }
  if (!review) return <div aria-busy="true" />
  return (
    <div className={shared.wide}>
      {children}
      <div className={classes.columns}>
        <ul className={shared.ruled}>
          {listReviewLines(review).map((line) => (
            <Figure key={line.figure} week={week} line={line} />
          ))}
        </ul>
        <div>
          <Moved review={review} />
          {review.isUnderWay && <Decide review={review} />}
        </div>
      </div>
    </div>
  )
}

/** A click shows who is behind it; another hides them. */
function Figure({ week, line }: { week: string; line: ReviewLine }) {
  const opened = useOpenedFigure()
  const { figure, label, value, share, before } = line
  const isOpen = opened.week === week && opened.figure === figure
  const behind = useLoaded('weekReview.people', isOpen ? { week, figure } : null).value
  return (
    <li className={classes.figure}>
      <button
        type="button"
        className={classes.line}
        aria-expanded={isOpen}
        onClick={() => useOpenedFigure.setState({ week, figure: isOpen ? null : figure })}
      >
        <span className={classes.label}>{label}</span>
        <span className={classes.value}>{value}</span>
        <span className={classes.before}>{before}</span>
        {share !== '' && <span className={`${shared.note} ${shared.whole}`}>{share}</span>}
      </button>
      {isOpen && behind && <Behind people={behind} />}
    </li>
  )
}

function Behind({ people: { people, more, hidden } }: { people: ReviewPeople }) {
  return (
    <div className={classes.behind}>
      {people.length === 0 && hidden === 0 && <p className={shared.note}>{t('callSheets.review.nobody')}</p>}
      <ul className={classes.names}>
        {people.map(({ id, name, firm, count }) => (
          <li key={id}>
            <PersonLink id={id} among={people.map((one) => one.id)}>
              {sayName(name)}
            </PersonLink>
            {firm !== '' && <span className={shared.note}> {firm}</span>}
            {count > 1 && <span className={shared.note}> {formatNumber(count)}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={shared.note}>{t('callSheets.review.more', { count: more })}</p>}
      {hidden > 0 && <p className={shared.note}>{t('callSheets.review.hidden', { count: hidden })}</p>}
    </div>
  )
}

function Moved({ review: { moved, movedHidden } }: { review: WeekReview }) {
  return (
    <section>
      <h2 className={`${shared.subtitle} ${classes.heading}`}>{t('callSheets.review.moved')}</h2>
      {moved.length === 0 && movedHidden === 0 && (
        <p className={shared.note}>{t('callSheets.review.nobodyMoved')}</p>
      )}
      <ul className={classes.moves}>
        {moved.map((one) => (
          <li key={one.id}>
            <PersonLink id={one.id} among={moved.map(({ id }) => id)}>
              {sayName(one.name)}
            </PersonLink>
            {one.firm !== '' && <span className={shared.note}> {one.firm}</span>}
            <br />
            <span className={shared.note}>{sayMoves(one)}</span>
          </li>
        ))}
      </ul>
      {movedHidden > 0 && (
        <p className={shared.note}>{t('callSheets.review.hidden', { count: movedHidden })}</p>
      )}
    </section>
  )
}

function Decide({ review: { decide } }: { review: WeekReview }) {
  return (
    <section>
      <h2 className={`${shared.subtitle} ${classes.heading}`}>{t('callSheets.review.decide')}</h2>
      {decide.length === 0 && <p className={shared.note}>{t('callSheets.review.nobodyToDecide')}</p>}
      <ul className={classes.moves}>
        {decide.map(({ id, name, firm, message }) => (
          <li key={id}>
            <PersonLink id={id} among={decide.map((one) => one.id)}>
              {sayName(name)}
            </PersonLink>
            {firm !== '' && <span className={shared.note}> {firm}</span>}
            <br />
            <span className={shared.note}>{say(message)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
