// When the next occasion is, what happens then and what to bring; a day is proposed where the last two tell one.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { formatDate, formatNearDate } from '../../../shared/messages/format.ts'
import { readDay } from '../../../shared/messages/read-day.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import shared from '../../ui/shared.module.css'

interface OccasionFormProps {
  placeId: number
  start: { proposedOn: string | null; what: string; bring: string }
  onClose(): void
}

export function OccasionForm({ placeId, start, onClose }: OccasionFormProps) {
  const { proposedOn } = start
  const today = useToday()
  const [typed, setTyped] = useState({
    when: proposedOn === null ? '' : formatNearDate(proposedOn, today),
    what: start.what,
    bring: start.bring,
  })
  const [problem, setProblem] = useState<string | null>(null)
  const when = typed.when.trim()
  const day = when === '' ? null : readDay(when, today)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (when !== '' && day === null) return setProblem(t('touches.notADay', { typed: when }))
    if (day === null && typed.what === start.what && typed.bring === start.bring) return onClose()
    const failure = await send('places.edit', {
      id: placeId,
      changes: {
        nextOn: day,
        nextWhat: typed.what,
        nextBring: typed.bring,
      },
    })
    if (failure === null) onClose()
    else setProblem(failure)
  }

  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped({ ...typed, [name]: event.currentTarget.value })
      setProblem(null)
    },
  })
  return (
    <form className={shared.stackS4} onSubmit={(event) => void save(event)}>
      <p className={shared.note}>
        {proposedOn === null ? t('places.next.lead') : t('places.next.leadProposed', { on: proposedOn })}
      </p>
      <TextInput
        label={t('places.next.when')}
        placeholder={t('places.next.whenHint')}
        data-autofocus
        autoFocus
        error={problem}
        rightSection={day && <span className={shared.reading}>{formatDate(day, 'full')}</span>}
        rightSectionWidth={day ? 130 : undefined}
        onFocus={(event) => event.currentTarget.select()}
        {...field('when')}
      />
      <TextInput label={t('places.next.what')} placeholder={t('places.next.whatHint')} {...field('what')} />
      <TextInput
        label={t('places.next.bring')}
        placeholder={t('places.next.bringHint')}
        {...field('bring')}
      />
      <div className={shared.dialogFoot}>
        <Button variant="default" onClick={onClose}>
          {t('places.next.notYet')}
        </Button>
        <Button type="submit">{t('places.next.save')}</Button>
      </div>
    </form>
  )
}
