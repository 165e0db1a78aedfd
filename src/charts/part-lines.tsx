import { memo } from 'react'
import type { Direction } from '#usage/question/usage-record.ts'
import { columnOf, type Measure, type UsageSeries } from '#usage/series/usage-series.ts'
import { lineDash } from './line-dash.ts'
import { partColor } from './part-color.ts'
import { linePath } from './stacked-paths.ts'
import type { Scales } from './use-scales.ts'

/** The parts of a series as lines, each from its own zero; they tell themselves apart by their dashes, too. */
export const PartLines = memo(function PartLines({
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
  return series.parts.map((part, index) => {
    if (only !== undefined && part.key !== only) return null
    const column = columnOf(part, measure, direction)
    const amounts = series.buckets.map(({ freshness, known }, at) =>
      freshness === 'future' || !known ? undefined : (column[at] ?? 0),
    )
    return (
      <path
        key={part.key}
        data-part={part.key}
        d={linePath(series, amounts, scales)}
        fill="none"
        stroke={partColor(index, part.key)}
        strokeWidth={2}
        strokeLinejoin="round"
        strokeDasharray={lineDash(index)}
      />
    )
  })
})
