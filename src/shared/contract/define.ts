// The four kinds of call, and the types both sides derive from their definitions.
import { type Area, areas } from './events.ts'
import type { z } from './zod.ts'

type CallKind = 'query' | 'command' | 'task' | 'shell'

interface CallDefinition<K extends CallKind, I extends z.ZodType, O extends z.ZodType> {
  kind: K
  /** Of a query: the areas that it reads. */
  reads?: readonly Area[]
  input: I
  output: O
}

/**
 * Reads on the read-only connection; writing is a type error.
 * @param reads the areas whose changes make its answer old; a test holds them against the tables that it reads
 */
export function query<I extends z.ZodType, O extends z.ZodType>(reads: readonly Area[], input: I, output: O) {
  return { kind: 'query', reads, input, output } as const satisfies CallDefinition<'query', I, O>
}

/** For what is told of whatever was done last. */
export const everything = areas

/** Writes, in one transaction, undoable, kept under its client-made id so that a retry runs once. */
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'command', input, output } as const satisfies CallDefinition<'command', I, O>
}

/** Works on whole files in the storage process (backup, export, check); reports progress, is not undone. */
export function task<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'task', input, output } as const satisfies CallDefinition<'task', I, O>
}

/** Served in the main process: windows, dialogs, printing, the owner's own programs. */
export function shell<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'shell', input, output } as const satisfies CallDefinition<'shell', I, O>
}
