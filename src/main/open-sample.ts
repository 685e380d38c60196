// Opens the sample shop in a folder of its own, with the owner's file closed meanwhile and never touched.
import { rm } from 'node:fs/promises'
import type { CallOutput } from '../shared/contract/index.ts'
import type { Settings } from '../shared/contract/settings.ts'
import type { Answer } from '../shared/errors.ts'
import type { Paths } from './paths.ts'
import type { Storage } from './storage.ts'

/**
 * Fills it when nobody is in it yet. When it cannot be opened, the owner's file is opened again.
 * @param afresh forgets what was done in the sample shop before
 */
export async function openSample(
  storage: Storage,
  paths: Paths,
  afresh: boolean,
): Promise<Answer<Record<string, never>>> {
  // A new sample looks as the owner's own file does, and its phones are of the owner's country.
  const own = (await storage.call('settings.get', {})) as Answer<Settings>
  const forget = afresh ? () => rm(paths.sample, { recursive: true, force: true }) : undefined
  const opened = await storage.reopen(paths.sample, forget)
  const filled = opened.ok ? await fillWhenEmpty(storage, own.ok ? own.value : null) : opened
  if (filled.ok) return { ok: true, value: {} }
  await storage.reopen(paths.data)
  return filled
}

async function fillWhenEmpty(storage: Storage, own: Settings | null): Promise<Answer<unknown>> {
  const start = (await storage.call('app.start', {})) as Answer<CallOutput<'app.start'>>
  if (!start.ok || start.value.demo) return start
  if (own === null) return storage.call('app.fillDemo', {})
  const { country, currency, paper, theme } = own
  return storage.call('app.fillDemo', { owner: { country, currency, paper, theme } })
}
