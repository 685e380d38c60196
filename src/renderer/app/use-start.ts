// What screens need to know of the start: the day it is, and what the touch ring counts to.
import type { MoneyTyping } from '../../shared/rules/touches/parse-money.ts'
import { useStart } from './start.store.ts'

/** The owner's local date, '' until the file is open. */
export function useToday(): string {
  return useStart((state) => (state.status === 'ready' ? state.start.today : ''))
}

export function useTouchGoal(): number {
  return useStart((state) => (state.status === 'ready' ? state.start.settings.touchGoal : 0))
}

/** What the words and amounts on a screen hang on: what was drawn under another is to be drawn anew. */
export function useWording(): string {
  return useStart((state) =>
    state.status === 'ready' ? `${state.start.settings.language} ${state.start.settings.currency}` : '',
  )
}

/** ISO 3166 alpha-2: which months spring has hangs on it. */
export function useCountry(): string {
  return useStart((state) => (state.status === 'ready' ? state.start.settings.country : ''))
}

/** How the owner writes amounts. */
export function useMoneyTyping(): MoneyTyping {
  const country = useStart((state) => (state.status === 'ready' ? state.start.settings.country : 'US'))
  const currency = useStart((state) => (state.status === 'ready' ? state.start.settings.currency : 'USD'))
  return { country, currency }
}
