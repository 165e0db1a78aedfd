import { utc } from '@date-fns/utc'
import { addDays, addHours, addMonths, isValid, parseISO, startOfDay, startOfMonth } from 'date-fns'

const UTC = { in: utc }

/** A stretch of time in UTC: start inclusive, end exclusive. */
export interface Interval {
  readonly start: Date
  readonly end: Date
}

/** A calendar day of UTC as `YYYY-MM-DD`. */
export type CalendarDay = string

/**
 * The stretch of time somebody asks for, in the words they would use.
 * `days` names its first and its last day, and both belong to it; `hours` names moments.
 */
export type TimeRange =
  | { readonly kind: 'today' }
  | { readonly kind: 'yesterday' }
  | { readonly kind: 'last'; readonly count: number; readonly unit: RelativeUnit }
  | { readonly kind: 'thisMonth' }
  | { readonly kind: 'lastMonth' }
  | { readonly kind: 'days'; readonly first: CalendarDay; readonly last: CalendarDay }
  | { readonly kind: 'hours'; readonly start: UtcHour; readonly end: UtcHour }

export type RelativeUnit = 'hours' | 'days' | 'weeks' | 'months'

/** An hour of UTC as `YYYY-MM-DDTHH`. */
export type UtcHour = string

/** The ranges that a picker offers by name, shortest first. */
export const PRESETS: readonly TimeRange[] = [
  { kind: 'today' },
  { kind: 'yesterday' },
  { kind: 'last', count: 24, unit: 'hours' },
  { kind: 'last', count: 7, unit: 'days' },
  { kind: 'last', count: 30, unit: 'days' },
  { kind: 'last', count: 90, unit: 'days' },
  { kind: 'thisMonth' },
  { kind: 'lastMonth' },
]

export const DEFAULT_RANGE: TimeRange = {
  kind: 'last',
  count: 30,
  unit: 'days',
}

/** The longest a relative range may be, in its own unit: 18 months is the upstream's whole memory. */
export const LONGEST_RELATIVE: Readonly<Record<RelativeUnit, number>> = {
  hours: 24 * 92,
  days: 549,
  weeks: 78,
  months: 18,
}

/**
 * The absolute interval that a range means at a moment.
 *
 * Ranges that reach to the present end with the hour that is running, so that nothing that has not
 * begun is asked for; a range of whole days keeps its days. A custom range keeps its last day even
 * where that lies ahead.
 *
 * @param now the moment to count from
 * @returns UTC, start inclusive, end exclusive, on hour boundaries
 */
export function resolveRange(range: TimeRange, now: Date): Interval {
  const today = startOfUtcDay(now)
  const runningHourEnd = addHours(startOfUtcHour(now), 1, UTC)
  switch (range.kind) {
    case 'today':
      return interval(today, runningHourEnd)
    case 'yesterday':
      return interval(addDays(today, -1, UTC), today)
    case 'last':
      return interval(relativeStart(range, today, runningHourEnd), runningHourEnd)
    case 'thisMonth':
      return interval(startOfMonth(today, UTC), runningHourEnd)
    case 'lastMonth': {
      const thisMonth = startOfMonth(today, UTC)
      return interval(addMonths(thisMonth, -1, UTC), thisMonth)
    }
    case 'days':
      return interval(dayStart(range.first), addDays(dayStart(range.last), 1, UTC))
    case 'hours':
      return interval(hourStart(range.start), hourStart(range.end))
  }
}

/** Days, weeks and months count today; hours count the one that is running. */
function relativeStart(
  { count, unit }: Extract<TimeRange, { kind: 'last' }>,
  today: Date,
  runningHourEnd: Date,
): Date {
  switch (unit) {
    case 'hours':
      return addHours(runningHourEnd, -count, UTC)
    case 'days':
      return addDays(today, 1 - count, UTC)
    case 'weeks':
      return addDays(today, 1 - 7 * count, UTC)
    case 'months':
      return addDays(addMonths(today, -count, UTC), 1, UTC)
  }
}

/** The absolute range that covers an interval: of days where it lies on them, else of hours. */
export function rangeOf({ start, end }: Interval): TimeRange {
  const isMidnight = (moment: Date) => moment.getTime() % MILLISECONDS_PER_DAY === 0
  if (isMidnight(start) && isMidnight(end)) {
    return { kind: 'days', first: calendarDayOf(start), last: lastDayOf({ start, end }) }
  }
  return { kind: 'hours', start: utcHourOf(start), end: utcHourOf(end) }
}

/** Reads an hour strictly: `2026-10-01T24` is none. @returns the same text, or undefined */
export function parseUtcHour(text: string): UtcHour | undefined {
  const [, day = '', hour] = /^(\d{4}-\d{2}-\d{2})T(\d{2})$/.exec(text) ?? []
  return parseCalendarDay(day) && Number(hour) < 24 ? text : undefined
}

/** The UTC hour that a moment falls in. */
export function utcHourOf(moment: Date): UtcHour {
  return moment.toISOString().slice(0, 13)
}

/** The first moment of an hour. The hour must exist. */
export function hourStart(hour: UtcHour): Date {
  return plain(parseISO(`${hour}:00:00Z`, UTC))
}

/**
 * Reads a calendar day strictly: `2026-02-31` is no day, though `Date` would read 3 March.
 *
 * @returns the same text, or undefined where it is not a day that exists
 */
export function parseCalendarDay(text: string): CalendarDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  return isValid(parseISO(text, UTC)) ? text : undefined
}

/** The UTC day that a moment falls in, as `YYYY-MM-DD`. */
export function calendarDayOf(moment: Date): CalendarDay {
  return moment.toISOString().slice(0, 10)
}

/** The first moment of a calendar day, UTC. The day must exist. */
export function dayStart(day: CalendarDay): Date {
  return plain(parseISO(day, UTC))
}

/** The last calendar day that an interval touches. */
export function lastDayOf({ end }: Interval): CalendarDay {
  return calendarDayOf(new Date(end.getTime() - 1))
}

export function startOfUtcDay(moment: Date): Date {
  return plain(startOfDay(moment, UTC))
}

/** The midnight after a moment. */
export function endOfUtcDay(moment: Date): Date {
  return new Date(startOfUtcDay(moment).getTime() + MILLISECONDS_PER_DAY)
}

export function startOfUtcHour(moment: Date): Date {
  return new Date(moment.getTime() - (moment.getTime() % MILLISECONDS_PER_HOUR))
}

/** The moment so many calendar months earlier; 3 months before 31 May is the last day of February. */
export function monthsBefore(moment: Date, months: number): Date {
  return plain(addMonths(moment, -months, UTC))
}

export const MILLISECONDS_PER_HOUR = 3_600_000
export const MILLISECONDS_PER_DAY = 24 * MILLISECONDS_PER_HOUR

export function durationOf({ start, end }: Interval): number {
  return end.getTime() - start.getTime()
}

/** What two intervals have in common; undefined where they do not meet. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const start = Math.max(a.start.getTime(), b.start.getTime())
  const end = Math.min(a.end.getTime(), b.end.getTime())
  return start < end ? { start: new Date(start), end: new Date(end) } : undefined
}

function interval(start: Date, end: Date): Interval {
  return { start: plain(start), end: plain(end) }
}

/** date-fns answers with its own subclass of Date; values that leave this file are plain. */
function plain(date: Date): Date {
  return new Date(date.getTime())
}
