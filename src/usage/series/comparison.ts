import type { Cut } from '../question/compared-period.ts'
import { shiftBack } from '../question/compared-shift.ts'
import type { Direction } from '../question/usage-record.ts'
import { durationOf, type Interval } from '../time/interval.ts'
import { type AmountState, ANY_MONEY, amountState } from './amount-state.ts'
import {
  type ComparedCount,
  type ComparedPair,
  type ComparedPairs,
  pairBuckets,
} from './compared-pairs.ts'
import { type ComparedQuestion, isMonthForMonth, questionShift } from './compared-question.ts'
import { type PickParts, partsOfCountry, partsOfKey } from './picked-parts.ts'
import { columnOf, type Measure, type UsageSeries } from './usage-series.ts'

/** Two series of the same question, bucket by bucket. */
export interface Comparison {
  /** What is shown, in the buckets that are compared: its own, or its days. */
  readonly later: UsageSeries
  readonly earlier: UsageSeries
  /** For each bucket of the later series the index of its counterpart; undefined where it has none. */
  readonly counterparts: readonly (number | undefined)[]
  /** What of it is compared: of bytes and Commands, and of money, which is settled later. */
  readonly ofUsage: ComparedPairs
  readonly ofMoney: ComparedPairs
}

/** What is compared, and for how long it was used. */
export interface ComparedSums {
  readonly later: number
  readonly earlier: number
  /** Milliseconds. */
  readonly laterDuration: number
  readonly earlierDuration: number
}

/** What a shown bucket is held against. */
export interface ComparedBucket {
  /** From the first of its counterparts to the last. */
  readonly interval: Interval
  /** What they came to. */
  readonly before: number
  /** Undefined where nothing of the bucket has begun. */
  readonly sums: ComparedSums | undefined
  readonly count: Pick<ComparedCount, 'compared' | 'of'>
}

/**
 * Brings the buckets of two series together that lie the same shift apart.
 *
 * @param later the series of the question's `laterQuery`
 * @param earlier the series of the question's `earlierQuery`
 */
export function buildComparison(
  asked: ComparedQuestion,
  later: UsageSeries,
  earlier: UsageSeries,
  cut: Cut,
): Comparison {
  const shift = questionShift(asked)
  const indexes = new Map(earlier.buckets.map(({ start }, index) => [start.getTime(), index]))
  const counterparts = later.buckets.map(({ start }) => {
    const then = shiftBack(start, shift)
    return then && indexes.get(then.getTime())
  })
  const paired = { later, earlier, cut, counterparts, byMonths: isMonthForMonth(asked, shift) }
  return {
    ...{ later, earlier, counterparts },
    ofUsage: pairBuckets(paired, 'data'),
    ofMoney: pairBuckets(paired, ANY_MONEY),
  }
}

/**
 * What one bucket of the shown series is held against.
 *
 * @param index of the bucket in the shown series
 * @param key of the one part that counts; all of them without
 * @returns undefined where nothing of it may be compared
 */
export function compareBucket(
  series: UsageSeries,
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  index: number,
  key?: string,
): ComparedBucket | undefined {
  const { earlier } = comparison
  const { pairs } = comparedPairs(comparison, measure)
  const within = bucketsWithin(series, comparison, index)
  const told = within.map((at) => pairs[at]).filter((pair) => pair !== undefined)
  const [first, last] = [told[0], told.at(-1)].map((pair) => pair && earlier.buckets[pair.then])
  if (!first || !last) return undefined
  const begun = told.filter(({ hasBegun }) => hasBegun)
  const sumsOf = (some: readonly ComparedPair[]) =>
    sumIndexes(
      comparison,
      measure,
      direction,
      { nows: some.map(({ now }) => now), thens: some.map(({ then }) => then) },
      partsOfKey(key),
    )
  return {
    interval: { start: first.start, end: last.end },
    before: sumsOf(told).earlier,
    sums: begun.length > 0 ? sumsOf(begun) : undefined,
    count: { compared: begun.length, of: within.length },
  }
}

/** How many buckets are in a comparison, and why the others are not. */
export function countCompared(comparison: Comparison, measure: Measure): ComparedCount {
  return comparedPairs(comparison, measure).count
}

/**
 * The sums of compared buckets and of their counterparts, or of all of both where whole calendar months
 * can be compared. Buckets that have not begun add nothing.
 *
 * @param key of the one part that counts; all of them without
 * @returns undefined where no bucket can be compared: nothing to compare is no change of nothing
 */
export function comparedSums(
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  key?: string,
): ComparedSums | undefined {
  return sumCompared(comparison, measure, direction, partsOfKey(key))
}

/** The same of what was used in one country. */
export function comparedCountrySums(
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  country: string,
): ComparedSums | undefined {
  return sumCompared(comparison, measure, direction, partsOfCountry(country))
}

/** How far what is compared can be relied on; undefined where nothing is. */
export function comparedState(comparison: Comparison, measure: Measure): AmountState | undefined {
  const { later, earlier } = comparison
  const { nows, thens } = comparedPairs(comparison, measure)
  if (nows.length === 0) return undefined
  const buckets = [
    ...nows.map((at) => later.buckets[at]),
    ...thens.map((at) => earlier.buckets[at]),
  ]
  const isFinal = buckets.every((bucket) => bucket && amountState(bucket, measure) === 'final')
  return isFinal ? 'final' : 'provisional'
}

function sumCompared(
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  pick: PickParts,
): ComparedSums | undefined {
  const compared = comparedPairs(comparison, measure)
  if (compared.nows.length === 0) return undefined
  return sumIndexes(comparison, measure, direction, compared, pick)
}

function sumIndexes(
  { later, earlier }: Comparison,
  measure: Measure,
  direction: Direction,
  { nows, thens }: Pick<ComparedPairs, 'nows' | 'thens'>,
  pick: PickParts,
): ComparedSums {
  const sumOf = (series: UsageSeries, indexes: readonly number[]) =>
    pick(series)
      .map((part) => columnOf(part, measure, direction))
      .reduce((sum, column) => indexes.reduce((all, at) => all + (column[at] ?? 0), sum), 0)
  const durationOfAll = ({ buckets }: UsageSeries, indexes: readonly number[]) =>
    indexes.reduce((sum, at) => {
      const bucket = buckets[at]
      return bucket ? sum + durationOf(bucket) : sum
    }, 0)
  return {
    later: sumOf(later, nows),
    earlier: sumOf(earlier, thens),
    laterDuration: durationOfAll(later, nows),
    earlierDuration: durationOfAll(earlier, thens),
  }
}

/** The compared buckets that a shown bucket consists of. */
function bucketsWithin(series: UsageSeries, { later }: Comparison, index: number): number[] {
  if (later === series) return [index]
  const shown = series.buckets[index]
  if (!shown) return []
  return [...later.buckets.keys()].filter((at) => {
    const bucket = later.buckets[at]
    return bucket && bucket.start >= shown.start && bucket.start < shown.end
  })
}

function comparedPairs({ ofUsage, ofMoney }: Comparison, measure: Measure): ComparedPairs {
  return typeof measure === 'object' ? ofMoney : ofUsage
}
