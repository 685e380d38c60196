// Earlier imports, each of which can be taken back at any later time.
import { Button, ScrollArea, Table } from '@mantine/core'
import type { PastImport } from '../../../shared/contract/import-export.ts'
import { formatInstant, formatNumber } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useImportExport } from '../../features/import-export/import-export.store.ts'
import shared from '../../ui/shared.module.css'
import styles from './ImportScreen.module.css'

export function PastImports({ past }: { past: PastImport[] }) {
  if (past.length === 0) return null
  return (
    <section className={`${shared.part} ${styles.part}`}>
      <h2>{t('importExport.past.title')}</h2>
      <ScrollArea type="auto" tabIndex={0} aria-label={t('importExport.past.title')}>
        <PastTable past={past} />
      </ScrollArea>
    </section>
  )
}

function PastTable({ past }: { past: PastImport[] }) {
  const counts = ['added', 'merged', 'skipped', 'rejected'] as const
  return (
    <Table verticalSpacing="xs" horizontalSpacing={0} className={`${shared.table} ${styles.table}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('importExport.past.when')}</Table.Th>
          <Table.Th>{t('importExport.past.files')}</Table.Th>
          {counts.map((count) => (
            <Table.Th key={count} ta="right">
              {t(`importExport.past.${count}`)}
            </Table.Th>
          ))}
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {past.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td className={shared.nowrap}>{formatInstant(one.importedAt)}</Table.Td>
            <Table.Td className={styles.files}>{one.files.join(', ')}</Table.Td>
            {counts.map((count) => (
              <Table.Td key={count} ta="right">
                {formatNumber(one[count])}
              </Table.Td>
            ))}
            <Table.Td ta="right" className={shared.nowrap}>
              <TakeBack one={one} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function TakeBack({ one }: { one: PastImport }) {
  const { work, takeBack } = useImportExport()
  if (one.takenBackAt !== null)
    return <span className={shared.quiet}>{t('importExport.past.isTakenBack')}</span>
  if (one.added + one.merged === 0) return null
  return (
    <Button
      variant="subtle"
      size="compact-md"
      disabled={work.kind === 'importing'}
      aria-label={t('importExport.past.takeBackLabel', { when: formatInstant(one.importedAt) })}
      onClick={() => void takeBack(one.id)}
    >
      {t('importExport.past.takeBack')}
    </Button>
  )
}
