// Several next steps past their day: said once, kindly, with the way to give them all new days.
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import classes from './Pile.module.css'

const PileDialog = lazy(async () => ({ default: (await import('./PileDialog.tsx')).PileDialog }))

/** One or two are seen to as they come. */
const leastForPile = 3

export function Pile({ overdue }: { overdue: number }) {
  const [open, setOpen] = useState(false)
  if (overdue < leastForPile && !open) return null
  return (
    <section className={classes.pile} aria-label={t('today.pile.title')}>
      <p>{t('today.pile.words', { count: overdue })}</p>
      <Button variant="default" size="sm" onClick={() => setOpen(true)}>
        {t('today.pile.open')}
      </Button>
      {open && (
        <Suspense>
          <PileDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  )
}
