import type { Cut } from '../question/compared-period.ts'
import { type LeftOut, reasonAgainst } from './left-out.ts'
import type { Bucket, Measure, UsageSeries } from './usage-series.ts'

/** A bucket of the later series and its counterpart, both to be told. */
export interface ComparedPair {
  readonly now: number
  readonly then: number
  /** Only what has begun is added up. */
  readonly hasBegun: boolean
}

/** How much of a range is compared. */
export interface ComparedCount {
  readonly compared: number
  readonly of: number
  /** How many buckets are left out for each reason. */
  readonly leftOut: ReadonlyMap<LeftOut, number>
  /** Whether all of whole months is compared with all of whole months. */
  readonly isWhole: boolean
}

/** Which buckets are held against each other, worked out once for every part and row that asks. */
export interface ComparedPairs {
  /** For each bucket of the later series; undefined where it is left out. */
  readonly pairs: readonly (ComparedPair | undefined)[]
  /** What the range as a whole is summed over, on either side. */
  readonly nows: readonly number[]
  readonly thens: readonly number[]
  readonly count: ComparedCount
}

interface PairedSeries {
  readonly later: Pick<UsageSeries, 'buckets'>
  readonly earlier: Pick<UsageSeries, 'buckets'>
  readonly cut: Cut
  /** For each bucket of the later series the index of its counterpart. */
  readonly counterparts: readonly (number | undefined)[]
  /** Whether whole calendar months may be held against whole calendar months. */
  readonly byMonths: boolean
}

/** Brings the buckets of two series together, as far as a measure of them may be compared. */
export function pairBuckets(paired: PairedSeries, measure: Measure): ComparedPairs {
  const { later, earlier, cut, counterparts, byMonths } = paired
  const leftOut = new Map<LeftOut, number>()
  const pairs = later.buckets.map((bucket, now): ComparedPair | undefined => {
    const then = counterparts[now]
    const counterpart = then === undefined ? undefined : earlier.buckets[then]
    const reason = reasonLeftOut(bucket, counterpart, cut, measure)
    if (reason) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1)
    // What was then is told of days to come, too, unless only what is settled counts.
    const isTold = !reason || (reason === 'notBegun' && cut === 'all')
    return then === undefined || !isTold ? undefined : { now, then, hasBegun: !reason }
  })
  const isWhole =
    byMonths &&
    [...later.buckets, ...earlier.buckets].every((bucket) => !reasonAgainst(bucket, cut, measure))
  const begun = pairs.filter((pair) => pair !== undefined).filter(({ hasBegun }) => hasBegun)
  const left = [...leftOut.values()].reduce((sum, count) => sum + count, 0)
  return {
    pairs,
    nows: isWhole ? [...later.buckets.keys()] : begun.map(({ now }) => now),
    thens: isWhole ? [...earlier.buckets.keys()] : begun.map(({ then }) => then),
    count: { compared: pairs.length - left, of: pairs.length, leftOut, isWhole },
  }
}

function reasonLeftOut(
  bucket: Bucket,
  counterpart: Bucket | undefined,
  cut: Cut,
  measure: Measure,
): LeftOut | undefined {
  if (!counterpart) return 'noCounterpart'
  return reasonAgainst(counterpart, cut, measure) ?? reasonAgainst(bucket, cut, measure)
}
