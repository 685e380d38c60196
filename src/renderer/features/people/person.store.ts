// One person's page: what is known of them, and each change sent on as it is made.
import { create } from 'zustand'
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { ContactPoint, Person, PersonEdit, PersonRecord } from '../../../shared/contract/people.ts'
import type { CallError } from '../../../shared/errors.ts'
import { sayError, sayFailure, t } from '../../../shared/messages/translate.ts'
import { call, onChanged } from '../../api/client.ts'
import { keepUnchanged } from '../../api/keep-unchanged.ts'

type PersonState =
  | { status: 'idle' | 'loading'; id: number | null }
  /** Read again, both keep their parts that did not change: a logged touch leaves the record the same object. */
  | { status: 'ready'; id: number; person: Person; record: PersonRecord }
  | { status: 'failed'; id: number; error: CallError }

export const usePerson = create<PersonState>()(() => ({ status: 'idle', id: null }))

/** Shows somebody; until they are read, the one before is not shown under their name. */
export async function openPerson(id: number): Promise<void> {
  if (usePerson.getState().id !== id) usePerson.setState({ status: 'loading', id }, true)
  const answer = await call('people.get', { id })
  const state = usePerson.getState()
  if (state.id !== id) return
  if (!answer.ok) return usePerson.setState({ status: 'failed', id, error: answer.error }, true)
  const before = state.status === 'ready' ? state : null
  const person = keepUnchanged(before?.person, answer.value)
  const record = keepUnchanged(before?.record, recordOf(person))
  usePerson.setState({ status: 'ready', id, person, record }, true)
}

function recordOf(person: Person): PersonRecord {
  const { nextSteps, standing, touches, attempts, theirs, mailings, lastTouchOn, gives, asks, ...record } =
    person
  return record
}

export function leavePerson(): void {
  usePerson.setState({ status: 'idle', id: null }, true)
}

export async function editPerson(id: number, changes: PersonEdit): Promise<string | null> {
  return sayFailure(await call('people.edit', { id, changes }))
}

export async function saveContactPoint(
  personId: number,
  point: Pick<ContactPoint, 'kind' | 'value' | 'label'> & { id: number | null },
): Promise<string | null> {
  if (point.value.trim() !== '')
    return sayFailure(await call('people.saveContactPoint', { personId, ...point }))
  return point.id === null ? null : sayFailure(await call('people.removeContactPoint', { id: point.id }))
}

export async function setConsent(
  id: number,
  channel: Person['consents'][number]['channel'],
  answer: 'yes' | 'no',
): Promise<string | null> {
  return sayFailure(await call('people.setConsent', { id, channel, answer }))
}

export async function setNeverContact(id: number, never: boolean, reason: string): Promise<string | null> {
  return sayFailure(await call('people.setNeverContact', { id, never, reason }))
}

export async function moveToBin(id: number): Promise<string | null> {
  return sayFailure(await call('people.moveToBin', { id }))
}

export async function bringBack(id: number): Promise<string | null> {
  return sayFailure(await call('people.bringBack', { id, noRoom: t('focusList.noRoom') }))
}

/** What erasing would take with it; or the sentence that says why it could not be told. */
export async function readErasing(id: number): Promise<CallOutput<'people.erasing'> | { problem: string }> {
  const answer = await call('people.erasing', { id })
  return answer.ok ? answer.value : { problem: sayError(answer.error) }
}

export async function erasePerson(id: number): Promise<string | null> {
  return sayFailure(await call('people.erase', { id, someone: t('erase.someone') }))
}

export async function openMail(address: string): Promise<string | null> {
  return sayFailure(await call('app.openMail', { address }))
}

export async function openPhone(number: string): Promise<string | null> {
  return sayFailure(await call('app.openPhone', { number }))
}

onChanged(['people.get'], () => {
  const { id } = usePerson.getState()
  if (id !== null) void openPerson(id)
})
