// Three texts to start with, in the owner's language.
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'

/** Answers the sentence of a refusal, or null when they are on the disk. */
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
  return send('texts.add', { texts: texts.map((text) => ({ uid: crypto.randomUUID(), ...text })) })
}
