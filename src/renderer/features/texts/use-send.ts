// The one button of writing: hands the words over, and logs the touch in the same click once they are out of our hands.
import { type RefObject, useRef, useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import { t } from '../../../shared/messages/translate.ts'
import { copyText } from '../../ui/copy-text.ts'
import { logWritten, openProgram, printLetters, type Sent, saveLetters } from './write-actions.ts'
import { noteOf, type WriteDraft } from './write-draft.ts'

interface Sending {
  person: Person
  name: string
  draft: WriteDraft
  words: { subject: string; body: string }
  gaps: string | null
  tooLong: boolean
  bodyRef: RefObject<HTMLTextAreaElement | null>
  onClose(): void
}

export function useSend({ person, name, draft, words, gaps, tooLong, bodyRef, onClose }: Sending) {
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [called, setCalled] = useState(false)
  const uid = useRef(crypto.randomUUID())
  // Two presses of Enter come before the button is drawn as busy.
  const busy = useRef(false)

  /** A call needs no words; everything else does, and whole ones. */
  function isWhole(): boolean {
    const refusal = words.body === '' ? t('texts.write.empty') : gaps
    if (draft.channel === 'phone' || refusal === null) return true
    setSaid(refusal)
    bodyRef.current?.focus()
    return false
  }

  async function whileBusy(work: () => Promise<void>): Promise<void> {
    if (busy.current) return
    busy.current = true
    setBusy(true)
    setSaid('')
    await work()
    busy.current = false
    setBusy(false)
  }

  async function handOver(): Promise<Sent> {
    const { channel, to } = draft
    if (channel === 'letter') return printLetters({ personIds: [person.id], body: words.body })
    if (channel === 'phone' || !tooLong) return openProgram(channel, to, words)
    if (!copyText(words.body)) return { done: false, words: t('texts.write.notCopied') }
    return openProgram(channel, to, { subject: words.subject.slice(0, mostCopiedSubject), body: '' })
  }

  async function send(): Promise<void> {
    if (!isWhole()) return
    await whileBusy(async () => {
      const { channel } = draft
      const sent = await handOver()
      // Only the owner knows whether they talked; without a program they ring by hand.
      if (channel === 'phone') {
        if (sent.done || sent.noProgram) setCalled(true)
        if (!sent.done) setSaid(sent.words)
        return
      }
      if (!sent.done) return setSaid(sent.words)
      const problem = await logWritten(uid.current, person.id, channel, noteOf(draft, words))
      if (problem) setSaid(problem)
      else onClose()
    })
  }

  async function savePdf(): Promise<void> {
    if (!isWhole()) return
    await whileBusy(async () => {
      const letter = { personIds: [person.id], body: words.body }
      const saved = await saveLetters(letter, t('texts.letter.title', { name }))
      if (!saved.done) setSaid(saved.words)
    })
  }

  return { said, forgetSaid: () => setSaid(''), isBusy, called, send, savePdf }
}

/** A subject longer than any mail program shows would fill the link by itself. */
const mostCopiedSubject = 200
