import type { Granularity } from '#usage/time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '#usage/time/interval.ts'

const HOURS_OF_TWO_DAYS = 49

/**
 * The moments that an axis may label: the middle of each bucket, or of each midnight's where there
 * are more hours than fit. The axis leaves out those that would touch.
 */
export function axisTicks(buckets: readonly Interval[], granularity: Granularity): number[] {
  const labelled =
    granularity === 'hour' && buckets.length > HOURS_OF_TWO_DAYS
      ? buckets.filter(({ start }) => start.getTime() % MILLISECONDS_PER_DAY === 0)
      : buckets
  return labelled.map(({ start, end }) => (start.getTime() + end.getTime()) / 2)
}
