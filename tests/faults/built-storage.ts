// The built storage process, run inside this one and asked as main asks it; every answer, refusals too, is a value.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StorageReply, StorageRequest } from '../../src/shared/contract/storage-protocol.ts'
import type { Answer } from '../../src/shared/errors.ts'

export interface BuiltStorage {
  opened: Answer<{ file: string }>
  call(name: string, input: unknown, options?: CallOptions): Promise<Answer<unknown>>
  inspect(file: string): Promise<Answer<{ ticket: string }>>
  restore(ticket: string): Promise<Answer<unknown>>
  close(): Promise<void>
}

interface CallOptions {
  commandId?: string
  paths?: Record<string, string>
}

/** The day that every process here takes for today: that of the seeded people, not read from there, as it loads much. */
export const faultsToday = '2026-11-23'

let instances = 0

/** Opens `folder` with the program built in `program`: a new instance each time, as a new process would be. */
export async function openBuilt(program: string, folder: string, waitMs = 0): Promise<BuiltStorage> {
  const waiting = new Map<number | string, (answer: never) => void>()
  let send: (request: StorageRequest) => void = () => undefined
  const port = {
    on(_event: 'message', listener: (message: { data: StorageRequest }) => void) {
      send = (request) => listener({ data: request })
    },
    postMessage(reply: StorageReply) {
      if (reply.type === 'event') return
      const key = reply.type === 'answer' ? reply.id : reply.type
      waiting.get(key)?.((reply.type === 'closed' ? undefined : reply.answer) as never)
      waiting.delete(key)
    },
  }
  Object.assign(process, { parentPort: port })
  const script = pathToFileURL(join(program, 'out/main/storage.js'))
  instances += 1
  script.search = `?${instances}`
  await import(script.href)
  const ask = <T>(key: number | string, request: StorageRequest) => {
    const answer = new Promise<T>((resolve) => waiting.set(key, resolve))
    send(request)
    return answer
  }
  let id = 0
  const question = <T>(request: Record<string, unknown>) => {
    id += 1
    return ask<Answer<T>>(id, { ...request, id } as unknown as StorageRequest)
  }
  const opened = await ask<Answer<{ file: string }>>('opened', {
    type: 'open',
    folder,
    today: faultsToday,
    waitMs,
  })
  return {
    opened,
    call: (name, input, options = {}) => question({ type: 'call', name, input, options }),
    inspect: (file) => question({ type: 'inspect', file }),
    restore: (ticket) => question({ type: 'restore', ticket }),
    close: () => ask('closed', { type: 'close' }),
  }
}
