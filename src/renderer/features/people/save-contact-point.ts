// Saves a way to reach somebody; one emptied of its words goes.
import type { ContactPoint } from '../../../shared/contract/people.ts'
import { send } from '../../api/send.ts'

/** Answers the sentence of a refusal, or null when it is on the disk. */
export async function saveContactPoint(
  personId: number,
  point: Pick<ContactPoint, 'kind' | 'value' | 'label'> & { id: number | null },
): Promise<string | null> {
  if (point.value.trim() !== '') return send('people.saveContactPoint', { personId, ...point })
  return point.id === null ? null : send('people.removeContactPoint', { id: point.id })
}
