import type { Direction } from '#usage/question/usage-record.ts'
import type { Arrivals } from '#usage/series/observed-usage.ts'
import { bucketTotal, type Measure, type UsageSeries } from '#usage/series/usage-series.ts'
import { trianglesPath } from './stacked-paths.ts'
import type { Scales } from './use-scales.ts'

/** A triangle above each bar that has grown since the reader last looked. */
export function ArrivalMarks({
  series,
  measure,
  direction,
  arrivals,
  scales,
}: {
  series: UsageSeries
  measure: Measure
  direction: Direction
  arrivals: Arrivals
  scales: Scales
}) {
  const heights = series.buckets.map(({ start }, index) =>
    arrivals.buckets.has(start.getTime())
      ? bucketTotal(series, measure, direction, index)
      : undefined,
  )
  return <path data-arrived d={trianglesPath(series, heights, scales)} fill="var(--ink)" />
}
