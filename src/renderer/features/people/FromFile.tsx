// What files said of somebody without a place of its own: folded, in the files' own words.
import type { PersonRecord } from '../../../shared/contract/people.ts'
import { formatNumber } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import classes from './FromFile.module.css'

export function FromFile({ fields }: { fields: PersonRecord['fileFields'] }) {
  if (fields.length === 0) return null
  return (
    <details className={shared.section}>
      <summary className={shared.caption}>
        {t('people.fromFile.title', { count: fields.length, shown: formatNumber(fields.length) })}
      </summary>
      <p className={shared.note}>{t('people.fromFile.words')}</p>
      <dl className={classes.fields}>
        {fields.map(({ label, value }) => (
          <div key={`${label}\n${value}`}>
            <dt className={shared.note}>{label === '' ? t('people.fromFile.noLabel') : label}</dt>
            <dd className={classes.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
