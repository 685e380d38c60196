// Three short steps to get the people out of the phone or program that holds them now.
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import styles from './ImportScreen.module.css'

const sources = ['iphone', 'android', 'google', 'outlook'] as const
type Source = (typeof sources)[number]

export function HowToGetFiles() {
  const [source, setSource] = useState<Source>('iphone')
  return (
    <section className={`${shared.part} ${styles.part}`}>
      <h2>{t('importExport.steps.title')}</h2>
      <SegmentedControl
        aria-label={t('importExport.steps.from')}
        value={source}
        onChange={(value) => setSource(value as Source)}
        data={sources.map((value) => ({ value, label: t(`importExport.steps.${value}`) }))}
      />
      <ol className={styles.steps} aria-live="polite">
        <li>{t(`importExport.steps.${source}1`)}</li>
        <li>{t(`importExport.steps.${source}2`)}</li>
        <li>{t(`importExport.steps.${source}3`)}</li>
      </ol>
    </section>
  )
}
