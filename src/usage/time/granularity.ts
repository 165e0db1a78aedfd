import { utc } from '@date-fns/utc'
import { addMonths, startOfMonth, startOfQuarter } from 'date-fns'
import {
  durationOf,
  type Interval,
  MILLISECONDS_PER_DAY,
  MILLISECONDS_PER_HOUR,
} from './interval.ts'

const UTC = { in: utc }
const MILLISECONDS_PER_WEEK = 7 * MILLISECONDS_PER_DAY
/** Weeks are counted from a Monday: each of UTC is as long as the others. */
const FIRST_MONDAY = Date.UTC(1970, 0, 5)

/** How long one bucket is; weeks begin on Monday (ISO 8601), `total` is one bucket for the whole range. */
export type Granularity = 'hour' | 'day' | 'week' | 'month' | 'total'

export const GRANULARITIES: readonly Granularity[] = ['hour', 'day', 'week', 'month', 'total']

/** The bucket boundary at or before a moment. For `total`, which has none, the hour's. */
export function floorToBucket(moment: Date, granularity: Granularity): Date {
  const time = moment.getTime()
  switch (granularity) {
    case 'day':
      return new Date(Math.floor(time / MILLISECONDS_PER_DAY) * MILLISECONDS_PER_DAY)
    case 'week':
      return new Date(
        FIRST_MONDAY +
          Math.floor((time - FIRST_MONDAY) / MILLISECONDS_PER_WEEK) * MILLISECONDS_PER_WEEK,
      )
    case 'month':
      return new Date(startOfMonth(moment, UTC).getTime())
    default:
      return new Date(Math.floor(time / MILLISECONDS_PER_HOUR) * MILLISECONDS_PER_HOUR)
  }
}

/** The first moment of the UTC month that a moment falls in. */
export function startOfUtcMonth(moment: Date): Date {
  return floorToBucket(moment, 'month')
}

/** The first moment of the UTC month after the one that a moment falls in. */
export function startOfNextUtcMonth(moment: Date): Date {
  return nextBoundary(startOfUtcMonth(moment), 'month')
}

/** The bucket boundary at or after a moment. */
function ceilToBucket(moment: Date, granularity: Granularity): Date {
  const floor = floorToBucket(moment, granularity)
  return floor.getTime() === moment.getTime() ? floor : nextBoundary(floor, granularity)
}

/**
 * An interval widened to the boundaries that its buckets need. Weeks and months are made of days, so a
 * range by them begins and ends on a day, and its first and last bucket may be part of one.
 */
export function alignToBuckets({ start, end }: Interval, granularity: Granularity): Interval {
  const unit = granularity === 'week' || granularity === 'month' ? 'day' : granularity
  return { start: floorToBucket(start, unit), end: ceilToBucket(end, unit) }
}

/**
 * The whole days that say the same as an interval: they hold no hour that it lacks, but for such as
 * have not begun.
 *
 * @returns undefined where there are none, so that days would tell more than was asked for
 */
export function sameInDays(interval: Interval, now: Date): Interval | undefined {
  const days = alignToBuckets(interval, 'day')
  const isOpen = interval.end >= ceilToBucket(now, 'hour')
  const sameEnd = isOpen || days.end.getTime() === interval.end.getTime()
  return sameEnd && days.start.getTime() === interval.start.getTime() ? days : undefined
}

/**
 * The buckets of an aligned interval, oldest first, each as long as the calendar makes it: days of
 * 24 hours (UTC has no other), weeks of seven days, months of 28 to 31.
 */
export function bucketsOf(interval: Interval, granularity: Granularity): Interval[] {
  if (granularity === 'total') return durationOf(interval) > 0 ? [interval] : []
  const buckets: Interval[] = []
  let start = interval.start
  while (start < interval.end) {
    const boundary = nextBoundary(floorToBucket(start, granularity), granularity)
    const end = boundary < interval.end ? boundary : interval.end
    buckets.push({ start, end })
    start = end
  }
  return buckets
}

/** Whether a bucket is a part of its week or month, as the range begins or ends within it. */
export function isPartialBucket({ start, end }: Interval, granularity: Granularity): boolean {
  if (granularity !== 'week' && granularity !== 'month') return false
  const whole = floorToBucket(start, granularity)
  return whole.getTime() !== start.getTime() || nextBoundary(whole, granularity) > end
}

/**
 * The fixed calendar units that an interval touches, whole: UTC months or quarters, oldest first.
 */
export function calendarUnitsOf({ start, end }: Interval, unit: 'month' | 'quarter'): Interval[] {
  const units: Interval[] = []
  let unitStart = unit === 'month' ? startOfMonth(start, UTC) : startOfQuarter(start, UTC)
  while (unitStart < end) {
    const unitEnd = addMonths(unitStart, unit === 'month' ? 1 : 3, UTC)
    units.push({
      start: new Date(unitStart.getTime()),
      end: new Date(unitEnd.getTime()),
    })
    unitStart = unitEnd
  }
  return units
}

/** The finest granularity that a chart of this interval can still be read at. */
export function automaticGranularity(interval: Interval): Granularity {
  const days = durationOf(interval) / MILLISECONDS_PER_DAY
  if (days <= 3) return 'hour'
  return days <= 124 ? 'day' : 'month'
}

function nextBoundary(boundary: Date, granularity: Granularity): Date {
  switch (granularity) {
    case 'day':
      return new Date(boundary.getTime() + MILLISECONDS_PER_DAY)
    case 'week':
      return new Date(boundary.getTime() + MILLISECONDS_PER_WEEK)
    case 'month':
      return new Date(addMonths(boundary, 1, UTC).getTime())
    default:
      return new Date(boundary.getTime() + MILLISECONDS_PER_HOUR)
  }
}
