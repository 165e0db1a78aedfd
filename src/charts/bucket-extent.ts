import type { Direction } from '#usage/question/usage-record.ts'
import { columnOf, type Measure, type UsageSeries } from '#usage/series/usage-series.ts'
import type { ChartShape } from './legend/chart-legend.tsx'

/** How far a bucket of a stack, or of lines, reaches above the axis and below it. */
export function bucketExtent(
  { parts }: UsageSeries,
  measure: Measure,
  direction: Direction,
  index: number,
  shape: ChartShape,
  only?: string,
): { readonly height: number; readonly depth: number } {
  const amounts = parts
    .filter(({ key }) => only === undefined || key === only)
    .map((part) => columnOf(part, measure, direction)[index] ?? 0)
  const reach = (some: readonly number[], furthest: (...amounts: number[]) => number) =>
    shape === 'stack' ? some.reduce((sum, amount) => sum + amount, 0) : furthest(0, ...some)
  return {
    height: reach(
      amounts.filter((amount) => amount > 0),
      Math.max,
    ),
    depth: reach(
      amounts.filter((amount) => amount < 0),
      Math.min,
    ),
  }
}
