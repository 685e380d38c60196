// The counter page: blank lines for whoever comes in, to be typed in later; useful before there is any sheet.
import type { Paper } from '../../shared/contract/shapes.ts'
import { t } from '../../shared/messages/translate.ts'
import { blocksPerPage } from '../../shared/rules/call-sheets/sheet-pages.ts'
import pages from './CallSheetPages.module.css'
import styles from './CounterPage.module.css'

const lines = Array.from({ length: blocksPerPage }, (_, index) => index + 1)
const upper = ['who', 'phone', 'day'] as const
const lower = ['wants', 'found', 'words'] as const

export function CounterPage({ shop, paper }: { shop: string; paper: Paper }) {
  const title = t('callSheets.counter.title')
  return (
    <section className={pages.paper} data-paper={paper}>
      <div className={pages.sheet}>
        <header className={pages.header}>
          <div>
            <h2 className={pages.clip}>{title}</h2>
            <p className={pages.plan}>
              {[shop, t('callSheets.counter.lead')].filter((part) => part !== '').join(' · ')}
            </p>
          </div>
        </header>
        {lines.map((line) => (
          <section key={line} className={styles.block}>
            <div className={styles.upper}>
              {upper.map((field) => (
                <p key={field}>{t(`callSheets.counter.${field}`)}</p>
              ))}
            </div>
            <div className={styles.lower}>
              {lower.map((field) => (
                <p key={field}>{t(`callSheets.counter.${field}`)}</p>
              ))}
            </div>
          </section>
        ))}
        <footer className={pages.footer}>
          <div>
            <b>{t('callSheets.counter.foundKey')}</b> {t('callSheets.counter.foundExamples')}
            <br />
            {t('callSheets.counter.use')}
          </div>
        </footer>
      </div>
    </section>
  )
}
