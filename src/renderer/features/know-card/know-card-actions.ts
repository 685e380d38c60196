// Sends what was learnt about somebody to the file; each answers the sentence of a refusal, or null when it is on the disk.
import type { CallInput } from '../../../shared/contract/index.ts'
import { sayFailure } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'

export async function answerQuestion(input: CallInput<'knowCard.answer'>): Promise<string | null> {
  const answer = await call('knowCard.answer', input)
  return sayFailure(answer)
}

export async function qualify(input: CallInput<'knowCard.qualify'>): Promise<string | null> {
  const answer = await call('knowCard.qualify', input)
  return sayFailure(answer)
}
