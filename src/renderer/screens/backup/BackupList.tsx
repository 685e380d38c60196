// The backups made, newest first: where each is, how big, what it held, when it was checked.
import { ScrollArea, Table } from '@mantine/core'
import type { Backup } from '../../../shared/contract/backup.ts'
import { formatInstant, formatNumber } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import styles from './BackupScreen.module.css'

function sayMegabytes(bytes: number): string {
  return t('backup.megabytes', { size: formatNumber(Math.max(0.1, Math.round(bytes / 1e5) / 10)) })
}

export function BackupList({ recent }: { recent: Backup[] }) {
  if (recent.length === 0) return null
  return (
    <section className={`${shared.part} ${styles.part}`}>
      <h2>{t('backup.recent')}</h2>
      <ScrollArea type="auto" tabIndex={0} aria-label={t('backup.recent')}>
        <Table verticalSpacing="sm" horizontalSpacing={0} className={`${shared.table} ${styles.table}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('backup.when')}</Table.Th>
              <Table.Th>{t('backup.folder')}</Table.Th>
              <Table.Th ta="right">{t('backup.people')}</Table.Th>
              <Table.Th ta="right">{t('backup.touches')}</Table.Th>
              <Table.Th ta="right">{t('backup.size')}</Table.Th>
              <Table.Th>{t('backup.checked')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {recent.map((backup) => (
              <Table.Tr key={`${backup.madeAt} ${backup.file}`}>
                <Table.Td className={shared.nowrap}>{formatInstant(backup.madeAt)}</Table.Td>
                <Table.Td className={shared.wrap}>{backup.folder}</Table.Td>
                <Table.Td ta="right">{formatNumber(backup.people)}</Table.Td>
                <Table.Td ta="right">{formatNumber(backup.touches)}</Table.Td>
                <Table.Td ta="right" className={shared.nowrap}>
                  {sayMegabytes(backup.bytes)}
                </Table.Td>
                <Table.Td className={shared.nowrap}>
                  {backup.verifiedAt ? formatInstant(backup.verifiedAt) : t('backup.notChecked')}
                  {backup.inDoubt.length > 0 && <div>{t('backup.hasDoubt')}</div>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </section>
  )
}
