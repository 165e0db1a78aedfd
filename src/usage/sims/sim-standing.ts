import type { Product } from '../kore/products.ts'
import { settledBoundary } from '../kore/settled.ts'
import { endOfUtcDay } from '../time/calendar.ts'
import { durationOf, type Interval, intersect, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { type DataLimit, shareUsed, type UsedLimit } from './data-limit.ts'
import { limitReachedAt } from './limit-reach.ts'
import { amountsOfDays, limitedBytesOfDays, type SimDays } from './sim-days.ts'

/** How one SIM stands beside others. */
export interface Standing {
  /** Bytes of the SIM in the middle of those that were used. */
  readonly median: number
  /** How many others were used. */
  readonly others: number
  /** How many of them used less. */
  readonly below: number
}

/**
 * @param others bytes of each other SIM; those that were not used do not count
 * @returns undefined where no other was used
 */
export function standingAmong(others: readonly number[], own: number): Standing | undefined {
  const used = others.filter((bytes) => bytes > 0).sort((a, b) => a - b)
  if (used.length === 0) return undefined
  const middle = used.length / 2
  const median = ((used[Math.ceil(middle) - 1] ?? 0) + (used[Math.floor(middle)] ?? 0)) / 2
  return { median, others: used.length, below: used.filter((bytes) => bytes < own).length }
}

/** What a SIM used a day, in a range and before it; only settled days count. */
interface OwnPast {
  /** Bytes. */
  readonly inRange: number
  readonly before: number
  readonly daysBefore: number
}

/** Days before a range that it is held against. */
export const PAST_DAYS = 28

/** Days whose mean is a SIM's pace. */
export const PACE_DAYS = 7

/** @returns undefined where no day of the range is settled */
export function ownPast(
  days: readonly SimDays[],
  range: Interval,
  product: Product,
  now: Date,
): OwnPast | undefined {
  const settled = settledBoundary(product, now)
  const inRange = intersect(range, { start: new Date(0), end: settled })
  if (!inRange) return undefined
  const before = {
    start: new Date(inRange.start.getTime() - PAST_DAYS * MILLISECONDS_PER_DAY),
    end: inRange.start,
  }
  return {
    inRange: dailyMean(days, inRange),
    before: dailyMean(days, before),
    daysBefore: PAST_DAYS,
  }
}

/** How far a SIM has used up a limit, and when it will have. */
export interface LimitStanding extends UsedLimit {
  /** Bytes a day, in the newest settled days. */
  readonly pace: number
  /** Undefined where it will not be reached in the period. */
  readonly reachedAt: Date | undefined
}

/**
 * How a SIM stands to one limit, which counts its own part alone. What is used may still grow where it is
 * not settled.
 *
 * @param period within which the limit holds: a billing period, or a metering month
 */
export function limitStanding(
  days: readonly SimDays[],
  limit: DataLimit,
  period: Interval,
  product: Product,
  now: Date,
): LimitStanding {
  const settled = settledBoundary(product, now)
  const from = settled > period.start ? settled : period.start
  const bytesIn = (interval: Interval) => limitedBytesOfDays(days, interval, limit.part)
  const paceStart = new Date(settled.getTime() - PACE_DAYS * MILLISECONDS_PER_DAY)
  const pace = bytesIn({ start: paceStart, end: settled }) / PACE_DAYS
  const used = bytesIn(period)
  const expected = limitReachedAt({
    limit: limit.bytes,
    used: bytesIn({ start: period.start, end: from }),
    pace,
    from,
    until: period.end,
  })
  const reached = used >= limit.bytes && (!expected || expected > now)
  return { limit, used, pace, reachedAt: reached ? now : expected }
}

/**
 * How a SIM stands to each of its limits, the nearest first.
 *
 * @param period within which they hold
 */
export function limitStandings(
  days: readonly SimDays[],
  limits: readonly DataLimit[],
  period: Interval,
  product: Product,
  now: Date,
): LimitStanding[] {
  return limits.map((limit) => limitStanding(days, limit, period, product, now)).sort(byNearness)
}

/** Those that are nearest first: reached, or to be reached soonest; then those of which most is used. */
export function byNearness(a: LimitStanding, b: LimitStanding): number {
  const [first, second] = [a.reachedAt?.getTime(), b.reachedAt?.getTime()]
  if (first === second) return shareUsed(b) - shareUsed(a)
  return (first ?? Number.POSITIVE_INFINITY) - (second ?? Number.POSITIVE_INFINITY)
}

/** How far back it is looked for what a SIM did last, in days. */
const LOOKED_BACK_DAYS = 35

/** The days up to today in which it is looked for what a SIM did last, and how its limits stand. */
export function recentInterval(period: Interval | undefined, now: Date): Interval {
  const end = endOfUtcDay(now)
  const back = end.getTime() - LOOKED_BACK_DAYS * MILLISECONDS_PER_DAY
  return { start: new Date(Math.min(back, period?.start.getTime() ?? back)), end }
}

/** The interval whose days are needed to tell how a SIM stands. */
export function standingInterval(
  range: Interval,
  period: Interval,
  product: Product,
  now: Date,
): Interval {
  const settled = settledBoundary(product, now).getTime()
  const start = Math.min(
    Math.min(range.start.getTime(), settled) - PAST_DAYS * MILLISECONDS_PER_DAY,
    period.start.getTime(),
    settled - PACE_DAYS * MILLISECONDS_PER_DAY,
  )
  return { start: new Date(start), end: new Date(Math.max(range.end.getTime(), now.getTime())) }
}

function dailyMean(days: readonly SimDays[], interval: Interval): number {
  const count = durationOf(interval) / MILLISECONDS_PER_DAY
  return count > 0 ? amountsOfDays(days, interval).data.total / count : 0
}
