// The call sheet as it prints, fronts and back; the screen's preview shows these very pages.
import type { ReactNode } from 'react'
import type { CallSheetPage, CallSheetRow } from '../../shared/contract/call-sheets.ts'
import { formatDate, formatDateRange, formatNumber } from '../../shared/messages/format.ts'
import { t } from '../../shared/messages/translate.ts'
import { type BackLine, layOutSheet, type SheetBlock } from '../../shared/rules/call-sheets/sheet-pages.ts'
import { BackPage } from './BackPage.tsx'
import { CallSheetBlock } from './CallSheetBlock.tsx'
import styles from './CallSheetPages.module.css'

export function CallSheetPages({ page }: { page: CallSheetPage }) {
  const rowsOf = (section: CallSheetRow['section']) =>
    page.sheet.rows.filter((row) => row.section === section)
  const { fronts, backs } = layOutSheet({
    calls: rowsOf('call'),
    back: { thank: rowsOf('thank'), ask: rowsOf('ask'), decide: rowsOf('decide'), greet: rowsOf('greet') },
    places: page.sheet.places.map((place) => place.words),
  })
  const of = fronts.length + backs.length
  return [
    ...fronts.map((blocks, index) => (
      <Paper key={keyOfFront(blocks)} page={page}>
        <Header page={page} number={index + 1} of={of}>
          {describePlan(page)}
        </Header>
        {blocks.map((block) => (
          <CallSheetBlock
            key={block.kind === 'row' ? block.row.id : block.letter}
            block={block}
            days={page.days}
          />
        ))}
        <Footer page={page} />
      </Paper>
    )),
    ...backs.map((lines, index) => (
      <Paper key={keyOfBack(lines)} page={page}>
        <Header page={page} number={fronts.length + index + 1} of={of} isBack>
          {describeBack(page)}
        </Header>
        <BackPage lines={lines} isLast={index === backs.length - 1} />
      </Paper>
    )),
  ]
}

function keyOfFront([first]: SheetBlock<CallSheetRow>[]): string {
  return first?.kind === 'row' ? `from ${first.row.id}` : 'new faces'
}

/** No two backs end on the same line. */
function keyOfBack(lines: BackLine<CallSheetRow>[]): string {
  const last = lines.at(-1)
  return last?.kind === 'row' ? `to ${last.row.id}` : `to ${last?.kind}`
}

function Paper({ page, children }: { page: CallSheetPage; children: ReactNode }) {
  return (
    <section className={styles.paper} data-paper={page.paper}>
      <div className={styles.sheet}>{children}</div>
    </section>
  )
}

function Header(props: {
  page: CallSheetPage
  number: number
  of: number
  isBack?: boolean
  children: string
}) {
  const { page, number, of, isBack = false } = props
  const { sheet, days, monday } = page
  const from = days[0] ?? monday
  return (
    <header className={styles.header} data-back={isBack}>
      <div>
        <h2 className={styles.clip}>
          {t('callSheets.title', { days: formatDateRange(from, days.at(-1) ?? from) })}
        </h2>
        <p className={styles.plan}>{props.children}</p>
      </div>
      <div className={styles.corner}>
        {t('callSheets.sheetOf', { week: sheet.week })}
        <br />
        {t('callSheets.pageOf', { number, of })}
      </div>
    </header>
  )
}

const join = (parts: string[]) => parts.filter((part) => part !== '').join(' · ')

/** "Petersen Framing · 3 hours for calls · 2 promises and 7 more · aim: 6 spoken with" */
function describePlan({ sheet, shop, promisesBeyond }: CallSheetPage): string {
  const calls = sheet.rows.filter((row) => row.section === 'call')
  const promises = calls.filter((row) => row.promised).length
  const more = calls.length - promises
  const people =
    promises === 0
      ? t('callSheets.people', { count: more })
      : more === 0
        ? t('callSheets.promises', { count: promises })
        : t('callSheets.promisesAndMore', { count: promises + more, promises })
  const hours = t('callSheets.hoursForCalls', { count: sheet.hours, hours: formatNumber(sheet.hours) })
  return join([
    shop,
    sheet.hours === 0 ? '' : hours,
    people,
    promisesBeyond === 0 ? '' : describeBeyond(promisesBeyond),
    sheet.goal === '' ? '' : t('callSheets.aim', { goal: sheet.goal }),
  ])
}

function describeBeyond(count: number): string {
  return t('callSheets.promisesBeyond', { count, shown: formatNumber(count) })
}

function describeBack({ shop, thanksBeyond }: CallSheetPage): string {
  const beyond = t('callSheets.thanksBeyond', { count: thanksBeyond, shown: formatNumber(thanksBeyond) })
  return join([shop, t('callSheets.back'), thanksBeyond === 0 ? '' : beyond])
}

function Footer({ page: { printedOn, names } }: { page: CallSheetPage }) {
  return (
    <footer className={styles.footer}>
      <div>
        <b>{t('callSheets.keyHow')}</b> {t('callSheets.keyHowCodes')}
        <br />
        <b>{t('callSheets.keyOutcome')}</b> {t('callSheets.keyOutcomeCodes')}
        <br />
        {names.length > 1
          ? t('callSheets.keyUseWho', { names: names.join(', '), name: names[0]! })
          : t('callSheets.keyUse')}
      </div>
      <div className={styles.corner}>
        {t('callSheets.printed')}
        <br />
        {formatDate(printedOn, 'medium')}
      </div>
    </footer>
  )
}
