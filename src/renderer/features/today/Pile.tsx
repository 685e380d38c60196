// Several next steps past their day, or weeks away: said once, kindly, with the way to give them all new days.
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import classes from './Pile.module.css'

const PileDialog = lazy(async () => ({ default: (await import('./PileDialog.tsx')).PileDialog }))

/** One or two are seen to as they come. */
const leastForPile = 3

interface PileProps {
  overdue: number
  /** Back after weeks: how many promises are late. */
  away: { late: number } | null
}

export function Pile({ overdue, away }: PileProps) {
  const [open, setOpen] = useState(false)
  if (overdue < leastForPile && away === null && !open) return null
  return (
    <section className={classes.pile} aria-label={t('today.pile.title')}>
      <p>{away ? t('today.away', { count: away.late }) : t('today.pile.words', { count: overdue })}</p>
      <Button variant="default" size="sm" onClick={() => setOpen(true)}>
        {t(away ? 'today.awayOpen' : 'today.pile.open')}
      </Button>
      {open && (
        <Suspense>
          <PileDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  )
}
