import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { Forecast } from '#usage/series/forecast.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatBucket, formatTick } from '#usage/time/moment.ts'
import { formatAmount } from '#usage/words/format-amount.ts'
import classes from './forecast-chart.module.css'

const CHART_SIZE = { width: '100%', height: 220 }
const AXIS_TEXT = { fill: 'var(--ink-quiet)', fontSize: '0.75rem' }
const LINE = { stroke: 'var(--part-0)', strokeWidth: 2, dot: false, isAnimationActive: false }

/** How a month adds up day by day: what is settled, what is expected and within which range. */
export function ForecastChart({
  forecast,
  measure,
  budget,
  label,
  textScale,
}: {
  forecast: Forecast
  measure: Measure
  /** In the measure's own unit. */
  budget: number | undefined
  /** What the chart shows, for those who cannot see it. */
  label: string
  /** How much larger text is than usual. */
  textScale: number
}) {
  const { days } = forecast
  const show = (amount: number) => formatAmount(amount, measure)
  return (
    <ComposedChart
      responsive
      data={rowsOf(forecast)}
      style={CHART_SIZE}
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      title={label}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        dataKey="start"
        tickFormatter={(start: number) => formatTick(new Date(start), 'day')}
        interval="equidistantPreserveStart"
        minTickGap={24}
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        tick={AXIS_TEXT}
        height={28 * textScale}
      />
      <YAxis
        tickFormatter={show}
        domain={[0, (highest: number) => Math.max(highest, budget ?? 0)]}
        tickLine={false}
        axisLine={false}
        tick={AXIS_TEXT}
        width={84 * textScale}
      />
      <Area
        dataKey="range"
        stroke="none"
        fill="var(--part-0)"
        fillOpacity={0.18}
        isAnimationActive={false}
        activeDot={false}
      />
      <Line dataKey="settled" {...LINE} />
      <Line dataKey="expected" strokeDasharray="5 4" {...LINE} />
      {budget !== undefined && (
        <ReferenceLine
          y={budget}
          stroke="var(--ink)"
          strokeDasharray="2 3"
          label={{
            value: `Budget ${show(budget)}`,
            position: 'insideTopLeft',
            fill: 'var(--ink)',
            fontSize: '0.75rem',
          }}
        />
      )}
      <Tooltip
        isAnimationActive={false}
        content={({ active, payload }) => {
          const row: unknown = payload?.[0]?.payload
          const day = days.find(({ start }) => start.getTime() === startOf(row))
          return active && day ? <DayTooltip day={day} show={show} /> : null
        }}
      />
    </ComposedChart>
  )
}

/** What the lines and the range around them are drawn from, one row for each day. */
function rowsOf({ days }: Forecast) {
  const last = days.filter(({ settled }) => settled).length - 1
  return days.map(({ start, end, settled, amount, low, high }, index) => ({
    start: start.getTime(),
    end: end.getTime(),
    settled: settled ? amount : undefined,
    // The two lines meet in the last settled day.
    expected: index >= last ? amount : undefined,
    range: index >= last ? [low, high] : undefined,
    amount,
    low,
    high,
    isSettled: settled,
  }))
}

function DayTooltip({
  day,
  show,
}: {
  day: Forecast['days'][number]
  show: (amount: number) => string
}) {
  return (
    <div className={classes.tooltip}>
      <strong>{formatBucket(day, 'day')}</strong>
      <div>
        {day.settled ? 'Settled' : 'Expected'}: {show(day.amount)}
      </div>
      {!day.settled && (
        <div>
          {show(day.low)} to {show(day.high)}
        </div>
      )}
    </div>
  )
}

function startOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'start' in row ? row.start : undefined
}
