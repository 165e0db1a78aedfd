import type { Interval } from '../time/interval.ts'
import { shareUsed, type UsedLimit } from './data-limit.ts'

/** How far a SIM has used up a limit by the settled days of its month, and whether it will. */
export interface MeteredLimit extends UsedLimit {
  /** When it is reached, or expected to be; undefined where that is not within its month, or not known. */
  readonly reachedAt: Date | undefined
  /** Bytes a day that it goes on at, where that is taken of the mean of some days and not of the SIM's own. */
  readonly mean?: number
  /** The settled days of the month that the limit holds for. */
  readonly settled: Interval
  /** The end of that month. */
  readonly until: Date
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
  const { reachedAt, used } = limit
  if (reachedAt === undefined) return undefined
  return used >= limit.limit.bytes ? shareUsed(limit) : -reachedAt.getTime()
}
