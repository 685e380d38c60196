// Adding a person: saving, and who is there already under the same name, phone or mail.
import type { CallInput } from '../../../shared/contract/index.ts'
import type { PersonRow } from '../../../shared/contract/people.ts'
import { sayError } from '../../../shared/messages/translate.ts'
import { call } from '../../api/client.ts'

let asked = 0

/** People who may be the same: by phone or mail, else by name; null when a newer question was asked. */
export async function findSame(draft: {
  name: string
  phone: string
  email: string
}): Promise<PersonRow[] | null> {
  const number = ++asked
  const typed = [draft.phone, draft.email, draft.name].filter((text) => text.trim().length >= 3)
  const answers = await Promise.all(typed.map((search) => call('people.list', { search, limit: 3 })))
  if (number !== asked) return null
  const rows = answers.flatMap((answer) => (answer.ok ? answer.value.rows : []))
  const named = rows.filter((row) => row.matchedNote === '')
  return [...new Map(named.map((row) => [row.id, row])).values()].slice(0, 3)
}

export async function addPerson(
  input: CallInput<'people.add'>,
): Promise<{ id: number } | { problem: string; wasErased: boolean }> {
  const answer = await call('people.add', input)
  if (answer.ok) return { id: answer.value.id }
  return { problem: sayError(answer.error), wasErased: answer.error.code === 'was-erased' }
}
