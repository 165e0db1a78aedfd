import type { UsageSeries } from '#usage/series/usage-series.ts'
import { linePath } from './stacked-paths.ts'
import { useScales } from './use-scales.ts'

/** What was used in the earlier period, as a line over the bars of a recharts chart. */
export function ComparisonLine({
  series,
  amounts,
}: {
  series: UsageSeries
  /** One for each bucket; undefined where there is nothing to compare with. */
  amounts: readonly (number | undefined)[]
}) {
  const scales = useScales()
  const path = scales && linePath(series, amounts, scales)
  if (!path) return null
  const shape = { d: path, fill: 'none', strokeLinejoin: 'round', strokeLinecap: 'round' } as const
  return (
    <g data-comparison>
      <path {...shape} stroke="var(--surface)" strokeWidth={5} opacity={0.8} />
      <path {...shape} stroke="var(--ink)" strokeWidth={2} />
    </g>
  )
}
