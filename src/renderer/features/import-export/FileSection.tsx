// One file of the import: what it holds, what is refused and why, its columns, its first people.
import { Button, CloseButton } from '@mantine/core'
import { useId, useState } from 'react'
import type { FilePreview } from '../../../shared/contract/import-export.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import { ColumnMapping } from './ColumnMapping.tsx'
import styles from './FileSection.module.css'
import { type ImportFile, useImportExport } from './import-export.store.ts'
import { RemarkList } from './RemarkList.tsx'
import { SamplePeople } from './SamplePeople.tsx'

export function FileSection({ file }: { file: ImportFile }) {
  const { work, removeFile } = useImportExport()
  const heading = useId()
  const { preview } = file
  return (
    <section
      className={`${shared.part} ${styles.file}`}
      aria-labelledby={heading}
      aria-busy={preview === null}
    >
      <header className={styles.head}>
        <h2 id={heading}>{file.name}</h2>
        <p className={styles.found} role="status">
          {preview ? sayFound(preview) : t('importExport.screen.reading')}
        </p>
        <CloseButton
          aria-label={t('importExport.screen.remove', { name: file.name })}
          disabled={work.kind === 'importing'}
          onClick={() => removeFile(file.token)}
        />
      </header>
      {preview?.error && (
        <p role="alert" className={shared.trouble}>
          {sayError(preview.error)}
        </p>
      )}
      {preview && !preview.error && <Contents file={file} preview={preview} />}
    </section>
  )
}

/** "500 people · CSV", and empty rows where there are some. */
function sayFound(preview: FilePreview): string {
  if (preview.error || preview.format === null) return ''
  const words = [t(`importExport.screen.kinds.${preview.format}`)]
  if (preview.recognised) {
    words.unshift(
      t('importExport.screen.people', { count: preview.people, shown: formatNumber(preview.people) }),
    )
  }
  const empties = preview.skipped - preview.notPeople
  if (empties > 0) {
    words.push(t('importExport.screen.empties', { count: empties, shown: formatNumber(empties) }))
  }
  return words.join(' · ')
}

function Contents({ file, preview }: { file: ImportFile; preview: FilePreview }) {
  const { rejected, notPeople, warned } = preview
  return (
    <>
      <RemarkList
        title={t('importExport.screen.refusals', { count: rejected, shown: formatNumber(rejected) })}
        remarks={preview.rejections}
        count={rejected}
      />
      <RemarkList
        title={t('importExport.screen.nobodies', { count: notPeople, shown: formatNumber(notPeople) })}
        remarks={preview.notPeopleLines}
        count={notPeople}
      />
      <RemarkList
        title={t('importExport.screen.notes', { count: warned, shown: formatNumber(warned) })}
        remarks={preview.warnings}
        count={warned}
      />
      <Columns file={file} preview={preview} />
      <SamplePeople name={file.name} people={preview.sample} />
    </>
  )
}

/** Open from the start when the columns are not known; else behind a button. */
function Columns({ file, preview }: { file: ImportFile; preview: FilePreview }) {
  const [isOpen, setOpen] = useState(!preview.recognised)
  const panel = useId()
  // The owner's own choice first: the preview of it may still be on its way when the next column is chosen.
  const mapping = file.mapping ?? preview.mapping
  if (!mapping) return null
  const toFields = mapping.columns.filter((column) => column.field === null).length
  const words = !preview.recognised
    ? t('importExport.screen.unknown')
    : toFields > 0 && t('importExport.screen.toFields', { count: toFields, shown: formatNumber(toFields) })
  return (
    <div>
      <p className={styles.columns}>
        {words && <span>{words}</span>}
        {preview.recognised && (
          <Button
            variant="subtle"
            size="compact-md"
            aria-expanded={isOpen}
            aria-controls={panel}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'importExport.screen.hideColumns' : 'importExport.screen.showColumns')}
          </Button>
        )}
      </p>
      <div id={panel}>{isOpen && <ColumnMapping file={file} mapping={mapping} />}</div>
    </div>
  )
}
