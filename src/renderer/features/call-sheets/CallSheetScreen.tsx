// The call sheet's Plan: choose the week, change the rows, see the page that prints, put it on paper.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Screen } from '../../ui/Screen.tsx'
import classes from './CallSheetScreen.module.css'
import { CounterPageMenu } from './CounterPageMenu.tsx'
import { useCallSheets } from './call-sheets.store.ts'
import { EmptySheet } from './EmptySheet.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'
import { SheetPlan } from './SheetPlan.tsx'
import { SheetPreview } from './SheetPreview.tsx'
import { SheetRows } from './SheetRows.tsx'
import { WeekChooser } from './WeekChooser.tsx'

export function CallSheetScreen() {
  const { status, error, page, open, load } = useCallSheets()
  useEffect(open, [open])
  if (status === 'failed' && error) {
    return (
      <EmptyState
        title={sayError(error)}
        actions={<Button onClick={() => void load()}>{t('callSheets.readAgain')}</Button>}
      />
    )
  }
  if (status !== 'ready') return <div aria-busy="true" />
  return (
    <Screen
      title={t('callSheets.heading')}
      actions={
        <>
          <CounterPageMenu />
          {page && <Actions rows={page.sheet.rows.length} />}
        </>
      }
    >
      <WeekChooser />
      <OutcomeLine />
      {page === null ? (
        <EmptySheet />
      ) : (
        <div className={classes.columns}>
          <div className={classes.rows}>
            <SheetPlan sheet={page.sheet} />
            <SheetRows page={page} />
          </div>
          <SheetPreview page={page} />
        </div>
      )}
    </Screen>
  )
}

function Actions({ rows }: { rows: number }) {
  const { busy, propose, print, savePdf } = useCallSheets()
  const isBusy = busy !== null
  const printing = useRef<HTMLButtonElement>(null)
  // The button that proposed the sheet is gone, and the focus with it: what comes next is at hand.
  useEffect(() => {
    if (!isBusy && document.activeElement === document.body) printing.current?.focus()
  }, [isBusy])
  return (
    <>
      <Button
        variant="subtle"
        loading={busy === 'propose'}
        disabled={isBusy && busy !== 'propose'}
        onClick={() => void propose()}
      >
        {t('callSheets.proposeAgain')}
      </Button>
      <Button
        variant="default"
        loading={busy === 'save'}
        disabled={rows === 0 || (isBusy && busy !== 'save')}
        onClick={() => void savePdf()}
      >
        {t('callSheets.savePdf')}
      </Button>
      <Button
        ref={printing}
        loading={busy === 'print'}
        disabled={rows === 0 || (isBusy && busy !== 'print')}
        onClick={() => void print()}
      >
        {t('callSheets.print')}
      </Button>
    </>
  )
}
