// A sheet being typed back in: the text, kept in the file at every key.
import { create } from 'zustand'
import { type EnteredSheet, typeBackKey } from '../../../shared/contract/type-back.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sheetWords } from '../../../shared/messages/read-sheet.ts'
import { readTypedSince } from '../../../shared/rules/touches/typed-since.ts'
import { call } from '../../api/client.ts'

interface TypeBackState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  error: CallError | null
  week: string
  text: string
  saving: boolean
  /** Of the last save, with the lines it took, until something is typed again. */
  saved: { result: EnteredSheet; text: string } | null
  /** Reads what was typed for a week and not saved. */
  open(week: string): Promise<void>
  type(text: string): void
  /** Puts the saved lines back, to mend them: the same row and day corrects. */
  typeAgain(): void
  /** @returns whether everything was saved */
  save(): Promise<boolean>
}

/** One save at a time; what is typed meanwhile is saved right after, for the week it was typed for. */
let keeping = false
const unkept = new Map<string, string>()

async function keepDraft(week: string, text: string): Promise<void> {
  unkept.set(week, text)
  if (keeping) return
  keeping = true
  for (const [next] of unkept) {
    const value = unkept.get(next)!
    unkept.delete(next)
    const answer = await call('app.saveDraft', { key: typeBackKey(next), value: value === '' ? null : value })
    if (!answer.ok) useTypeBack.setState({ error: answer.error })
  }
  keeping = false
}

/** Answers to an earlier week that come late are dropped. */
let asked = 0

export const useTypeBack = create<TypeBackState>()((set, get) => ({
  status: 'idle',
  error: null,
  week: '',
  text: '',
  saving: false,
  saved: null,

  async open(week) {
    const asking = ++asked
    set({ status: 'loading', week, text: '', saved: null, error: null })
    const draft = await call('app.draft', { key: typeBackKey(week) })
    if (asking !== asked) return
    // Not ready: the first key typed into an empty box would write over the lines that are kept.
    if (!draft.ok) return set({ status: 'failed', error: draft.error })
    set({ status: 'ready', text: draft.value?.value ?? '' })
  },
  type(text) {
    set({ text, error: null, saved: null })
    void keepDraft(get().week, text)
  },
  typeAgain() {
    const { saved, type } = get()
    if (saved) type(saved.text)
  },
  async save() {
    const { saving, week, text } = get()
    if (saving) return false
    set({ saving: true, error: null })
    const answer = await call('typeBack.enter', { week, text, words: sheetWords() })
    set({ saving: false })
    if (!answer.ok) {
      set({ error: answer.error })
      return false
    }
    const since = get().week === week ? readTypedSince(text, get().text) : ''
    void keepDraft(week, since)
    if (get().week === week) set({ text: since, saved: { result: answer.value, text } })
    return true
  },
}))
