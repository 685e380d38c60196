// How best to reach someone: the channel the owner chose, else what is on record, never one they refused.

export type Channel = 'visit' | 'phone' | 'text' | 'email' | 'letter'

export interface ChannelFacts {
  /** What the owner chose as best, '' when nothing was chosen. */
  bestChannel: '' | Channel
  channelVia: string
  bestTime: string
  /** Their own contact points in their order, then those of their firm. */
  points: { kind: 'phone' | 'email' | 'address' | 'web' | 'message'; value: string }[]
  /** Channels they said no to. */
  refused: readonly Channel[]
}

export interface BestChannel {
  channel: Channel
  /** The number or address to use; '' when none is on record. */
  value: string
  via: string
  time: string
}

const kindOf = {
  visit: 'address',
  phone: 'phone',
  text: 'phone',
  email: 'email',
  letter: 'address',
} as const

/** With nothing chosen: telephone, then mail, then a visit, which is open to anyone who has not refused it. */
export function chooseChannel(facts: ChannelFacts): BestChannel | null {
  const valueFor = (channel: Channel) =>
    facts.points
      .find((point) => point.kind === kindOf[channel])
      ?.value.replace(/\s+/g, ' ')
      .trim() ?? ''
  const isOpen = (channel: Channel) => !facts.refused.includes(channel)
  const common = { via: facts.channelVia.trim(), time: facts.bestTime.trim() }
  if (facts.bestChannel !== '' && isOpen(facts.bestChannel))
    return { channel: facts.bestChannel, value: valueFor(facts.bestChannel), ...common }
  for (const channel of ['phone', 'email'] as const) {
    if (isOpen(channel) && valueFor(channel) !== '') return { channel, value: valueFor(channel), ...common }
  }
  for (const channel of ['visit', 'letter'] as const) {
    if (isOpen(channel)) return { channel, value: valueFor(channel), ...common }
  }
  return null
}

/** Every way to reach them that is on record and not refused, the best first; a visit is open to anyone. */
export function listWays(facts: ChannelFacts): Channel[] {
  const best = chooseChannel(facts)
  if (best === null) return []
  const hasPoint = (channel: Channel) => facts.points.some((point) => point.kind === kindOf[channel])
  const others = (['phone', 'email', 'text', 'visit', 'letter'] as const).filter(
    (channel) =>
      channel !== best.channel &&
      !facts.refused.includes(channel) &&
      (channel === 'visit' || hasPoint(channel)),
  )
  return [best.channel, ...others]
}
