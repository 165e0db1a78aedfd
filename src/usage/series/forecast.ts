import { addMoney } from '../question/money.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { startOfUtcDay } from '../time/calendar.ts'
import { calendarUnitsOf } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { amountState } from './amount-state.ts'
import { type ExpectedSum, expectedSum } from './expected-sum.ts'
import { bucketTotal, type Measure, type UsageSeries } from './usage-series.ts'

/** How much of the month has come by the end of a day. */
export interface ForecastDay extends Interval {
  /** Whether the amount is settled, or expected to come to this. */
  readonly settled: boolean
  /** From the start of the month to the end of the day. */
  readonly amount: number
  /**
   * Four times in five the amount lies between `low` and `high`, if errors are as those of the past were.
   * `low` is never less than what has been reported up to this day; on settled days both are the amount.
   */
  readonly low: number
  readonly high: number
}

/** What a month comes to, by the settled days before. */
export interface Forecast {
  readonly month: Interval
  /** All that has been reported of the month, settled or not. */
  readonly toDate: number
  /** Before this moment everything is settled. */
  readonly settledUntil: Date
  readonly expected: number
  readonly low: number
  readonly high: number
  /** Every day of the month. */
  readonly days: readonly ForecastDay[]
  /** How many settled days it is made of. */
  readonly basis: number
  /** How often a range for as many days has held before; of none where there are too few days to try it. */
  readonly record: ExpectedSum['record']
}

/** Days before today that are asked for: enough for the range to be tried on months before. */
const DAYS_BEFORE = 120

/** The question that a forecast of the running month is made of: the same, by day, in one part. */
export function forecastQuery(query: UsageQuery, now: Date): UsageQuery {
  const { group: _, members: __, ...whole } = query
  const month = monthOf(now)
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
 * What the running month comes to. Settled days count as they are. Every other day is expected to come
 * to what `expectedSum` tells of it, or to what is reported of it where that is more. The range is that
 * of `expectedSum` for all days that are not settled.
 *
 * @param series by day, from `forecastQuery`
 * @param measure money is settled once it is charged
 * @returns undefined where too few days are settled
 */
export function buildForecast(
  series: UsageSeries,
  measure: Measure,
  now: Date,
): Forecast | undefined {
  const days = series.buckets.map((bucket, index) => ({
    start: bucket.start.getTime(),
    settled: amountState(bucket, measure) === 'final',
    amount: bucketTotal(series, measure, 'total', index),
  }))
  const unsettled = days.findIndex(({ settled }) => !settled)
  const settled = unsettled === -1 ? days : days.slice(0, unsettled)
  const month = monthOf(now)
  const settledUntil = (settled.at(-1)?.start ?? 0) + MILLISECONDS_PER_DAY
  const known = new Map(days.map((day) => [day.start, day]))
  const add = typeof measure === 'object' ? addMoney : (a: number, b: number) => a + b
  const openBefore = Math.max(0, (month.start.getTime() - settledUntil) / MILLISECONDS_PER_DAY)
  let before = openBefore > 0 ? expectedSum(settled, openBefore)?.expected : 0
  let record: ExpectedSum['record'] = { held: 0, of: 0 }
  let [amount, toDate, below, above] = [0, 0, 0, 0]
  const told: ForecastDay[] = []
  for (let start = month.start.getTime(); start < month.end.getTime(); ) {
    const end = start + MILLISECONDS_PER_DAY
    const reported = known.get(start)?.amount ?? 0
    const isSettled = end <= settledUntil
    toDate = add(toDate, reported)
    if (isSettled) amount += reported
    else {
      const ahead = expectedSum(settled, (end - settledUntil) / MILLISECONDS_PER_DAY)
      if (!ahead || before === undefined) return undefined
      amount += Math.max(reported, ahead.expected - before)
      before = ahead.expected
      record = ahead.record
      // More days ahead are never surer than fewer.
      below = Math.max(below, ahead.expected - ahead.low)
      above = Math.max(above, ahead.high - ahead.expected)
    }
    told.push({
      start: new Date(start),
      end: new Date(end),
      settled: isSettled,
      amount,
      low: Math.min(amount, Math.max(toDate, amount - below)),
      high: amount + above,
    })
    start = end
  }
  const { low, high } = told.at(-1) ?? { low: 0, high: 0 }
  return {
    month,
    toDate,
    settledUntil: new Date(settledUntil),
    expected: amount,
    low,
    high,
    days: told,
    basis: settled.length,
    record,
  }
}

/** The day on which an amount is reached; undefined where the month is not expected to. */
export function dayOfReaching({ days }: Forecast, budget: number): ForecastDay | undefined {
  return days.find(({ amount }) => amount >= budget)
}

function monthOf(now: Date): Interval {
  const [month] = calendarUnitsOf({ start: now, end: new Date(now.getTime() + 1) }, 'month')
  if (!month) throw new Error('A moment lies in a month.')
  return month
}
