// Chance that repeats: the same seed gives the same choices on every machine.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number
  pick<T>(list: readonly T[]): T
  /** True in `share` of the cases. */
  chance(share: number): boolean
  /** A UUID of version 7's shape at an instant, so that uids go up with time as real ones do. */
  uid(milliseconds: number): string
}

/** The generator "mulberry32" (Tommy Ettinger, public domain): 32 bits of state are plenty for made-up people. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = () => word() / 0x1_0000_0000
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (list) => list[below(list.length)]!,
    chance: (share) => next() < share,
    uid(milliseconds) {
      const time = milliseconds.toString(16).padStart(12, '0')
      const a = word().toString(16).padStart(8, '0')
      const b = word().toString(16).padStart(8, '0')
      const c = word().toString(16).padStart(8, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-8${a.slice(3, 6)}-${b}${c.slice(0, 4)}`
    },
  }
}
