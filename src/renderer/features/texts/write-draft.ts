// How one person may be written to or called: the ways there are, what stands against each, and what is handed over.
import type { Consent, Person } from '../../../shared/contract/people.ts'
import { type MessageText, type TextChannel, textChannels } from '../../../shared/contract/texts.ts'
import { formatList, formatNearDate } from '../../../shared/messages/format.ts'
import { t } from '../../../shared/messages/translate.ts'
import { makeMailLink, makePhoneLink, makeTextLink } from '../../../shared/rules/people/outside-links.ts'
import { type FilledText, fillText } from '../../../shared/rules/texts/fill-text.ts'

export interface WriteDraft {
  channel: TextChannel
  /** The text it began with; null for a blank page. */
  text: MessageText | null
  /** Mail address or number; '' for a letter, or when there is none. */
  to: string
  subject: string
  body: string
  /** The owner changed the words: another text is put below them, not in their place. */
  isOwn: boolean
}

const pointKinds = { email: 'email', text: 'phone', phone: 'phone', letter: 'address' } as const

/** Where a message of this channel may go, the best first. */
export function listTargets(person: Person, channel: TextChannel): string[] {
  return person.contactPoints
    .filter((point) => point.kind === pointKinds[channel])
    .map((point) => point.value.trim())
}

function refusedOn(person: Person, channel: TextChannel): Consent | undefined {
  return person.consents.find((consent) => consent.channel === channel && consent.answer === 'no')
}

/** Their best channel when it is open, else the first way that leads anywhere. */
export function startDraft(person: Person): WriteDraft {
  const isOpen = (channel: TextChannel) =>
    !refusedOn(person, channel) && listTargets(person, channel).length > 0
  const best = textChannels.find((channel) => channel === person.bestChannel)
  const channel = best && isOpen(best) ? best : (textChannels.find(isOpen) ?? 'letter')
  const to = listTargets(person, channel)[0] ?? ''
  return { channel, text: null, to, subject: '', body: '', isOwn: false }
}

/** The sentence that says why this way is closed to us, or null when it is open. */
export function sayClosed(person: Person, name: string, { channel, to }: WriteDraft, today: string) {
  const refused = refusedOn(person, channel)
  if (refused) return t('texts.write.saidNo', { name, on: formatNearDate(refused.saidOn, today) })
  if (channel === 'letter') return null
  const isMail = channel === 'email'
  if (to === '') return t(isMail ? 'texts.write.noMail' : 'texts.write.noPhone', { name })
  const links = { email: makeMailLink, text: makeTextLink, phone: makePhoneLink }
  if (links[channel](to) === null)
    return t(isMail ? 'texts.write.badMail' : 'texts.write.badPhone', { value: to })
  return null
}

/** A text put into the draft, filled as far as this person is known. */
export function beginWith(
  draft: WriteDraft,
  text: MessageText | null,
  values: Map<string, string>,
): WriteDraft {
  const filled = (words: string) => fillText(words, values).text
  const body = text ? filled(text.body) : ''
  if (draft.isOwn && draft.body.trim() !== '') {
    const both = body === '' ? draft.body : `${draft.body.trimEnd()}\n\n${body}`
    return { ...draft, text, body: both, subject: draft.subject || filled(text?.subject ?? '') }
  }
  return { ...draft, text, body, subject: filled(text?.subject ?? ''), isOwn: false }
}

/** What would be handed over, and what stands open in it. */
export function fillDraft(
  { subject, body }: WriteDraft,
  values: Map<string, string>,
): { subject: string; body: string; gaps: FilledText } {
  const parts = [fillText(subject, values), fillText(body, values)] as const
  const both = (list: 'missing' | 'unknown') => [...new Set(parts.flatMap((part) => part[list]))]
  return {
    subject: parts[0].text.trim(),
    body: parts[1].text.trim(),
    gaps: { text: '', missing: both('missing'), unknown: both('unknown') },
  }
}

/** The sentence about what stands open, or null when the words are whole. */
export function sayGaps({ missing, unknown }: Pick<FilledText, 'missing' | 'unknown'>): string | null {
  const braced = (names: string[]) => formatList(names.map((name) => `{${name}}`))
  if (missing.length > 0) return t('texts.write.missing', { fields: braced(missing) })
  if (unknown.length > 0) return t('texts.write.unknown', { fields: braced(unknown) })
  return null
}

/** Whether the words are more than a link to another program can carry. */
export function isTooLong({ channel, to }: WriteDraft, words: { subject: string; body: string }): boolean {
  if (channel === 'email') return makeMailLink(to, words) === null
  return channel === 'text' && makeTextLink(to, words.body) === null
}

const mostNote = 80

/** What the touch is remembered by: the text's name, else the subject or the first words. */
export function noteOf({ text }: Pick<WriteDraft, 'text'>, words: { subject: string; body: string }): string {
  const first = text?.name || words.subject || (words.body.split('\n')[0] ?? '')
  const signs = [...first]
  return signs.length > mostNote ? `${signs.slice(0, mostNote).join('')}…` : first
}
