// Two short lines for people to greet when they come in: who, why, what to bring out, and room for what came of it.
import type { CallSheetRow } from '../../shared/contract/call-sheets.ts'
import { t } from '../../shared/messages/translate.ts'
import type { GreetLine } from '../../shared/rules/sheet-pages.ts'
import pages from './CallSheetPages.module.css'
import styles from './GreetBlock.module.css'

export function GreetBlock({ lines }: { lines: GreetLine<CallSheetRow>[] }) {
  return (
    <section className={styles.block} data-block="greet">
      {lines.map((row) =>
        row === null ? (
          <div key="heading" className={styles.heading}>
            <h3>{t('callSheets.greet')}</h3>
            <p>{t('callSheets.greetWhat')}</p>
          </div>
        ) : (
          <Line key={row.id} row={row} />
        ),
      )}
    </section>
  )
}

function Line({ row }: { row: CallSheetRow }) {
  const bring = row.bring === '' ? '' : t('callSheets.bring', { bring: row.bring })
  return (
    <div className={styles.line}>
      <div className={pages.number} data-long={row.position > 99}>
        {row.position}
      </div>
      <div className={pages.clip}>
        <h3 className={pages.clip}>{row.name}</h3>
        <p className={`${pages.small} ${pages.clip}`}>{row.firm}</p>
      </div>
      <div className={styles.why}>
        <p className={bring === '' ? pages.twoLines : pages.clip}>{row.reason}</p>
        {bring !== '' && <p className={`${pages.small} ${pages.clip}`}>{bring}</p>}
      </div>
      <p className={styles.said}>{t('callSheets.greetSaid')}</p>
    </div>
  )
}
