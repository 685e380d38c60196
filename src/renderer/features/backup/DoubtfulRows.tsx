// Entries that the disk has changed: what each says now, what a backup has, and the owner's word on which is right.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DoubtfulRow } from '../../../shared/contract/backup.ts'
import type { CallOutput } from '../../../shared/contract/index.ts'
import { formatInstant } from '../../../shared/messages/format.ts'
import { hasTableName, sayTable } from '../../../shared/messages/say-table.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'
import { send } from '../../api/send.ts'
import shared from '../../ui/shared.module.css'
import styles from './DoubtfulRows.module.css'

type Found = CallOutput<'backup.doubtfulRows'>

export function DoubtfulRows() {
  const [found, setFound] = useState<Found | null>(null)
  const [isLooking, setIsLooking] = useState(false)
  const [trouble, setTrouble] = useState('')

  async function look() {
    setIsLooking(true)
    const answer = await call('backup.doubtfulRows', {})
    setIsLooking(false)
    setTrouble(answer.ok ? '' : sayError(answer.error))
    if (answer.ok) setFound(answer.value)
  }

  /** Settled or refused: what is in doubt still is read from the file. */
  async function settle(refusal: Promise<string | null>) {
    const words = await refusal
    await look()
    if (words) setTrouble(words)
  }

  return (
    <section className={`${shared.part} ${styles.doubt}`} aria-labelledby="doubtful-rows">
      <h2 id="doubtful-rows">{t('backup.doubt.title')}</h2>
      <p>{t('backup.doubt.explain')}</p>
      <div className={`${shared.buttons} ${shared.belowS3}`}>
        <Button variant="default" loading={isLooking} onClick={() => void look()}>
          {t('backup.doubt.look')}
        </Button>
      </div>
      <p role="status">{found && found.count === 0 && !isLooking ? t('backup.doubt.none') : ''}</p>
      {trouble && (
        <p role="alert" className={shared.trouble}>
          {trouble}
        </p>
      )}
      {found && found.count > found.rows.length && (
        <p>{t('backup.doubt.tooMany', { count: found.rows.length })}</p>
      )}
      {found && found.rows.length > 0 && (
        <ul className={styles.rows}>
          {found.rows.map((row) => (
            <DoubtfulEntry key={`${row.table} ${row.id}`} row={row} onSettle={settle} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface DoubtfulEntryProps {
  row: DoubtfulRow
  onSettle(refusal: Promise<string | null>): Promise<void>
}

function DoubtfulEntry({ row, onSettle }: DoubtfulEntryProps) {
  const { table, id, who, isGone, fields, backup } = row
  const what = hasTableName(table) ? sayTable(table) : table
  const title = who?.name ? t('backup.doubt.of', { what, name: who.name }) : what
  const at = backup ? formatInstant(backup.madeAt) : ''
  return (
    <li>
      <p className={shared.strong}>{title}</p>
      {isGone && <p>{t('backup.doubt.gone')}</p>}
      {fields.map(({ column, now, before }) => (
        <dl key={column} className={styles.sides}>
          {!isGone && (
            <>
              <dt>{t('backup.doubt.now')}</dt>
              <dd data-typed>{now || '–'}</dd>
            </>
          )}
          {before !== null && (
            <>
              <dt>{t('backup.doubt.before', { at })}</dt>
              <dd data-typed>{before || '–'}</dd>
            </>
          )}
        </dl>
      ))}
      {!backup && <p className={shared.quiet}>{t('backup.doubt.noBackup')}</p>}
      <div className={shared.buttons}>
        {backup && (
          <Button
            size="compact-md"
            onClick={() => void onSettle(send('backup.takeRow', { table, id, backupId: backup.id }))}
          >
            {t('backup.doubt.take')}
          </Button>
        )}
        <Button
          size="compact-md"
          variant="default"
          onClick={() => void onSettle(send('backup.confirmRow', { table, id }))}
        >
          {t(isGone ? 'backup.doubt.stayGone' : 'backup.doubt.keep')}
        </Button>
      </div>
    </li>
  )
}
