// An empty file opens here: bring people in from a file, type a paper list, or look around a sample shop.
import { Button, Title } from '@mantine/core'
import { useEffect } from 'react'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { openSample } from '../../app/start.store.ts'
import { useFirstHour } from '../../features/first-hour/first-hour.store.ts'
import { usePaperList } from '../../features/first-hour/paper-list.store.ts'
import { usePlainKeys } from '../../features/first-hour/use-plain-keys.ts'
import { useDroppedFiles } from '../../features/import-export/DropArea.tsx'
import { useImportExport } from '../../features/import-export/import-export.store.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import { HowToGetFiles } from '../import-export/HowToGetFiles.tsx'
import styles from './FirstHourScreen.module.css'

export function FirstHourScreen() {
  const goTo = useApp((state) => state.goTo)
  const { goOn } = useFirstHour()
  const { files, error, droppedNothing, chooseFiles, dropFiles } = useImportExport()
  const { rows, load } = usePaperList()
  const isOver = useDroppedFiles(dropFiles)
  const choosing = useArrivalFocus<HTMLButtonElement>()
  useEffect(() => {
    void load()
  }, [load])
  // Files were chosen or dropped: the import screen shows what is in them.
  useEffect(() => {
    if (files.length === 0) return
    goOn('answers')
    goTo({ name: 'import' })
  }, [files.length, goOn, goTo])

  function openPaper() {
    goOn('answers')
    goTo({ name: 'paper-list' })
  }

  usePlainKeys((key) => {
    if (key === '1') void chooseFiles()
    else if (key === '2') openPaper()
    else if (key === '3') void openSample()
    else return false
    return true
  })

  const begun = rows.some((row) => row.name !== '' || row.reach !== '' || row.note !== '')
  return (
    <Screen title={t('firstHour.title')} lead={t('firstHour.lead')}>
      <div className={styles.waysIn}>
        <section className={styles.import} data-over={isOver || undefined}>
          <div className={styles.head}>
            <Title order={2} className={styles.name}>
              {t('firstHour.waysIn.import')}
            </Title>
            <KeyHint keys="1" />
          </div>
          <p className={`${shared.quiet} ${shared.block} ${shared.belowS2} ${styles.words}`}>
            {t(isOver ? 'firstHour.waysIn.dropNow' : 'firstHour.waysIn.importWords')}
          </p>
          <Button ref={choosing} aria-keyshortcuts="1" onClick={() => void chooseFiles()}>
            {t('importExport.screen.choose')}
          </Button>
          <div role="alert">
            {error && <p className={`${shared.trouble} ${shared.belowS3}`}>{sayError(error)}</p>}
            {droppedNothing && (
              <p className={`${shared.trouble} ${shared.belowS3}`}>{t('importExport.screen.noPath')}</p>
            )}
          </div>
          <HowToGetFiles />
        </section>
        <div className={styles.others}>
          <WayIn
            digit="2"
            name={t('firstHour.waysIn.paper')}
            words={t(begun ? 'firstHour.waysIn.goOnPaper' : 'firstHour.waysIn.paperWords')}
            onOpen={openPaper}
          />
          <WayIn
            digit="3"
            name={t('firstHour.waysIn.sample')}
            words={t('firstHour.waysIn.sampleWords')}
            onOpen={() => void openSample()}
          />
        </div>
      </div>
    </Screen>
  )
}

interface WayInProps {
  digit: string
  name: string
  words: string
  onOpen(): void
}

function WayIn({ digit, name, words, onOpen }: WayInProps) {
  return (
    <button type="button" className={styles.wayIn} aria-keyshortcuts={digit} onClick={onOpen}>
      <span className={styles.head}>
        <span className={styles.name}>{name}</span>
        <KeyHint keys={digit} />
      </span>
      <span className={`${shared.quiet} ${shared.block} ${shared.belowS2} ${styles.words}`}>{words}</span>
    </button>
  )
}
