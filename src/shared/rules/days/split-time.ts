// Takes the time of day off what was typed for a day: "fri 14:30", "24 dec 2pm".

/**
 * @returns the rest, for parse-day, and the time as HH:MM; null where no time was typed. A time that does not exist,
 * such as 25:00, is left where it is: then no day can be read, and the owner is told.
 */
export function splitTime(typed: string): { day: string; time: string | null } {
  const text = typed.trim()
  const parts =
    /^(?<day>.*?)(?:^|[\s,]+)(?:at\s+)?(?<hours>\d{1,2})(?::(?<minutes>\d{2}))?\s*(?<half>[ap]m)?$/i.exec(
      text,
    )
  const { day = '', hours = '', minutes, half } = parts?.groups ?? {}
  // A bare number is part of a date: "dec 24".
  if (!parts || (minutes === undefined && half === undefined)) return { day: text, time: null }
  const typedHours = Number(hours)
  const isPm = half?.toLowerCase() === 'pm'
  if (half !== undefined && (typedHours < 1 || typedHours > 12)) return { day: text, time: null }
  const hour = half === undefined ? typedHours : (typedHours % 12) + (isPm ? 12 : 0)
  if (hour > 23 || Number(minutes ?? 0) > 59) return { day: text, time: null }
  return { day: day.trim(), time: `${String(hour).padStart(2, '0')}:${minutes ?? '00'}` }
}
