import { useMemo } from 'react'
import { isSummedBySim, type Product } from '#usage/kore/products.ts'
import { retentionStart } from '#usage/kore/retention.ts'
import { amountsOfDays } from '#usage/sims/sim-days.ts'
import { amountsOfSim, bytesOfSim, type SimAmounts } from '#usage/sims/sim-sums.ts'
import { endOfUtcDay } from '#usage/time/calendar.ts'
import { alignToBuckets, startOfUtcMonth } from '#usage/time/granularity.ts'
import { type Interval, intersect } from '#usage/time/interval.ts'
import { resolveRange, type TimeRange } from '#usage/time/time-range.ts'
import type { Gathering } from './use-gathered-days.ts'
import { type FetchedSums, isThere, useSimSums } from './use-sim-sums.ts'
import type { Sim } from './use-sims.ts'

/** What each of many SIMs used, as far as it is known without asking for one of them alone. */
export interface SimFigures {
  /** In the range; undefined while it is not known. */
  usageOf(sim: Sim): SimAmounts | undefined
  /** The bytes alone. */
  bytesOf(sim: Sim): number | undefined
  /** Bytes since the month began. */
  monthBytesOf(sim: Sim): number | undefined
  /** Whether a SIM's figures come with all others', so that none has to be asked for alone. */
  comesWithAll(sim: Sim): boolean
}

/** The intervals that a list of SIMs is about, on midnights UTC. */
export interface ListedIntervals {
  readonly range: Interval
  readonly month: Interval
  /** Both. */
  readonly days: Interval
  /** Whether anything of the range can be known: it has begun, and KORE still keeps some of it. */
  readonly knowable: boolean
}

/** The intervals of a list, the same ones as long as they say the same: with others all its rows are drawn anew. */
export function useListedIntervals(range: TimeRange, now: Date): ListedIntervals {
  const { start, end } = alignToBuckets(resolveRange(range, now), 'day')
  const [from, until] = [start.getTime(), end.getTime()]
  return useMemo(
    () => listedIntervals({ start: new Date(from), end: new Date(until) }, now),
    [from, until, now],
  )
}

/** @param range on midnights UTC */
function listedIntervals(range: Interval, now: Date): ListedIntervals {
  const month = { start: startOfUtcMonth(now), end: endOfUtcDay(now) }
  const start = range.start < month.start ? range.start : month.start
  const end = range.end > month.end ? range.end : month.end
  const kept = { start: retentionStart(now), end: endOfUtcDay(now) }
  return { range, month, days: { start, end }, knowable: intersect(range, kept) !== undefined }
}

/** The sums that figures are read from. */
export interface FigureSums {
  readonly range: FetchedSums
  readonly month: FetchedSums
  /** Whether the account may not group usage by SIM, so that each has to be asked for alone. */
  readonly refused: boolean
}

/** Fetches what every Super SIM used, in the range and in the month. */
export function useFigureSums(
  accounts: readonly string[],
  products: readonly Product[],
  { range, month }: ListedIntervals,
  now: Date,
): FigureSums {
  const wanted = products.some(isSummedBySim)
  const ofRange = useSimSums(accounts, wanted ? range : undefined, now)
  const ofMonth = useSimSums(accounts, wanted ? month : undefined, now)
  return useMemo(
    () => ({ range: ofRange, month: ofMonth, refused: ofRange.refused || ofMonth.refused }),
    [ofRange, ofMonth],
  )
}

/** Each SIM's figures, from the sums or from what was gathered of it; the same ones as long as both are. */
export function useSimFigures(
  sums: FigureSums,
  days: Gathering['days'],
  intervals: ListedIntervals,
): SimFigures {
  return useMemo(() => readFigures(sums, days, intervals), [sums, days, intervals])
}

function readFigures(
  { range, month, refused }: FigureSums,
  days: Gathering['days'],
  intervals: ListedIntervals,
): SimFigures {
  const comesWithAll = ({ product }: Sim) => isSummedBySim(product) && !refused
  const daysOf = ({ sid }: Sim) => days.get(sid)
  const usageOf = (sim: Sim) => {
    if (comesWithAll(sim)) return isThere(range) ? amountsOfSim(range.sums, sim.sid) : undefined
    const own = intervals.knowable ? daysOf(sim) : undefined
    return own && amountsOfDays(own, intervals.range)
  }
  return {
    comesWithAll,
    usageOf,
    bytesOf: (sim) =>
      comesWithAll(sim) && isThere(range)
        ? bytesOfSim(range.sums, sim.sid)
        : usageOf(sim)?.data.total,
    monthBytesOf: (sim) => {
      if (comesWithAll(sim)) return isThere(month) ? bytesOfSim(month.sums, sim.sid) : undefined
      const own = daysOf(sim)
      return own && amountsOfDays(own, intervals.month).data.total
    },
  }
}
