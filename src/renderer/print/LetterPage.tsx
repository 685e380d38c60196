// A letter on paper: the shop, the day, whom it goes to, the words, and room for the signature.
import type { Paper } from '../../shared/contract/shapes.ts'
import type { LetterTo } from '../../shared/contract/texts.ts'
import { formatNamedDay } from '../../shared/messages/format.ts'
import styles from './LetterPage.module.css'

interface LetterPageProps {
  shop: string
  today: string
  to: Pick<LetterTo, 'facts' | 'address'>
  body: string
  paper: Paper
}

export function LetterPage({ shop, today, to, body, paper }: LetterPageProps) {
  const { name, firm } = to.facts
  // Who has no name of their own is called by the firm, which then stands there once.
  const lines = [name, firm === name ? '' : firm, ...to.address.split('\n')]
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const paragraphs = body.trim().split(/\n[^\S\n]*\n\s*/)
  return (
    <article className={styles.letter} data-paper={paper}>
      <header className={styles.head}>
        <h1>{shop}</h1>
        <p>{formatNamedDay(today, true)}</p>
      </header>
      <address className={styles.to}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: Two lines of an address may be the same, and none moves.
          <p key={index}>{line}</p>
        ))}
      </address>
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Two paragraphs may be the same, and none moves.
        <p key={index} className={styles.paragraph}>
          {paragraph}
        </p>
      ))}
      <p className={styles.signature}>{shop}</p>
    </article>
  )
}
