// The owner's settings, one row each; what was never set comes from the contract's own defaults and the system.

import { defaultSettings, Settings } from '../../shared/contract/settings.ts'
import type { NameIn } from '../../shared/message-key.ts'
import type { CommandContext } from '../engine/contexts.ts'
import type { Reader, Writer } from '../engine/store.ts'

const letterCountries = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'CR', 'GT', 'PA', 'DO'])

/** Asked of the system once: every question about the shop reads the settings. */
let countryOfSystem: string | undefined

/** The country of the system's locale, ISO 3166 alpha-2, 'US' when it names none. */
function systemCountry(): string {
  countryOfSystem ??=
    new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).maximize().region ?? 'US'
  return countryOfSystem
}

const euroCountries = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')
const currencies: Record<string, string> = {
  GB: 'GBP',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
  JP: 'JPY',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  MX: 'MXN',
  IN: 'INR',
  ZA: 'ZAR',
}

/** A first guess the owner can change; Intl knows currencies but not who uses them. */
function currencyOf(country: string): string {
  return euroCountries.includes(country) ? 'EUR' : (currencies[country] ?? 'USD')
}

/** Every setting, defaults filled in. Paper follows the country until the owner says otherwise. */
export async function getSettings(db: Reader): Promise<Settings> {
  const rows = await db.selectFrom('settings').select(['key', 'value']).execute()
  const stored = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
  const country = typeof stored.country === 'string' ? stored.country : systemCountry()
  const paper = letterCountries.has(country) ? 'Letter' : 'A4'
  return Settings.parse({ ...defaultSettings, country, paper, currency: currencyOf(country), ...stored })
}

/** Sets what is given and leaves the rest. */
export async function changeSettings(
  db: Writer,
  changes: Partial<Settings>,
  context: Pick<CommandContext, 'say'>,
): Promise<void> {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue
    await putSetting(db, key, value)
    if (key === 'currency') await putSetting(db, 'minorUnits', minorUnitsOf(String(value)))
  }
  const [key, ...others] = Object.keys(changes) as NameIn<'settings.done'>[]
  context.say(key && others.length === 0 ? `settings.done.${key}` : 'settings.changed')
}

async function putSetting(db: Writer, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('settings')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute()
}

/** How many minor units make one of a currency: 100 for most, 1 for the yen. */
function minorUnitsOf(currency: string): number {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits
  return 10 ** (digits ?? 2)
}
