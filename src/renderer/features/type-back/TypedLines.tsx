// The table beside the typed lines: each as it will be written, or what is wrong with it and where.
import { memo, useEffect, useRef } from 'react'
import { sayProblem } from '../../../shared/messages/read-sheet.ts'
import { t } from '../../../shared/messages/translate.ts'
import type { Ask, Entry } from '../../../shared/rules/type-back/sheet-entry.ts'
import type { LineProblem } from '../../../shared/rules/type-back/sheet-line.ts'
import type { UnderstoodLine } from '../../../shared/rules/type-back/understand-sheet.ts'
import shared from '../../ui/shared.module.css'
import { AskField } from './AskField.tsx'
import { describeEntry, type Said } from './entry-words.ts'
import classes from './TypedLines.module.css'

interface TypedLinesProps {
  lines: readonly UnderstoodLine[]
  /** The line the caret is in. */
  current: number
  /** @returns whether the answer could be read; then the line holds it */
  onAnswer(line: number, ask: Ask, answer: string): boolean
  onGoTo(line: number, at?: number, length?: number): void
}

export function TypedLines({ lines, current, onAnswer, onGoTo }: TypedLinesProps) {
  const table = useRef<HTMLTableElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line may be there only after it was typed
  useEffect(() => {
    table.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, lines.length])
  if (lines.length === 0) return <p className={classes.empty}>{t('callSheets.typing.nothingYet')}</p>
  return (
    <table ref={table} className={classes.table} aria-label={t('callSheets.typing.preview')}>
      <thead>
        <tr>
          {(['row', 'who', 'day', 'what', 'next'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`callSheets.typing.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {lines.map(({ number, text, entry, problem }) => (
        <tbody
          key={number}
          data-line={number}
          data-current={number === current}
          data-wrong={problem !== undefined}
        >
          {problem ? (
            <WrongLine number={number} text={text} problem={problem} onGoTo={onGoTo} />
          ) : (
            <EntryRows number={number} entry={entry} onAnswer={onAnswer} />
          )}
        </tbody>
      ))}
    </table>
  )
}

interface WrongLineProps {
  number: number
  text: string
  problem: LineProblem
  onGoTo: TypedLinesProps['onGoTo']
}

/** The line as typed with the place marked; a click goes there. */
function WrongLine({ number, text, problem, onGoTo }: WrongLineProps) {
  const { at, length } = problem
  const end = Math.max(at + length, at + 1)
  return (
    <tr>
      <td colSpan={5} className={classes.wrong}>
        <button type="button" className={classes.typed} data-typed onClick={() => onGoTo(number, at, length)}>
          {text.slice(0, at)}
          <mark>{text.slice(at, end) || '\u00a0'}</mark>
          {text.slice(end)}
        </button>
        <p>{sayProblem(problem)}</p>
      </td>
    </tr>
  )
}

interface EntryRowsProps {
  number: number
  entry: Entry
  onAnswer: TypedLinesProps['onAnswer']
}

function asksOf(entry: Entry): Ask[] {
  return entry.kind === 'row' || entry.kind === 'walk-in' ? entry.asks : []
}

/** Every key makes all lines anew, and most of them the same: only those that say something else are drawn again. */
const EntryRows = memo(function EntryRows({ number, entry, onAnswer }: EntryRowsProps) {
  const { number: row, who, day, what, next, details } = describeEntry(entry)
  const asks = asksOf(entry)
  const beside = asks.filter((ask) => ask !== 'next' && ask !== 'until')
  const when = asks.find((ask) => ask === 'next' || ask === 'until')
  const field = (ask: Ask) => (
    <AskField key={ask} ask={ask} who={who} onAnswer={(answer) => onAnswer(number, ask, answer)} />
  )
  return (
    <>
      <tr>
        <td className={classes.number}>{row}</td>
        <td className={shared.strong}>{who}</td>
        <td className={classes.when}>
          <SaidWords said={day} />
        </td>
        <td>{what}</td>
        <td className={classes.when}>{when ? field(when) : next && <SaidWords said={next} />}</td>
      </tr>
      {(details.length > 0 || beside.length > 0) && (
        <tr className={classes.more}>
          <td />
          <td colSpan={4}>
            {details.map((words) => (
              <p key={words}>{words}</p>
            ))}
            {beside.length > 0 && <div className={classes.asks}>{beside.map(field)}</div>}
          </td>
        </tr>
      )}
    </>
  )
}, isSameEntry)

function isSameEntry(before: EntryRowsProps, after: EntryRowsProps): boolean {
  const { number, entry, onAnswer } = after
  const isSame = before.number === number && before.onAnswer === onAnswer
  return isSame && JSON.stringify(before.entry) === JSON.stringify(entry)
}

/** What was not typed stands in quiet ink. */
function SaidWords({ said }: { said: Said }) {
  return <span className={said.assumed ? shared.quiet : undefined}>{said.words}</span>
}
