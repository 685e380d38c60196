// The rows of Today: one is selected; its letters M T V E N Q W open the log box, K and Z answer, arrows move.
import { useEffect, useRef, useState } from 'react'
import type { TodayRow as Row } from '../../../shared/contract/today.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { type How, howLetters } from '../../../shared/rules/touches/touch-kinds.ts'
import { useApp } from '../../app/app.store.ts'
import { useCallThrough } from '../../app/use-call-through.ts'
import { LeaveDialog } from '../../features/focus-list/LeaveDialog.tsx'
import type { LeaveKind } from '../../features/focus-list/leaving.ts'
import { NotNowDialog } from '../../features/focus-list/NotNowDialog.tsx'
import { settleInquiry } from './InquiryAnswers.tsx'
import { type Logging, TodayRow } from './TodayRow.tsx'
import classes from './TodayScreen.module.css'

export function TodayList({ rows }: { rows: Row[] }) {
  const goTo = useApp((state) => state.goTo)
  useCallThrough(() => among)
  // Coming back finds the place again.
  const [selectedId, setSelectedId] = useState<number | null>(useApp.getState().lastOpened)
  const [logging, setLogging] = useState<Logging | null>(null)
  const [leaving, setLeaving] = useState<{ row: Row; as: LeaveKind } | null>(null)
  const [waiting, setWaiting] = useState<Row | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const place = Math.max(
    0,
    rows.findIndex((row) => row.personId === selectedId),
  )
  const selected = rows[place]!
  const among = rows.map((row) => row.personId)

  function select(personId: number) {
    if (personId === selectedId) return
    setSelectedId(personId)
    setLogging(null)
  }

  function handleKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return
    if (!isListFocused(list.current)) return
    const how = (howLetters as Record<string, How | undefined>)[event.key.toLowerCase()]
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (how) {
      event.preventDefault()
      setSelectedId(selected.personId)
      setLogging({ how })
    } else if (event.key.toLowerCase() in jobLetters) {
      event.preventDefault()
      setSelectedId(selected.personId)
      setLogging(jobLetters[event.key.toLowerCase()]!)
    } else if (event.key.toLowerCase() === 'k' && selected.inquiryId !== null) {
      event.preventDefault()
      void settleInquiry(selected.inquiryId)
    } else if (event.key.toLowerCase() === 'z' && mayWait(selected)) {
      event.preventDefault()
      setWaiting(selected)
    } else if (step !== 0) {
      event.preventDefault()
      select(rows[Math.min(rows.length - 1, Math.max(0, place + step))]!.personId)
    } else if (event.key === 'Enter' && document.activeElement?.tagName !== 'BUTTON') {
      event.preventDefault()
      goTo({ name: 'person', id: selected.personId, among })
    }
  }
  const latest = useRef(handleKey)
  latest.current = handleKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  return (
    <>
      <ol ref={list} className={classes.rows}>
        {rows.map((row, index) => (
          <TodayRow
            key={row.personId}
            row={row}
            first={row.group !== rows[index - 1]?.group}
            selected={row === selected}
            logging={row === selected ? logging : null}
            onSelect={() => select(row.personId)}
            onOpen={() => goTo({ name: 'person', id: row.personId, among })}
            onLog={setLogging}
            onNotNow={mayWait(row) ? () => setWaiting(row) : null}
            onLogged={(as) => {
              setLogging(null)
              if (as) setLeaving({ row, as })
            }}
          />
        ))}
      </ol>
      {waiting && (
        <NotNowDialog
          personId={waiting.personId}
          name={personName(waiting)}
          onClose={() => setWaiting(null)}
        />
      )}
      {leaving && (
        <LeaveDialog
          person={{ id: leaving.row.personId, name: leaving.row.name, firm: leaving.row.firm }}
          as={leaving.as}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  )
}

/** A quote and a sale, as on paper. */
const jobLetters: Record<string, Logging | undefined> = {
  q: { how: 'talked', outcome: 'quote' },
  w: { how: 'talked', outcome: 'bought' },
}

/** Only a turn or a date of somebody on the list can wait. */
const mayWait = (row: Row) => row.onFocusList && row.group !== 'owed'

/** Letters act on the list only while nobody is typing and no dialog is open. */
function isListFocused(list: HTMLElement | null): boolean {
  const active = document.activeElement
  if (document.querySelector('[role="dialog"]')) return false
  if (active === null || active === document.body || active.tagName === 'MAIN') return true
  return list?.contains(active) === true && !active.closest('input, textarea, select, [data-log-box]')
}
