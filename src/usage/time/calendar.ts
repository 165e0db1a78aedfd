import { utc } from '@date-fns/utc'
import { addMonths, isValid, parseISO, startOfDay } from 'date-fns'
import { type Interval, MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR } from './interval.ts'

const UTC = { in: utc }

/** A calendar day of UTC as `YYYY-MM-DD`. */
export type CalendarDay = string

/** An hour of UTC as `YYYY-MM-DDTHH`. */
export type UtcHour = string

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

/** date-fns answers with its own subclass of Date; values that leave `time` are plain. */
export function plain(date: Date): Date {
  return new Date(date.getTime())
}

/** The number of the week that begins on a Monday (ISO 8601), 1 to 53: it is of the year of its Thursday. */
export function isoWeekFrom(monday: Date): number {
  const thursday = new Date(monday.getTime() + 3 * MILLISECONDS_PER_DAY)
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.floor((thursday.getTime() - newYear) / (7 * MILLISECONDS_PER_DAY)) + 1
}

/** Whether a moment falls on a Saturday or a Sunday of UTC. */
export function isWeekend(moment: Date): boolean {
  return [0, 6].includes(moment.getUTCDay())
}
