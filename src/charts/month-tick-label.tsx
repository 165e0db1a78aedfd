import { usePlotArea } from 'recharts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { durationOf } from '#usage/time/interval.ts'
import { monthTick } from '#usage/time/moment.ts'

/** Pixels that the short name of a month takes. */
const NAME_WIDTH = 26

/** The name of a month below its bar, by its first letter where there is no room; the year below the first and each January. */
export function MonthTickLabel({
  x,
  y,
  index,
  series: { buckets, interval },
  textScale,
}: {
  x: number
  y: number
  index: number
  series: UsageSeries
  textScale: number
}) {
  const pixelsPerMillisecond = (usePlotArea()?.width ?? 0) / durationOf(interval)
  const bucket = buckets[index]
  if (!bucket) return null
  const { name, year, isPartial } = monthTick(bucket)
  const short =
    durationOf(bucket) * pixelsPerMillisecond < NAME_WIDTH * textScale ? name.slice(0, 1) : name
  const hasYear = index === 0 || bucket.start.getUTCMonth() === 0
  return (
    <text x={x} y={y} textAnchor="middle" fontSize="0.75rem" fill="var(--ink-quiet)">
      <tspan x={x} dy="0.71em">
        {short}
        {isPartial && '*'}
      </tspan>
      {hasYear && (
        <tspan x={x} dy="1.1em">
          {year}
        </tspan>
      )}
    </text>
  )
}
