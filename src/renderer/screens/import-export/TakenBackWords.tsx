// What taking an import back did: who went, who is as before, who stayed and why.
import type { TakenBack } from '../../../shared/contract/import-export.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import styles from './ImportScreen.module.css'

export function TakenBackWords({ result }: { result: TakenBack }) {
  const { removed, restored, kept } = result
  const amount = (count: number) => ({ count, shown: formatNumber(count) })
  return (
    <div className={styles.takenBack}>
      <p>
        {t('importExport.past.removed', amount(removed))}
        {restored > 0 && ` ${t('importExport.past.restored', amount(restored))}`}
      </p>
      {kept.length > 0 && (
        <>
          <p>{t('importExport.past.kept', amount(kept.length))}</p>
          <ul className={shared.bullets}>
            {kept.map(({ personId, name, reason }) => (
              <li key={personId}>{t('importExport.past.keptLine', { name, reason: say(reason) })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
