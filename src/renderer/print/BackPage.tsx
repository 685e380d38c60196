// The back of the sheet: short lists, the week's places, blank lines for walk-ins, and a strip to tally on.
import type { CallSheetRow } from '../../shared/contract/call-sheets.ts'
import { sayName, t } from '../../shared/messages/translate.ts'
import { type BackLine, type BackSection, heightOf } from '../../shared/rules/call-sheets/sheet-pages.ts'
import styles from './BackPage.module.css'
import pages from './CallSheetPages.module.css'

type Line = BackLine<CallSheetRow>

export function BackPage({ lines, isLast }: { lines: Line[]; isLast: boolean }) {
  return (
    <>
      <div className={styles.lists}>
        {lines.map((line) => (
          <div
            key={keyOf(line)}
            className={styles.line}
            data-line={line.kind === 'heading' && line.section === 'walk-in' ? 'fields' : line.kind}
            style={{ height: `${heightOf(line)}mm` }}
          >
            <LineWords line={line} />
          </div>
        ))}
      </div>
      {isLast && <Tally />}
    </>
  )
}

function keyOf(line: Line): string {
  switch (line.kind) {
    case 'heading':
      return line.section
    case 'row':
      return `row ${line.row.id}`
    case 'blank ask':
      return `ask ${line.number}`
    case 'place':
      return line.words
    case 'walk-in':
      return line.letter
  }
}

function LineWords({ line }: { line: Line }) {
  switch (line.kind) {
    case 'heading':
      return <Heading section={line.section} />
    case 'row':
      return <Row row={line.row} section={line.section} />
    case 'blank ask':
      return null
    case 'place':
      return <p className={`${styles.place} ${pages.twoLines}`}>{line.words}</p>
    case 'walk-in':
      return (
        <>
          <div className={styles.number}>{line.letter}</div>
          {walkInFields.map((field) => (
            <span key={field} className={styles.field} />
          ))}
        </>
      )
  }
}

const walkInFields = ['name', 'phone', 'found', 'words', 'day'] as const

function Heading({ section }: { section: BackSection | 'place' | 'walk-in' }) {
  switch (section) {
    case 'walk-in':
      return (
        <>
          {walkInFields.map((field) => (
            <p key={field} className={field === 'name' ? styles.title : styles.hint}>
              {t(`callSheets.walkIn.${field}`)}
            </p>
          ))}
        </>
      )
    case 'place':
      return <h3 className={styles.title}>{t('callSheets.sections.place')}</h3>
    default:
      return (
        <>
          <h3 className={styles.title}>{t(`callSheets.sections.${section}`)}</h3>
          <p className={`${styles.hint} ${pages.clip}`}>{t(`callSheets.sectionHints.${section}`)}</p>
        </>
      )
  }
}

/** A channel longer than this, in characters, is words, which may break; a telephone number may not. */
const mostTogether = 24

function Row({ row, section }: { row: CallSheetRow; section: BackSection }) {
  const more = describeMeans(row, section)
  return (
    <>
      <div className={styles.number}>{row.position}</div>
      <div>
        <h3 className={row.firm === '' ? pages.twoLines : pages.clip}>{sayName(row.name)}</h3>
        <p className={`${pages.small} ${pages.clip}`}>{row.firm}</p>
      </div>
      <p className={pages.twoLines}>
        {row.reason !== '' && more !== '' ? `${row.reason} ·` : row.reason}{' '}
        <span className={more.length > mostTogether ? '' : styles.together}>{more}</span>
      </p>
      {marks[section].length > 0 && <Marks section={section} />}
    </>
  )
}

/** The channel to who is thanked, what to bring out for who is met. */
function describeMeans(row: CallSheetRow, section: BackSection): string {
  const bring = row.bring === '' ? '' : t('callSheets.bring', { bring: row.bring })
  return { thank: row.channel, ask: row.channel, decide: '', greet: bring }[section]
}

/** What to circle on a line of each list; the rest of the line is to write on. */
const marks = {
  thank: ['met', 'talked', 'voicemail', 'message'],
  ask: [],
  decide: ['keep', 'park', 'drop'],
  greet: ['met'],
} as const

function Marks({ section }: { section: BackSection }) {
  return (
    <ul className={styles.marks}>
      {marks[section].map((mark) => (
        <li key={mark}>{t(`callSheets.letters.${mark}`)}</li>
      ))}
    </ul>
  )
}

const tallied = ['met', 'talked', 'voicemail', 'message', 'noAnswer', 'quote', 'bought', 'named'] as const

/** A stroke for each; the sums stand beside the week's own on the Friday page. */
function Tally() {
  return (
    <footer className={styles.tally}>
      <b>{t('callSheets.tally.title')}</b>
      {tallied.map((what) => (
        <p key={what}>
          <b>{t(`callSheets.letters.${what}`)}</b> {t(`callSheets.tally.${what}`)}
        </p>
      ))}
    </footer>
  )
}
