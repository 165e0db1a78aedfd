import { memo, useId } from 'react'
import type { Direction } from '#usage/question/usage-record.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { HATCH } from './hatch.ts'
import { partColor } from './part-color.ts'
import { stackedPaths } from './stacked-paths.ts'
import type { Scales } from './use-scales.ts'

/** Below this width, in pixels, an outline would hide its bar. */
const THIN_BUCKET = 5

/** The bars of a series inside a recharts chart, whose axes they follow. */
export const StackedBars = memo(function StackedBars({
  series,
  measure,
  direction,
  only,
  scales,
}: {
  series: UsageSeries
  measure: Measure
  direction: Direction
  only: string | undefined
  scales: Scales
}) {
  const id = useId()
  const thin = scales.plot.width / series.buckets.length < THIN_BUCKET
  return (
    <g shapeRendering={thin ? 'crispEdges' : 'auto'}>
      <defs>
        {series.parts.map(({ key }, index) => (
          <pattern key={key} id={`${id}-${index}`} {...HATCH}>
            <rect width={6} height={6} fill="var(--surface)" />
            <rect width={2.6} height={6} fill={partColor(index, key)} />
          </pattern>
        ))}
      </defs>
      {stackedPaths(series, measure, direction, scales, only).map(
        ({ key, final, provisional }, index) => (
          <g key={key} data-part={key}>
            <path d={final} fill={partColor(index, key)} />
            <path
              d={provisional}
              fill={`url(#${id}-${index})`}
              stroke={partColor(index, key)}
              strokeWidth={1}
            />
          </g>
        ),
      )}
    </g>
  )
})
