// What is said of an input that does not fit its call: a sentence of ours where the owner may have typed it.
import type { CallError } from '../errors.ts'
import type { z } from './zod.ts'

type Issue = z.core.$ZodIssue

/** The code and facts for the first thing that does not fit. */
export function refuseInput(error: z.ZodError): CallError {
  const issue = error.issues[0]
  const own = error.issues.flatMap(listAll).find((one) => one.code === 'custom' && one.params?.error)
  if (own?.code === 'custom') return { code: own.params!.error, facts: {} }
  if (issue?.code === 'too_big' && issue.origin === 'string') {
    return { code: 'text-too-long', facts: { most: Number(issue.maximum) } }
  }
  const field = issue ? issue.path.map(String).join('.') : ''
  return { code: 'bad-input', facts: { field, problem: issue?.message ?? '' } }
}

/** With those of each choice, when none of them fits. */
function listAll(issue: Issue): Issue[] {
  return issue.code === 'invalid_union' ? [issue, ...issue.errors.flat().flatMap(listAll)] : [issue]
}
