// What an import did, in words: added, merged, skipped and refused with reasons; and the way to take it all back.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ImportResult } from '../../../shared/contract/import-export.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { useFirstHour } from '../../features/first-hour/first-hour.store.ts'
import { useImportExport } from '../../features/import-export/import-export.store.ts'
import { RemarkList, sayPlace } from '../../features/import-export/RemarkList.tsx'
import { copyText } from '../../ui/copy-text.ts'
import shared from '../../ui/shared.module.css'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import styles from './ImportScreen.module.css'

export function ImportedResult({ result }: { result: ImportResult }) {
  const goingOn = useArrivalFocus<HTMLButtonElement>()
  const { takeBack, startAgain } = useImportExport()
  const goTo = useApp((state) => state.goTo)
  const step = useFirstHour((state) => state.step)
  const { added, merged, rejected, skips, households, notPeople, warnings } = result
  return (
    <section className={styles.result} aria-labelledby="import-result">
      <h2 id="import-result">{t('importExport.result.title')}</h2>
      <ul className={styles.sums} role="status">
        {added > 0 && <li>{t('importExport.result.added', amount(added))}</li>}
        {merged > 0 && <li>{t('importExport.result.merged', amount(merged))}</li>}
        {added + merged === 0 && <li>{t('importExport.result.nobody')}</li>}
        {skips.map(({ reason, count }) => (
          <li key={reason.key} className={shared.quiet}>
            {t('importExport.result.skipped', { shown: formatNumber(count), reason: say(reason) })}
          </li>
        ))}
      </ul>
      {households > 0 && (
        <p className={styles.households}>
          {t('importExport.result.households', amount(households))}{' '}
          <Button variant="subtle" size="compact-md" onClick={() => goTo({ name: 'people' })}>
            {t('importExport.result.seeHouseholds')}
          </Button>
        </p>
      )}
      <div className={`${shared.buttons} ${shared.belowS4}`}>
        {step && (
          <Button ref={goingOn} onClick={() => goTo({ name: step })}>
            {t('firstHour.paper.goOn')}
          </Button>
        )}
        <Button variant={step ? 'default' : 'filled'} onClick={() => goTo({ name: 'people' })}>
          {t('importExport.result.seePeople')}
        </Button>
        <Button variant="default" onClick={startAgain}>
          {t('importExport.result.another')}
        </Button>
        {added + merged > 0 && (
          <Button variant="subtle" onClick={() => void takeBack(result.id)}>
            {t('importExport.result.takeBack')}
          </Button>
        )}
      </div>
      <Remarks title={t('importExport.result.rejected', amount(rejected.length))} remarks={rejected} open />
      <Remarks title={t('importExport.screen.nobodies', amount(notPeople.length))} remarks={notPeople} />
      <Remarks title={t('importExport.screen.notes', amount(warnings.length))} remarks={warnings} />
    </section>
  )
}

function amount(count: number): { count: number; shown: string } {
  return { count, shown: formatNumber(count) }
}

function Remarks({
  title,
  remarks,
  open,
}: {
  title: string
  remarks: ImportResult['rejected']
  open?: boolean
}) {
  const [copied, setCopied] = useState(false)
  if (remarks.length === 0) return null
  const text = remarks.map((remark) => `${sayPlace(remark, true)}: ${say(remark.reason)}`).join('\n')
  return (
    <div className={styles.remarks}>
      <RemarkList title={title} remarks={remarks} count={remarks.length} withFile {...(open && { open })} />
      <Button variant="subtle" size="compact-md" onClick={() => setCopied(copyText(text))}>
        {t(copied ? 'importExport.result.copied' : 'importExport.result.copy')}
      </Button>
    </div>
  )
}
