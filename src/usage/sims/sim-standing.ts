import type { Product } from '../kore/products.ts'
import { settledBoundary } from '../kore/settled.ts'
import { endOfUtcDay } from '../time/calendar.ts'
import { durationOf, type Interval, intersect, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { type DataLimit, shareUsed, type UsedLimit } from './data-limit.ts'
import { type LimitReach, limitReach } from './limit-reach.ts'
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
  readonly reach: LimitReach
}

/**
 * How a SIM stands to each of its limits, the nearest first. Each counts its own part alone. What is used
 * may still grow where it is not settled.
 *
 * @param asked the interval that the days are of
 * @param period within which the limits hold: a billing period, or a metering month
 */
export function limitStandings(
  days: readonly SimDays[],
  asked: Interval,
  limits: readonly DataLimit[],
  period: Interval,
  product: Product,
  now: Date,
): LimitStanding[] {
  return limits
    .map((limit) => ({
      limit,
      used: limitedBytesOfDays(days, period, limit.part),
      reach: limitReach(limit, { days, asked, period, product, now }),
    }))
    .sort(byNearness)
}

/** Those that are nearest first: reached, or to be reached soonest; then those of which most is used. */
function byNearness(a: LimitStanding, b: LimitStanding): number {
  const [first, second] = [a, b].map(({ reach }) =>
    'at' in reach ? reach.at.getTime() : undefined,
  )
  if (first === second) return shareUsed(b) - shareUsed(a)
  return (first ?? Number.POSITIVE_INFINITY) - (second ?? Number.POSITIVE_INFINITY)
}

/**
 * How far back it is looked for what a SIM did last, and what it will do, in days: twelve weeks, as three
 * months are one request.
 */
const LOOKED_BACK_DAYS = 84

/** The days up to today in which it is looked for what a SIM did last, and how its limits stand. */
export function recentInterval(period: Interval | undefined, now: Date): Interval {
  const end = endOfUtcDay(now)
  const back = end.getTime() - LOOKED_BACK_DAYS * MILLISECONDS_PER_DAY
  return { start: new Date(Math.min(back, period?.start.getTime() ?? back)), end }
}

/** The interval whose days are needed to tell how a SIM stands; where it can be, that of `recentInterval`. */
export function standingInterval(
  range: Interval,
  period: Interval,
  product: Product,
  now: Date,
): Interval {
  const recent = recentInterval(period, now)
  const settled = settledBoundary(product, now).getTime()
  const past = Math.min(range.start.getTime(), settled) - PAST_DAYS * MILLISECONDS_PER_DAY
  return {
    start: new Date(Math.min(past, recent.start.getTime())),
    end: range.end > recent.end ? range.end : recent.end,
  }
}

function dailyMean(days: readonly SimDays[], interval: Interval): number {
  const count = durationOf(interval) / MILLISECONDS_PER_DAY
  return count > 0 ? amountsOfDays(days, interval).data.total / count : 0
}
