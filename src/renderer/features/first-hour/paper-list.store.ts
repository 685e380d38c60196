// The paper list being typed: kept in the file at every key, so that a crash or quitting loses nothing.
import { create } from 'zustand'
import type { CallError, MessageRef } from '../../../shared/errors.ts'
import { mostTyped, type OddLine, parsePaperList } from '../../../shared/rules/first-hour/parse-paper-list.ts'
import { call } from '../../api/client.ts'

export interface PaperRow {
  uid: string
  name: string
  reach: string
  note: string
  /** Why it wants a look; such a row is not added until it was changed or found right. */
  odd: OddLine | null
  /** As pasted; '' for a row typed here. */
  typed: string
}

export type PaperField = 'name' | 'reach' | 'note'

/** What became of rows that were not simply added. */
export interface Known {
  name: string
  /** Null: merged. */
  reason: MessageRef | null
}

const draftKey = 'paper-list'

const blankRow = (): PaperRow => ({
  uid: crypto.randomUUID(),
  name: '',
  reach: '',
  note: '',
  odd: null,
  typed: '',
})

export const isBlank = (row: PaperRow) => row.name === '' && row.reach === '' && row.note === ''
/** A name, or a number to stand for it, is enough. */
export const isReady = (row: PaperRow) =>
  row.odd === null && (row.name.trim() !== '' || row.reach.trim() !== '')

interface PaperListState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  /** The last one is always blank, to go on in. */
  rows: PaperRow[]
  tooMany: boolean
  busy: boolean
  error: CallError | null
  /** Of the last save. */
  known: Known[]
  load(): Promise<void>
  type(uid: string, field: PaperField, text: string): void
  /** Puts the lines of a text where this row is; answers how many lines there were. */
  paste(uid: string, text: string): number
  keep(uid: string): void
  remove(uid: string): void
  /** Adds what is ready; the rest stays. Answers how many were added, or null when it was refused. */
  add(): Promise<number | null>
}

/** One save at a time; what is typed meanwhile is saved right after. */
let saving = false
let isDirty = false

async function saveDraft(): Promise<void> {
  isDirty = true
  if (saving) return
  saving = true
  while (isDirty) {
    isDirty = false
    const rows = usePaperList.getState().rows.filter((row) => !isBlank(row))
    const value = rows.length === 0 ? null : JSON.stringify(rows)
    const answer = await call('app.saveDraft', { key: draftKey, value })
    if (!answer.ok) usePaperList.setState({ error: answer.error })
  }
  saving = false
}

function withBlankEnd(rows: PaperRow[]): PaperRow[] {
  const last = rows.at(-1)
  return last && isBlank(last) ? rows : [...rows, blankRow()]
}

export const usePaperList = create<PaperListState>()((set, get) => {
  function change(rows: PaperRow[], more: Partial<PaperListState> = {}): void {
    set({ rows: withBlankEnd(rows), error: null, ...more })
    void saveDraft()
  }

  return {
    status: 'idle',
    rows: [],
    tooMany: false,
    busy: false,
    error: null,
    known: [],
    async load() {
      if (get().status !== 'idle' && get().status !== 'failed') return
      set({ status: 'loading' })
      const draft = await call('app.draft', { key: draftKey })
      // Not ready: the first key typed into an empty list would write over the one that is kept.
      if (!draft.ok) return set({ status: 'failed', error: draft.error })
      const kept = draft.value ? (JSON.parse(draft.value.value) as PaperRow[]) : []
      set({ status: 'ready', error: null, rows: withBlankEnd(kept) })
    },
    type(uid, field, text) {
      change(
        get().rows.map((row) => (row.uid === uid ? { ...row, [field]: text, odd: null } : row)),
        { known: [] },
      )
    },
    paste(uid, text) {
      const { rows } = get()
      const at = rows.findIndex((row) => row.uid === uid)
      const room = mostTyped - rows.filter((row) => !isBlank(row)).length
      const read = parsePaperList(text).map((line) => ({ ...line, uid: crypto.randomUUID() }))
      const lines = read.slice(0, room)
      const before = rows.slice(0, isBlank(rows[at]!) ? at : at + 1)
      change([...before, ...lines, ...rows.slice(at + 1)], { tooMany: read.length > room, known: [] })
      return read.length
    },
    keep(uid) {
      change(get().rows.map((row) => (row.uid === uid ? { ...row, odd: null } : row)))
    },
    remove(uid) {
      change(get().rows.filter((row) => row.uid !== uid))
    },
    async add() {
      if (get().busy) return null
      const ready = get().rows.filter(isReady)
      set({ busy: true, error: null, known: [] })
      const sent = ready.map(({ uid, name, reach, note }) => ({ uid, name, reach, note }))
      const answer = await call('firstHour.addMany', { rows: sent })
      set({ busy: false })
      if (!answer.ok) {
        set({ error: answer.error })
        return null
      }
      const taken = new Set(ready.map((row) => row.uid))
      const known = answer.value.rows.flatMap(({ outcome, reason }, at) =>
        outcome === 'added' ? [] : [{ name: ready[at]!.name || ready[at]!.reach, reason }],
      )
      change(
        get().rows.filter((row) => !taken.has(row.uid)),
        { known, tooMany: false },
      )
      return answer.value.added
    },
  }
})
