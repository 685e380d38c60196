// Letters to several people at once: whom, which words, each letter looked at, one print, one entry.
import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type LetterTo, mostLetters } from '../../../shared/contract/texts.ts'
import { t } from '../../../shared/messages/translate.ts'
import { useLoaded } from '../../api/queries.ts'
import { readRecipients } from '../../features/texts/write-actions.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import { MailingForm } from './MailingForm.tsx'

interface MailingDialogProps {
  /** Whom it is begun with; more are added in the dialog. */
  personIds: number[]
  onClose(): void
}

export function MailingDialog({ personIds, onClose }: MailingDialogProps) {
  const texts = useLoaded('texts.list', {})
  const [people, setPeople] = useState<LetterTo[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    void readRecipients(personIds.slice(0, mostLetters)).then((read) => {
      if (!current) return
      if ('problem' in read) setProblem(read.problem)
      else setPeople(read)
    })
    return () => {
      current = false
    }
  }, [personIds])
  const isReady = texts.value !== undefined || texts.error !== null
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      // Letters half written are not lost by a click beside them.
      closeOnClickOutside={false}
      title={t('texts.many.title')}
      size={760}
    >
      <Refusal words={problem} className={shared.trouble} />
      {people && isReady && (
        <MailingForm first={people} isCut={personIds.length > mostLetters} onClose={onClose} />
      )}
    </Modal>
  )
}
