import { useMemo } from 'react'
import type { ComparedPeriod, Cut } from '#usage/question/compared-period.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { earlierQuery, laterQuery } from '#usage/series/compared-question.ts'
import { buildComparison, type Comparison } from '#usage/series/comparison.ts'
import { isBeyondRetention } from '#usage/series/usage-series.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { type Usage, useUsage } from './use-usage.ts'

/** The earlier period of a view, as far as it is there. */
export interface ComparedUsage {
  /** Undefined until all of the earlier period has been read, or has failed; and where it is lost. */
  readonly comparison: Comparison | undefined
  /** Whether all of the earlier period is longer ago than the upstream remembers. */
  readonly lost: boolean
  /** The question for the earlier period; undefined where no day of the range has a counterpart. */
  readonly query: UsageQuery | undefined
  readonly usage: Usage
}

/**
 * Fetches the earlier period that a view is held against, and the days of the view itself where its
 * own buckets cannot be.
 *
 * @param shown the usage of the view itself, which the earlier period is held against
 * @returns undefined where nothing is compared, or the later period is not there yet
 */
export function useComparison(
  query: UsageQuery,
  range: TimeRange,
  { period, cut }: { readonly period: ComparedPeriod | 'off'; readonly cut: Cut },
  shown: Usage,
  now: Date,
): ComparedUsage | undefined {
  const series = isDone(shown) ? shown.series : undefined
  const asked = series && period !== 'off' ? { query, range, period } : undefined
  const earlierAsked = asked && earlierQuery(asked, now, series)
  const laterAsked = asked && earlierAsked && laterQuery(asked, now, series)
  const usage = useUsage(earlierAsked, now, false)
  const byDay = useUsage(laterAsked === query ? undefined : laterAsked, now, false)
  const earlier = earlierAsked && isDone(usage) ? usage.series : undefined
  const later = laterAsked === query ? series : isDone(byDay) ? byDay.series : undefined
  const lost = earlier !== undefined && isBeyondRetention(earlier)
  const key = JSON.stringify(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is as new as its content
  const comparison = useMemo(
    () =>
      asked && later && earlier && !lost ? buildComparison(asked, later, earlier, cut) : undefined,
    [key, later, earlier, lost, cut],
  )
  if (!asked) return undefined
  return { comparison, lost, query: earlierAsked, usage: byDay.failures.length > 0 ? byDay : usage }
}

/** Whether every request has been answered, or has failed. */
function isDone({ answered, failures, requests, outdated }: Usage): boolean {
  return answered + failures.length === requests && !outdated
}
