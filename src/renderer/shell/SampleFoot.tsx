// At the sidebar's foot in the sample shop: the way back to the owner's own file, and a fresh start.
import { Button } from '@mantine/core'
import { t } from '../../shared/messages/translate.ts'
import { leaveSample, openSample } from '../app/start.store.ts'
import styles from './SampleFoot.module.css'

export function SampleFoot() {
  return (
    <div className={styles.foot}>
      <p className={styles.words}>{t('app.sampleWords')}</p>
      <Button fullWidth size="sm" variant="default" onClick={() => void leaveSample()}>
        {t('app.leaveSample')}
      </Button>
      <Button fullWidth size="sm" variant="subtle" onClick={() => void openSample(true)}>
        {t('app.sampleAfresh')}
      </Button>
    </div>
  )
}
