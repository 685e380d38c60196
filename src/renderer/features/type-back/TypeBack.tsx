// Typing the sheet back in: one box for the lines, beside it what each of them will write; nothing is written before.
import { Button, Textarea } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { formatDateRange } from '../../../shared/messages/format.ts'
import { sheetWords } from '../../../shared/messages/read-sheet.ts'
import { sayError, t } from '../../../shared/messages/translate.ts'
import { daysOfWeek, shiftWeek } from '../../../shared/rules/days/weeks.ts'
import { answerLine } from '../../../shared/rules/type-back/answer-line.ts'
import type { Ask, SheetFacts } from '../../../shared/rules/type-back/sheet-entry.ts'
import { makeLineSetting, understandSheet } from '../../../shared/rules/type-back/understand-sheet.ts'
import { useLoaded } from '../../api/queries.ts'
import { useWording } from '../../app/use-start.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import shared from '../../ui/shared.module.css'
import { useArrivalFocus } from '../../ui/use-arrival-focus.ts'
import { BlankRows } from './BlankRows.tsx'
import { SavedLines } from './SavedLines.tsx'
import classes from './TypeBack.module.css'
import { TypedLines } from './TypedLines.tsx'
import { useTypeBack } from './type-back.store.ts'

interface TypeBackProps {
  week: string
  thisWeek: string
  /** Where the sheet is filled first. */
  onPlan(): void
}

export function TypeBack({ week, thisWeek, onPlan }: TypeBackProps) {
  const { status, error, week: openWeek, open } = useTypeBack()
  const read = useLoaded('typeBack.facts', { week })
  useEffect(() => void open(week), [open, week])
  const failure = read.value === undefined && read.error ? read.error : status === 'failed' ? error : null
  if (failure) {
    const again = () => {
      void open(week)
      read.again()
    }
    return (
      <EmptyState
        title={sayError(failure)}
        actions={<Button onClick={again}>{t('callSheets.readAgain')}</Button>}
      />
    )
  }
  const facts = read.value
  if (status !== 'ready' || openWeek !== week || facts === undefined) return <div aria-busy="true" />
  if (!facts || facts.rows.length === 0) {
    return (
      <EmptyState
        title={t('callSheets.typing.noSheet')}
        actions={<Button onClick={onPlan}>{t('callSheets.typing.toPlan')}</Button>}
      >
        {t('callSheets.typing.noSheetWhat')}
      </EmptyState>
    )
  }
  return <Typing key={week} facts={facts} thisWeek={thisWeek} />
}

function Typing({ facts, thisWeek }: { facts: SheetFacts; thisWeek: string }) {
  const { text, saved, type, save } = useTypeBack()
  const box = useArrivalFocus<HTMLTextAreaElement>()
  const preview = useRef<HTMLDivElement>(null)
  // What lines leave open is asked for once, on the way to the disk; a second Ctrl+Enter saves without.
  const [hasAsked, setHasAsked] = useState(false)
  const wording = useWording()
  // biome-ignore lint/correctness/useExhaustiveDependencies: words are said anew in another language, though the facts stay the same object
  const { words, setting } = useMemo(() => {
    const spoken = sheetWords()
    return { words: spoken, setting: makeLineSetting(facts, spoken) }
  }, [facts, wording])
  const sheet = useMemo(() => understandSheet(text, facts, words), [text, facts, words])

  function change(next: string) {
    setHasAsked(false)
    type(next)
  }

  const { current, noteLine, goTo, begin } = useCaret(box, text, change)

  const answer = useCallback(
    (line: number, ask: Ask, words: string): boolean => {
      const lines = useTypeBack.getState().text.split('\n')
      const answered = answerLine(lines[line - 1]!, ask, words, setting)
      if (answered === null) return false
      lines[line - 1] = answered
      type(lines.join('\n'))
      return true
    },
    [setting, type],
  )

  async function confirm() {
    const wrong = sheet.lines.find((line) => line.problem)
    if (wrong?.problem) return goTo(wrong.number, wrong.problem.at, wrong.problem.length)
    if (!maySave(sheet)) return box.current?.focus()
    const open = preview.current?.querySelector<HTMLInputElement>('[data-asks="wanted"]')
    if (open && !hasAsked) {
      setHasAsked(true)
      return open.focus()
    }
    if (await save()) setHasAsked(false)
    box.current?.focus()
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void confirm()
  }

  return (
    <section aria-label={t('callSheets.typing.title')} className={classes.columns} onKeyDown={handleKey}>
      <div className={classes.typing}>
        {facts.week < shiftWeek(thisWeek, -1) && <OldSheet week={facts.week} />}
        <Textarea
          ref={box}
          label={t('callSheets.typing.lines')}
          description={t('callSheets.typing.linesWhat')}
          placeholder={t('callSheets.typing.placeholder')}
          spellCheck={false}
          classNames={{ input: classes.lines, description: `${shared.small} ${shared.aboveS2}` }}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          onSelect={noteLine}
        />
        <p className={`${shared.note} ${shared.belowS3}`}>
          <b>{t('callSheets.keyHow')}</b> {t('callSheets.keyHowCodes')} <b>{t('callSheets.keyOutcome')}</b>{' '}
          {t('callSheets.keyOutcomeCodes')}
        </p>
        <p className={`${shared.note} ${shared.belowS3}`}>{t('callSheets.typing.more')}</p>
      </div>
      <div ref={preview}>
        {saved && <SavedLines result={saved.result} />}
        <TypedLines lines={sheet.lines} current={current} onAnswer={answer} onGoTo={goTo} />
        <SaveBar sheet={sheet} hasAsked={hasAsked} onSave={() => void confirm()} />
        <BlankRows rows={sheet.blank} onBegin={begin} />
      </div>
    </section>
  )
}

