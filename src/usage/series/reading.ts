import { bucketCharge } from '../kore/charge.ts'
import { bucketFreshness } from '../kore/freshness.ts'
import type { UsageRequest } from '../question/request-plan.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { bucketsOf } from '../time/granularity.ts'
import { type Interval, intersect } from '../time/interval.ts'

/** When usage that may still change was read. */
export interface Reading {
  readonly interval: Interval
  /** When the upstream gave it, by the upstream's clock. */
  readonly readAt: Date
}

/**
 * When the oldest of what is known of an interval was read.
 *
 * @param now the present, which what cannot change is as good as read at
 */
export function readMoment(interval: Interval, readings: readonly Reading[], now: Date): Date {
  return readings.reduce(
    (oldest, { interval: read, readAt }) =>
      readAt < oldest && intersect(read, interval) ? readAt : oldest,
    now,
  )
}

/**
 * Whether an answer would be worth more by now: since it was read, a bucket of the question has begun, or
 * its usage or its charge could have become final.
 *
 * @param readAt when the upstream gave the answer, by its clock
 */
export function isOutgrown(
  { interval, granularity, product }: Pick<UsageQuery, 'interval' | 'granularity' | 'product'>,
  request: UsageRequest,
  readAt: Date,
  now: Date,
): boolean {
  if (request.settled) return false
  const stateAt = (bucket: Interval, moment: Date) => {
    const freshness = bucketFreshness(bucket, product, moment)
    const charge = bucketCharge(bucket, { charged: true, uncharged: false }, product, moment)
    return `${freshness === 'future'} ${freshness === 'final'} ${charge}`
  }
  return bucketsOf(interval, granularity).some(
    (bucket) =>
      intersect(bucket, request.interval) && stateAt(bucket, readAt) !== stateAt(bucket, now),
  )
}
