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
import { countFilters, rowAt, usePeople } from './people.store.ts'

const lineHeight = 48
const lineWithNoteHeight = 70

export interface PeopleListHandle {
  reveal(line: number): void
  /** Opens the current line, at once or as soon as the search has answered. */
  openWhenHere(): void
}

export function PeopleList({ ref }: { ref: Ref<PeopleListHandle> }) {
  const { total, pages, current, search, shownSearch, moveTo } = usePeople()
  const scroller = useRef<HTMLDivElement>(null)
  const enterWaits = useRef(false)
  const lines = useDrawnLines(scroller)

  useCallThrough(() => usePeople.getState().listAmong())
  const openLine = (line: number) => {
    const { pages: here, listAmong } = usePeople.getState()
    const row = rowAt(here, line)
    if (!row) return
    moveTo(line)
    useApp.getState().goTo({ name: 'person', id: row.id, among: listAmong() })
  }
  // Enter is often pressed before the answer is there: then its first line is meant.
  useEffect(() => {
    if (!enterWaits.current || search !== shownSearch) return
    enterWaits.current = false
    openLine(0)
  })
  useImperativeHandle(ref, () => ({
    reveal: (line) => lines.scrollToIndex(line, { align: 'auto' }),
    openWhenHere: () => {
      const now = usePeople.getState()
      if (now.search === now.shownSearch) openLine(now.current)
      else enterWaits.current = true
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
        aria-busy={search !== shownSearch}
        aria-activedescendant={rowId(rowAt(pages, current)?.id)}
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
              id={rowId(rowAt(pages, item.index)?.id)}
              row={rowAt(pages, item.index)}
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
      {total === 0 && <Nobody />}
    </>
  )
}

/** Which lines are drawn and how tall, the pages they need, and where the list stands. */
function useDrawnLines(scroller: RefObject<HTMLDivElement | null>) {
  const { total, pages, current, sort, filters, shownSearch, show, moveTo } = usePeople()
  const lines = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => (rowAt(pages, line)?.matchedNote ? lineWithNoteHeight : lineHeight),
    overscan: 6,
    // The line that Enter opens is drawn wherever the list is scrolled to: screen readers are pointed at it.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return current >= total || drawn.includes(current) ? drawn : [...drawn, current].sort((a, b) => a - b)
    },
  })
  const first = lines.range?.startIndex ?? 0
  const last = lines.range?.endIndex ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the pages were replaced
  useEffect(() => show(first, last), [first, last, show, pages])
  // Lines with a note are taller; outside a search all are alike, and a long list is never measured again.
  const sizedBy = shownSearch.trim() === '' ? null : pages
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found is what changes the sizes
  useEffect(() => lines.measure(), [lines, sizedBy])
  // Another question starts at its top; coming back finds the place again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves only when the question changes
  useEffect(
    () => lines.scrollToIndex(usePeople.getState().current, { align: 'auto' }),
    [lines, shownSearch, sort, filters],
  )
  // Whoever was reached by calling through is the current one when the owner comes back.
  useEffect(() => {
    const { lastOpened } = useApp.getState()
    const line = lastOpened === null ? -1 : usePeople.getState().listAmong().indexOf(lastOpened)
    if (line === -1) return
    moveTo(line)
    lines.scrollToIndex(line, { align: 'auto' })
  }, [lines, moveTo])
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
function Nobody() {
  const { shownSearch, filters, tab, clearFilters } = usePeople()
  const typed = shownSearch.trim()
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
