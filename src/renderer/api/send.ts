// Sends a command and answers the sentence of its refusal, or null when it is on the disk.
import type { CallInput, CallName } from '../../shared/contract/index.ts'
import { sayFailure } from '../../shared/messages/translate.ts'
import { call } from './client.ts'

export async function send<N extends CallName>(name: N, input: CallInput<N>): Promise<string | null> {
  return sayFailure(await call(name, input))
}
