import { type RefObject, useEffect } from 'react'
import { useActiveTooltipDataPoints, usePlotArea } from 'recharts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { columnsPath } from './stacked-paths.ts'
import { useScales } from './use-scales.ts'

/** The area within the axes: unseen, but it can be measured. */
export function Plot({ ref }: { ref: RefObject<SVGRectElement | null> }) {
  const plot = usePlotArea()
  return plot && <rect ref={ref} {...plot} fill="none" />
}

/** The column under the pointer or the keyboard's cursor. */
export function ActiveColumn({
  series,
  onPoint,
}: {
  series: UsageSeries
  onPoint: (index: number | undefined) => void
}) {
  const index = useActiveTooltipDataPoints<{ readonly index: number }>()?.[0]?.index
  useEffect(() => onPoint(index), [index, onPoint])
  return <Columns series={series} isPicked={(other) => other === index} opacity={0.06} />
}

/** The columns that are being dragged across. */
export function ChosenColumns({
  series,
  chosen: [first, last],
}: {
  series: UsageSeries
  chosen: readonly [number, number]
}) {
  return (
    <Columns series={series} isPicked={(index) => index >= first && index <= last} opacity={0.16} />
  )
}

function Columns({
  series,
  isPicked,
  opacity,
}: {
  series: UsageSeries
  isPicked: (index: number) => boolean
  opacity: number
}) {
  const scales = useScales()
  const plot = usePlotArea()
  if (!scales || !plot) return null
  const path = columnsPath(series, isPicked, scales.x, plot.y, plot.height)
  return <path d={path} fill="var(--ink)" opacity={opacity} />
}

/** Where the present is: a dashed line within the bucket that is still running. */
export function NowLine({ series: { interval, now } }: { series: UsageSeries }) {
  const scales = useScales()
  const plot = usePlotArea()
  if (!scales || !plot || now <= interval.start || now >= interval.end) return null
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
      <text x={x - 4} y={plot.y + 10} textAnchor="end" fontSize={11} fill="var(--ink-quiet)">
        now
      </text>
    </g>
  )
}
