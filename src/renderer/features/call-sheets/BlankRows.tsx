// Calls that have no line yet, said quietly; a click begins theirs.
import { t } from '../../../shared/messages/translate.ts'
import type { TypedRow } from '../../../shared/rules/understand-sheet.ts'
import classes from './TypeBack.module.css'

interface BlankRowsProps {
  rows: readonly TypedRow[]
  onBegin(position: number): void
}

export function BlankRows({ rows, onBegin }: BlankRowsProps) {
  if (rows.length === 0) return null
  return (
    <section className={classes.blank}>
      <h2>{t('callSheets.typing.blank', { count: rows.length })}</h2>
      <p>{t('callSheets.typing.blankWhat')}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onBegin(row.position)}>
              {row.position} {row.name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
