import type { ComparedPairs } from '../series/compared-pairs.ts'
import type { Comparison } from '../series/comparison.ts'
import type { Measure } from '../series/usage-series.ts'
import type { Interval } from '../time/interval.ts'

/** What is held against each other, as stretches of time without gaps, oldest first. */
export interface ComparedRuns {
  readonly later: readonly Interval[]
  readonly earlier: readonly Interval[]
}

/** The time that a comparison of a measure is about; none where nothing can be compared. */
export function comparedRuns(
  { later, earlier, ofMoney, ofUsage }: Comparison,
  measure: Measure,
): ComparedRuns {
  const { nows, thens }: ComparedPairs = typeof measure === 'object' ? ofMoney : ofUsage
  const pick = (buckets: readonly Interval[], indexes: readonly number[]) =>
    joinRuns(indexes.flatMap((index) => buckets[index] ?? []))
  return { later: pick(later.buckets, nows), earlier: pick(earlier.buckets, thens) }
}

/** Intervals that touch each other become one. */
function joinRuns(intervals: readonly Interval[]): Interval[] {
  const runs: Interval[] = []
  for (const { start, end } of intervals.toSorted(
    (a, b) => a.start.getTime() - b.start.getTime(),
  )) {
    const last = runs.at(-1)
    if (last && last.end.getTime() === start.getTime())
      runs.splice(-1, 1, { start: last.start, end })
    else runs.push({ start, end })
  }
  return runs
}

/** From the first moment of some runs to their last; undefined where there are none. */
export function hullOf(runs: readonly Interval[]): Interval | undefined {
  const [first, last] = [runs[0], runs.at(-1)]
  return first && last && { start: first.start, end: last.end }
}
