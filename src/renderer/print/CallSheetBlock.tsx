// One block of the sheet, 24 mm high: what is known, what to circle, and the line to write on.
import type { CallSheetPage, CallSheetRow } from '../../shared/contract/call-sheets.ts'
import type { MessageKey } from '../../shared/message-key.ts'
import { say, sayName, t } from '../../shared/messages/translate.ts'
import type { SheetBlock } from '../../shared/rules/call-sheets/sheet-pages.ts'
import { weekdayOf } from '../../shared/rules/days/days.ts'
import styles from './CallSheetPages.module.css'

interface Props {
  block: SheetBlock<CallSheetRow>
  days: CallSheetPage['days']
}

const hows = ['met', 'talked', 'voicemail', 'message', 'noAnswer'] as const
const outcomes = ['quote', 'bought', 'lost', 'park', 'named', 'never'] as const
/** Of somebody who asked, or was promised something: nothing to answer, or done. */
const ofRow = [...outcomes, 'keep'] as const

export function CallSheetBlock({ block, days }: Props) {
  const address = block.kind === 'row' ? block.row.position : block.letter
  return (
    <section className={styles.block} data-block={address}>
      <div className={styles.number} data-long={String(address).length > 2}>
        {address}
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
            {(block.kind === 'row' ? ofRow : outcomes).map((outcome) => (
              <li key={outcome}>{t(`callSheets.letters.${outcome}`)}</li>
            ))}
          </ul>
          <ul className={styles.days}>
            {days.map((day) => (
              <li key={day}>{t(`callSheets.dayCodes.${weekdayOf(day)}` as MessageKey)}</li>
            ))}
          </ul>
        </div>
        <div className={styles.note}>
          <p className={styles.clip}>
            {block.kind === 'row' ? layOutExtras(block.row).below.join(' · ') : ''}
          </p>
          <p>{t('callSheets.next')}</p>
        </div>
      </div>
    </section>
  )
}

/** "Learn: who decides there?", or the owner's own question. */
const sayLearn = (row: CallSheetRow) =>
  t(row.asksOwn ? 'callSheets.askOwn' : 'callSheets.learn', { learn: row.learn })

/** A reason longer than this, in characters, may need both printed lines; a promise is printed bolder. */
const oneLine = { promise: 54, other: 60 } as const

/**
 * What to bring and what to learn, in the order of the row: the first stands under the reason where that is short, the
 * rest begins the line to write on.
 */
function layOutExtras(row: CallSheetRow): { under: string; below: string[] } {
  const bring = row.bring === '' ? '' : t('callSheets.bring', { bring: row.bring })
  const learn = row.learn === '' ? '' : sayLearn(row)
  // One's own question comes first.
  const extras = (row.bringFirst && !row.asksOwn ? [bring, learn] : [learn, bring]).filter(
    (part) => part !== '',
  )
  if (row.reason.length > oneLine[row.promised ? 'promise' : 'other']) return { under: '', below: extras }
  return { under: extras[0] ?? '', below: extras.slice(1) }
}

function PrintedRow({ row }: { row: CallSheetRow }) {
  const { under } = layOutExtras(row)
  return (
    <>
      <div>
        <h3 className={row.firm === '' ? styles.twoLines : styles.clip}>{sayName(row.name)}</h3>
        <p className={`${styles.small} ${styles.clip}`}>{row.firm}</p>
      </div>
      <div>
        <p
          className={`${styles.reason} ${under === '' ? styles.twoLines : styles.clip}`}
          data-promised={row.promised}
        >
          {row.reason}
        </p>
        {under !== '' && <p className={`${styles.small} ${styles.clip}`}>{under}</p>}
      </div>
      <div className={styles.channel}>
        <p className={styles.clip}>{row.channel}</p>
        <p className={`${styles.small} ${styles.clip}`}>{row.history.map(say).join(' · ')}</p>
      </div>
    </>
  )
}
