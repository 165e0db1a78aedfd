import type { Interval } from '../time/interval.ts'
import { shareUsed, type UsedLimit } from './data-limit.ts'
import { limitReachedAt } from './limit-reach.ts'

/** How far a SIM has used up a limit by the settled days of its month, and at which pace it goes on. */
export interface MeteredLimit extends UsedLimit {
  /** Bytes of the limit's part on a day of the current period. */
  readonly pace: number
  /** The settled days of the month that the limit holds for. */
  readonly settled: Interval
  /** The end of that month. */
  readonly until: Date
}

/**
 * The moment at which a limit is reached if the SIM goes on as in the current period; the end of the settled
 * days where it has been.
 *
 * @returns undefined where it will not be within its month
 */
export function limitReached({
  limit,
  used,
  pace,
  settled,
  until,
}: MeteredLimit): Date | undefined {
  return limitReachedAt({ limit: limit.bytes, used, pace, from: settled.end, until })
}

/**
 * The limit that matters most: of those that are reached the one that is furthest overshot, else the one
 * that is reached soonest.
 *
 * @returns undefined where none is, nor will be
 */
export function gravestLimit(limits: readonly MeteredLimit[]): MeteredLimit | undefined {
  const weights = limits.map((limit) => ({ limit, weight: weightOf(limit) }))
  return weights.reduce<{ limit?: MeteredLimit; weight: number | undefined }>(
    (gravest, one) =>
      one.weight !== undefined && (gravest.weight === undefined || one.weight > gravest.weight)
        ? one
        : gravest,
    { weight: undefined },
  ).limit
}

/** Those that have reached it come first, the one that is furthest beyond before the others. */
export function weightOf(limit: MeteredLimit): number | undefined {
  const reached = limitReached(limit)
  if (reached === undefined) return undefined
  return limit.used >= limit.limit.bytes ? shareUsed(limit) : -reached.getTime()
}
