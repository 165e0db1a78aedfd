import { memo } from 'react'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { linePath } from './stacked-paths.ts'
import type { Scales } from './use-scales.ts'

/** What was used in the earlier period, as a line over the bars of a recharts chart. */
export const ComparisonLine = memo(function ComparisonLine({
  series,
  amounts,
  scales,
}: {
  series: UsageSeries
  /** One for each bucket; undefined where there is nothing to compare with. */
  amounts: readonly (number | undefined)[]
  scales: Scales
}) {
  const path = linePath(series, amounts, scales)
  if (!path) return null
  const shape = { d: path, fill: 'none', strokeLinejoin: 'round', strokeLinecap: 'round' } as const
  return (
    <g data-comparison>
      <path {...shape} stroke="var(--surface)" strokeWidth={5} opacity={0.8} />
      <path {...shape} stroke="var(--ink)" strokeWidth={2} />
    </g>
  )
})
