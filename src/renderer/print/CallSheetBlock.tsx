// One block of the sheet, 24 mm high: what is known, what to circle, and the line to write on.
import type { CallSheetPage, CallSheetRow } from '../../shared/contract/call-sheets.ts'
import { t } from '../../shared/messages/translate.ts'
import type { SheetBlock } from '../../shared/rules/sheet-pages.ts'
import styles from './CallSheetPages.module.css'

interface Props {
  block: Exclude<SheetBlock<CallSheetRow>, { kind: 'greet' }>
  days: CallSheetPage['days']
}

const hows = ['met', 'talked', 'voicemail', 'message', 'noAnswer'] as const
const outcomes = ['quote', 'bought', 'lost', 'park', 'named', 'never'] as const

export function CallSheetBlock({ block, days }: Props) {
  const position = block.kind === 'row' ? block.row.position : null
  return (
    <section className={styles.block} data-block={position ?? 'new'}>
      <div className={styles.number} data-long={position !== null && position > 99}>
        {position}
      </div>
      <div>
        <div className={styles.printed}>
          {block.kind === 'row' ? (
            <PrintedRow row={block.row} />
          ) : (
            <p className={`${styles.newFace} ${styles.small}`}>
              <b>{t('callSheets.newFace')}</b> {t('callSheets.newFaceWhat')}
            </p>
          )}
        </div>
        <div className={styles.marks}>
          <ul>
            {hows.map((how) => (
              <li key={how}>{t(`callSheets.letters.${how}`)}</li>
            ))}
          </ul>
          <ul>
            {outcomes.map((outcome) => (
              <li key={outcome}>{t(`callSheets.letters.${outcome}`)}</li>
            ))}
          </ul>
          <ul className={styles.days}>
            {days.map((day) => (
              <li key={day.on}>{day.code}</li>
            ))}
          </ul>
        </div>
        <div className={styles.note}>
          <p>{t('callSheets.next')}</p>
        </div>
      </div>
    </section>
  )
}

function PrintedRow({ row }: { row: CallSheetRow }) {
  const extras = [
    row.bring === '' ? '' : t('callSheets.bring', { bring: row.bring }),
    row.learn === '' ? '' : t('callSheets.learn', { learn: row.learn }),
  ].filter((part) => part !== '')
  return (
    <>
      <div>
        <h3 className={styles.clip}>{row.name}</h3>
        <p className={`${styles.small} ${styles.clip}`}>{row.firm}</p>
      </div>
      <div>
        <p
          className={`${styles.reason} ${extras.length === 0 ? styles.twoLines : styles.clip}`}
          data-promised={row.promised}
        >
          {row.reason}
        </p>
        {extras.length > 0 && <p className={`${styles.small} ${styles.clip}`}>{extras.join(' · ')}</p>}
      </div>
      <div className={styles.door}>
        <p className={styles.clip}>{row.door}</p>
        <p className={`${styles.small} ${styles.clip}`}>{row.history}</p>
      </div>
    </>
  )
}
