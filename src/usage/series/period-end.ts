import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { type ExpectedSum, expectedDays, expectedSum } from './expected-sum.ts'

/** What is known of a day. */
export interface KnownDay {
  /** Its UTC midnight, in milliseconds. */
  readonly start: number
  /** Of a day that is not settled: as far as it has been reported. */
  readonly amount: number
}

/** How much of a period has come by the end of a day. */
export interface ExpectedDay extends Interval {
  /** Whether the amount is settled, or expected to come to this. */
  readonly settled: boolean
  /** From the start of the period to the end of the day. */
  readonly amount: number
}

/** What a period is expected to come to, by the settled days before. */
interface ExpectedPeriod {
  readonly period: Interval
  /** All that has been reported of the period, settled or not. */
  readonly toDate: number
  readonly expected: number
  /** Every day of the period. */
  readonly days: readonly ExpectedDay[]
  /** How many settled days it is made of. */
  readonly basis: number
}

/** The same, and how sure that is. */
export interface PeriodEnd extends ExpectedPeriod {
  /** Before this moment everything is settled. */
  readonly settledUntil: Date
  /**
   * Four times in five the amount lies between `low` and `high`, if errors are as those of the past were.
   * `low` is never less than what has been reported.
   */
  readonly low: number
  readonly high: number
  /** How often a range for as many days has held before; of none where there are too few days to try it. */
  readonly record: ExpectedSum['record']
}

/** What a period is told by. */
export interface KnownDays {
  /** In order, from the first that was asked for: those that cannot change any more. */
  readonly settled: readonly KnownDay[]
  /** Before this midnight all is settled. */
  readonly settledUntil: Date
  /** The others, as far as they are reported; days without any may be left out. */
  readonly open: readonly KnownDay[]
  /** Adds two amounts; money is added to the millionth. */
  readonly add: (a: number, b: number) => number
}

/**
 * What a period is expected to come to. Settled days count as they are. Every other day is expected to come
 * to what `expectedDays` tells of it, or to what is reported of it where that is more. It is quick, so that
 * it can be told of thousands.
 *
 * @param period on midnights UTC
 * @returns undefined where too few days are settled since the first use
 */
export function expectedPeriod(known: KnownDays, period: Interval): ExpectedPeriod | undefined {
  const { settledUntil, add } = known
  const settled = sinceFirstUse(known.settled)
  const horizon = daysBetween(settledUntil, period.end)
  const ahead = horizon > 0 ? expectedDays(settled, horizon) : []
  if (!ahead) return undefined
  const amounts = new Map([...known.settled, ...known.open].map((day) => [day.start, day.amount]))
  let [amount, toDate] = [0, 0]
  const days: ExpectedDay[] = []
  for (let start = period.start.getTime(); start < period.end.getTime(); ) {
    const end = start + MILLISECONDS_PER_DAY
    const reported = amounts.get(start) ?? 0
    const isSettled = end <= settledUntil.getTime()
    toDate = add(toDate, reported)
    amount = isSettled
      ? add(amount, reported)
      : amount + Math.max(reported, ahead[daysBetween(settledUntil, new Date(start))] ?? 0)
    days.push({ start: new Date(start), end: new Date(end), settled: isSettled, amount })
    start = end
  }
  return { period, toDate, expected: amount, days, basis: settled.length }
}

/** The same with its range: that of `expectedSum` for all days that are not settled. */
export function periodEnd(known: KnownDays, period: Interval): PeriodEnd | undefined {
  const { settledUntil } = known
  const horizon = daysBetween(settledUntil, period.end)
  const ahead = horizon > 0 ? expectedSum(sinceFirstUse(known.settled), horizon) : NOTHING_AHEAD
  const told = ahead && expectedPeriod(known, period)
  if (!told) return undefined
  const { expected, toDate } = told
  return {
    ...told,
    settledUntil,
    low: Math.min(expected, Math.max(toDate, expected - (ahead.expected - ahead.low))),
    high: expected + (ahead.high - ahead.expected),
    record: ahead.record,
  }
}

/** The day on which an amount is reached; undefined where the period is not expected to. */
export function dayOfReaching<D extends ExpectedDay>(
  { days }: { readonly days: readonly D[] },
  amount: number,
): D | undefined {
  return days.find((day) => day.amount >= amount)
}

/** Of a bell curve, how many standard deviations above its middle 90 % of it end. */
const NINETIETH = 1.2816

/**
 * How likely a period is to come to an amount: errors are taken to be spread like a bell curve (here the
 * logistic one that is within a hundredth of it), of which four fifths lie within the range.
 *
 * @returns 0 to 1
 */
export function oddsOfReaching(
  { toDate, expected, high }: Pick<PeriodEnd, 'toDate' | 'expected' | 'high'>,
  amount: number,
): number {
  if (toDate >= amount) return 1
  const deviation = (high - expected) / NINETIETH
  if (deviation <= 0) return expected >= amount ? 1 : 0
  return 1 / (1 + Math.exp((-1.702 * (expected - amount)) / deviation))
}

const NOTHING_AHEAD: ExpectedSum = { expected: 0, low: 0, high: 0, record: { held: 0, of: 0 } }

/** Days before something was used at all tell nothing of what it uses; where it never was, all of them do. */
export function sinceFirstUse(days: readonly KnownDay[]): readonly KnownDay[] {
  const first = days.findIndex(({ amount }) => amount !== 0)
  return first > 0 ? days.slice(first) : days
}

function daysBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / MILLISECONDS_PER_DAY)
}
