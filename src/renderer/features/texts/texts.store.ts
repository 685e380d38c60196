// The texts used again, as the screen and the dialog that writes to somebody show them.
import { create } from 'zustand'
import type { MessageText, TextFields } from '../../../shared/contract/texts.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayFailure, t } from '../../../shared/messages/translate.ts'
import { call, onChanged } from '../../api/client.ts'

interface TextsState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  texts: MessageText[]
  error: CallError | null
  load(): Promise<void>
}

export const useTexts = create<TextsState>()((set, get) => ({
  status: 'idle',
  texts: [],
  error: null,
  async load() {
    if (get().status === 'idle') set({ status: 'loading' })
    const answer = await call('texts.list', {})
    if (answer.ok) set({ status: 'ready', texts: answer.value, error: null })
    else set({ status: 'failed', error: answer.error })
  },
}))

/** Each answers the sentence of a refusal, or null when it was saved. `uid` is for a new one. */
export async function saveText(id: number | null, uid: string, text: TextFields): Promise<string | null> {
  if (id !== null) return sayFailure(await call('texts.edit', { id, ...text }))
  return sayFailure(await call('texts.add', { texts: [{ uid, ...text }] }))
}

export async function removeText(id: number): Promise<string | null> {
  return sayFailure(await call('texts.remove', { id }))
}

/** Three texts to start with, in the owner's language. */
export async function addStarters(): Promise<string | null> {
  const field = (name: 'givenName' | 'job' | 'shop') => `{${t(`texts.fields.${name}`)}}`
  const fields = { givenName: field('givenName'), job: field('job'), shop: field('shop') }
  const texts = [
    {
      name: t('texts.starters.thanks.name'),
      channel: 'letter' as const,
      body: t('texts.starters.thanks.body', fields),
    },
    {
      name: t('texts.starters.quote.name'),
      channel: 'email' as const,
      subject: t('texts.starters.quote.subject', fields),
      body: t('texts.starters.quote.body', fields),
    },
    {
      name: t('texts.starters.useful.name'),
      channel: 'email' as const,
      subject: t('texts.starters.useful.subject', fields),
      body: t('texts.starters.useful.body', fields),
    },
  ]
  return sayFailure(
    await call('texts.add', { texts: texts.map((text) => ({ uid: crypto.randomUUID(), ...text })) }),
  )
}

onChanged(['texts.list'], () => {
  if (useTexts.getState().status !== 'idle') void useTexts.getState().load()
})
