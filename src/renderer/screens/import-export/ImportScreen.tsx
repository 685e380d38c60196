// Import: choose or drop files, see who is in them, map what is not known, import; earlier imports below.
import { Button, Progress } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { formatNumber } from '../../../shared/messages/format.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { DropArea } from '../../features/import-export/DropArea.tsx'
import { FileSection } from '../../features/import-export/FileSection.tsx'
import { useImportExport } from '../../features/import-export/import-export.store.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import { HowToGetFiles } from './HowToGetFiles.tsx'
import { ImportedResult } from './ImportedResult.tsx'
import styles from './ImportScreen.module.css'
import { PastImports } from './PastImports.tsx'
import { TakenBackWords } from './TakenBackWords.tsx'

export function ImportScreen() {
  const { files, work, error, takenBack, chooseFiles } = useImportExport()
  const past = useLoaded('importExport.imports', {})
  const trouble = error ?? past.error
  // Undone elsewhere: what is shown must still be true.
  const result =
    work.kind === 'imported' && !past.value?.every(({ id }) => id !== work.result.id) ? work.result : null
  const isImporting = work.kind === 'importing'
  const isIdle = files.length === 0 && !result && !isImporting
  return (
    <Screen
      title={t('importExport.screen.title')}
      lead={t('importExport.screen.lead')}
      actions={
        files.length > 0 && (
          <Button variant="default" disabled={isImporting} onClick={() => void chooseFiles()}>
            {t('importExport.screen.chooseMore')}
          </Button>
        )
      }
    >
      <div role="status">{takenBack && <TakenBackWords result={takenBack.result} />}</div>
      {result && <ImportedResult result={result} />}
      <DropArea />
      <Refusal words={trouble && sayError(trouble)} className={`${shared.trouble} ${shared.aboveS4}`} />
      {files.length > 0 && <Prepared />}
      {isIdle && <HowToGetFiles />}
      <PastImports past={past.value ?? []} />
    </Screen>
  )
}

function Prepared() {
  const { files, work } = useImportExport()
  return (
    <>
      {files.map((file) => (
        <FileSection key={file.token} file={file} />
      ))}
      <div className={styles.go}>
        {work.kind === 'importing' ? <Importing done={work.done} total={work.total} /> : <ImportButton />}
      </div>
    </>
  )
}

function ImportButton() {
  const { files, runImport } = useImportExport()
  const button = useRef<HTMLButtonElement>(null)
  const count = files.reduce((sum, file) => sum + (file.preview?.people ?? 0), 0)
  const isReading = files.some((file) => file.preview === null)
  const isRefused = files.some((file) => file.preview?.error)
  const isUnknown = files.some((file) => file.preview?.format === 'csv' && !file.preview.recognised)
  const isReady = !isReading && !isRefused && !isUnknown && count > 0
  // Enter goes on, unless the owner is busy elsewhere on the screen.
  useEffect(() => {
    if (isReady && !document.activeElement?.matches('main *')) button.current?.focus()
  }, [isReady])
  const why = isRefused
    ? t('importExport.screen.refusedFirst')
    : isUnknown
      ? t('importExport.screen.mapFirst')
      : ''
  return (
    <>
      <Button ref={button} size="lg" disabled={!isReady} onClick={() => void runImport()}>
        {count === 0
          ? t('importExport.screen.importNobody')
          : t('importExport.screen.importCount', { count, shown: formatNumber(count) })}
      </Button>
      <p className={shared.quiet} role="status">
        {why}
      </p>
    </>
  )
}

function Importing({ done, total }: { done: number; total: number }) {
  return (
    <div className={styles.progress}>
      <p role="status">{t('importExport.screen.working')}</p>
      <Progress
        value={total > 0 ? (100 * done) / total : 0}
        animated={total > 0 && done >= total}
        aria-label={t('importExport.screen.working')}
      />
    </div>
  )
}