/** The line the caret is in, and the ways to bring it to another. */
function useCaret(box: RefObject<HTMLTextAreaElement | null>, text: string, change: (next: string) => void) {
  const [current, setCurrent] = useState(0)

  function noteLine() {
    const { value, selectionStart } = box.current!
    setCurrent(value.slice(0, selectionStart).split('\n').length)
  }

  /** Into the line, where it is marked. */
  function goTo(line: number, at = 0, length = 0) {
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .reduce((sum, one) => sum + one.length + 1, 0) + at
    box.current?.focus()
    box.current?.setSelectionRange(start, start + length)
    noteLine()
  }

  function begin(position: number) {
    const before = text === '' || text.endsWith('\n') ? text : `${text}\n`
    const next = `${before}${position} `
    // At once: a key pressed before the next frame would otherwise press the row's button again.
    flushSync(() => change(next))
    box.current?.focus()
    box.current?.setSelectionRange(next.length, next.length)
    noteLine()
  }

  return { current, noteLine, goTo, begin }
}

function OldSheet({ week }: { week: string }) {
  const days = daysOfWeek(week)
  return (
    <p className={classes.old}>
      {t('callSheets.typing.oldSheet', { days: formatDateRange(days[0]!, days[6]!) })}
    </p>
  )
}

type Sheet = ReturnType<typeof understandSheet>

const maySave = (sheet: Sheet) => sheet.lines.length > 0 && sheet.problems === 0

interface SaveBarProps {
  sheet: Sheet
  /** What is open was asked for: saving again does so without. */
  hasAsked: boolean
  onSave(): void
}

function SaveBar({ sheet, hasAsked, onSave }: SaveBarProps) {
  const { saving, error } = useTypeBack()
  const count = sheet.rows + sheet.walkIns
  return (
    <div className={classes.go}>
      <Button
        size="lg"
        loading={saving}
        disabled={!maySave(sheet)}
        aria-keyshortcuts="Control+Enter"
        onClick={onSave}
      >
        {count === 0 || !maySave(sheet)
          ? t('callSheets.typing.save')
          : t('callSheets.typing.saveCount', { count })}
      </Button>
      <KeyHint keys={t('app.control', { key: 'Enter' })} />
      <p role="status" className={shared.quiet}>
        {sheet.problems > 0
          ? t('callSheets.typing.problemCount', { count: sheet.problems })
          : hasAsked && t('callSheets.typing.askOnce')}
      </p>
      <div role="alert">{error && <p className={classes.trouble}>{sayError(error)}</p>}</div>
    </div>
  )
}
