// Calls that have no line yet, said quietly, those blank for the second time apart; a click begins their line.
import { sayName, t } from '../../../shared/messages/translate.ts'
import type { TypedRow } from '../../../shared/rules/type-back/sheet-entry.ts'
import classes from './TypeBack.module.css'

interface BlankRowsProps {
  rows: readonly TypedRow[]
  onBegin(position: number): void
}

export function BlankRows({ rows, onBegin }: BlankRowsProps) {
  const again = rows.filter((row) => row.again)
  const once = rows.filter((row) => !row.again)
  if (rows.length === 0) return null
  return (
    <section className={classes.blank}>
      <h2>{t('callSheets.typing.blank', { count: rows.length })}</h2>
      {once.length > 0 && <p>{t('callSheets.typing.blankWhat')}</p>}
      <RowButtons rows={once} onBegin={onBegin} />
      {again.length > 0 && <p>{t('callSheets.typing.blankAgain', { count: again.length })}</p>}
      <RowButtons rows={again} onBegin={onBegin} />
    </section>
  )
}

function RowButtons({ rows, onBegin }: BlankRowsProps) {
  if (rows.length === 0) return null
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" onClick={() => onBegin(row.position)}>
            {row.position} {sayName(row.name)}
          </button>
        </li>
      ))}
    </ul>
  )
}
