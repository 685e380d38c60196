// Takes files dropped anywhere on the window; with none chosen yet, the place that says so.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import styles from './DropArea.module.css'
import { useImportExport } from './import-export.store.ts'

/** Whether files are held over the window right now. */
export function useDroppedFiles(take: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(false)
      take([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [take])
  return isOver
}

export function DropArea() {
  const { files, work, droppedNothing, chooseFiles, dropFiles } = useImportExport()
  const isImporting = work.kind === 'importing'
  const isOver = useDroppedFiles(isImporting ? ignore : dropFiles) && !isImporting
  const isEmpty = files.length === 0 && work.kind === 'preparing'
  return (
    <>
      {(isEmpty || isOver) && (
        <div className={styles.area} data-over={isOver}>
          <p className={styles.drop}>
            {t(isOver ? 'importExport.screen.dropNow' : 'importExport.screen.drop')}
          </p>
          {isEmpty && (
            <>
              <p className={styles.quiet}>{t('importExport.screen.or')}</p>
              <Button onClick={() => void chooseFiles()}>{t('importExport.screen.choose')}</Button>
            </>
          )}
        </div>
      )}
      <div role="alert">
        {droppedNothing && (
          <p className={`${shared.trouble} ${shared.aboveS4}`}>{t('importExport.screen.noPath')}</p>
        )}
      </div>
    </>
  )
}

function ignore(): void {}
