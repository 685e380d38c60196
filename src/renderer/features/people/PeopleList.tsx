// The lines of the list: only those in view are drawn, whatever the length.
import { Button } from '@mantine/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { useApp } from '../../app/app.store.ts'
import { useCallThrough } from '../../app/use-call-through.ts'
import shared from '../../ui/shared.module.css'
import { moveByKey } from './move-by-key.ts'
import { PeopleLine } from './PeopleLine.tsx'
import classes from './PeopleList.module.css'
import { countFilters, usePeople } from './people.store.ts'
import type { PeopleList as People } from './use-people-list.ts'

const lineHeight = 48
const lineWithNoteHeight = 70

export interface PeopleListHandle {
  reveal(line: number): void
  /** Opens the current line, at once or as soon as the search has answered. */
  openWhenHere(): void
}

interface PeopleListProps {
  people: People
  ref: Ref<PeopleListHandle>
}

export function PeopleList({ people, ref }: PeopleListProps) {
  const { total, current, isBehind, rowAt, moveTo, listAmong } = people
  const scroller = useRef<HTMLDivElement>(null)
  const enterWaits = useRef(false)
  const lines = useDrawnLines(people, scroller)

  useCallThrough(listAmong)
  const openLine = (line: number) => {
    const row = rowAt(line)
    if (!row) return
    moveTo(line)
    useApp.getState().goTo({ name: 'person', id: row.id, among: listAmong() })
  }
  // Enter is often pressed before the answer is there: then its first line is meant.
  useEffect(() => {
    if (!enterWaits.current || isBehind) return
    enterWaits.current = false
    openLine(0)
  })
  useImperativeHandle(ref, () => ({
    reveal: (line) => lines.scrollToIndex(line, { align: 'auto' }),
    openWhenHere: () => {
      if (isBehind) enterWaits.current = true
      else openLine(current)
    },
  }))

  return (
    <>
      <Headings />
      <div
        ref={scroller}
        id="people-list"
        className={classes.scroller}
        role="listbox"
        aria-label={t('people.title')}
        aria-busy={isBehind}
        aria-activedescendant={rowId(rowAt(current)?.id)}
        tabIndex={0}
        onKeyDown={(event) => {
          if (moveByKey(event.key, current, moveTo)) {
            event.preventDefault()
            lines.scrollToIndex(usePeople.getState().current, { align: 'auto' })
          } else if (event.key === 'Enter') openLine(current)
        }}
      >
        <div role="presentation" className={classes.lines} style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map((item) => (
            <PeopleLine
              key={item.key}
              id={rowId(rowAt(item.index)?.id)}
              row={rowAt(item.index)}
              line={item.index}
              total={total}
              top={item.start}
              height={item.size}
              isCurrent={item.index === current}
              onOpen={openLine}
            />
          ))}
        </div>
      </div>
      {people.isRead && total === 0 && <Nobody typed={people.shown.search?.trim() ?? ''} />}
    </>
  )
}

/** Which lines are drawn and how tall, the pages they need, and where the list stands. */
function useDrawnLines(people: People, scroller: RefObject<HTMLDivElement | null>) {
  const { total, pages, current, shown, rowAt, show, listAmong } = people
  const lines = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => (rowAt(line)?.matchedNote ? lineWithNoteHeight : lineHeight),
    overscan: 6,
    // The line that Enter opens is drawn wherever the list is scrolled to: screen readers are pointed at it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return current >= total || drawn.includes(current) ? drawn : [...drawn, current].sort((a, b) => a - b)
    },
  })
  const first = lines.range?.startIndex ?? 0
  const last = lines.range?.endIndex ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: told again when another list is shown
  useEffect(() => show(first, last), [first, last, show, shown])
  // Lines with a note are taller; outside a search all are alike, and a long list is never measured again.
  const sizedBy = shown.search?.trim() ? pages : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found is what changes the sizes
  useEffect(() => lines.measure(), [lines, sizedBy])
  // Another question starts at its top; coming back finds the place again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves only when the question changes
  useEffect(() => lines.scrollToIndex(usePeople.getState().current, { align: 'auto' }), [lines, shown])
  // Whoever was reached by calling through is the current one when the owner comes back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves only once, on coming back
  useEffect(() => {
    const { lastOpened } = useApp.getState()
    const line = lastOpened === null ? -1 : listAmong().indexOf(lastOpened)
    if (line === -1) return
    usePeople.getState().moveTo(line)
    lines.scrollToIndex(line, { align: 'auto' })
  }, [lines])
  return lines
}

function Headings() {
  return (
    <div className={classes.top} aria-hidden>
      <div className={classes.headings}>
        <span>{t('people.columns.name')}</span>
        <span className={classes.phone}>{t('people.columns.phone')}</span>
        <span className={classes.email}>{t('people.columns.email')}</span>
        <span>{t('people.columns.lastTouch')}</span>
        <span>{t('people.columns.nextStep')}</span>
      </div>
    </div>
  )
}

/** An empty list says why, and what to do. */
function Nobody({ typed }: { typed: string }) {
  const { filters, tab, clearFilters } = usePeople()
  if (tab !== 'private' && countFilters(filters) > 0) {
    return (
      <div className={shared.nothing}>
        <p>{typed ? t('people.filters.nobodyTyped', { typed }) : t('people.filters.nobody')}</p>
        <Button variant="default" onClick={clearFilters}>
          {t('people.filters.clear')}
        </Button>
      </div>
    )
  }
  return typed ? <p className={shared.nothing}>{t('people.nobody', { typed })}</p> : null
}

function rowId(id: number | undefined): string | undefined {
  return id === undefined ? undefined : `person-${id}`
}
