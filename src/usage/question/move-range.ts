import { retentionStart } from '../kore/retention.ts'
import { LAST_BILLING_DAY } from '../time/billing-month.ts'
import { monthsBefore, startOfUtcDay, startOfUtcHour } from '../time/calendar.ts'
import {
  durationOf,
  type Interval,
  MILLISECONDS_PER_DAY,
  MILLISECONDS_PER_HOUR,
} from '../time/interval.ts'
import { rangeOf, type TimeRange } from '../time/time-range.ts'

/**
 * The range of the same length right before or after one. A month, of the calendar or from the same day on,
 * is followed by a month, however long; a running week or billing month by the whole one beside it.
 *
 * @param interval what the range means now, on hour boundaries
 * @param range as it was asked for
 * @returns undefined where that would lie wholly in the future or before what the upstream keeps
 */
export function shiftRange(
  interval: Interval,
  direction: 'earlier' | 'later',
  now: Date,
  range?: TimeRange,
): TimeRange | undefined {
  const whole = wholeUnit(interval, range) ?? wholeDays(interval)
  const shifted = shiftInterval(whole, direction)
  if (shifted.start > now || shifted.end <= retentionStart(now)) return undefined
  return rangeOf(shifted)
}

/**
 * A range twice as long around the middle of one, within what can be asked for.
 *
 * @returns undefined where all that can be asked for is in the range already
 */
export function zoomOutRange(interval: Interval, now: Date): TimeRange | undefined {
  const oldest = retentionStart(now)
  const newest = new Date(startOfUtcHour(now).getTime() + MILLISECONDS_PER_HOUR)
  if (interval.start <= oldest && interval.end >= newest) return undefined
  const { start, end } = wholeDays(interval)
  const half = durationOf({ start, end }) / 2
  const unit = half >= MILLISECONDS_PER_DAY ? MILLISECONDS_PER_DAY : MILLISECONDS_PER_HOUR
  const margin = Math.max(unit, Math.floor(half / unit) * unit)
  const latest = Math.max(endOfDay(now).getTime(), end.getTime())
  const zoomedEnd = Math.min(end.getTime() + margin, latest)
  // What does not fit after the present is added before.
  const rest = end.getTime() + margin - zoomedEnd
  const zoomedStart = Math.max(start.getTime() - margin - rest, oldest.getTime())
  return rangeOf({ start: new Date(zoomedStart), end: new Date(zoomedEnd) })
}

function shiftInterval(interval: Interval, direction: 'earlier' | 'later'): Interval {
  const { start, end } = interval
  const sign = direction === 'earlier' ? 1 : -1
  if (isOneMonth(interval)) {
    return { start: monthsBefore(start, sign), end: monthsBefore(end, sign) }
  }
  const by = durationOf(interval) * sign
  return { start: new Date(start.getTime() - by), end: new Date(end.getTime() - by) }
}

/** A range of days that ends with the running hour counts as its days; shorter ones stay as they are. */
function wholeDays(interval: Interval): Interval {
  const { start, end } = interval
  const beginsAtMidnight = start.getTime() === startOfUtcDay(start).getTime()
  if (!beginsAtMidnight || durationOf(interval) < MILLISECONDS_PER_DAY) return interval
  return { start, end: endOfDay(new Date(end.getTime() - 1)) }
}

/** The whole of a week or billing month that is still running. */
function wholeUnit({ start }: Interval, range: TimeRange | undefined): Interval | undefined {
  if (range?.kind === 'thisBillingMonth') return { start, end: monthsBefore(start, -1) }
  if (range?.kind !== 'thisWeek') return undefined
  return { start, end: new Date(start.getTime() + 7 * MILLISECONDS_PER_DAY) }
}

/** Whether it is a calendar month, or one from the same day on. */
function isOneMonth({ start, end }: Interval): boolean {
  return (
    start.getUTCDate() <= LAST_BILLING_DAY &&
    start.getTime() === startOfUtcDay(start).getTime() &&
    end.getTime() === monthsBefore(start, -1).getTime()
  )
}

function endOfDay(moment: Date): Date {
  return new Date(startOfUtcDay(moment).getTime() + MILLISECONDS_PER_DAY)
}
