import type { Interval } from '../time/interval.ts'
import { PRODUCTS, type Product } from './products.ts'

/**
 * How complete the usage of a bucket is.
 * - `final`: can no longer change
 * - `mayStillGrow`: most is there, late usage may still be added
 * - `mayBeMissing`: usage of it may not have been reported at all
 * - `future`: has not begun
 * - `beyondRetention`: began longer ago than the upstream remembers
 */
export type Freshness = 'final' | 'mayStillGrow' | 'mayBeMissing' | 'future' | 'beyondRetention'

/**
 * How complete a bucket's usage is at a moment. A bucket is as fresh as its last moment: a day whose
 * last hour may be missing may be missing usage.
 *
 * @param bucket start inclusive, end exclusive, UTC
 * @param now the moment to judge from; the caller's clock, never ours
 */
export function bucketFreshness(
  bucket: Interval,
  product: Product,
  now: Date,
): RangeFreshness['state'] {
  if (bucket.start > now) return 'future'
  const age = now.getTime() - bucket.end.getTime()
  const { reportedAfter, completeAfter } = PRODUCTS[product].usageDelay
  if (age >= completeAfter) return 'final'
  return age >= reportedAfter ? 'mayStillGrow' : 'mayBeMissing'
}

/** Whether a number can still change, so that it must carry a mark wherever it stands. */
export function isProvisional(freshness: Freshness): boolean {
  return freshness === 'mayStillGrow' || freshness === 'mayBeMissing'
}

/** How complete the usage of a whole range is, and when it will be. */
export interface RangeFreshness {
  /** The state of the part that is least complete. */
  readonly state: Exclude<Freshness, 'beyondRetention'>
  /** Usage before this moment is final; the range's start where none is, its end where all is. */
  readonly finalUntil: Date
  /** Usage from this moment on may be missing; the range's end where none is. */
  readonly missingFrom: Date
  /** The moment from which the whole range is final. */
  readonly finalAt: Date
}

/**
 * How complete a range is, moment by moment, whatever its buckets.
 *
 * @param range start inclusive, end exclusive, UTC
 */
export function rangeFreshness(range: Interval, product: Product, now: Date): RangeFreshness {
  const { reportedAfter, completeAfter } = PRODUCTS[product].usageDelay
  return {
    state: bucketFreshness(range, product, now),
    finalUntil: clamp(now.getTime() - completeAfter, range),
    missingFrom: clamp(now.getTime() - reportedAfter, range),
    finalAt: new Date(range.end.getTime() + completeAfter),
  }
}

function clamp(time: number, { start, end }: Interval): Date {
  return new Date(Math.min(Math.max(time, start.getTime()), end.getTime()))
}
