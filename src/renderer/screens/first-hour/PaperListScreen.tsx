// A paper list typed in: three cells a row, Enter goes on to the next; pasted rows that are unclear say why.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { formatNumber } from '../../../shared/messages/format.ts'
import { say, sayError, t } from '../../../shared/messages/translate.ts'
import { mostTyped } from '../../../shared/rules/first-hour/parse-paper-list.ts'
import { useApp } from '../../app/app.store.ts'
import { useFirstHour } from '../../features/first-hour/first-hour.store.ts'
import {
  isBlank,
  isReady,
  type Known,
  type PaperField,
  usePaperList,
} from '../../features/first-hour/paper-list.store.ts'
import { Screen } from '../../ui/Screen.tsx'
import shared from '../../ui/shared.module.css'
import { PaperLine } from './PaperLine.tsx'
import styles from './PaperListScreen.module.css'

export function PaperListScreen() {
  const { status, rows, tooMany, error, known, load, add } = usePaperList()
  const goTo = useApp((state) => state.goTo)
  const step = useFirstHour((state) => state.step)
  const grid = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    void load()
  }, [load])

  const next = () => goTo({ name: step ?? 'people' })
  const odd = rows.filter((row) => row.odd !== null).length

  /** Past the last row, on to the button. */
  function moveTo(line: number, field: PaperField) {
    const cell = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${line}-${field}"]`)
    if (cell) cell.focus()
    else if (line >= 0) button.current?.focus()
  }

  async function save() {
    const added = await add()
    const after = usePaperList.getState()
    if (added !== null && after.known.length === 0 && after.rows.every(isBlank)) next()
    else grid.current?.querySelector<HTMLElement>('[data-odd] input')?.focus()
  }

  if (status === 'failed' && error) {
    return (
      <Screen title={t('firstHour.paper.title')} lead={t('firstHour.paper.lead')}>
        <p role="alert">{sayError(error)}</p>
        <Button variant="default" onClick={() => void load()}>
          {t('touches.tryAgain')}
        </Button>
      </Screen>
    )
  }
  if (status !== 'ready') return <div aria-busy="true" />
  return (
    <Screen title={t('firstHour.paper.title')} lead={t('firstHour.paper.lead')}>
      <div className={styles.list}>
        <KnownAlready known={known} onGoOn={next} />
        <div className={styles.headings} aria-hidden>
          <span>{t('firstHour.paper.name')}</span>
          <span>{t('firstHour.paper.reach')}</span>
          <span>{t('firstHour.paper.note')}</span>
        </div>
        <div ref={grid}>
          {rows.map((row, line) => (
            <PaperLine key={row.uid} row={row} line={line} isFirst={line === 0} onMove={moveTo} />
          ))}
        </div>
        <div className={styles.go}>
          <AddButton ref={button} onAdd={() => void save()} />
          <div role="status" className={styles.quiet}>
            {odd > 0 && t('firstHour.paper.odd', { count: odd })}
            {tooMany && t('firstHour.paper.tooMany', { most: formatNumber(mostTyped) })}
          </div>
          <div role="alert">{error && <p className={shared.trouble}>{sayError(error)}</p>}</div>
        </div>
      </div>
    </Screen>
  )
}

function AddButton({ ref, onAdd }: { ref: React.Ref<HTMLButtonElement>; onAdd(): void }) {
  const { rows, busy } = usePaperList()
  const count = rows.filter(isReady).length
  return (
    <Button ref={ref} size="lg" loading={busy} disabled={count === 0} onClick={onAdd}>
      {count === 0
        ? t('firstHour.paper.addNobody')
        : t('firstHour.paper.add', { count, shown: formatNumber(count) })}
    </Button>
  )
}

/** Rows that were somebody's already: said one by one, and then on. */
function KnownAlready({ known, onGoOn }: { known: Known[]; onGoOn(): void }) {
  if (known.length === 0) return null
  return (
    <section className={`${shared.section} ${styles.known}`}>
      <h2>{t('firstHour.paper.outcomeTitle')}</h2>
      <ul role="status">
        {known.map(({ name, reason }) => (
          <li key={name}>
            {reason
              ? t('firstHour.paper.skipped', { name, reason: say(reason) })
              : t('firstHour.paper.merged', { name })}
          </li>
        ))}
      </ul>
      <Button autoFocus onClick={onGoOn}>
        {t('firstHour.paper.goOn')}
      </Button>
    </section>
  )
}
