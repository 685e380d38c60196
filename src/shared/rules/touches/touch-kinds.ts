// What a logged touch is: attempt, touch or contact; its one letter; the channel it usually goes by.

export const hows = ['met', 'talked', 'voicemail', 'message', 'letter', 'event', 'no answer'] as const
export const outcomes = ['quote', 'bought', 'lost', 'park', 'named a friend', 'never contact'] as const
export const channels = ['visit', 'phone', 'text', 'email', 'letter', 'event', 'web', 'other'] as const

export type How = (typeof hows)[number]
export type Direction = 'out' | 'in'
export type Outcome = (typeof outcomes)[number]
export type Channel = (typeof channels)[number]
export type Counts = 'attempt' | 'touch' | 'contact'

/**
 * The one rule: an attempt left nothing noticeable; a contact is two-way (met, talked, or they came to us);
 * everything else they could notice is a touch. The report views state the same in SQL.
 */
export function countsAs({ how, direction }: { how: How; direction: Direction }): Counts {
  if (how === 'no answer') return 'attempt'
  return direction === 'in' || how === 'met' || how === 'talked' ? 'contact' : 'touch'
}

/**
 * Whether a touch of ours takes what was due with it. A step with words is an errand, which only the owner's word closes;
 * a bare promise to be in touch is kept when they were reached or sent something, a bare day to try again by any try.
 */
export function keepsStep(how: How, { promised, what }: { promised: boolean; what: string }): boolean {
  if (what.trim() !== '') return false
  return !promised || (how !== 'no answer' && how !== 'voicemail')
}

/** Whether the ring counts it: ours, delivered, to this person alone. */
export function countsInRing(touch: { how: How; direction: Direction; toMany: boolean }): boolean {
  return countsAs(touch) !== 'attempt' && touch.direction === 'out' && !touch.toMany
}

/** The letters of the log box, the call sheet and typing back. */
export const howLetters = { m: 'met', t: 'talked', v: 'voicemail', e: 'message', n: 'no answer' } as const

/** @returns the letter a kind is shown under, upper case */
export function letterOf(how: How): 'M' | 'T' | 'V' | 'E' | 'N' {
  switch (how) {
    case 'met':
    case 'event':
      return 'M'
    case 'talked':
      return 'T'
    case 'voicemail':
      return 'V'
    case 'message':
    case 'letter':
      return 'E'
    case 'no answer':
      return 'N'
  }
}

/** Ways to try somebody who does not answer, in the order in which a key goes through them. */
export const tryChannels = ['phone', 'visit', 'text', 'email'] as const satisfies readonly Channel[]

/** The next way after this one. */
export function nextTryChannel(channel: Channel, step: 1 | -1): Channel {
  const at = (tryChannels as readonly Channel[]).indexOf(channel)
  return tryChannels[(Math.max(0, at) + step + tryChannels.length) % tryChannels.length]!
}

/**
 * The channel when none was named.
 * @param channel the person's best channel, '' when unknown; used where `how` leaves the channel open
 */
export function usualChannel(
  how: How,
  channel: '' | 'visit' | 'phone' | 'text' | 'email' | 'letter',
): Channel {
  switch (how) {
    case 'met':
      return 'visit'
    case 'talked':
    case 'voicemail':
      return 'phone'
    case 'no answer':
      return channel === 'visit' ? 'visit' : 'phone'
    case 'message':
      return channel === 'text' || channel === 'letter' ? channel : 'email'
    case 'letter':
      return 'letter'
    case 'event':
      return 'event'
  }
}
