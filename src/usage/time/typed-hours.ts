import { hourStart, parseUtcHour, utcHourOf } from './calendar.ts'
import type { Interval } from './interval.ts'

/** Two full hours that somebody typed, or why they are no interval. */
export type TypedHours =
  | { readonly kind: 'interval'; readonly interval: Interval }
  | { readonly kind: 'notUnderstood' }
  | { readonly kind: 'notFullHours' }
  | { readonly kind: 'endsBeforeStart' }

/** A full hour of UTC as it is typed, on a clock of 24 hours: `2026-10-01 06:00`. */
export function formatTypedHour(moment: Date): string {
  return `${utcHourOf(moment).replace('T', ' ')}:00`
}

/**
 * Reads the two ends of an interval in UTC, each as `2026-10-01 06:00`; `2026-10-01T6:00` will do, too.
 * Midnight is 00:00 of the day that begins with it.
 */
export function parseTypedHours(startText: string, endText: string): TypedHours {
  const [start, end] = [readMoment(startText), readMoment(endText)]
  if (!start || !end) return { kind: 'notUnderstood' }
  if (start.minutes !== '00' || end.minutes !== '00') return { kind: 'notFullHours' }
  const interval = { start: hourStart(start.hour), end: hourStart(end.hour) }
  return interval.start < interval.end
    ? { kind: 'interval', interval }
    : { kind: 'endsBeforeStart' }
}

function readMoment(text: string) {
  const pattern = /^(\d{4}-\d{2}-\d{2})(?:T|,? +)(\d{1,2}):(\d{2})$/
  const [, day = '', hours = '', minutes = ''] = pattern.exec(text.trim()) ?? []
  const hour = parseUtcHour(`${day}T${hours.padStart(2, '0')}`)
  return hour && Number(minutes) < 60 ? { hour, minutes } : undefined
}
