import type { Product } from '../kore/products.ts'
import { settledBoundary } from '../kore/settled.ts'
import {
  dayOfReaching,
  expectedPeriod,
  type KnownDay,
  type KnownDays,
  oddsOfReaching,
  type PeriodEnd,
  periodEnd,
} from '../series/period-end.ts'
import { bucketsOf } from '../time/granularity.ts'
import { durationOf, type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import type { DataLimit } from './data-limit.ts'
import { limitedBytesByDay, limitedBytesOfDays, type SimDays } from './sim-days.ts'

/** Whether, and when, a limit is reached in its period. */
export type LimitReach =
  /** By the settled days so far, or by what is reported. */
  | { readonly kind: 'reached'; readonly at: Date }
  | ({ readonly kind: 'expected'; readonly at: Date } & ReachOdds)
  | ({ readonly kind: 'notExpected' } & ReachOdds)
  /** Too few days are settled since the SIM was first used. */
  | { readonly kind: 'unknown' }

/** What a limit's part is expected to come to by the end of the period, in bytes. */
export interface ReachOdds extends Pick<PeriodEnd, 'expected' | 'low' | 'high' | 'record'> {
  /** How likely the limit is to be reached, 0 to 1. */
  readonly odds: number
}

/** What is asked of a SIM's days. */
interface AskedReach {
  readonly days: readonly SimDays[]
  /** The days that are there, on midnights UTC; a day in it without usage is a day of none. */
  readonly asked: Interval
  /** Within which the limit holds. */
  readonly period: Interval
  readonly product: Product
  readonly now: Date
}

/** When a SIM reaches a limit, by its own days. */
export function limitReach(limit: DataLimit, asked: AskedReach): LimitReach {
  const reached = reachedSoFar(limit, asked)
  if (reached) return { kind: 'reached', at: reached }
  const end = periodEnd(knownDays(limit, asked), asked.period)
  if (!end) return { kind: 'unknown' }
  const { expected, low, high, record } = end
  const ahead = { expected, low, high, record, odds: oddsOfReaching(end, limit.bytes) }
  const day = dayOfReaching(end, limit.bytes)
  return day ? { kind: 'expected', at: day.start, ...ahead } : { kind: 'notExpected', ...ahead }
}

/**
 * The moment at which a limit is reached, or expected to be, without odds: as quick as thousands of SIMs
 * need it.
 *
 * @returns undefined where it is not expected in its period, or not known
 */
export function limitReachedAt(limit: DataLimit, asked: AskedReach): Date | undefined {
  const reached = reachedSoFar(limit, asked)
  if (reached) return reached
  const told = expectedPeriod(knownDays(limit, asked), asked.period)
  return told && dayOfReaching(told, limit.bytes)?.start
}

/** When a limit was reached: by the settled days, or by what is reported. */
function reachedSoFar(
  { bytes, part }: DataLimit,
  { days, period, product, now }: AskedReach,
): Date | undefined {
  const settledUntil = settledBoundary(product, now)
  const from = settledUntil > period.start ? settledUntil : period.start
  const bytesUntil = (end: Date) => limitedBytesOfDays(days, { start: period.start, end }, part)
  if (bytesUntil(from) >= bytes) return from
  return bytesUntil(period.end) >= bytes ? now : undefined
}

function knownDays({ part }: DataLimit, { days, asked, product, now }: AskedReach): KnownDays {
  const settledUntil = settledBoundary(product, now)
  const bytes = limitedBytesByDay(days, part)
  const known = bucketsOf(asked, 'day').map(({ start }) => ({
    start: start.getTime(),
    amount: bytes.get(start.getTime()) ?? 0,
  }))
  const isSettled = ({ start }: KnownDay) => start < settledUntil.getTime()
  return {
    settled: known.filter(isSettled),
    settledUntil,
    open: known.filter((day) => !isSettled(day)),
    add: (a, b) => a + b,
  }
}

/**
 * When a SIM would reach a limit if it went on like the mean of some days, where no day of it is known.
 *
 * @param used bytes of the settled days of the period
 * @param mean bytes a day
 * @returns undefined where it would not before `until`
 */
export function reachedByMean(
  limit: DataLimit,
  used: number,
  mean: number,
  settled: Interval,
  until: Date,
): Date | undefined {
  if (used >= limit.bytes) return settled.end
  if (mean <= 0) return undefined
  const left = Math.ceil(((limit.bytes - used) / mean) * MILLISECONDS_PER_DAY)
  return left < durationOf({ start: settled.end, end: until })
    ? new Date(settled.end.getTime() + left)
    : undefined
}
