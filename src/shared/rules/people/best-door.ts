// How best to reach someone: the door the owner chose, else what is on record, never one they refused.

export type DoorChannel = 'visit' | 'phone' | 'text' | 'email' | 'letter'

export interface DoorFacts {
  /** What the owner chose as best, '' when nothing was chosen. */
  door: '' | DoorChannel
  doorVia: string
  bestTime: string
  /** Their own contact points in their order, then those of their firm. */
  points: { kind: 'phone' | 'email' | 'address' | 'web' | 'message'; value: string }[]
  /** Channels they said no to. */
  refused: readonly DoorChannel[]
}

export interface BestDoor {
  channel: DoorChannel
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
export function chooseDoor(facts: DoorFacts): BestDoor | null {
  const valueFor = (channel: DoorChannel) =>
    facts.points
      .find((point) => point.kind === kindOf[channel])
      ?.value.replace(/\s+/g, ' ')
      .trim() ?? ''
  const isOpen = (channel: DoorChannel) => !facts.refused.includes(channel)
  const common = { via: facts.doorVia.trim(), time: facts.bestTime.trim() }
  if (facts.door !== '' && isOpen(facts.door))
    return { channel: facts.door, value: valueFor(facts.door), ...common }
  for (const channel of ['phone', 'email'] as const) {
    if (isOpen(channel) && valueFor(channel) !== '') return { channel, value: valueFor(channel), ...common }
  }
  for (const channel of ['visit', 'letter'] as const) {
    if (isOpen(channel)) return { channel, value: valueFor(channel), ...common }
  }
  return null
}
