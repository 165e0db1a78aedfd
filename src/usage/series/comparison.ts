import type { ComparedPeriod, Cut } from '../question/compared-period.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { type Direction, OTHERS } from '../question/usage-record.ts'
import { monthsBefore, startOfUtcDay } from '../time/calendar.ts'
import { alignToBuckets } from '../time/granularity.ts'
import { durationOf, type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import type { TimeRange } from '../time/time-range.ts'
import { amountState } from './amount-state.ts'
import {
  type Bucket,
  bucketTotal,
  columnOf,
  type Measure,
  type UsageSeries,
} from './usage-series.ts'

/** Two series of the same question, bucket by bucket. */
export interface Comparison {
  readonly earlier: UsageSeries
  readonly cut: Cut
  /** For each bucket of the later series the index of its counterpart; undefined where it has none. */
  readonly counterparts: readonly (number | undefined)[]
}

/** How far back: calendar months, or an exact time. */
type Shift = { readonly months: number } | { readonly milliseconds: number }

/**
 * The question for the earlier period. Groups keep the members that the later series tells apart.
 *
 * @param query the question that is compared
 * @param range the range that it was asked with: this month is held against last month, not
 *   against as many days before it
 * @param series the later series, once there is one
 */
export function earlierQuery(
  query: UsageQuery,
  range: TimeRange,
  period: ComparedPeriod,
  series: UsageSeries | undefined,
): UsageQuery {
  const shift = shiftOf(query, range, period)
  const { start, end } = query.interval
  const interval = { start: shiftBack(start, shift), end: shiftBack(end, shift) }
  const earlier = { ...query, interval: alignToBuckets(interval, query.granularity) }
  if (!query.group || !series) return earlier
  const members = series.parts.map(({ key }) => key).filter((key) => key !== OTHERS)
  return { ...earlier, members }
}

/** Brings the buckets of two series together that lie the same shift apart. */
export function buildComparison(
  series: UsageSeries,
  earlier: UsageSeries,
  range: TimeRange,
  period: ComparedPeriod,
  cut: Cut,
): Comparison {
  const shift = shiftOf(series, range, period)
  const indexes = new Map(earlier.buckets.map(({ start }, index) => [start.getTime(), index]))
  return {
    earlier,
    cut,
    counterparts: series.buckets.map(({ start }) => {
      const then = shiftBack(start, shift)
      // 31 October has no counterpart in September: shortened to the 30th it would count twice.
      const exists = 'milliseconds' in shift || then.getUTCDate() === start.getUTCDate()
      return exists ? indexes.get(then.getTime()) : undefined
    }),
  }
}

/** What the bucket's counterpart came to, where the two may be compared; else undefined. */
export function comparedAmount(
  series: UsageSeries,
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  index: number,
): number | undefined {
  const then = counterpartOf(series, comparison, measure, index)
  return then === undefined ? undefined : bucketTotal(comparison.earlier, measure, direction, then)
}

/** The sums of what is compared: all parts, or one. */
export interface ComparedSums {
  readonly later: number
  readonly earlier: number
}

/** How many of a series' buckets are in a comparison. */
export function comparedBuckets(
  series: UsageSeries,
  comparison: Comparison,
  measure: Measure,
): number {
  return pairsOf(series, comparison, measure).length
}

/**
 * The sums of compared buckets and of their counterparts. Buckets that have not begun add nothing.
 *
 * @param key of the one part that counts; all of them without
 */
export function comparedSums(
  series: UsageSeries,
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  key?: string,
): ComparedSums {
  const pairs = pairsOf(series, comparison, measure)
  const sumOf = ({ parts }: UsageSeries, indexes: readonly number[]) =>
    parts
      .filter((part) => key === undefined || part.key === key)
      .map((part) => columnOf(part, measure, direction))
      .reduce((sum, column) => indexes.reduce((all, at) => all + (column[at] ?? 0), sum), 0)
  return {
    later: sumOf(
      series,
      pairs.map(([index]) => index),
    ),
    earlier: sumOf(
      comparison.earlier,
      pairs.map(([, then]) => then),
    ),
  }
}

function pairsOf(
  series: UsageSeries,
  comparison: Comparison,
  measure: Measure,
): readonly (readonly [number, number])[] {
  return series.buckets.flatMap(({ freshness }, index) => {
    const then = counterpartOf(series, comparison, measure, index)
    return then === undefined || freshness === 'future' ? [] : [[index, then] as const]
  })
}

function counterpartOf(
  series: UsageSeries,
  { earlier, cut, counterparts }: Comparison,
  measure: Measure,
  index: number,
): number | undefined {
  const then = counterparts[index]
  const [bucket, counterpart] = [series.buckets[index], earlier.buckets[then ?? -1]]
  if (!bucket?.known || !counterpart?.known) return undefined
  if (bucket.freshness === 'beyondRetention') return undefined
  if (counterpart.freshness === 'beyondRetention') return undefined
  if (cut === 'all') return then
  const isSettled = (one: Bucket) => amountState(one, measure) === 'final'
  return isSettled(bucket) && isSettled(counterpart) ? then : undefined
}

function shiftOf(
  { interval, granularity }: Pick<UsageQuery, 'interval' | 'granularity'>,
  range: TimeRange,
  period: ComparedPeriod,
): Shift {
  if (period !== 'previous') return { months: period === 'last-month' ? 1 : 12 }
  if (range.kind === 'thisMonth' || range.kind === 'lastMonth') return { months: 1 }
  if (range.kind === 'last' && range.unit === 'months') return { months: range.count }
  const months = monthsTouched(interval)
  if (granularity === 'month' || isWholeMonths(interval)) return { months }
  const { start } = interval
  const atMidnight = start.getTime() === startOfUtcDay(start).getTime()
  // Since midnight is held against since the midnight before: the same hours of a day.
  const unit = atMidnight ? MILLISECONDS_PER_DAY : 1
  return { milliseconds: Math.ceil(durationOf(interval) / unit) * unit }
}

function monthsTouched({ start, end }: Interval): number {
  const last = new Date(end.getTime() - 1)
  const years = last.getUTCFullYear() - start.getUTCFullYear()
  return years * 12 + last.getUTCMonth() - start.getUTCMonth() + 1
}

function isWholeMonths({ start, end }: Interval): boolean {
  return [start, end].every(
    (moment) => moment.getUTCDate() === 1 && moment.getTime() === startOfUtcDay(moment).getTime(),
  )
}

function shiftBack(moment: Date, shift: Shift): Date {
  if ('months' in shift) return monthsBefore(moment, shift.months)
  return new Date(moment.getTime() - shift.milliseconds)
}
