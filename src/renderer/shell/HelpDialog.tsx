// F1: the page of the screen one is on, with the other pages, the letters of the sheet and the keys one click away.

import { useState } from 'react'
import type { MessageKey } from '../../shared/messages/en/message-key.ts'
import { t } from '../../shared/messages/translate.ts'
import { type Screen, useApp } from '../app/app.store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import styles from './HelpDialog.module.css'
import { sidebarScreens } from './screens.ts'

type PageName =
  | 'today'
  | 'focusList'
  | 'callSheet'
  | 'letters'
  | 'people'
  | 'person'
  | 'places'
  | 'texts'
  | 'import'
  | 'referrals'
  | 'backup'
  | 'settings'
  | 'firstHour'
  | 'keys'

const titles: Record<PageName, MessageKey> = {
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
}

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

const control = (key: string) => t('app.control', { key })

const hows: [string, MessageKey][] = [
  ['M', 'app.letterM'],
  ['T', 'app.letterT'],
  ['V', 'app.letterV'],
  ['E', 'app.letterE'],
  ['N', 'app.letterN'],
]
const outcomes: [string, MessageKey][] = [
  ['Q', 'app.letterQ'],
  ['W', 'app.letterW'],
  ['L', 'app.letterL'],
  ['P', 'app.letterP'],
  ['R', 'app.letterR'],
  ['X', 'app.letterX'],
]

export function HelpDialog({ onClose }: { onClose(): void }) {
  const screen = useApp((state) => state.screen)
  const [page, setPage] = useState<PageName>(pageOf[screen.name])
  return (
    <Dialog onClose={onClose} size="xl" title={t('app.help')}>
      <div className={styles.columns}>
        <nav aria-label={t('help.pages')}>
          <ul className={styles.pages}>
            {(Object.keys(titles) as PageName[]).map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className={styles.page}
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
  if (page === 'keys') return <Keys />
  const [lead, ...points] = t(`help.page.${page}`).split('\n')
  return (
    <>
      <p className={styles.lead}>{lead}</p>
      <ul className={styles.points}>
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

function Keys() {
  const keys: [string, MessageKey][] = [
    [control('L'), 'app.logTouch'],
    [control('N'), 'app.addPerson'],
    [control('K'), 'app.keyFind'],
    [control('Z'), 'app.keyUndo'],
    [control('⇧ Z'), 'app.keyRedo'],
    [control(`1 … ${sidebarScreens.length}`), 'app.keyNumbers'],
    [control('+ − 0'), 'app.keyZoom'],
    [t('app.escape'), 'app.keyClose'],
    ['F1', 'app.keyHelp'],
  ]
  return <KeyList entries={keys} />
}

function KeyList({ entries }: { entries: [string, MessageKey][] }) {
  return (
    <dl className={styles.list}>
      {entries.map(([keys, label]) => (
        <div key={label}>
          <dt>
            <KeyHint keys={keys} />
          </dt>
          <dd>{t(label)}</dd>
        </div>
      ))}
    </dl>
  )
}
