// The pages as they print, scaled to the room there is; the very component that goes to the printer.
import { SegmentedControl } from '@mantine/core'
import type { CallSheetPage } from '../../../shared/contract/call-sheets.ts'
import type { Paper } from '../../../shared/contract/shapes.ts'
import { t } from '../../../shared/messages/translate.ts'
import { CallSheetPages } from '../../print/CallSheetPages.tsx'
import { useCallSheets } from './call-sheets.store.ts'
import classes from './SheetPreview.module.css'

const papers: Paper[] = ['A4', 'Letter']

export function SheetPreview({ page }: { page: CallSheetPage }) {
  const choosePaper = useCallSheets((state) => state.choosePaper)
  return (
    <section className={classes.preview} aria-label={t('callSheets.preview')}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('callSheets.preview')}</h2>
        <SegmentedControl
          size="sm"
          data={papers}
          value={page.paper}
          aria-label={t('callSheets.paper')}
          onChange={(paper) => choosePaper(paper as Paper)}
        />
      </div>
      {/* Pages are looked at, not walked through: everything on them is in the rows beside. */}
      <div className={classes.desk} data-paper={page.paper} aria-hidden="true">
        <CallSheetPages page={page} />
      </div>
    </section>
  )
}
