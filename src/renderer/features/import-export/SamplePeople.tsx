// The first people of a file as they would be taken, so that a wrong column is seen before anything is written.
import { Table } from '@mantine/core'
import type { SamplePerson } from '../../../shared/contract/import-export.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import styles from './FileSection.module.css'

const columns = ['name', 'firm', 'phone', 'email', 'note'] as const

export function SamplePeople({ name, people }: { name: string; people: SamplePerson[] }) {
  if (people.length === 0) return null
  return (
    <Table
      verticalSpacing="xs"
      horizontalSpacing={0}
      className={`${shared.table} ${styles.table}`}
      aria-label={t('importExport.screen.firstPeople', { name })}
    >
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column}>{t(`importExport.screen.columns.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other key and never move
          <Table.Tr key={index}>
            {columns.map((column) => (
              <Table.Td key={column} className={shared.oneLine}>
                {column === 'name' ? personName(person) : person[column].split('\n').join(' · ')}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
