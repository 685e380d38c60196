// The best way to reach someone, in two short lines: the number or address, then when and through whom.
import type { BestChannel } from '../../../shared/contract/focus-list.ts'
import type { MessageKey } from '../../../shared/message-key.ts'
import { t } from '../../../shared/messages/translate.ts'
import shared from '../../ui/shared.module.css'
import classes from './ChannelWords.module.css'

const channelWords = {
  visit: 'focusList.channels.visit',
  phone: 'focusList.channels.phone',
  text: 'focusList.channels.text',
  email: 'focusList.channels.email',
  letter: 'focusList.channels.letter',
} as const satisfies Record<NonNullable<BestChannel>['channel'], MessageKey>

export function ChannelWords({ channel }: { channel: BestChannel }) {
  if (!channel)
    return (
      <p className={`${shared.note} ${shared.wrap} ${classes.channel}`}>{t('focusList.channels.none')}</p>
    )
  const word = t(channelWords[channel.channel])
  const bare = channel.value === '' || channel.channel === 'visit' || channel.channel === 'letter'
  const first = bare
    ? word
    : channel.channel === 'text'
      ? t('focusList.channels.textTo', { to: channel.value })
      : channel.value
  const second = [channel.time, channel.via && t('focusList.channels.via', { via: channel.via })]
    .filter(Boolean)
    .join(', ')
  return (
    <p className={`${shared.note} ${shared.wrap} ${classes.channel}`}>
      <span title={word}>{first}</span>
      {second && <span>{second}</span>}
    </p>
  )
}
