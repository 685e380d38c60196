// The time commands see: passed in, so that tests and --today can hold it.

export interface Clock {
  /** UTC ISO text to the millisecond. */
  now(): string
  /** The owner's local date. */
  today(): string
}

/** The system's clock; with `today` given, the date stands still while instants go on. */
export function systemClock(today?: string): Clock {
  return {
    now: () => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }),
    today: () => today ?? Temporal.Now.plainDateISO().toString(),
  }
}
