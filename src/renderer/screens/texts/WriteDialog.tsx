// Write to somebody, or call them with the words before you: one way, one text, one button; what was sent is logged.
import { useEffect, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { readWriting, type Writing } from '../../features/texts/write-actions.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import { WriteForm } from './WriteForm.tsx'

interface WriteDialogProps {
  personId: number
  onClose(): void
}

export function WriteDialog({ personId, onClose }: WriteDialogProps) {
  const texts = useLoaded('texts.list', {})
  const [writing, setWriting] = useState<Writing | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    void readWriting(personId).then((read) => {
      if (!current) return
      if ('problem' in read) setProblem(read.problem)
      else if (read.person.neverContactOn !== null)
        setProblem(t('errors.do-not-contact', { name: read.facts.name }))
      else setWriting(read)
    })
    return () => {
      current = false
    }
  }, [personId])
  const isReady = texts.value !== undefined || texts.error !== null
  return (
    <Dialog
      onClose={onClose}
      // A letter half written is not lost by a click beside it.
      closeOnClickOutside={false}
      title={writing ? t('texts.write.title', { name: writing.facts.name }) : t('texts.write.open')}
      size={680}
    >
      <Refusal words={problem} className={shared.trouble} />
      {writing && isReady && <WriteForm {...writing} onClose={onClose} />}
    </Dialog>
  )
}
