// The columns of a file: heading, first values, and where each one goes, changed by the owner.
import { Checkbox, NativeSelect, Table } from '@mantine/core'
import { t } from '../../../shared/messages/translate.ts'
import type {
  ColumnMapping as Column,
  FileMapping,
  ImportField,
} from '../../../shared/rules/import-export/import-fields.ts'
import shared from '../../ui/shared.module.css'
import styles from './FileSection.module.css'
import { type ImportFile, useImportExport } from './import-export.store.ts'

const groups = {
  who: [
    'name',
    'givenName',
    'middleName',
    'familyName',
    'namePrefix',
    'nameSuffix',
    'alsoKnownAs',
    'firm',
    'role',
    'department',
  ],
  reach: ['phone', 'email', 'web', 'message', 'contactLabel'],
  address: [
    'address',
    'addressStreet',
    'addressExtra',
    'addressPostBox',
    'addressCity',
    'addressRegion',
    'addressPostcode',
    'addressCountry',
  ],
  more: [
    'birthday',
    'birthYear',
    'birthMonth',
    'birthDay',
    'source',
    'foundWords',
    'note',
    'tags',
    'uid',
    'ignore',
  ],
} as const satisfies Record<string, readonly ImportField[]>

/** Stands for `null`: kept as a line of the note. */
const keep = 'keep'

function listChoices() {
  const named = Object.entries(groups).map(([group, fields]) => ({
    group: t(`importExport.fieldGroups.${group as keyof typeof groups}`),
    items: fields.map((value) => ({ value, label: t(`importExport.fields.${value}`) })),
  }))
  return [{ value: keep, label: t('importExport.fields.keep') }, ...named]
}

export function ColumnMapping({ file, mapping }: { file: ImportFile; mapping: FileMapping }) {
  const mapColumns = useImportExport((state) => state.mapColumns)
  const choices = listChoices()
  const change = (index: number, field: ImportField | null) =>
    mapColumns(file.token, {
      ...mapping,
      columns: mapping.columns.map((column, at) => (at === index ? { ...column, field } : column)),
    })
  return (
    <div className={shared.section}>
      <Checkbox
        label={t('importExport.screen.hasHeader')}
        checked={mapping.hasHeader}
        onChange={(event) =>
          void mapColumns(file.token, { ...mapping, hasHeader: event.currentTarget.checked })
        }
      />
      <Table
        verticalSpacing="xs"
        horizontalSpacing={0}
        className={`${shared.table} ${styles.table}`}
        aria-label={t('importExport.screen.columnsTitle', { name: file.name })}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('importExport.screen.heading')}</Table.Th>
            <Table.Th>{t('importExport.screen.values')}</Table.Th>
            <Table.Th>{t('importExport.screen.goesTo')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mapping.columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file
            <Table.Tr key={index}>
              <Table.Td className={`${shared.strong} ${shared.wrap}`}>{nameColumn(column, index)}</Table.Td>
              <Table.Td className={`${shared.oneLine} ${shared.quiet}`}>{column.sample.join(' · ')}</Table.Td>
              <Table.Td>
                <NativeSelect
                  size="sm"
                  aria-label={t('importExport.screen.goesToLabel', { heading: nameColumn(column, index) })}
                  data={choices}
                  value={column.field ?? keep}
                  onChange={(event) => {
                    const { value } = event.currentTarget
                    void change(index, value === keep ? null : (value as ImportField))
                  }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function nameColumn(column: Column, index: number): string {
  return column.header || t('importExport.screen.columnNumber', { number: index + 1 })
}
