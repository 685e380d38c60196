// May we write and call? For each channel what they said last, with the day; unsaid is not a no.
import { useState } from 'react'
import type { Consent, PersonRecord } from '../../../shared/contract/people.ts'
import { formatNearDate } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { useToday } from '../../app/use-start.ts'
import shared from '../../ui/shared.module.css'
import classes from './Consents.module.css'

const channels = ['phone', 'text', 'email', 'letter', 'visit'] as const

export function Consents({ person }: { person: PersonRecord }) {
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div className={shared.stackS1}>
      {channels.map((channel) => (
        <Channel
          key={channel}
          channel={channel}
          said={person.consents.find((consent) => consent.channel === channel)}
          onSay={(answer) =>
            void send('people.setConsent', { id: person.id, channel, answer }).then(setProblem)
          }
        />
      ))}
      {problem && <span role="alert">{problem}</span>}
    </div>
  )
}

interface ChannelProps {
  channel: Consent['channel']
  said: Consent | undefined
  onSay(answer: 'yes' | 'no'): void
}

function Channel({ channel, said, onSay }: ChannelProps) {
  const today = useToday()
  const name = t(`people.consent.${channel}`)
  return (
    <fieldset className={classes.channel}>
      <legend className={shared.heard}>{name}</legend>
      <span aria-hidden>{name}</span>
      <span className={classes.day} title={said?.how || undefined}>
        {said && formatNearDate(said.saidOn, today)}
      </span>
      {(['yes', 'no'] as const).map((answer) => (
        <button
          key={answer}
          type="button"
          className={classes.answer}
          aria-pressed={said?.answer === answer}
          data-no={answer === 'no' || undefined}
          onClick={() => said?.answer !== answer && onSay(answer)}
        >
          {t(`people.consent.${answer}`)}
        </button>
      ))}
    </fieldset>
  )
}
