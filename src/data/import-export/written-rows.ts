// What an import wrote, kept beside each of its rows, so that taking it back knows what nobody changed since.
import { hash } from 'node:crypto'

/** A row of a table as SQLite gives it. */
export type Columns = Record<string, string | number | null>

export interface WrittenContact {
  kind: string
  value: string
  label: string
}

/** Kept as JSON in `import_rows.written`. */
export type Written =
  | {
      /** Hash of the person and contact points as added. */
      person: string
      /** What they said of channels, as the file has it. */
      consents?: [id: number, hash: string][]
      firm?: MadeFirm
    }
  | {
      /** Contact points added to somebody who was there. */
      contacts: [id: number, hash: string][]
      /** Columns filled: before and after. */
      filled: Record<string, [string | number | null, string | number | null]>
      /** Lines added to the end of the note. */
      note: string
      /** Fields of the file added to them. */
      fields?: number[]
      consents?: [id: number, hash: string][]
      firm?: MadeFirm
    }

/** A firm made for this row, and the hash of it as made. */
export type MadeFirm = [id: number, hash: string]

/** Blank values say nothing, so that a column added later does not make old rows look changed. */
function describeRow(row: Columns, without: readonly string[]): unknown[] {
  return Object.keys(row)
    .filter((column) => row[column] !== null && row[column] !== '' && !without.includes(column))
    .sort()
    .flatMap((column) => [column, row[column]])
}

/** Says where the owner keeps somebody, not who they are: it does not keep an import from being taken back. */
const notHashed = ['id', 'deleted_at', 'looked_on', 'is_private', 'note_not_for_paper', 'note_from_file']

/**
 * One hash over a person and all contact points in their order, wherever the owner keeps them. Labels count as the
 * last line of the note, where the first schema kept them, so that imports from then can still be taken back.
 */
export function hashPerson({ labels, ...person }: Columns, contacts: readonly WrittenContact[]): string {
  const points = contacts.map(({ kind, value, label }) => [kind, value, label])
  const note = labels ? joinLines(String(person.note), `Tags: ${labels}`) : (person.note ?? null)
  return hashValues([describeRow({ ...person, note }, notHashed), points])
}

export function joinLines(before: string, after: string): string {
  return before === '' ? after : `${before}\n${after}`
}

export function hashFirm(firm: Columns): string {
  return hashValues(describeRow(firm, ['id', 'deleted_at']))
}

export function hashConsent({ channel, answer, said_on, how }: Columns): string {
  return hashValues([channel, answer, said_on, how])
}

export function hashContact({ kind, value, label }: WrittenContact): string {
  return hashValues([kind, value, label])
}

function hashValues(values: unknown): string {
  return hash('sha256', JSON.stringify(values), 'base64url').slice(0, 16)
}
