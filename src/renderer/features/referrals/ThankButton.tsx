// Thanks one referrer: how it was said is one letter more, and logs it as a touch.
import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CallInput } from '../../../shared/contract/index.ts'
import type { ThanksOwed } from '../../../shared/contract/referrals.ts'
import { personName } from '../../../shared/messages/person-name.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import { thankedNote } from './referral-words.ts'

type ThankHow = NonNullable<CallInput<'referrals.thank'>['how']>

const hows: [string, ThankHow][] = [
  ['m', 'met'],
  ['t', 'talked'],
  ['e', 'message'],
  ['l', 'letter'],
]

export function ThankButton({ owed }: { owed: ThanksOwed }) {
  const name = personName(owed.referrer)
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const uid = useRef(crypto.randomUUID())
  const group = useRef<HTMLFieldSetElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const closedByKey = useRef(false)
  useEffect(() => {
    if (open) group.current?.querySelector('button')?.focus()
    else if (closedByKey.current) button.current?.focus()
    closedByKey.current = false
  }, [open])

  async function thank(how: ThankHow | null) {
    const failure = await send('referrals.thank', {
      uid: uid.current,
      referrerId: owed.referrer.id,
      how,
      note: how === null ? '' : thankedNote(owed),
    })
    setProblem(failure)
    if (failure !== null) return
    uid.current = crypto.randomUUID()
    setOpen(false)
  }

  function handleKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const how = hows.find(([letter]) => letter === event.key.toLowerCase())?.[1]
    if (!how && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (how) return void thank(how)
    closedByKey.current = true
    setOpen(false)
  }

  if (!open) {
    return (
      <Button ref={button} variant="default" size="sm" onClick={() => setOpen(true)}>
        {t('referrals.thank', { name })}
      </Button>
    )
  }
  return (
    <fieldset ref={group} className={shared.chips} onKeyDown={handleKey} data-log-box>
      <legend className={shared.legend}>{t('referrals.thankHow', { name })}</legend>
      {hows.map(([letter, how]) => (
        <Chip key={how} on={false} onToggle={() => void thank(how)}>
          <b>{letter.toUpperCase()}</b> {t(`referrals.thankHows.${how}`)}
        </Chip>
      ))}
      <Chip on={false} onToggle={() => void thank(null)}>
        {t('referrals.thankAlready')}
      </Chip>
      <Refusal words={problem} className={`${shared.problem} ${shared.ownLine}`} />
    </fieldset>
  )
}
