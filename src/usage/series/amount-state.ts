import { isProvisional } from '../kore/freshness.ts'
import type { Direction } from '../question/usage-record.ts'
import type { PartColumns } from './part-sums.ts'
import {
  amountOf,
  type Bucket,
  bucketTotal,
  type Measure,
  type SeriesPart,
  type UsageSeries,
} from './usage-series.ts'

/**
 * How far the amount of a bucket can be relied on, be it bytes, Commands or money.
 * - `final`: it can no longer change
 * - `provisional`: it is there, and may still grow
 * - `unknown`: it could not be read, or nothing of its charge is known; a zero is no number
 * - `future`: it has not begun; a zero is no number
 */
export type AmountState = 'final' | 'provisional' | 'unknown' | 'future'

/** What the state of an amount is judged by. */
type JudgedBucket = Pick<Bucket, 'known' | 'freshness' | 'charge'>

/**
 * The one rule that chart, legend, table, figures, words, comparison, forecast and exports ask. Bytes
 * and Commands are as final as their bucket is fresh; money is final once it is charged in full.
 */
export function amountState(
  { known, freshness, charge }: JudgedBucket,
  measure: Measure,
): AmountState {
  if (freshness === 'future') return 'future'
  if (!known || freshness === 'beyondRetention') return 'unknown'
  if (typeof measure === 'object' && charge !== 'charged') {
    return charge === 'partlyCharged' ? 'provisional' : 'unknown'
  }
  return isProvisional(freshness) ? 'provisional' : 'final'
}

/**
 * What a bucket of a series comes to, of all the parts or of those that are given; undefined where a zero
 * only means that nothing is known.
 */
export function toldInBucket(
  { buckets, parts }: Pick<UsageSeries, 'buckets' | 'parts'>,
  measure: Measure,
  direction: Direction,
  index: number,
  of: readonly PartColumns[] = parts,
): number | undefined {
  const bucket = buckets[index]
  const amount = bucketTotal({ parts: of }, measure, direction, index)
  if (!bucket || (amount === 0 && of.some((part) => lacksCharge(part, measure)[index]))) {
    return undefined
  }
  return toldAmount(amount, amountState(bucket, measure))
}

/** What a whole series comes to; undefined where a zero only means that nothing of it, or of its charge, is known. */
export function toldOfSeries(
  series: UsageSeries,
  measure: Measure,
  direction: Direction,
): number | undefined {
  const amount = amountOf(series.total, measure, direction)
  const lacks = series.parts.some((part) => lacksCharge(part, measure).includes(true))
  return amount === 0 && lacks ? undefined : toldAmount(amount, seriesState(series, measure))
}

/** What a part of a series comes to; undefined where a zero only means that its charge is not known. */
export function toldOfPart(
  part: SeriesPart,
  measure: Measure,
  direction: Direction,
): number | undefined {
  const amount = amountOf(part.total, measure, direction)
  return amount === 0 && lacksCharge(part, measure).includes(true) ? undefined : amount
}

/** Of which buckets some usage has no charge, where money is measured. */
function lacksCharge(
  { lacksCharge: { data, commands } }: PartColumns,
  measure: Measure,
): readonly boolean[] {
  if (typeof measure !== 'object') return []
  if (measure.of) return measure.of === 'data' ? data : commands
  return data.map((lacks, index) => lacks || commands[index] === true)
}

/** An amount as it may be told: none where a zero only means that nothing is known. */
function toldAmount(amount: number, state: AmountState): number | undefined {
  return amount !== 0 || state === 'final' || state === 'provisional' ? amount : undefined
}

/** Whether a bucket of money has begun and nothing of its charge is known, though its usage is. */
export function isNotCharged({ freshness, charge }: JudgedBucket, measure: Measure): boolean {
  return typeof measure === 'object' && charge === 'notCharged' && freshness !== 'future'
}

/** How far the amount of a whole series can be relied on. */
export function seriesState(
  { buckets, complete, freshness }: Pick<UsageSeries, 'buckets' | 'complete' | 'freshness'>,
  measure: Measure,
): AmountState {
  if (!complete) return 'unknown'
  if (typeof measure === 'object' && !isChargedInFull({ buckets })) return 'provisional'
  return amountState({ known: true, freshness: freshness.state, charge: 'charged' }, measure)
}

/** Whether every charge of a series is known; money that is may still grow with its usage. */
export function isChargedInFull({ buckets }: Pick<UsageSeries, 'buckets'>): boolean {
  return buckets.every(({ charge }) => charge === 'charged')
}

/** For what holds of money whatever its currency. */
export const ANY_MONEY: Measure = { currency: '' }
