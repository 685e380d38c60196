// One line of the paper list; where it came in unclear, the reason stands under it with what was pasted.
import { Button, CloseButton } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, memo } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../../shared/messages/translate.ts'
import { parsePaperList } from '../../../shared/rules/first-hour/parse-paper-list.ts'
import {
  isBlank,
  type PaperField,
  type PaperRow,
  usePaperList,
} from '../../features/first-hour/paper-list.store.ts'
import shared from '../../ui/shared.module.css'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import styles from './PaperListScreen.module.css'

interface PaperLineProps {
  row: PaperRow
  line: number
  isFirst: boolean
  onMove(line: number, field: PaperField): void
}

const fields = ['name', 'reach', 'note'] as const

/** Many rows are on the screen at once: only the one typed in is drawn anew. */
export const PaperLine = memo(
  function PaperLine({ row, line, isFirst, onMove }: PaperLineProps) {
    const { type, paste, keep, remove } = usePaperList.getState()
    const facts = { line: line + 1 }
    const first = useArrivalFocus<HTMLInputElement>()

    function handleKey(event: KeyboardEvent, field: PaperField) {
      if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
      // On the blank row at the end, there is nobody left to type.
      if (event.key === 'Enter') onMove(isBlank(row) ? Number.MAX_SAFE_INTEGER : line + 1, 'name')
      else if (event.key === 'ArrowDown') onMove(line + 1, field)
      else if (event.key === 'ArrowUp') onMove(line - 1, field)
      else return
      event.preventDefault()
    }

    function handlePaste(event: ClipboardEvent, field: PaperField) {
      const text = event.clipboardData.getData('text/plain')
      const lines = parsePaperList(text)
      const isOneCell = lines.length < 2 && !text.includes('\t')
      // One line is taken apart only where a name is wanted, and only when it holds more than a name.
      if (isOneCell && (field !== 'name' || row.name !== '' || !lines[0]?.reach)) return
      event.preventDefault()
      // At once: a key pressed before the next frame would go into the cell that was pasted into.
      const count = flushSync(() => paste(row.uid, text))
      onMove(line + count, 'name')
    }

    return (
      <div className={shared.ruled} data-odd={row.odd ?? undefined}>
        <div className={styles.cells}>
          {fields.map((field) => (
            <input
              key={field}
              ref={isFirst && field === 'name' ? first : undefined}
              className={styles.cell}
              data-cell={`${line}-${field}`}
              aria-label={t(`firstHour.paper.${field}Of`, facts)}
              aria-describedby={row.odd ? `odd-${row.uid}` : undefined}
              placeholder={isFirst ? t(`firstHour.paper.${field}Placeholder`) : undefined}
              spellCheck={field === 'note'}
              value={row[field]}
              onChange={(event) => type(row.uid, field, event.currentTarget.value)}
              onKeyDown={(event) => handleKey(event, field)}
              onPaste={(event) => handlePaste(event, field)}
            />
          ))}
          {!isBlank(row) && (
            <CloseButton
              aria-label={t('firstHour.paper.remove', facts)}
              tabIndex={-1}
              onClick={() => remove(row.uid)}
            />
          )}
        </div>
        {row.odd && (
          <p id={`odd-${row.uid}`} className={styles.odd}>
            <span>
              {t(`firstHour.odd.${row.odd}`)}{' '}
              <span className={`${shared.quiet} ${shared.wrap}`}>
                {t('firstHour.paper.pastedAs', { typed: row.typed.trim() })}
              </span>
            </span>
            <Button variant="subtle" size="compact-sm" onClick={() => keep(row.uid)}>
              {t('firstHour.paper.asIs')}
            </Button>
          </p>
        )}
      </div>
    )
  },
  (before, after) => before.row === after.row && before.line === after.line,
)
