// Joins the areas into the one contract, and derives from it what each side may call and must serve.
import { app } from './app.ts'
import { backup } from './backup.ts'
import { callSheets } from './call-sheets.ts'
import { duplicates } from './duplicates.ts'
import type { Area } from './events.ts'
import { firstHour } from './first-hour.ts'
import { focusList } from './focus-list.ts'
import { importExport } from './import-export.ts'
import { jobs } from './jobs.ts'
import { knowCard } from './know-card.ts'
import { people } from './people.ts'
import { places } from './places.ts'
import { referrals } from './referrals.ts'
import { settings } from './settings.ts'
import { texts } from './texts.ts'
import { today } from './today.ts'
import { touches } from './touches.ts'
import { typeBack } from './type-back.ts'
import { weekReview } from './week-review.ts'
import type { z } from './zod.ts'

export const contract = {
  ...app,
  ...people,
  ...places,
  ...knowCard,
  ...duplicates,
  ...focusList,
  ...today,
  ...firstHour,
  ...touches,
  ...texts,
  ...callSheets,
  ...typeBack,
  ...weekReview,
  ...jobs,
  ...referrals,
  ...importExport,
  ...backup,
  ...settings,
}

type Contract = typeof contract
export type CallName = keyof Contract
/** What a caller passes: defaults may be left out. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>
/** What a handler receives: parsed, defaults filled in. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>
export type CallNameOf<K extends Contract[CallName]['kind']> = {
  [N in CallName]: Contract[N]['kind'] extends K ? N : never
}[CallName]

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

/** The queries that read one of these areas. */
export function listReaders(changed: readonly Area[]): CallNameOf<'query'>[] {
  return (Object.keys(contract) as CallName[]).filter((name): name is CallNameOf<'query'> => {
    const definition = contract[name]
    return definition.kind === 'query' && definition.reads.some((area) => changed.includes(area))
  })
}
