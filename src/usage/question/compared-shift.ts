import { monthsBefore, startOfUtcDay } from '../time/calendar.ts'
import { durationOf, type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import type { TimeRange } from '../time/time-range.ts'
import { type ComparedPeriod, WEEKDAY_DAYS } from './compared-period.ts'
import type { UsageQuery } from './usage-query.ts'

/** How far back: calendar months, or an exact time. */
export type Shift = { readonly months: number } | { readonly milliseconds: number }

/**
 * How far before a question its earlier period lies.
 *
 * @param range the range that it was asked with: this month is held against last month and this week
 *   against last week, not against as many days before it
 */
export function shiftOf(
  { interval, granularity }: Pick<UsageQuery, 'interval' | 'granularity'>,
  range: TimeRange,
  period: ComparedPeriod,
): Shift {
  const weekdayDays = WEEKDAY_DAYS.get(period)
  if (weekdayDays !== undefined) return { milliseconds: weekdayDays * MILLISECONDS_PER_DAY }
  if (period !== 'previous') return { months: period === 'last-month' ? 1 : 12 }
  if (range.kind === 'thisMonth' || range.kind === 'lastMonth') return { months: 1 }
  if (range.kind === 'thisBillingMonth') return { months: 1 }
  if (range.kind === 'lastBillingMonths') return { months: range.count }
  if (range.kind === 'thisWeek' || range.kind === 'lastWeek') {
    return { milliseconds: 7 * MILLISECONDS_PER_DAY }
  }
  if (range.kind === 'last' && range.unit === 'months') return { months: range.count }
  const months = monthsTouched(interval)
  if (granularity === 'month' || isWholeMonths(interval)) return { months }
  const { start } = interval
  const atMidnight = start.getTime() === startOfUtcDay(start).getTime()
  // Since midnight is held against since the midnight before: the same hours of a day.
  const unit = atMidnight ? MILLISECONDS_PER_DAY : 1
  return { milliseconds: Math.ceil(durationOf(interval) / unit) * unit }
}

/**
 * The moment so much earlier, at the same hour of the same date.
 *
 * @returns undefined where that date does not exist: 31 October is in no September
 */
export function shiftBack(moment: Date, shift: Shift): Date | undefined {
  if ('milliseconds' in shift) return new Date(moment.getTime() - shift.milliseconds)
  const then = monthsBefore(moment, shift.months)
  return then.getUTCDate() === moment.getUTCDate() ? then : undefined
}

/**
 * From the first counterpart of an interval's days to the last. Whole calendar months are held
 * against whole calendar months, however long.
 *
 * @returns undefined where no day of it has a counterpart
 */
export function shiftedInterval(interval: Interval, shift: Shift): Interval | undefined {
  const start = firstCounterpart(interval, shift)
  // The last day is what is shifted, not the midnight after it, which may be another month's.
  const end = isWholeMonths(interval)
    ? shiftBack(interval.end, shift)
    : endOfLastCounterpart(interval, shift)
  return start && end && start < end ? { start, end } : undefined
}

/**
 * Whether the days between the first and the last counterpart of an interval are those of its days,
 * one for each: then one total is of the same days as the other.
 */
export function isDayForDay(interval: Interval, shift: Shift): boolean {
  const shifted = shiftedInterval(interval, shift)
  if (!shifted || durationOf(shifted) !== durationOf(interval)) return false
  return [interval.start, ...midnightsOf(interval)].every((moment) => shiftBack(moment, shift))
}

/** Whether an interval consists of calendar months of UTC. */
export function isWholeMonths({ start, end }: Interval): boolean {
  return [start, end].every(
    (moment) => moment.getUTCDate() === 1 && moment.getTime() === startOfUtcDay(moment).getTime(),
  )
}

function firstCounterpart(interval: Interval, shift: Shift): Date | undefined {
  for (const moment of [interval.start, ...midnightsOf(interval)]) {
    const then = shiftBack(moment, shift)
    if (then) return then
  }
  return undefined
}

/** @returns exclusive */
function endOfLastCounterpart(interval: Interval, shift: Shift): Date | undefined {
  for (const end of [interval.end, ...midnightsOf(interval).reverse()]) {
    const then = shiftBack(new Date(end.getTime() - 1), shift)
    if (then) return new Date(then.getTime() + 1)
  }
  return undefined
}

/** The midnights after the start of an interval and before its end. */
function midnightsOf({ start, end }: Interval): Date[] {
  const midnights: Date[] = []
  let midnight = startOfUtcDay(start).getTime() + MILLISECONDS_PER_DAY
  while (midnight < end.getTime()) {
    midnights.push(new Date(midnight))
    midnight += MILLISECONDS_PER_DAY
  }
  return midnights
}

function monthsTouched({ start, end }: Interval): number {
  const last = new Date(end.getTime() - 1)
  const years = last.getUTCFullYear() - start.getUTCFullYear()
  return years * 12 + last.getUTCMonth() - start.getUTCMonth() + 1
}
