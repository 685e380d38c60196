// The rows of the sheet as they are planned: whom to call, then whom to greet, and room for one more.
import { Title } from '@mantine/core'
import type { CallSheetRow } from '../../../shared/contract/call-sheets.ts'
import { t } from '../../../shared/messages/translate.ts'
import { AddPersonRow } from './AddPersonRow.tsx'
import { useCallSheets } from './call-sheets.store.ts'
import { RowList } from './RowList.tsx'
import classes from './SheetRows.module.css'

export function SheetRows({ rows }: { rows: CallSheetRow[] }) {
  const waiting = useCallSheets((state) => state.waiting)
  const greets = rows.filter((row) => row.section === 'greet')
  return (
    <>
      <RowList rows={rows.filter((row) => row.section !== 'greet')} />
      {rows.length === 0 && <p className={classes.nobody}>{t('callSheets.nobodyLeft')}</p>}
      {greets.length > 0 && (
        <>
          <Title order={2} className={classes.heading}>
            {t('callSheets.greet')}
          </Title>
          <RowList rows={greets} />
        </>
      )}
      <div className={classes.more}>
        <AddPersonRow />
        {waiting > 0 && <p className={classes.waiting}>{t('callSheets.waiting', { count: waiting })}</p>}
      </div>
    </>
  )
}
