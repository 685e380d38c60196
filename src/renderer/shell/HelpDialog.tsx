// F1: the page of the screen one is on, with the other pages, the letters of the sheet and the keys one click away.

import { useState } from 'react'
import type { MessageKey } from '../../shared/message-key.ts'
import { t } from '../../shared/messages/translate.ts'
import { type Screen, useApp } from '../app/app.store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import shared from '../ui/shared.module.css'
import { listKeys } from './commands.ts'
import styles from './HelpDialog.module.css'

const titles = {
  today: 'app.today',
  focusList: 'app.focusList',
  callSheet: 'app.callSheet',
  letters: 'help.sheetLetters',
  people: 'app.people',
  person: 'help.person',
  places: 'places.title',
  texts: 'texts.title',
  import: 'app.importPeople',
  referrals: 'referrals.title',
  backup: 'app.backup',
  settings: 'app.settings',
  firstHour: 'help.firstHour',
  keys: 'help.keys',
} as const satisfies Record<string, MessageKey>

type PageName = keyof typeof titles

const pageOf: Record<Screen['name'], PageName> = {
  today: 'today',
  'focus-list': 'focusList',
  'call-sheet': 'callSheet',
  people: 'people',
  duplicates: 'people',
  person: 'person',
  place: 'places',
  texts: 'texts',
  import: 'import',
  'paper-list': 'firstHour',
  answers: 'firstHour',
  pick: 'firstHour',
  referrals: 'referrals',
  backup: 'backup',
  settings: 'settings',
}

type KeyEntry = ReturnType<typeof listKeys>[number]

const hows: KeyEntry[] = [
  { keys: 'M', words: 'app.letterM' },
  { keys: 'T', words: 'app.letterT' },
  { keys: 'V', words: 'app.letterV' },
  { keys: 'E', words: 'app.letterE' },
  { keys: 'N', words: 'app.letterN' },
]
const outcomes: KeyEntry[] = [
  { keys: 'Q', words: 'app.letterQ' },
  { keys: 'W', words: 'app.letterW' },
  { keys: 'L', words: 'app.letterL' },
  { keys: 'P', words: 'app.letterP' },
  { keys: 'R', words: 'app.letterR' },
  { keys: 'X', words: 'app.letterX' },
]

export function HelpDialog({ onClose }: { onClose(): void }) {
  const screen = useApp((state) => state.screen)
  const [page, setPage] = useState<PageName>(pageOf[screen.name])
  return (
    <Dialog onClose={onClose} size="xl" title={t('app.help')}>
      <div className={styles.columns}>
        <nav aria-label={t('help.pages')}>
          <ul className={shared.menu}>
            {(Object.keys(titles) as PageName[]).map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className={`${shared.menuItem} ${styles.page}`}
                  aria-current={name === page ? 'page' : undefined}
                  data-autofocus={name === page || undefined}
                  onClick={() => setPage(name)}
                >
                  {t(titles[name])}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-label={t(titles[page])} className={styles.words}>
          <h2>{t(titles[page])}</h2>
          <PageWords page={page} />
        </section>
      </div>
    </Dialog>
  )
}

function PageWords({ page }: { page: PageName }) {
  if (page === 'letters') return <Letters />
  if (page === 'keys') return <KeyList entries={listKeys()} />
  const [lead, ...points] = t(`help.page.${page}`).split('\n')
  return (
    <>
      <p className={styles.lead}>{lead}</p>
      <ul className={`${shared.bullets} ${shared.stackS2}`}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  )
}

function Letters() {
  return (
    <>
      <p className={styles.lead}>{t('help.lettersLead')}</p>
      <h3>{t('app.helpHow')}</h3>
      <KeyList entries={hows} />
      <h3>{t('app.helpOutcome')}</h3>
      <KeyList entries={outcomes} />
    </>
  )
}

function KeyList({ entries }: { entries: KeyEntry[] }) {
  return (
    <dl className={styles.list}>
      {entries.map(({ keys, words }) => (
        <div key={words}>
          <dt>
            <KeyHint keys={keys} />
          </dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
    </dl>
  )
}
