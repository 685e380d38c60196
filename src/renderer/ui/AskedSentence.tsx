// A sentence for who asks for it: a question as a link, in whose place the answer comes.
import { useState } from 'react'
import shared from './shared.module.css'

export function AskedSentence({ ask, answer }: { ask: string; answer: string }) {
  const [open, setOpen] = useState(false)
  if (open) return <span role="status">{answer}</span>
  return (
    <button type="button" className={shared.link} onClick={() => setOpen(true)}>
      {ask}
    </button>
  )
}
