import { memo, useMemo } from 'react'
import { CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { compareBucket } from '#usage/series/comparison.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatTick } from '#usage/time/moment.ts'
import { formatAmount } from '#usage/words/format-amount.ts'
import { ArrivalMarks } from './arrival-marks.tsx'
import { axisTicks } from './axis-ticks.ts'
import { bucketExtent } from './bucket-extent.ts'
import { BucketGrounds } from './bucket-grounds.tsx'
import { BucketTooltip } from './bucket-tooltip.tsx'
import type { ChartShape } from './chart-legend.tsx'
import { ActiveColumn, ChosenColumns, NowLine, Plot } from './columns.tsx'
import { ComparisonLine } from './comparison-line.tsx'
import { PartLines } from './part-lines.tsx'
import { StackedBars } from './stacked-bars.tsx'
import classes from './usage-chart.module.css'
import { useZoom } from './use-zoom.ts'

interface UsageChartProps extends ShownUsage {
  /** Called with the buckets that were chosen, by dragging or by the enter key; undefined where that is not to be. */
  readonly onZoom: ((interval: Interval) => void) | undefined
  /** What the chart shows, for those who cannot see it. */
  readonly label: string
  readonly shape: ChartShape
}

const CHART_SIZE = { width: '100%', height: 280 }
const AXIS_TEXT = { fill: 'var(--ink-quiet)', fontSize: 12 }

/**
 * A stacked bar for each bucket, or a line for each part. Recharts gives axes, tooltip and keyboard; the bars are drawn by
 * `StackedBars`, and an unseen line carries the heights that the axes are made for.
 */
export function UsageChart(props: UsageChartProps) {
  const { onZoom, label, shape, ...shown } = props
  const { series, measure, direction, arrivals } = shown
  const { earlier, rows, isBelow } = useRows(shown, shape)
  const zoom = useZoom(series, onZoom)
  const Parts = shape === 'lines' ? PartLines : StackedBars
  return (
    <div className={classes.chart} {...zoom.handlers}>
      <ComposedChart
        responsive
        data={rows}
        style={CHART_SIZE}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        title={label}
      >
        <Plot ref={zoom.plot} />
        <Axes series={series} measure={measure} isBelow={isBelow} />
        <ActiveColumn series={series} onPoint={zoom.point} />
        {zoom.chosen && <ChosenColumns series={series} chosen={zoom.chosen} />}
        <BucketGrounds series={series} measure={measure} />
        <Parts series={series} measure={measure} direction={direction} />
        <ComparisonLine series={series} amounts={earlier} />
        {arrivals && <ArrivalMarks {...{ series, measure, direction, arrivals }} />}
        <NowLine series={series} />
        <Line dataKey="height" hide />
        {isBelow && <Line dataKey="depth" hide />}
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
  const { series, measure, direction, comparison } = shown
  return useMemo(() => {
    const earlier = series.buckets.map((_, index) =>
      comparison ? compareBucket(series, comparison, measure, direction, index)?.before : undefined,
    )
    const rows = series.buckets.map(({ start, end }, index) => {
      const { height, depth } = bucketExtent(series, measure, direction, index, shape)
      return {
        index,
        middle: (start.getTime() + end.getTime()) / 2,
        height: Math.max(height, earlier[index] ?? 0),
        depth,
      }
    })
    return { earlier, rows, isBelow: rows.some(({ depth }) => depth < 0) }
  }, [series, measure, direction, comparison, shape])
}

/** Grid, time and amount. */
const Axes = memo(function Axes({
  series,
  measure,
  isBelow,
}: {
  series: UsageSeries
  measure: Measure
  /** Whether any bucket reaches below nothing. */
  isBelow: boolean
}) {
  const { buckets, interval, granularity } = series
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        dataKey="middle"
        type="number"
        domain={[interval.start.getTime(), interval.end.getTime()]}
        ticks={axisTicks(buckets, granularity)}
        tickFormatter={(time: number) => formatTick(bucketStart(series, time), granularity)}
        interval="equidistantPreserveStart"
        minTickGap={16}
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        tick={AXIS_TEXT}
        height={28}
      />
      <YAxis
        tickFormatter={(amount: number) => formatAmount(amount, measure)}
        domain={[isBelow ? 'auto' : 0, 'auto']}
        includeHidden
        // A few, far apart: none has to be measured to see whether it fits.
        interval={0}
        allowDecimals={measure !== 'commands'}
        tickLine={false}
        axisLine={false}
        tick={AXIS_TEXT}
        width={64}
      />
    </>
  )
})

/** The start of the bucket that a moment lies in. */
function bucketStart({ buckets, interval }: UsageSeries, time: number): Date {
  return buckets.find(({ end }) => time < end.getTime())?.start ?? interval.start
}
