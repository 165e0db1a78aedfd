import { addMoney } from '../question/money.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { startOfUtcDay } from '../time/calendar.ts'
import { calendarUnitsOf } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { amountState } from './amount-state.ts'
import { bucketTotal, type Measure, type UsageSeries } from './usage-series.ts'

/** How much of the month has come by the end of a day. */
export interface ForecastDay extends Interval {
  /** Whether the amount is settled, or expected to come to this. */
  readonly settled: boolean
  /** From the start of the month to the end of the day. */
  readonly amount: number
  /**
   * Four times in five the amount lies between `low` and `high`, if days vary as those of the basis did.
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
}

/** Settled days that a forecast looks back on: every weekday as often. */
export const BASIS_DAYS = 28

/** With fewer, a weekday would be known by one day or none. */
export const FEWEST_DAYS = 14

/** Four of five normally distributed values lie within so many standard deviations. */
const DEVIATIONS = 1.28

/** Enough days before the month for a basis, whatever is not settled yet. */
const DAYS_BEFORE = BASIS_DAYS + 4

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
 * to the mean of the same weekday in the last four settled weeks, or to what is reported of it where
 * that is more. The range follows from how far those settled days lie from their weekday's mean.
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
  const basis = settled.slice(-BASIS_DAYS)
  if (basis.length < FEWEST_DAYS) return undefined
  const usual = usualDay(basis)
  const month = monthOf(now)
  const known = new Map(days.map((day) => [day.start, day]))
  const settledUntil = (settled.at(-1)?.start ?? 0) + MILLISECONDS_PER_DAY
  const add = typeof measure === 'object' ? addMoney : (a: number, b: number) => a + b
  let [amount, toDate, open] = [0, 0, 0]
  const told: ForecastDay[] = []
  for (let start = month.start.getTime(); start < month.end.getTime(); ) {
    const end = start + MILLISECONDS_PER_DAY
    const reported = known.get(start)?.amount ?? 0
    const isSettled = end <= settledUntil
    toDate = add(toDate, reported)
    amount += isSettled ? reported : Math.max(reported, usual.mean(start))
    if (!isSettled) open += 1
    const spread = DEVIATIONS * usual.deviation * Math.sqrt(open)
    told.push({
      start: new Date(start),
      end: new Date(end),
      settled: isSettled,
      amount,
      low: Math.min(amount, Math.max(toDate, amount - spread)),
      high: amount + spread,
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
    basis: basis.length,
  }
}

/** The day on which an amount is reached; undefined where the month is not expected to. */
export function dayOfReaching({ days }: Forecast, budget: number): ForecastDay | undefined {
  return days.find(({ amount }) => amount >= budget)
}

/** The mean of each weekday, and how far days lie from it. */
function usualDay(basis: readonly { readonly start: number; readonly amount: number }[]) {
  const weekdayOf = (start: number) => new Date(start).getUTCDay()
  const mean = (start: number) => {
    const same = basis.filter((day) => weekdayOf(day.start) === weekdayOf(start))
    return same.reduce((sum, { amount }) => sum + amount, 0) / same.length
  }
  const squares = basis.reduce((sum, { start, amount }) => sum + (amount - mean(start)) ** 2, 0)
  // Seven means were taken from the same days.
  return { mean, deviation: Math.sqrt(squares / Math.max(1, basis.length - 7)) }
}

function monthOf(now: Date): Interval {
  const [month] = calendarUnitsOf({ start: now, end: new Date(now.getTime() + 1) }, 'month')
  if (!month) throw new Error('A moment lies in a month.')
  return month
}
