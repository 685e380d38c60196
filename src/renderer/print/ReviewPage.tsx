// The Friday page as it prints: one page, the week's figures beside the week before, who moved, whom to think again about.
import type { ReactNode } from 'react'
import type { WeekReview } from '../../shared/contract/week-review.ts'
import { formatDateRange } from '../../shared/messages/format.ts'
import { say, sayName, t } from '../../shared/messages/translate.ts'
import pages from './CallSheetPages.module.css'
import styles from './ReviewPage.module.css'
import { listReviewLines, sayMoves } from './review-words.ts'

/** As many as have room on the one page. */
const mostMoved = 14
const mostDecides = 6

export function ReviewPage({ review }: { review: WeekReview }) {
  const moved = review.moved.filter((one) => one.onPaper).slice(0, mostMoved)
  const decide = review.decide.slice(0, mostDecides)
  return (
    <section className={pages.paper} data-paper={review.paper}>
      <div className={pages.sheet}>
        <header className={pages.header}>
          <div>
            <h2 className={pages.clip}>
              {t('callSheets.review.title', { days: formatDateRange(review.from, review.to) })}
            </h2>
            <p className={pages.plan}>{review.shop}</p>
          </div>
          <div className={pages.corner}>{t('callSheets.sheetOf', { week: review.week })}</div>
        </header>
        <Figures review={review} />
        <List
          title={t('callSheets.review.moved')}
          none={t('callSheets.review.nobodyMoved')}
          more={review.moved.length - moved.length + review.movedHidden}
        >
          {moved.map((one) => (
            <li key={one.id}>
              <span className={pages.clip}>
                <b>{sayName(one.name)}</b> {one.firm === '' ? '' : `(${one.firm})`}
              </span>{' '}
              <span className={pages.clip}>{sayMoves(one)}</span>
            </li>
          ))}
        </List>
        {review.isUnderWay && (
          <List
            title={t('callSheets.review.decide')}
            none={t('callSheets.review.nobodyToDecide')}
            more={review.decide.length - decide.length}
          >
            {decide.map(({ id, name, message }) => (
              <li key={id}>
                <b className={pages.clip}>{sayName(name)}</b>{' '}
                <span className={pages.clip}>{say(message)}</span>
              </li>
            ))}
          </List>
        )}
        <section className={styles.own}>
          <h3>{t('callSheets.review.worked')}</h3>
          <h3>{t('callSheets.review.nextWeek')}</h3>
        </section>
      </div>
    </section>
  )
}

function Figures({ review }: { review: WeekReview }) {
  return (
    <table className={styles.figures}>
      <tbody>
        {listReviewLines(review).map(({ figure, label, value, share, before }) => (
          <tr key={figure}>
            <th scope="row">{label}</th>
            <td className={styles.number}>{value}</td>
            <td>{share}</td>
            <td className={styles.before}>{before}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function List(props: { title: string; none: string; more: number; children: ReactNode[] }) {
  const { title, none, more, children } = props
  return (
    <section className={styles.list}>
      <h3>{title}</h3>
      {children.length === 0 && more === 0 ? <p>{none}</p> : <ul>{children}</ul>}
      {more > 0 && <p>{t('callSheets.review.more', { count: more })}</p>}
    </section>
  )
}
