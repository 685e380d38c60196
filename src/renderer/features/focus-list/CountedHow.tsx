// The arithmetic behind how many the owner can look after, for who asks for it.
import { useState } from 'react'
import type { MessageRef } from '../../../shared/errors.ts'
import { say, t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'

export function CountedHow({ sum }: { sum: MessageRef }) {
  const [open, setOpen] = useState(false)
  if (open) return <span role="status">{say(sum)}</span>
  return (
    <button type="button" className={shared.link} onClick={() => setOpen(true)}>
      {t('focusList.capacity.howCounted')}
    </button>
  )
}
