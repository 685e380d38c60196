// Keeps the words typed into a log box until they are saved, so that leaving, quitting or a crash loses none.
import { useEffect, useRef } from 'react'
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
 * @param restore is given words only when there are any; it decides whether the box still wants them
 * @returns what forgets the words, once they are saved: the box may be gone before it shows that it is empty
 */
export function useKeptNote(
  personId: number,
  note: string,
  isSaving: () => boolean,
  restore: (kept: string) => void,
): () => void {
  const latest = useRef({ note, restore, isSaving })
  latest.current = { note, restore, isSaving }
  const kept = useRef('')

  useEffect(() => {
    let current = true
    void call('app.draft', { key: logBoxKey(personId) }).then((answer) => {
      if (!current || !answer.ok || !answer.value) return
      kept.current = answer.value.value
      latest.current.restore(answer.value.value)
    })
    return () => {
      current = false
      if (latest.current.note !== kept.current) keepNote(personId, latest.current.note)
    }
  }, [personId])

  useEffect(() => {
    if (note === kept.current) return
    let timer = setTimeout(keep, restBeforeKeeping)
    function keep() {
      if (latest.current.isSaving()) {
        timer = setTimeout(keep, restBeforeKeeping)
        return
      }
      kept.current = note
      keepNote(personId, note)
    }
    return () => clearTimeout(timer)
  }, [personId, note])

  return () => {
    latest.current = { ...latest.current, note: '' }
    kept.current = ''
    keepNote(personId, '')
  }
}
