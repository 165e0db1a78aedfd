import type { ReactNode } from 'react'
import { amountState, seriesState, toldInBucket, toldOfPart } from '#usage/series/amount-state.ts'
import { compareBucket, comparedSums } from '#usage/series/comparison.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import {
  amountOf,
  type Bucket,
  type SeriesPart,
  type UsageSeries,
} from '#usage/series/usage-series.ts'
import { formatBucket, formatLocal } from '#usage/time/moment.ts'
import { formatBucketCompared, formatCompared } from '#usage/words/comparison-words.ts'
import { formatArrived } from '#usage/words/observed-words.ts'
import { formatSeriesState, formatState } from '#usage/words/series-words.ts'
import type { ComparedRow } from './compared-columns.tsx'
import classes from './table.module.css'

/** What the table of a chart's numbers shows of one bucket, or of the whole range. */
export interface UsageRow extends ComparedRow {
  readonly key: string
  /** When it begins, in milliseconds. */
  readonly start: number
  readonly period: ReactNode
  /** Undefined where nothing is known. */
  readonly total: number | undefined
  readonly state: ReactNode
  readonly isProvisional: boolean
  /** By the keys of the parts; one that is missing is not known. */
  readonly amounts: ReadonlyMap<string, number>
}

/** The row of one bucket. @param index of the bucket in its series */
export function bucketRow(
  { series, measure, direction, comparison, arrivals, timeZone }: ShownUsage,
  bucket: Bucket,
  index: number,
): UsageRow {
  const arrived = arrivals?.buckets.get(bucket.start.getTime())
  const compared = comparison && compareBucket(series, comparison, measure, direction, index)
  const state = amountState(bucket, measure)
  return {
    key: String(index),
    start: bucket.start.getTime(),
    period: (
      <>
        {formatBucket(bucket, series.granularity)}
        {timeZone && <small className={classes.beneath}>{formatLocal(bucket, timeZone)}</small>}
      </>
    ),
    measure,
    // What is not loaded, has not begun, or is not charged yet, is not zero.
    total: toldInBucket(series, measure, direction, index),
    before: compared?.before,
    sums: compared?.sums,
    note: comparison && compared && formatBucketCompared(compared, comparison),
    state: (
      <>
        {formatState(bucket, measure)}
        {arrived !== undefined && (
          <small className={classes.beneath}>▲ {formatArrived(arrived)}</small>
        )}
      </>
    ),
    isProvisional: state === 'provisional',
    amounts: amountsOf(series, (part) => toldInBucket(series, measure, direction, index, [part])),
  }
}

/** The sums over the whole range, with their mark. */
export function wholeRow({ series, measure, direction, comparison }: ShownUsage): UsageRow {
  const sums = comparison && comparedSums(comparison, measure, direction)
  return {
    key: 'whole',
    start: series.interval.start.getTime(),
    period: 'Whole range',
    measure,
    total: amountOf(series.total, measure, direction),
    before: sums?.earlier,
    sums,
    note: comparison && formatCompared(comparison, measure),
    state: formatSeriesState(series, measure),
    isProvisional: seriesState(series, measure) === 'provisional',
    amounts: amountsOf(series, (part) => toldOfPart(part, measure, direction)),
  }
}

function amountsOf(
  { parts }: UsageSeries,
  toldOf: (part: SeriesPart) => number | undefined,
): ReadonlyMap<string, number> {
  return new Map(
    parts.flatMap((part) => {
      const told = toldOf(part)
      return told === undefined ? [] : [[part.key, told] as const]
    }),
  )
}
