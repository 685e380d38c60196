// The owner's clock time in file names.

/** @returns such as 09-12, without the colon that sticks formatted for Windows refuse */
export function localTimeOf(instant: string): string {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO(Temporal.Now.timeZoneId())
  return time.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '-')
}
