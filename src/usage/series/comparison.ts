import type { Cut } from '../question/compared-period.ts'
import { shiftBack } from '../question/compared-shift.ts'
import type { Direction } from '../question/usage-record.ts'
import { durationOf, type Interval } from '../time/interval.ts'
import { type ComparedQuestion, isMonthForMonth, questionShift } from './compared-question.ts'
import { type LeftOut, reasonAgainst } from './left-out.ts'
import { type PickParts, partsOfCountry, partsOfKey } from './picked-parts.ts'
import { columnOf, type Measure, type UsageSeries } from './usage-series.ts'

/** Two series of the same question, bucket by bucket. */
export interface Comparison {
  /** What is shown, in the buckets that are compared: its own, or its days. */
  readonly later: UsageSeries
  readonly earlier: UsageSeries
  readonly cut: Cut
  /** For each bucket of the later series the index of its counterpart; undefined where it has none. */
  readonly counterparts: readonly (number | undefined)[]
  /** Whether whole calendar months are held against whole calendar months, however long. */
  readonly byMonths: boolean
}

/** What is compared, and for how long it was used. */
export interface ComparedSums {
  readonly later: number
  readonly earlier: number
  /** Milliseconds. */
  readonly laterDuration: number
  readonly earlierDuration: number
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
  return {
    later,
    earlier,
    cut,
    counterparts: later.buckets.map(({ start }) => {
      const then = shiftBack(start, shift)
      return then && indexes.get(then.getTime())
    }),
    byMonths: isMonthForMonth(asked, shift),
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
  const within = bucketsWithin(series, comparison, index)
  const pairs = pairsOf(comparison, measure, within)
  const [first, last] = [pairs[0], pairs.at(-1)].map((pair) => pair && earlier.buckets[pair.then])
  if (!first || !last) return undefined
  const begun = pairs.filter(({ hasBegun }) => hasBegun)
  const sums = sumPairs(comparison, measure, direction, pairs, partsOfKey(key))
  return {
    interval: { start: first.start, end: last.end },
    before: sums.earlier,
    sums:
      begun.length > 0
        ? sumPairs(comparison, measure, direction, begun, partsOfKey(key))
        : undefined,
    count: { compared: begun.length, of: within.length },
  }
}

/** How many buckets are in a comparison, and why the others are not. */
export function countCompared(comparison: Comparison, measure: Measure): ComparedCount {
  const leftOut = new Map<LeftOut, number>()
  const all = [...comparison.later.buckets.keys()]
  for (const index of all) {
    const reason = reasonLeftOut(comparison, measure, index)
    if (reason) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1)
  }
  const left = [...leftOut.values()].reduce((sum, count) => sum + count, 0)
  const isWhole = isWholeCompared(comparison, measure)
  return { compared: all.length - left, of: all.length, leftOut, isWhole }
}

/**
 * The sums of compared buckets and of their counterparts, or of all of both where whole calendar months
 * can be compared. Buckets that have not begun add nothing.
 *
 * @param key of the one part that counts; all of them without
 */
export function comparedSums(
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  key?: string,
): ComparedSums {
  return sumCompared(comparison, measure, direction, partsOfKey(key))
}

/** The same of what was used in one country. */
export function comparedCountrySums(
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  country: string,
): ComparedSums {
  return sumCompared(comparison, measure, direction, partsOfCountry(country))
}

function sumCompared(
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  pick: PickParts,
): ComparedSums {
  const { later, earlier } = comparison
  if (isWholeCompared(comparison, measure)) {
    const [nows, thens] = [[...later.buckets.keys()], [...earlier.buckets.keys()]]
    return sumIndexes(comparison, measure, direction, nows, thens, pick)
  }
  const pairs = pairsOf(comparison, measure, [...later.buckets.keys()])
  const begun = pairs.filter(({ hasBegun }) => hasBegun)
  return sumPairs(comparison, measure, direction, begun, pick)
}

/** A bucket and its counterpart, both to be compared. */
interface Pair {
  readonly index: number
  readonly then: number
  readonly hasBegun: boolean
}

function sumPairs(
  comparison: Comparison,
  measure: Measure,
  direction: Direction,
  pairs: readonly Pair[],
  pick: PickParts,
): ComparedSums {
  const nows = pairs.map(({ index }) => index)
  const thens = pairs.map(({ then }) => then)
  return sumIndexes(comparison, measure, direction, nows, thens, pick)
}

function sumIndexes(
  { later, earlier }: Comparison,
  measure: Measure,
  direction: Direction,
  nows: readonly number[],
  thens: readonly number[],
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

function pairsOf(comparison: Comparison, measure: Measure, indexes: readonly number[]): Pair[] {
  return indexes.flatMap((index) => {
    const reason = reasonLeftOut(comparison, measure, index)
    const then = comparison.counterparts[index]
    // What was then is told of days to come, too, unless only what is settled counts.
    const isTold = !reason || (reason === 'notBegun' && comparison.cut === 'all')
    return then === undefined || !isTold ? [] : [{ index, then, hasBegun: !reason }]
  })
}

function isWholeCompared(comparison: Comparison, measure: Measure): boolean {
  const { later, earlier, cut, byMonths } = comparison
  if (!byMonths) return false
  return [...later.buckets, ...earlier.buckets].every(
    (bucket) => !reasonAgainst(bucket, cut, measure),
  )
}

function reasonLeftOut(
  { later, earlier, cut, counterparts }: Comparison,
  measure: Measure,
  index: number,
): LeftOut | undefined {
  const [bucket, counterpart] = [later.buckets[index], earlier.buckets[counterparts[index] ?? -1]]
  if (!bucket || !counterpart) return 'noCounterpart'
  return reasonAgainst(counterpart, cut, measure) ?? reasonAgainst(bucket, cut, measure)
}
