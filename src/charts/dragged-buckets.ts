import { bucketIndexAt, type UsageSeries } from '#usage/series/usage-series.ts'
import type { Interval } from '#usage/time/interval.ts'

/** The first and the last of some buckets in a row, by their indexes. */
export type BucketSpan = readonly [number, number]

/**
 * The bucket under a pointer.
 *
 * @param pointer how far right it is, in the same pixels as the plot
 * @param plot the plot of the whole series; what lies beside it counts to the nearest bucket
 */
export function bucketUnder(
  series: UsageSeries,
  pointer: number,
  { left, width }: Pick<DOMRect, 'left' | 'width'>,
): number {
  return bucketIndexAt(series, (pointer - left) / width)
}

/** Pixels that a hand moves a pointer by while it clicks. */
const CLICK_SLACK = 5

/** Whether a pointer was moved on purpose between where it was pressed and where it is, in pixels. */
export function isDrag(from: number, to: number): boolean {
  return Math.abs(to - from) > CLICK_SLACK
}

/** The two ends of a drag from left to right; they may be the same bucket. */
export function orderedSpan([one, other]: BucketSpan): BucketSpan {
  return [Math.min(one, other), Math.max(one, other)]
}

/** From the start of the first bucket to the end of the last; undefined where there are no such buckets. */
export function spanInterval(
  { buckets }: Pick<UsageSeries, 'buckets'>,
  [first, last]: BucketSpan,
): Interval | undefined {
  const [start, end] = [buckets[first]?.start, buckets[last]?.end]
  return start && end ? { start, end } : undefined
}
