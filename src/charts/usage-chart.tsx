import { memo, useMemo } from 'react'
import { CartesianGrid, ComposedChart, Line, Tooltip, usePlotArea, XAxis, YAxis } from 'recharts'
import { compareBucket } from '#usage/series/comparison.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { isPartialBucket } from '#usage/time/granularity.ts'
import { durationOf, type Interval } from '#usage/time/interval.ts'
import { formatTick } from '#usage/time/moment.ts'
import { type AmountAxis, amountAxis } from './amount-axis.ts'
import { ArrivalMarks } from './arrival-marks.tsx'
import { axisTicks } from './axis-ticks.ts'
import { bucketExtent } from './bucket-extent.ts'
import { BucketGrounds } from './bucket-grounds.tsx'
import { BucketTooltip } from './bucket-tooltip.tsx'
import { ActiveColumn, ChosenColumns, NowLine, Plot } from './columns.tsx'
import { ComparisonLine } from './comparison-line.tsx'
import type { ChartShape } from './legend/chart-legend.tsx'
import { MonthTickLabel } from './month-tick-label.tsx'
import { PartLines } from './part-lines.tsx'
import { StackedBars } from './stacked-bars.tsx'
import classes from './usage-chart.module.css'
import { type PickedBucket, useZoom } from './use-zoom.ts'

interface UsageChartProps extends ShownUsage {
  /** Called with the buckets that were chosen by dragging; undefined where that is not to be. */
  readonly onZoom: ((interval: Interval) => void) | undefined
  /** Called with the bucket that was clicked, tapped, or chosen by the enter key. */
  readonly onPick: (picked: PickedBucket) => void
  /** What the chart shows, for those who cannot see it. */
  readonly label: string
  readonly shape: ChartShape
}

/** The height is told by the page: less on a small screen. */
const CHART_SIZE = { width: '100%', height: 'var(--chart-height, 280px)' }
const AXIS_TEXT = { fill: 'var(--ink-quiet)', fontSize: 12 }

/**
 * A stacked bar for each bucket, or a line for each part. Recharts gives axes, tooltip and keyboard; the bars are drawn by
 * `StackedBars`, and an unseen line carries the heights that the axes are made for.
 */
export function UsageChart(props: UsageChartProps) {
  const { onZoom, onPick, label, shape, ...shown } = props
  const { series, measure, direction, arrivals, only } = shown
  const { earlier, rows, axis } = useRows(shown, shape)
  const zoom = useZoom(series, onZoom, onPick)
  const Parts = shape === 'lines' ? PartLines : StackedBars
  return (
    <div className={classes.chart} {...zoom.handlers} data-dragging={zoom.chosen !== undefined}>
      <ComposedChart
        responsive
        data={rows}
        style={CHART_SIZE}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        title={label}
      >
        <Plot ref={zoom.plot} />
        <Axes series={series} axis={axis} />
        <ActiveColumn series={series} onPoint={zoom.point} />
        {zoom.chosen && <ChosenColumns series={series} chosen={zoom.chosen} />}
        <BucketGrounds series={series} measure={measure} />
        <Parts series={series} measure={measure} direction={direction} only={only} />
        <ComparisonLine series={series} amounts={earlier} />
        {arrivals && !only && <ArrivalMarks {...{ series, measure, direction, arrivals }} />}
        <NowLine series={series} />
        <Line dataKey="height" hide />
        <Line dataKey="depth" hide />
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

/** A row for each bucket, the same ones as long as they say the same: recharts begins anew with others. */
function useRows(shown: ShownUsage, shape: ChartShape) {
  const { series, measure, direction, comparison, only } = shown
  return useMemo(() => {
    const earlier = series.buckets.map((_, index) =>
      comparison
        ? compareBucket(series, comparison, measure, direction, index, only)?.before
        : undefined,
    )
    const rows = series.buckets.map(({ start, end }, index) => {
      const { height, depth } = bucketExtent(series, measure, direction, index, shape, only)
      return {
        index,
        middle: (start.getTime() + end.getTime()) / 2,
        height: Math.max(height, earlier[index] ?? 0),
        depth,
      }
    })
    const highest = Math.max(0, ...rows.map(({ height }) => height))
    const lowest = Math.min(0, ...rows.map(({ depth }) => depth))
    return { earlier, rows, axis: amountAxis(lowest, highest, measure) }
  }, [series, measure, direction, comparison, shape, only])
}

/** Grid, time and amount. */
const Axes = memo(function Axes({ series, axis }: { series: UsageSeries; axis: AmountAxis }) {
  const { buckets, interval, granularity } = series
  const plot = usePlotArea()
  const wide = (plot?.width ?? 0) / durationOf(interval)
  const months = granularity === 'month'
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--grid)" />
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
                <MonthTickLabel x={Number(x)} y={Number(y)} {...{ index, series, wide }} />
              )
            : AXIS_TEXT
        }
        height={months ? 36 : 28}
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
        width={64}
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
