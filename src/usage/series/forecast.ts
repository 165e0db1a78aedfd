import { addMoney } from '../question/money.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { monthsBefore, startOfUtcDay } from '../time/calendar.ts'
import { calendarUnitsOf } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { isBillingRange, type TimeRange } from '../time/time-range.ts'
import { amountState } from './amount-state.ts'
import { expectedSum } from './expected-sum.ts'
import {
  type ExpectedDay,
  type KnownDays,
  type PeriodEnd,
  periodEnd,
  sinceFirstUse,
} from './period-end.ts'
import { bucketTotal, type Measure, type UsageSeries } from './usage-series.ts'

/** How much of the month has come by the end of a day. */
export interface ForecastDay extends ExpectedDay {
  /**
   * Four times in five the amount lies between `low` and `high`, if errors are as those of the past were.
   * `low` is never less than what has been reported up to this day; on settled days both are the amount.
   */
  readonly low: number
  readonly high: number
}

/** What a month comes to, by the settled days before, with the range of each of its days. */
export interface Forecast extends PeriodEnd {
  readonly days: readonly ForecastDay[]
}

/** Days before today that are asked for: enough for the range to be tried on months before. */
const DAYS_BEFORE = 120

/**
 * The month that is told ahead: the running billing month where a range of billing months is asked for,
 * else that of the calendar.
 *
 * @param query what the range means now
 */
export function forecastMonth(
  range: TimeRange,
  { interval }: Pick<UsageQuery, 'interval'>,
  now: Date,
): Interval {
  if (!isBillingRange(range)) return monthOf(now)
  const start = startOfUtcDay(range.kind === 'thisBillingMonth' ? interval.start : interval.end)
  return { start, end: monthsBefore(start, -1) }
}

/**
 * The question that a forecast of the running month is made of: the same, by day, in one part.
 *
 * @param month that of the calendar without
 */
export function forecastQuery(query: UsageQuery, now: Date, month = monthOf(now)): UsageQuery {
  const { group: _, members: __, ...whole } = query
  const today = startOfUtcDay(now).getTime()
  return {
    ...whole,
    granularity: 'day',
    interval: {
      start: new Date(Math.min(month.start.getTime(), today - DAYS_BEFORE * MILLISECONDS_PER_DAY)),
      end: new Date(today + MILLISECONDS_PER_DAY),
    },
  }
}

/**
 * What the running month comes to: `periodEnd`, with a range for every day of it.
 *
 * @param series by day, from `forecastQuery`
 * @param measure money is settled once it is charged
 * @param month that of the calendar without
 * @returns undefined where too few days are settled
 */
export function buildForecast(
  series: UsageSeries,
  measure: Measure,
  now: Date,
  month = monthOf(now),
): Forecast | undefined {
  const known = knownDays(series, measure)
  const end = periodEnd(known, month)
  if (!end) return undefined
  const amounts = new Map([...known.settled, ...known.open].map((day) => [day.start, day.amount]))
  const settled = sinceFirstUse(known.settled)
  let [toDate, below, above] = [0, 0, 0]
  const days = end.days.map((day): ForecastDay => {
    toDate = known.add(toDate, amounts.get(day.start.getTime()) ?? 0)
    if (day.settled) return { ...day, low: day.amount, high: day.amount }
    const horizon = (day.end.getTime() - end.settledUntil.getTime()) / MILLISECONDS_PER_DAY
    const ahead = expectedSum(settled, horizon)
    // More days ahead are never surer than fewer.
    below = Math.max(below, ahead ? ahead.expected - ahead.low : 0)
    above = Math.max(above, ahead ? ahead.high - ahead.expected : 0)
    const low = Math.min(day.amount, Math.max(toDate, day.amount - below))
    return { ...day, low, high: day.amount + above }
  })
  const { low, high } = days.at(-1) ?? end
  return { ...end, low, high, days }
}

/** The days of a series up to the first that is not settled, and those from there on. */
function knownDays(series: UsageSeries, measure: Measure): KnownDays {
  const days = series.buckets.map((bucket, index) => ({
    start: bucket.start.getTime(),
    isSettled: amountState(bucket, measure) === 'final',
    amount: bucketTotal(series, measure, 'total', index),
  }))
  const unsettled = days.findIndex(({ isSettled }) => !isSettled)
  const settled = unsettled === -1 ? days : days.slice(0, unsettled)
  return {
    settled,
    settledUntil: new Date((settled.at(-1)?.start ?? 0) + MILLISECONDS_PER_DAY),
    open: days.slice(settled.length),
    add: typeof measure === 'object' ? addMoney : (a, b) => a + b,
  }
}

function monthOf(now: Date): Interval {
  const [month] = calendarUnitsOf({ start: now, end: new Date(now.getTime() + 1) }, 'month')
  if (!month) throw new Error('A moment lies in a month.')
  return month
}
