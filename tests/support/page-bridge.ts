// Stands in for the preload's bridge: what the page asks waits until a test answers it, and events come when it says so.
import { vi } from 'vitest'
import type { AppEvent } from '../../src/shared/contract/events.ts'
import type { Done } from '../../src/shared/errors.ts'

export interface Asked {
  name: string
  input: unknown
  /** The id of the command. */
  id: string | undefined
  answer(value?: unknown, done?: Done): Promise<void>
  refuse(code: string): Promise<void>
}

export interface PageBridge {
  /** What was asked and not taken yet, the oldest first. */
  asked: Asked[]
  /** The oldest question of this name, as soon as it is there. */
  take(name: string): Promise<Asked>
  announce(event: AppEvent): Promise<void>
  /** What a file dropped on the window is granted. */
  dropped: unknown[]
}

/** Lets what follows from an answer run: stores go on in microtasks, the query library in a timer of no time. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/**
 * The page's modules must be imported anew after this, each time: they look for the bridge as they load.
 * `vi.unstubAllGlobals` ends it.
 */
export function standInForBridge(): PageBridge {
  const asked: Asked[] = []
  const dropped: unknown[] = []
  let listener: (event: AppEvent) => void = () => undefined
  const call = (name: string, input: unknown, id?: string) =>
    new Promise((resolve) => {
      const give = (answer: unknown) => {
        resolve(answer)
        return settle()
      }
      asked.push({
        name,
        input,
        id,
        answer: (value = {}, done) => give(done ? { ok: true, value, done } : { ok: true, value }),
        refuse: (code) => give({ ok: false, error: { code, facts: {} } }),
      })
    })
  vi.stubGlobal('window', {
    regulars: {
      call,
      onEvent(listen: typeof listener) {
        listener = listen
      },
      grantDropped: async () => dropped.shift() ?? null,
    },
  })
  vi.resetModules()
  return {
    asked,
    dropped,
    take: (name) =>
      vi.waitFor(() => {
        const index = asked.findIndex((one) => one.name === name)
        if (index === -1) throw new Error(`nobody asked ${name}`)
        return asked.splice(index, 1)[0]!
      }),
    announce(event) {
      listener(event)
      return settle()
    },
  }
}
