import type { Direction } from '#usage/question/usage-record.ts'
import { columnOf, type Measure, type UsageSeries } from '#usage/series/usage-series.ts'
import type { ChartShape } from './legend/chart-legend.tsx'

/**
 * How far each bucket of a stack, or of lines, reaches above the axis and below it.
 *
 * @param only the key of the one part that is drawn; all of them without
 */
export function bucketExtents(
  { parts, buckets }: UsageSeries,
  measure: Measure,
  direction: Direction,
  shape: ChartShape,
  only?: string,
): { readonly heights: Float64Array; readonly depths: Float64Array } {
  const heights = new Float64Array(buckets.length)
  const depths = new Float64Array(buckets.length)
  for (const part of parts) {
    if (only !== undefined && part.key !== only) continue
    columnOf(part, measure, direction).forEach((amount, index) => {
      const reached = amount > 0 ? heights : depths
      const before = reached[index] ?? 0
      if (shape === 'stack') reached[index] = before + amount
      else reached[index] = amount > 0 ? Math.max(before, amount) : Math.min(before, amount)
    })
  }
  return { heights, depths }
}
