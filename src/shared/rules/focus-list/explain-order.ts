// "Why is this above that?", answered with each person's own facts.
import type { Facts, MessageRef } from '../../errors.ts'
import type { NameIn } from '../../message-key.ts'
import { findOrder, type WhoNow } from './who-now.ts'

/** What speaks for each of two people, to be said after their names: "Nora: you promised. Jim: his turn." */
export interface Explained {
  above: MessageRef
  below: MessageRef
}

/** @returns null when the order does not put `above` above `below` */
export function explainOrder(above: WhoNow, below: WhoNow): Explained | null {
  const told = findOrder(above, below)
  if (!told || told.order >= 0) return null
  switch (told.rule) {
    case 'pinned':
      return { above: message('pinned', above), below: describeClaim(below) }
    case 'margin': {
      const margin = (one: WhoNow) =>
        one.evidence.margin === null
          ? message('marginUnknown', one)
          : message('margin', one, { margin: one.evidence.margin })
      return { above: margin(above), below: margin(below) }
    }
    case 'joined':
      return { above: sayJoined(above), below: sayJoined(below) }
    case 'known':
      return { above: message('knownFirst', above), below: message('knownLater', below) }
    case 'group':
    case 'since':
    case 'turnOn':
    case 'touch':
      return { above: describeClaim(above), below: describeClaim(below) }
  }
}

function message(name: NameIn<'focusList.order'>, { evidence }: WhoNow, facts: Facts = {}): MessageRef {
  return { key: `focusList.order.${name}`, facts: { ...facts, today: evidence.today } }
}

const sayJoined = (one: WhoNow) =>
  one.evidence.joinedOn === null
    ? message('offList', one)
    : message('joined', one, { on: one.evidence.joinedOn })

const owedNames = { promise: 'promised', 'friend expects us': 'friend', inquiry: 'inquiry' } as const
const timelyNames = {
  'planned step': 'planned',
  quote: 'quote',
  window: 'window',
  birthday: 'birthday',
  'after purchase': 'purchase',
  'usual gap': 'gap',
  'good talk': 'talk',
} as const

/** What somebody stands there for, in a few words. */
function describeClaim(one: WhoNow): MessageRef {
  const { group, owed, timely, evidence, turnOn, since } = one
  if (group === 'owed') return message(owedNames[owed[0]!.kind], one, { on: owed[0]!.on })
  if (group === 'timely') return message(timelyNames[timely[0]!.kind], one, { on: timely[0]!.on })
  if (group === 'turn') {
    if (one.isRetry) return message('retry', one, { on: evidence.lastAttemptOn ?? since })
    if (evidence.lastTouch === null && evidence.lastAttemptOn === null) return message('neverTried', one)
    return message('turn', one, { on: since })
  }
  return turnOn === null ? message('rest', one) : message('restUntil', one, { on: turnOn })
}
