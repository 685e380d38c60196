// A screen or dialog that is fetched when it is asked for, or before.
import { type ComponentType, lazy } from 'react'

/** `fetch` loads it ahead, so that nobody waits for it. */
export function lazyPart<Name extends string, Props>(
  fetch: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return Object.assign(
    lazy(async () => ({ default: (await fetch())[name] })),
    { fetch },
  )
}
