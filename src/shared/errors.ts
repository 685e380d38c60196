// The errors that may cross a border: a code the catalogue has a sentence for, and the facts in it.

import type { MessageKey } from './message-key.ts'
import type { errors } from './messages/en/errors.ts'

/** A code has its sentence, or it does not compile. */
export type AppErrorCode = keyof typeof errors

/** A value named in a sentence: as it is, in words of its own, or several with commas between. */
export type Fact = string | number | MessageRef | readonly Fact[]
export type Facts = Record<string, Fact>

/** How somebody is called: by their name, or in words that are said where it is shown. */
export type Name = string | MessageRef

/** A sentence by its catalogue key, with the facts it names; rules and data return these, never words. */
export interface MessageRef {
  key: MessageKey
  facts?: Facts
}

/** Thrown in data and main; only the door turns it into a value. */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly facts: Facts

  constructor(code: AppErrorCode, facts: Facts = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.facts = facts
  }
}

export interface CallError {
  code: AppErrorCode
  facts: Facts
}

/** What a command did, in words for the line at the foot, and the handle its Undo needs. */
export interface Done {
  commandId: string
  message: MessageRef
}

export type Answer<T> = { ok: true; value: T; done?: Done } | { ok: false; error: CallError }

export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
