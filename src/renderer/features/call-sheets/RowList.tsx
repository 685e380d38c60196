// One section's rows: words edited where they stand, order by button or Alt and arrows.
import { type KeyboardEvent, useRef } from 'react'
import type { CallSheetRow } from '../../../shared/contract/call-sheets.ts'
import shared from '../../ui/shared.module.css'
import { changeSheet } from './call-sheets.store.ts'
import { SheetRow } from './SheetRow.tsx'

export function RowList({ rows }: { rows: CallSheetRow[] }) {
  const list = useRef<HTMLOListElement>(null)

  /** The focus goes to the row that takes the place of the one taken off. */
  async function remove(id: number, index: number) {
    const next = rows[index + 1] ?? rows[index - 1]
    await changeSheet('callSheets.removeRow', { id })
    const target = next && list.current?.querySelector<HTMLElement>(`[data-row="${next.id}"] button`)
    target?.focus()
  }

  function handleKey(event: KeyboardEvent, row: CallSheetRow, place: number) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const to = place + (event.key === 'ArrowUp' ? -1 : 1)
    if (to >= 1 && to <= rows.length) void changeSheet('callSheets.moveRow', { id: row.id, to })
  }

  return (
    <ol ref={list} className={shared.ruled}>
      {rows.map((row, index) => (
        <SheetRow
          key={row.id}
          row={row}
          place={index + 1}
          of={rows.length}
          among={rows.map((one) => one.personId)}
          onKeyDown={(event) => handleKey(event, row, index + 1)}
          onMove={(to) => void changeSheet('callSheets.moveRow', { id: row.id, to })}
          onRemove={() => void remove(row.id, index)}
        />
      ))}
    </ol>
  )
}
