// Records that were refused, or that there is something to know about: line and reason, folded away until opened.
import { ScrollArea } from '@mantine/core'
import type { Rejection } from '../../../shared/contract/import-export.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import styles from './RemarkList.module.css'

interface RemarkListProps {
  title: string
  remarks: Rejection[]
  /** How many there are; `remarks` may be the first of them. */
  count: number
  /** With more than one file, each line names its own. */
  withFile?: boolean
  open?: boolean
}

/** More than a person reads; all of them can still be copied. */
const mostShown = 100

export function sayPlace({ file, line }: Rejection, withFile: boolean): string {
  return withFile
    ? t('importExport.result.lineOf', { file, line })
    : t('importExport.screen.atLine', { line })
}

export function RemarkList({ title, remarks, count, withFile = false, open = false }: RemarkListProps) {
  if (count === 0) return null
  const shown = remarks.slice(0, mostShown)
  const more = count - shown.length
  return (
    <details className={styles.remarks} open={open}>
      <summary>{title}</summary>
      <ScrollArea.Autosize type="auto" mah={240} tabIndex={0} aria-label={title}>
        <ul>
          {shown.map((remark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one line may have two equal remarks; they never move
            <li key={index}>
              <span className={styles.place}>{sayPlace(remark, withFile)}</span> {say(remark.reason)}
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
      {more > 0 && <p>{t('importExport.screen.moreLines', { count: more, shown: formatNumber(more) })}</p>}
    </details>
  )
}
