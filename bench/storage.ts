// The built storage process, run inside this one: its calls without window, main process and messages between them.

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DataCallName } from '../src/data/engine/contexts.ts'
import type { CallInput, CallOutput } from '../src/shared/contract/index.ts'
import type { CallOptions, StorageReply, StorageRequest } from '../src/shared/contract/storage-protocol.ts'
import type { Answer } from '../src/shared/errors.ts'
import { seedToday } from '../tests/support/seed.ts'

export interface OpenedStorage {
  call<N extends DataCallName>(
    name: N,
    input: CallInput<N>,
    paths?: CallOptions['paths'],
  ): Promise<CallOutput<N>>
  close(): Promise<void>
}

let opened = 0

/** Opens a data folder in an instance of the built program's storage; throws where the program would show an error. */
export async function openStorage(built: string, folder: string): Promise<OpenedStorage> {
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  const ended = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<Answer<unknown>>()
  let send: (request: StorageRequest) => void = () => undefined
  const port = {
    on(_event: 'message', listener: (message: { data: StorageRequest }) => void) {
      send = (request) => listener({ data: request })
    },
    postMessage(reply: StorageReply) {
      if (reply.type === 'opened') begun.resolve(reply.answer)
      else if (reply.type === 'closed') ended.resolve()
      else if (reply.type === 'answer') waiting.get(reply.id)?.(reply.answer)
    },
  }
  Object.assign(process, { parentPort: port })
  const script = pathToFileURL(join(built, 'out/main/storage.js'))
  // Another query makes another instance of the module: one storage process serves one folder.
  opened += 1
  script.search = `?${opened}`
  await import(script.href)
  send({ type: 'open', folder, today: seedToday, waitMs: 0 })
  unwrap(await begun.promise)
  let id = 0
  return {
    async call(name, input, paths) {
      id += 1
      const answer = new Promise<Answer<unknown>>((resolve) => waiting.set(id, resolve))
      const options: CallOptions = { commandId: randomUUID(), ...(paths ? { paths } : {}) }
      send({ type: 'call', id, name, input, options })
      return unwrap(await answer) as never
    },
    close() {
      send({ type: 'close' })
      return ended.promise
    },
  }
}

function unwrap(answer: Answer<unknown>): unknown {
  if (answer.ok) return answer.value
  throw new Error(`refused: ${answer.error.code} ${JSON.stringify(answer.error.facts)}`)
}
