// The call sheet as it prints, page by page; the screen's preview shows these very pages.
import type { CallSheetPage, CallSheetRow } from '../../shared/contract/call-sheets.ts'
import { formatDate, formatDateRange, formatNumber } from '../../shared/messages/format.ts'
import { t } from '../../shared/messages/translate.ts'
import { layOutPages, type SheetBlock } from '../../shared/rules/sheet-pages.ts'
import { CallSheetBlock } from './CallSheetBlock.tsx'
import styles from './CallSheetPages.module.css'
import { GreetBlock } from './GreetBlock.tsx'

export function CallSheetPages({ page }: { page: CallSheetPage }) {
  const { rows } = page.sheet
  const pages = layOutPages(
    rows.filter((row) => row.section === 'call'),
    rows.filter((row) => row.section === 'greet'),
  )
  return pages.map((blocks, index) => (
    <section key={firstKey(blocks, index)} className={styles.paper} data-paper={page.paper}>
      <div className={styles.sheet}>
        <Header page={page} number={index + 1} of={pages.length} />
        {blocks.map((block, place) =>
          block.kind === 'greet' ? (
            <GreetBlock key={`greet ${block.lines.at(-1)?.id}`} lines={block.lines} />
          ) : (
            <CallSheetBlock
              key={block.kind === 'row' ? block.row.id : `new ${place}`}
              block={block}
              days={page.days}
            />
          ),
        )}
        <Footer printedOn={page.printedOn} />
      </div>
    </section>
  ))
}

function firstKey(blocks: SheetBlock<CallSheetRow>[], index: number): string {
  const [first] = blocks
  return first?.kind === 'row' ? `from ${first.row.id}` : `page ${index}`
}

function Header({ page, number, of }: { page: CallSheetPage; number: number; of: number }) {
  const { sheet, days, monday } = page
  const from = days[0]?.on ?? monday
  return (
    <header className={styles.header}>
      <div>
        <h2 className={styles.clip}>
          {t('callSheets.title', { days: formatDateRange(from, days.at(-1)?.on ?? from) })}
        </h2>
        <p className={styles.plan}>{describePlan(page)}</p>
      </div>
      <div className={styles.corner}>
        {t('callSheets.sheetOf', { week: sheet.week })}
        <br />
        {t('callSheets.pageOf', { number, of })}
      </div>
    </header>
  )
}

/** "Petersen Framing · 3 hours for calls · 2 promises and 7 more · aim: 6 spoken with" */
function describePlan({ sheet, shop }: CallSheetPage): string {
  const calls = sheet.rows.filter((row) => row.section === 'call')
  const promises = calls.filter((row) => row.promised).length
  const more = calls.length - promises
  const people =
    promises === 0
      ? t('callSheets.people', { count: more })
      : more === 0
        ? t('callSheets.promises', { count: promises })
        : t('callSheets.promisesAndMore', { promises: t('callSheets.promises', { count: promises }), more })
  const hours = t('callSheets.hoursForCalls', { count: sheet.hours, hours: formatNumber(sheet.hours) })
  const aim = sheet.goal === '' ? '' : t('callSheets.aim', { goal: sheet.goal })
  return [shop, sheet.hours === 0 ? '' : hours, people, aim].filter((part) => part !== '').join(' · ')
}

function Footer({ printedOn }: { printedOn: string }) {
  return (
    <footer className={styles.footer}>
      <div>
        <b>{t('callSheets.keyHow')}</b> {t('callSheets.keyHowCodes')} <b>{t('callSheets.keyOutcome')}</b>{' '}
        {t('callSheets.keyOutcomeCodes')}
        <br />
        {t('callSheets.keyUse')}
      </div>
      <div className={styles.corner}>
        {t('callSheets.printed')}
        <br />
        {formatDate(printedOn, 'medium')}
      </div>
    </footer>
  )
}
