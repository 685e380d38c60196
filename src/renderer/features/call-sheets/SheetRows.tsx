// The rows of the sheet as they are planned: the calls of the front, then each list of the back, and room for one more.
import { Title } from '@mantine/core'
import { type CallSheetPage, sheetSections } from '../../../shared/contract/call-sheets.ts'
import { formatList, formatNumber } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import shared from '../../ui/shared.module.css'
import { AddPersonRow } from './AddPersonRow.tsx'
import { BlankTwice } from './BlankTwice.tsx'
import { RowList } from './RowList.tsx'
import classes from './SheetRows.module.css'
import { WeekPlaces } from './WeekPlaces.tsx'

export function SheetRows({ page }: { page: CallSheetPage }) {
  const { sheet, promisesBeyond, thanksBeyond } = page
  const onSheet = new Set(sheet.rows.map((row) => row.personId))
  const focus = useLoaded('focusList.get', {}).value?.rows ?? []
  const waiting = focus.filter((row) => !onSheet.has(row.personId)).length
  return (
    <>
      <BlankTwice rows={page.blankTwice} />
      {sheet.gone.length > 0 && (
        <p className={`${shared.note} ${shared.belowS2}`}>
          {t('callSheets.gone', {
            count: sheet.gone.length,
            numbers: formatList(sheet.gone.map(formatNumber)),
          })}
        </p>
      )}
      {sheet.rows.length === 0 && <p className={classes.nobody}>{t('callSheets.nobodyLeft')}</p>}
      {sheetSections.map((section) => {
        const rows = sheet.rows.filter((row) => row.section === section)
        if (rows.length === 0) return null
        return (
          <section key={section} aria-label={t(`callSheets.sections.${section}`)}>
            {section !== 'call' && (
              <Title order={2} className={classes.heading}>
                {t(`callSheets.sections.${section}`)}
              </Title>
            )}
            <RowList rows={rows} />
            {section === 'call' && promisesBeyond > 0 && (
              <p className={`${shared.note} ${shared.belowS2}`}>
                {t('callSheets.promisesBeyond', {
                  count: promisesBeyond,
                  shown: formatNumber(promisesBeyond),
                })}
              </p>
            )}
            {section === 'thank' && thanksBeyond > 0 && (
              <p className={`${shared.note} ${shared.belowS2}`}>
                {t('callSheets.thanksBeyond', { count: thanksBeyond, shown: formatNumber(thanksBeyond) })}
              </p>
            )}
          </section>
        )
      })}
      <WeekPlaces places={sheet.places} />
      <div className={classes.more}>
        <AddPersonRow />
        {waiting > 0 && <p className={classes.waiting}>{t('callSheets.waiting', { count: waiting })}</p>}
      </div>
    </>
  )
}
