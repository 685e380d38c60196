// What is done while writing to somebody: reading what is known, opening the owner's program, printing, logging.

import type { CallInput } from '../../../shared/contract/index.ts'
import type { Person } from '../../../shared/contract/people.ts'
import type { LetterTo, TextChannel, TextFacts } from '../../../shared/contract/texts.ts'
import type { Answer } from '../../../shared/errors.ts'
import { sayError, sayFailure, t } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'

export interface Writing {
  person: Person
  facts: TextFacts
}

export async function readWriting(personId: number): Promise<Writing | { problem: string }> {
  const [person, facts] = await Promise.all([
    call('people.get', { id: personId }),
    call('texts.facts', { personId }),
  ])
  if (!person.ok) return { problem: sayError(person.error) }
  if (!facts.ok) return { problem: sayError(facts.error) }
  return { person: person.value, facts: facts.value }
}

/** `done`: it is out of our hands and may be logged; else `words` say why not, or what to do now. */
export type Sent = { done: true } | { done: false; words: string; noProgram?: true }

function readOpened(answer: Answer<{ opened: boolean }>): Sent {
  if (!answer.ok)
    return {
      done: false,
      words: sayError(answer.error),
      ...(answer.error.code === 'no-program' ? { noProgram: true } : {}),
    }
  return answer.value.opened ? { done: true } : { done: false, words: t('texts.write.notOpened') }
}

export async function openProgram(
  channel: Exclude<TextChannel, 'letter'>,
  to: string,
  words: { subject: string; body: string },
): Promise<Sent> {
  if (channel === 'phone') return readOpened(await call('app.openPhone', { number: to }))
  if (channel === 'text') return readOpened(await call('app.openText', { number: to, body: words.body }))
  return readOpened(await call('app.openMail', { address: to, ...words }))
}

export type LettersToSend = CallInput<'texts.printLetters'>

/** Without a printer letters are saved instead, to be printed where there is one. */
export async function printLetters(letters: LettersToSend): Promise<Sent> {
  const answer = await call('texts.printLetters', letters)
  if (answer.ok)
    return answer.value.printed ? { done: true } : { done: false, words: t('texts.write.notPrinted') }
  if (answer.error.code !== 'no-printer') return { done: false, words: sayError(answer.error) }
  return saveTo(letters, null)
}

/** Where the owner says; '' when they thought better of it. A letter on the disk is not sent yet: nothing is logged. */
export async function saveLetters(letters: LettersToSend, title: string): Promise<Sent> {
  const chosen = await call('app.choosePdfFile', { suggested: `${title.slice(0, 190)}.pdf` })
  if (!chosen.ok) return { done: false, words: sayError(chosen.error) }
  if (chosen.value === null) return { done: false, words: '' }
  return saveTo(letters, chosen.value.token)
}

async function saveTo(letters: LettersToSend, target: string | null): Promise<Sent> {
  const count = letters.personIds.length
  const saved = await call('texts.saveLetters', { ...letters, target })
  if (!saved.ok) return { done: false, words: sayError(saved.error) }
  const { file, folder } = saved.value
  if (target === null) await call('app.showFolder', { token: folder })
  return {
    done: false,
    words: t(target === null ? 'texts.write.savedForLackOfPrinter' : 'texts.write.saved', { file, count }),
  }
}

/** Whom letters may go to, as far as they are still here. */
export async function readRecipients(personIds: number[]): Promise<LetterTo[] | { problem: string }> {
  const answer = await call('texts.recipients', { personIds })
  return answer.ok ? answer.value : { problem: sayError(answer.error) }
}

/** One entry for all of them. Answers the sentence of a refusal, or null when it is on the disk. */
export async function logLetters(uid: string, personIds: number[], note: string): Promise<string | null> {
  if (personIds.length === 1) return logWritten(uid, personIds[0]!, 'letter', note)
  const touch = { how: 'letter', channel: 'letter', note } as const
  const answer = await call('touches.logToMany', { uid, personIds, touch })
  return sayFailure(answer)
}

/** Answers the sentence of a refusal, or null when the touch is on the disk. */
export async function logWritten(
  uid: string,
  personId: number,
  channel: 'email' | 'text' | 'letter',
  note: string,
): Promise<string | null> {
  const how = channel === 'letter' ? ('letter' as const) : ('message' as const)
  const answer = await call('touches.log', { uid, personId, touch: { how, channel, note } })
  return sayFailure(answer)
}
