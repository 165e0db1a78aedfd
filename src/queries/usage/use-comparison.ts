import { useMemo } from 'react'
import type { ComparedPeriod, Cut } from '#usage/question/compared-period.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { buildComparison, type Comparison, earlierQuery } from '#usage/series/comparison.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { type Usage, useUsage } from './use-usage.ts'

/** The earlier period of a view, as far as it is there. */
export interface ComparedUsage {
  /** Undefined until all of the earlier period has been read, or has failed; and where it is lost. */
  readonly comparison: Comparison | undefined
  /** Whether all of the earlier period is longer ago than the upstream remembers. */
  readonly lost: boolean
  /** The question for the earlier period. */
  readonly query: UsageQuery
  readonly usage: Usage
}

/**
 * Fetches the earlier period that a view is held against.
 *
 * @param later the usage of the view itself, which the earlier period is held against
 * @returns undefined where nothing is compared, or the later period is not there yet
 */
export function useComparison(
  query: UsageQuery,
  range: TimeRange,
  { period, cut }: { readonly period: ComparedPeriod | 'off'; readonly cut: Cut },
  later: Usage,
  now: Date,
): ComparedUsage | undefined {
  const series = isDone(later) ? later.series : undefined
  const asked = series && period !== 'off' ? earlierQuery(query, range, period, series) : undefined
  const usage = useUsage(asked, now, false)
  const earlier = asked && isDone(usage) ? usage.series : undefined
  const lost = earlier?.buckets.every(({ freshness }) => freshness === 'beyondRetention') ?? false
  const comparison = useMemo(
    () =>
      series && earlier && !lost && period !== 'off'
        ? buildComparison(series, earlier, range, period, cut)
        : undefined,
    [series, earlier, lost, range, period, cut],
  )
  if (!asked) return undefined
  return { comparison, lost, query: asked, usage }
}

/** Whether every request has been answered, or has failed. */
function isDone({ answered, failures, requests, outdated }: Usage): boolean {
  return answered + failures.length === requests && !outdated
}
