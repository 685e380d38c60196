// The call sheet: the week, and its tabs; Plan changes the rows, shows the page that prints, and puts it on paper.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { CallSheetPage } from '../../../shared/contract/call-sheets.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import type { Screen as ScreenAsked } from '../../app/app.store.ts'
import { NotRead } from '../../app/NotRead.tsx'
import { CounterPageMenu } from '../../features/call-sheets/CounterPageMenu.tsx'
import { useCallSheets } from '../../features/call-sheets/call-sheets.store.ts'
import { EmptySheet } from '../../features/call-sheets/EmptySheet.tsx'
import { OutcomeLine } from '../../features/call-sheets/OutcomeLine.tsx'
import { SheetPlan } from '../../features/call-sheets/SheetPlan.tsx'
import { SheetPreview } from '../../features/call-sheets/SheetPreview.tsx'
import { SheetRows } from '../../features/call-sheets/SheetRows.tsx'
import { SheetTabs } from '../../features/call-sheets/SheetTabs.tsx'
import { useSheet, useThisWeek } from '../../features/call-sheets/use-sheet.ts'
import { WeekChooser } from '../../features/call-sheets/WeekChooser.tsx'
import { TypeBack } from '../../features/type-back/TypeBack.tsx'
import { FridayPage } from '../../features/week-review/FridayPage.tsx'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import classes from './CallSheetScreen.module.css'

/** `asked`: the screen as it was gone to, which may name a tab instead of the one shown last. */
export function CallSheetScreen({ asked }: { asked: Extract<ScreenAsked, { name: 'call-sheet' }> }) {
  const { tab, week, showTab } = useCallSheets()
  const thisWeek = useThisWeek()
  const { loaded, page } = useSheet()
  const focus = useLoaded('focusList.get', {})
  // The week it was opened in stays: the next does not take the sheet away from under the owner.
  useEffect(() => {
    if (week === '') useCallSheets.setState({ week: thisWeek })
  }, [week, thisWeek])
  useEffect(() => {
    if (asked.tab) showTab(asked.tab)
  }, [asked, showTab])
  if (loaded.error || focus.error) return <NotRead title={t('callSheets.heading')} parts={[loaded, focus]} />
  if (page === undefined || !focus.value) return <div aria-busy="true" />
  return (
    <Screen
      title={t('callSheets.heading')}
      actions={
        tab === 'plan' && (
          <>
            <CounterPageMenu />
            {page && <Actions rows={page.sheet.rows.length} />}
          </>
        )
      }
    >
      <WeekChooser />
      <SheetTabs
        tabs={[
          { value: 'plan', label: 'callSheets.tabPlan', content: <Plan page={page} /> },
          {
            value: 'type-back',
            label: 'callSheets.typing.tab',
            content: <TypeBack week={week} thisWeek={thisWeek} onPlan={() => showTab('plan')} />,
          },
          { value: 'friday', label: 'callSheets.review.tab', content: <Friday week={week} /> },
        ]}
      />
    </Screen>
  )
}

function Plan({ page }: { page: CallSheetPage | null }) {
  return (
    <>
      <OutcomeLine />
      {page === null ? (
        <EmptySheet />
      ) : (
        <div className={classes.columns}>
          <div className={shared.shrink}>
            <SheetPlan sheet={page.sheet} />
            <SheetRows page={page} />
          </div>
          <SheetPreview page={page} />
        </div>
      )}
    </>
  )
}

function Friday({ week }: { week: string }) {
  const { busy, print, savePdf } = useCallSheets()
  return (
    <FridayPage week={week}>
      <OutcomeLine />
      <div className={`${shared.buttons} ${shared.aboveS4}`}>
        <Button
          variant="default"
          loading={busy === 'print'}
          disabled={busy !== null}
          onClick={() => void print('friday')}
        >
          {t('callSheets.review.print')}
        </Button>
        <Button
          variant="subtle"
          loading={busy === 'save'}
          disabled={busy !== null}
          onClick={() => void savePdf('friday')}
        >
          {t('callSheets.savePdf')}
        </Button>
      </div>
    </FridayPage>
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
