// What a typed line will write, in the words of the preview.
import { formatDate, formatMoney } from '../../../shared/messages/format.ts'
import { howWord, outcomeWord } from '../../../shared/messages/touch-words.ts'
import { sayName, t } from '../../../shared/messages/translate.ts'
import type { Entry } from '../../../shared/rules/type-back/sheet-entry.ts'

/** A part of the line; `assumed` was not typed but follows from the paper's defaults. */
export interface Said {
  words: string
  assumed: boolean
}

export interface EntryWords {
  number: string
  who: string
  day: Said
  what: string
  next: Said | null
  /** Below the row: the note, what it settles, and what it takes the place of. */
  details: string[]
}

export function describeEntry(entry: Entry): EntryWords {
  switch (entry.kind) {
    case 'rest':
      return describeRest(entry)
    case 'decision':
      return describeDecision(entry)
    case 'walk-in':
      return describeWalkIn(entry)
    case 'row':
      return describeRow(entry)
  }
}

function sayDay({ line }: Entry): Said {
  return { words: formatDate(line.on, 'short'), assumed: !line.dayTyped }
}

function describeRest(entry: Extract<Entry, { kind: 'rest' }>): EntryWords {
  const names = entry.rows.map((one) => sayName(one.row.name)).join(', ')
  const who = t('callSheets.typing.restOf', { count: entry.rows.length })
  const next = entry.rows[0]?.next ?? null
  return {
    number: '',
    who,
    day: sayDay(entry),
    what: sayWhat([howWord(entry.line.how), sayMinutes(entry.line.minutes), sayBy(entry.line.byWhom)]),
    next: next && sayNext(next),
    details: [names, entry.line.note].filter(Boolean),
  }
}

function describeDecision(entry: Extract<Entry, { kind: 'decision' }>): EntryWords {
  const what = t(entry.line.decision === 'keep' ? 'callSheets.typing.kept' : 'callSheets.typing.dropped')
  const { position, name } = entry.row
  return {
    number: String(position),
    who: sayName(name),
    day: sayDay(entry),
    what,
    next: null,
    details: [entry.line.note].filter(Boolean),
  }
}

function describeWalkIn(entry: Extract<Entry, { kind: 'walk-in' }>): EntryWords {
  const { name, how, outcome, next, phone, email, source, foundWords, note, letter } = entry.line
  const found = [source, foundWords && t('callSheets.typing.foundWords', { words: foundWords })]
  return {
    number: letter,
    who: name,
    day: sayDay(entry),
    what: sayWhat([
      t('callSheets.typing.newFace'),
      how === 'met' ? '' : howWord(how),
      sayOutcome(outcome, entry.line.amount),
      sayMinutes(entry.line.minutes),
      sayBy(entry.line.byWhom),
    ]),
    next: next && sayNext({ ...next, suggested: false }),
    details: [
      [phone, email, ...found].filter(Boolean).join(' · '),
      note,
      entry.corrects === null ? '' : t('callSheets.typing.corrects'),
    ].filter(Boolean),
  }
}

function describeRow(entry: Extract<Entry, { kind: 'row' }>): EntryWords {
  const { row, how, outcome, amount, minutes, next, note, keeps, corrects, lostTo, named, source } = entry
  const more = lostTo || named?.name || ''
  return {
    number: String(row.position),
    who: sayName(row.name),
    day: sayDay(entry),
    what: sayWhat([
      how === null ? '' : howWord(how),
      [sayOutcome(outcome, amount), more].filter(Boolean).join(': '),
      sayMinutes(minutes),
      how === null ? '' : sayBy(entry.line.byWhom),
    ]),
    next: next && sayNext(next),
    details: [
      note,
      row.source === '' && source !== '' ? t('callSheets.typing.foundBy', { source }) : '',
      keeps.length === 0
        ? ''
        : t('callSheets.typing.keeps', {
            steps: keeps.map((step) => step.what || t('touches.beInTouch')).join(', '),
          }),
      corrects === null ? '' : t('callSheets.typing.corrects'),
      row.quiet ? t('callSheets.typing.quiet') : '',
    ].filter(Boolean),
  }
}

const sayWhat = (parts: string[]) => parts.filter(Boolean).join(', ')

const sayMinutes = (minutes: number | null) =>
  minutes === null ? '' : t('touches.minutes', { count: minutes })

const sayBy = (name: string) => (name === '' ? '' : t('callSheets.typing.byWhom', { name }))

function sayOutcome(outcome: Extract<Entry, { kind: 'row' }>['outcome'], amount: number | null): string {
  if (outcome === null) return ''
  const words = outcomeWord(outcome)
  return amount === null ? words : `${words} ${formatMoney(amount)}`
}

function sayNext({ on, promised, suggested }: { on: string; promised: boolean; suggested: boolean }): Said {
  const day = formatDate(on, 'medium')
  return { words: promised ? t('callSheets.typing.promised', { day }) : day, assumed: suggested }
}
