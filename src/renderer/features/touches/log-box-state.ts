// What a log box is doing, and what each key and answer makes of it: nothing is sent twice, nothing typed is lost.

import {
  emptyFriend,
  type FriendDraft,
  isNamed,
  readFriend,
} from '../../../shared/rules/touches/named-friend.ts'
import type { How, Outcome } from '../../../shared/rules/touches/touch-kinds.ts'
import { readTypedSince } from '../../../shared/rules/touches/typed-since.ts'
import { emptyDraft, type Problem, readAhead, readLog, type TouchDraft } from './touch-draft.ts'

/** What an Enter needs beside the words: the day, the open days, how money is typed, and the due steps. */
export type LogFacts = Parameters<typeof readLog>[1]

/** A touch, or what lies ahead and becomes a next step. */
export type Sent = Exclude<ReturnType<typeof readLog>, { problem: Problem }>

interface Contents {
  /** The same until the words are on the disk, so that an uncertain save is not doubled. */
  uid: string
  draft: TouchDraft
  friend: FriendDraft
  problem: Problem | null
  refusal: string | null
}

export type LogBoxState = Contents &
  (
    | { name: 'typing' }
    /** Enter came before the box, or before the due steps it may keep: it is meant as soon as they are there. */
    | { name: 'waiting' }
    /** Whom they named is asked for once, on the way to the disk: a second Enter saves without. */
    | { name: 'asking' }
    /** `note`: as it was sent, for what is typed after it is of the next. `from`: where a refusal leads back to. */
    | { name: 'saving'; sent: Sent; note: string; from: 'typing' | 'asking' }
  )

export type LogBoxEvent =
  | { type: 'changed'; part: Partial<TouchDraft> }
  | { type: 'friend-changed'; part: Partial<FriendDraft> }
  /** Skipped: saved without the friend's name. `facts` is null while they are read. */
  | { type: 'entered' | 'skipped'; facts: LogFacts | null }
  /** Words kept from before; the box wants them only while it is empty. */
  | { type: 'restored'; note: string }
  | { type: 'refused'; words: string }
  /** `uid`: for what is typed next. */
  | { type: 'saved'; uid: string }

/** `typedAhead`: the letter, the note and Enter, pressed before the box was there. */
export function beginLogBox(
  uid: string,
  typedAhead = '',
  how: How = emptyDraft.how,
  outcome: Outcome | null = null,
): LogBoxState {
  return {
    name: typedAhead.includes('\n') ? 'waiting' : 'typing',
    uid,
    draft: { ...emptyDraft, outcome, ...readAhead(typedAhead, how) },
    friend: emptyFriend,
    problem: null,
    refusal: null,
  }
}

export function stepLogBox(state: LogBoxState, event: LogBoxEvent): LogBoxState {
  switch (event.type) {
    case 'changed':
      return change(state, event.part)
    case 'friend-changed':
      return { ...state, friend: { ...state.friend, ...event.part } }
    case 'entered':
    case 'skipped':
      return enter(state, event.facts, event.type === 'skipped')
    case 'restored':
      return state.draft.note === '' ? { ...state, draft: { ...state.draft, note: event.note } } : state
    case 'refused': {
      if (state.name !== 'saving') return state
      const { uid, draft, friend } = state
      return { name: state.from, uid, draft, friend, problem: null, refusal: event.words }
    }
    case 'saved': {
      if (state.name !== 'saving') return state
      const next = beginLogBox(event.uid)
      return { ...next, draft: { ...next.draft, note: readTypedSince(state.note, state.draft.note) } }
    }
  }
}

function change(state: LogBoxState, part: Partial<TouchDraft>): LogBoxState {
  // On its way to the disk, where a save can wait seconds behind an import: only the note may go on, to the next.
  if (state.name === 'saving' && part.note === undefined) return state
  return { ...state, draft: { ...state.draft, ...part }, problem: null, refusal: null }
}

function enter(state: LogBoxState, facts: LogFacts | null, isSkipped: boolean): LogBoxState {
  // A second Enter meanwhile would save the same words.
  if (state.name === 'saving') return state
  if (facts === null) return { ...state, name: 'waiting' }
  const { draft, friend } = state
  const from = state.name === 'asking' ? 'asking' : 'typing'
  const read = readLog(draft, facts)
  if ('problem' in read) return { ...state, name: from, problem: read.problem }
  if ('planned' in read) return { ...state, name: 'saving', sent: read, note: draft.note, from }
  const hasFriend = draft.outcome === 'named a friend' && !isSkipped
  if (hasFriend && from === 'typing' && !isNamed(friend)) return { ...state, name: 'asking' }
  const sent = { ...read, named: hasFriend ? readFriend(friend) : null }
  return { ...state, name: 'saving', sent, note: draft.note, from }
}
