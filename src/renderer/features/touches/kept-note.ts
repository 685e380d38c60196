// Keeps the words typed into a log box until they are saved, so that leaving, quitting or a crash loses none.
import { useEffect, useEffectEvent, useState } from 'react'
import { logBoxKey } from '../../../shared/contract/touches.ts'
import { call } from '../../api/client.ts'

/** Milliseconds of rest before words are kept; a crash loses at most these. */
const restBeforeKeeping = 400

function keepNote(personId: number, note: string): void {
  // Losing a draft is no reason to disturb: the words are still in the box, and saving them says what is wrong.
  void call('app.saveDraft', { key: logBoxKey(personId), value: note === '' ? null : note })
}

/**
 * Brings back what was typed for this person before, and keeps what is typed now.
 * @param isSaving on their way to the disk, where they are forgotten as they are saved: kept after that, a crash would
 * bring them back to be saved twice
 * @param onRestore is given words only when there are any; it decides whether the box still wants them
 * @returns what forgets the words, once they are saved: the box may be gone before it shows that it is empty
 */
export function useKeptNote(
  personId: number,
  note: string,
  isSaving: boolean,
  onRestore: (kept: string) => void,
): () => void {
  const [kept, setKept] = useState('')
  const restore = useEffectEvent(onRestore)
  const keepLast = useEffectEvent((id: number) => {
    if (note !== kept) keepNote(id, note)
  })

  useEffect(() => {
    let current = true
    void call('app.draft', { key: logBoxKey(personId) }).then((answer) => {
      if (!current || !answer.ok || !answer.value) return
      setKept(answer.value.value)
      restore(answer.value.value)
    })
    return () => {
      current = false
      keepLast(personId)
    }
  }, [personId])

  useEffect(() => {
    if (note === kept || isSaving) return
    const timer = setTimeout(() => {
      setKept(note)
      keepNote(personId, note)
    }, restBeforeKeeping)
    return () => clearTimeout(timer)
  }, [personId, note, kept, isSaving])

  return () => {
    setKept('')
    keepNote(personId, '')
  }
}
