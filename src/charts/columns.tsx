import { memo, type RefObject, useEffect } from 'react'
import { useActiveTooltipDataPoints } from 'recharts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { columnsPath } from './stacked-paths.ts'
import type { Scales } from './use-scales.ts'

/** The area within the axes: unseen, but it can be measured. */
export function Plot({
  scales: { plot },
  ref,
}: {
  scales: Scales
  ref: RefObject<SVGRectElement | null>
}) {
  return <rect ref={ref} {...plot} fill="none" />
}

/** The column under the pointer or the keyboard's cursor. */
export function ActiveColumn({
  series,
  scales,
  onPoint,
}: {
  series: UsageSeries
  scales: Scales
  onPoint: (index: number | undefined) => void
}) {
  const index = useActiveTooltipDataPoints<{ readonly index: number }>()?.[0]?.index
  useEffect(() => onPoint(index), [index, onPoint])
  if (index === undefined) return null
  return <Columns {...{ series, scales }} isPicked={(other) => other === index} opacity={0.06} />
}

/** The columns that are being dragged across. */
export function ChosenColumns({
  series,
  scales,
  chosen: [first, last],
}: {
  series: UsageSeries
  scales: Scales
  chosen: readonly [number, number]
}) {
  return (
    <Columns
      {...{ series, scales }}
      isPicked={(index) => index >= first && index <= last}
      opacity={0.16}
    />
  )
}

function Columns({
  series,
  scales,
  isPicked,
  opacity,
}: {
  series: UsageSeries
  scales: Scales
  isPicked: (index: number) => boolean
  opacity: number
}) {
  const path = columnsPath(series, isPicked, scales)
  return <path d={path} fill="var(--ink)" opacity={opacity} />
}

/** Where the present is: a dashed line within the bucket that is still running. */
export const NowLine = memo(function NowLine({
  series: { interval, now },
  scales,
}: {
  series: UsageSeries
  scales: Scales
}) {
  if (now <= interval.start || now >= interval.end) return null
  const { plot } = scales
  const x = scales.x(now.getTime())
  return (
    <g data-now>
      <line
        x1={x}
        x2={x}
        y1={plot.y}
        y2={plot.y + plot.height}
        stroke="var(--ink-quiet)"
        strokeDasharray="3 3"
      />
      <text
        x={x - 4}
        y={plot.y}
        dy="0.9em"
        textAnchor="end"
        fontSize="0.6875rem"
        fill="var(--ink-quiet)"
      >
        now
      </text>
    </g>
  )
})
