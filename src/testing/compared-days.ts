import type { ComparedPeriod, Cut } from '#usage/question/compared-period.ts'
import { resolveQuestion, type UsageQuery } from '#usage/question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '#usage/question/usage-record.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import { earlierQuery } from '#usage/series/compared-question.ts'
import { buildComparison, compareBucket, comparedSums } from '#usage/series/comparison.ts'
import { bucketsOf, type Granularity } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import type { TimeRange } from '#usage/time/time-range.ts'

/** The moment that comparisons are judged from. */
export const NOW = new Date('2026-11-20T12:34:00Z')

export const days = (first: string, last: string): TimeRange => ({ kind: 'days', first, last })
export const lastDays = (count: number): TimeRange => ({ kind: 'last', count, unit: 'days' })

export function resolve(range: TimeRange, granularity: Granularity | 'auto' = 'auto'): UsageQuery {
  const resolved = resolveQuestion(
    { product: 'programmable-wireless', accounts: ['main'], filter: {}, range, granularity },
    NOW,
  )
  if (resolved.kind !== 'query') throw new Error(resolved.problem.kind)
  return resolved.query
}

export function usage(start: Date, bytes: number, part = 'home'): UsageRecord {
  return {
    period: { start, end: new Date(start.getTime() + 86_400_000) },
    part,
    data: { total: bytes, download: bytes, upload: 0 },
    commands: NO_FLOW,
  }
}

/** A comparison where every day of a range used `later`, and every day before it `before`. */
export function compare(
  range: TimeRange,
  period: ComparedPeriod,
  cut: Cut,
  { later = 3, before = 2, missing = [] as Interval[] } = {},
) {
  const query = resolve(range, 'day')
  const asked = { query, range, period }
  const then = earlierQuery(asked, NOW, undefined)
  if (!then) throw new Error('nothing to compare with')
  const recordsOf = ({ interval }: UsageQuery, bytes: number) =>
    bucketsOf(interval, 'day').map(({ start }) => usage(start, bytes))
  const series = buildSeries(query, recordsOf(query, later), [], NOW)
  const earlierSeries = buildSeries(then, recordsOf(then, before), missing, NOW)
  const comparison = buildComparison(asked, series, earlierSeries, cut)
  const amounts = series.buckets.map(
    (_, index) => compareBucket(series, comparison, 'data', 'total', index)?.before,
  )
  return { series, comparison, amounts, sums: comparedSums(comparison, 'data', 'total') }
}
