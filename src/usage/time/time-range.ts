import { utc } from '@date-fns/utc'
import { addDays, addHours, addMonths, startOfMonth, startOfYear } from 'date-fns'
import { type BillingMonths, billingMonthAt, CALENDAR_MONTHS } from './billing-month.ts'
import {
  type CalendarDay,
  calendarDayOf,
  dayStart,
  hourStart,
  lastDayOf,
  plain,
  startOfUtcDay,
  startOfUtcHour,
  type UtcHour,
  utcHourOf,
} from './calendar.ts'
import { floorToBucket } from './granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from './interval.ts'

const UTC = { in: utc }

/**
 * The stretch of time somebody asks for, in the words they would use.
 * `days` names its first and its last day, and both belong to it; `hours` names moments.
 */
export type TimeRange =
  | { readonly kind: 'today' }
  | { readonly kind: 'yesterday' }
  | { readonly kind: 'last'; readonly count: number; readonly unit: RelativeUnit }
  | { readonly kind: 'thisWeek' }
  | { readonly kind: 'lastWeek' }
  | { readonly kind: 'thisMonth' }
  | { readonly kind: 'lastMonth' }
  | { readonly kind: 'thisYear' }
  | { readonly kind: 'thisBillingMonth' }
  /** As many whole ones, before the one that is running. */
  | { readonly kind: 'lastBillingMonths'; readonly count: number }
  | { readonly kind: 'days'; readonly first: CalendarDay; readonly last: CalendarDay }
  | { readonly kind: 'hours'; readonly start: UtcHour; readonly end: UtcHour }

export type RelativeUnit = 'hours' | 'days' | 'weeks' | 'months'

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

/** The most billing months that a range may be of: all that KORE keeps. */
export const MOST_BILLING_MONTHS = 18

/**
 * The absolute interval that a range means at a moment.
 *
 * Ranges that reach to the present end with the hour that is running, so that nothing that has not
 * begun is asked for; a range of whole days keeps its days. A custom range keeps its last day even
 * where that lies ahead. Weeks of the calendar begin on Monday (ISO 8601).
 *
 * @param now the moment to count from
 * @param months when billing months begin
 * @returns UTC, start inclusive, end exclusive, on hour boundaries
 */
export function resolveRange(
  range: TimeRange,
  now: Date,
  months: BillingMonths = CALENDAR_MONTHS,
): Interval {
  const today = startOfUtcDay(now)
  const runningHourEnd = addHours(startOfUtcHour(now), 1, UTC)
  switch (range.kind) {
    case 'today':
      return interval(today, runningHourEnd)
    case 'yesterday':
      return interval(addDays(today, -1, UTC), today)
    case 'last':
      return interval(relativeStart(range, today, runningHourEnd), runningHourEnd)
    case 'thisWeek':
      return interval(floorToBucket(today, 'week'), runningHourEnd)
    case 'lastWeek': {
      const thisWeek = floorToBucket(today, 'week')
      return interval(addDays(thisWeek, -7, UTC), thisWeek)
    }
    case 'thisMonth':
      return interval(startOfMonth(today, UTC), runningHourEnd)
    case 'lastMonth': {
      const thisMonth = startOfMonth(today, UTC)
      return interval(addMonths(thisMonth, -1, UTC), thisMonth)
    }
    case 'thisYear':
      return interval(startOfYear(today, UTC), runningHourEnd)
    case 'thisBillingMonth':
      return interval(startOfUtcHour(billingMonthAt(now, months).start), runningHourEnd)
    case 'lastBillingMonths':
      return interval(
        startOfUtcHour(billingMonthAt(now, months, range.count).start),
        startOfUtcHour(billingMonthAt(now, months).start),
      )
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

/** Whether a range depends on when billing months begin. */
export function isBillingRange({ kind }: TimeRange): boolean {
  return kind === 'thisBillingMonth' || kind === 'lastBillingMonths'
}

/** The absolute range that covers an interval: of days where it lies on them, else of hours. */
export function rangeOf({ start, end }: Interval): TimeRange {
  const isMidnight = (moment: Date) => moment.getTime() % MILLISECONDS_PER_DAY === 0
  if (isMidnight(start) && isMidnight(end)) {
    return { kind: 'days', first: calendarDayOf(start), last: lastDayOf({ start, end }) }
  }
  return { kind: 'hours', start: utcHourOf(start), end: utcHourOf(end) }
}

function interval(start: Date, end: Date): Interval {
  return { start: plain(start), end: plain(end) }
}
