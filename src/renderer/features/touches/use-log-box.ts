// The state of a log box with what it does by itself: it saves, waits for the due steps, and moves the keys on.
import { type RefObject, useEffect, useEffectEvent, useReducer } from 'react'
import { flushSync } from 'react-dom'
import type { How, Outcome } from '../../../shared/rules/touches/touch-kinds.ts'
import { useKeptNote } from './kept-note.ts'
import { beginLogBox, type LogFacts, type Sent, stepLogBox } from './log-box-state.ts'
import { type MayLeaveAs, sendLog } from './touch-actions.ts'

interface LogBoxWork {
  personId: number
  typedAhead?: string
  how?: How
  outcome?: Outcome | undefined
  facts: LogFacts | null
  onLogged?(mayLeaveAs: MayLeaveAs): void
  box: RefObject<HTMLElement | null>
  noteRef: RefObject<HTMLTextAreaElement | null>
  friendRef: RefObject<HTMLInputElement | null>
}

export function useLogBox(work: LogBoxWork) {
  const { personId, facts, box, noteRef, friendRef } = work
  const [state, send] = useReducer(stepLogBox, null, () =>
    beginLogBox(crypto.randomUUID(), work.typedAhead, work.how, work.outcome),
  )
  const sent = state.name === 'saving' ? state.sent : null
  const forgetKept = useKeptNote(personId, state.draft.note, sent !== null, (note) =>
    send({ type: 'restored', note }),
  )

  const save = useEffectEvent(async (words: Sent) => {
    const answer = await sendLog({ uid: state.uid, personId }, words)
    if ('problem' in answer) return send({ type: 'refused', words: answer.problem })
    // At once: the next Enter finds the box empty, and what closes it now keeps no words that are saved.
    flushSync(() => {
      forgetKept()
      send({ type: 'saved', uid: crypto.randomUUID() })
    })
    // Whoever went on to something else while it was saved keeps the focus there.
    const active = document.activeElement
    if (active === document.body || box.current?.contains(active)) noteRef.current?.focus()
    work.onLogged?.(answer.mayLeaveAs)
  })
  useEffect(() => {
    if (sent !== null) void save(sent)
  }, [sent])

  const enter = useEffectEvent(() => send({ type: 'entered', facts }))
  const isDue = state.name === 'waiting' && facts !== null
  useEffect(() => {
    if (isDue) enter()
  }, [isDue])

  const asksFriend = state.name === 'asking'
  useEffect(() => {
    if (asksFriend) friendRef.current?.focus()
  }, [asksFriend, friendRef])
  return [state, send] as const
}
