import { memo, useMemo } from 'react'
import { CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { compareBucket } from '#usage/series/comparison.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { isPartialBucket } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatTick } from '#usage/time/moment.ts'
import { type AmountAxis, amountAxis } from './amount-axis.ts'
import { ArrivalMarks } from './arrival-marks.tsx'
import { axisTicks } from './axis-ticks.ts'
import { bucketExtents } from './bucket-extents.ts'
import { BucketGrounds } from './bucket-grounds.tsx'
import { BucketTooltip } from './bucket-tooltip.tsx'
import { ActiveColumn, ChosenColumns, NowLine, Plot } from './columns.tsx'
import { ComparisonLine } from './comparison-line.tsx'
import type { ChartShape } from './legend/chart-legend.tsx'
import { MonthTickLabel } from './month-tick-label.tsx'
import { PartLines } from './part-lines.tsx'
import { StackedBars } from './stacked-bars.tsx'
import classes from './usage-chart.module.css'
import { useScales } from './use-scales.ts'
import { type PickedBucket, useZoom, type Zoom } from './use-zoom.ts'

interface UsageChartProps extends ShownUsage {
  /** Called with the buckets that were chosen by dragging; undefined where that is not to be. */
  readonly onZoom: ((interval: Interval) => void) | undefined
  /** Called with the bucket that was clicked, tapped, or chosen by the enter key. */
  readonly onPick: (picked: PickedBucket) => void
  /** What the chart shows, for those who cannot see it. */
  readonly label: string
  readonly shape: ChartShape
  /** How much larger text is than usual. */
  readonly textScale: number
}

/** The height is told by the page: less on a small screen. */
const CHART_SIZE = { width: '100%', height: 'var(--chart-height, 280px)' }
const AXIS_TEXT = { fill: 'var(--ink-quiet)', fontSize: '0.75rem' }

/**
 * A stacked bar for each bucket, or a line for each part. Recharts gives axes, tooltip and keyboard; the bars are drawn by
 * `StackedBars`, and an unseen line gives the tooltip and the keyboard their points.
 */
export function UsageChart(props: UsageChartProps) {
  const { onZoom, onPick, label, shape, textScale, ...shown } = props
  const { series } = shown
  const { earlier, rows, axis } = useRows(shown, shape)
  const zoom = useZoom(series, onZoom, onPick)
  return (
    <div className={classes.chart} {...zoom.handlers} data-dragging={zoom.chosen !== undefined}>
      <ComposedChart
        responsive
        data={rows}
        style={CHART_SIZE}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        title={label}
      >
        <Axes series={series} axis={axis} textScale={textScale} />
        <Marks {...{ shown, shape, earlier, zoom }} />
        <Line dataKey="height" hide />
        <Tooltip
          includeHidden
          cursor={false}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const index: unknown = payload?.[0]?.payload?.index
            if (!active || typeof index !== 'number') return null
            return <BucketTooltip {...shown} index={index} />
          }}
        />
      </ComposedChart>
    </div>
  )
}

/** All that is drawn within the axes, from behind to the front. */
function Marks({
  shown: { series, measure, direction, arrivals, only },
  shape,
  earlier,
  zoom,
}: {
  shown: ShownUsage
  shape: ChartShape
  earlier: readonly (number | undefined)[]
  zoom: Zoom
}) {
  const scales = useScales()
  if (!scales) return null
  const placed = { series, scales }
  const drawn = { ...placed, measure, direction }
  const Parts = shape === 'lines' ? PartLines : StackedBars
  return (
    <>
      <Plot scales={scales} ref={zoom.plot} />
      <ActiveColumn {...placed} onPoint={zoom.point} />
      {zoom.chosen && <ChosenColumns {...placed} chosen={zoom.chosen} />}
      <BucketGrounds {...placed} measure={measure} />
      <Parts {...drawn} only={only} />
      <ComparisonLine {...placed} amounts={earlier} />
      {arrivals && !only && <ArrivalMarks {...drawn} arrivals={arrivals} />}
      <NowLine {...placed} />
    </>
  )
}

/** A row for each bucket, the same ones as long as they say the same: recharts begins anew with others. */
function useRows(shown: ShownUsage, shape: ChartShape) {
  const { series, measure, direction, comparison, only } = shown
  return useMemo(() => {
    const earlier = series.buckets.map((_, index) =>
      comparison
        ? compareBucket(series, comparison, measure, direction, index, only)?.before
        : undefined,
    )
    const { heights, depths } = bucketExtents(series, measure, direction, shape, only)
    const rows = series.buckets.map(({ start, end }, index) => ({
      index,
      middle: (start.getTime() + end.getTime()) / 2,
      height: Math.max(heights[index] ?? 0, earlier[index] ?? 0),
    }))
    const highest = Math.max(0, ...rows.map(({ height }) => height))
    return { earlier, rows, axis: amountAxis(Math.min(0, ...depths), highest, measure) }
  }, [series, measure, direction, comparison, shape, only])
}

/** The grid measures every label of an axis to place lines that it then does not draw, unless it is told of none. */
const noLines = () => []

/** Grid, time and amount. */
const Axes = memo(function Axes({
  series,
  axis,
  textScale,
}: {
  series: UsageSeries
  axis: AmountAxis
  textScale: number
}) {
  const { buckets, interval, granularity } = series
  const months = granularity === 'month'
  return (
    <>
      <CartesianGrid vertical={false} verticalCoordinatesGenerator={noLines} stroke="var(--grid)" />
      <XAxis
        dataKey="middle"
        type="number"
        domain={[interval.start.getTime(), interval.end.getTime()]}
        ticks={axisTicks(buckets, granularity)}
        tickFormatter={(time: number) => tickOf(series, time)}
        interval={months ? 0 : 'equidistantPreserveStart'}
        minTickGap={16}
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        tick={
          months
            ? ({ x, y, index }: { x: number | string; y: number | string; index: number }) => (
                <MonthTickLabel x={Number(x)} y={Number(y)} {...{ index, series, textScale }} />
              )
            : AXIS_TEXT
        }
        height={(months ? 36 : 28) * textScale}
      />
      <YAxis
        tickFormatter={axis.format}
        domain={[...axis.domain]}
        ticks={[...axis.ticks]}
        includeHidden
        // A few, far apart: none has to be measured to see whether it fits.
        interval={0}
        tickLine={false}
        axisLine={false}
        tick={AXIS_TEXT}
        width={64 * textScale}
      />
    </>
  )
})

/** The name of the bucket that a moment lies in; with a mark where it is a part of its week. */
function tickOf({ buckets, granularity }: UsageSeries, time: number): string {
  const bucket = buckets.find(({ end }) => time < end.getTime())
  if (!bucket) return ''
  return `${formatTick(bucket.start, granularity)}${isPartialBucket(bucket, granularity) ? '*' : ''}`
}
