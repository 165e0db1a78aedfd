import { useMemo } from 'react'
import { DEFAULT_METERING_DAY, meteringMonth } from '#usage/kore/metering-month.ts'
import { factsOf, isSummedBySim, type Product } from '#usage/kore/products.ts'
import { retentionStart } from '#usage/kore/retention.ts'
import { chargeLacksFromDays } from '#usage/sims/amounts-charge.ts'
import type { LimitedPart } from '#usage/sims/data-limit.ts'
import { amountsOfDays, limitedBytesOfDays, oldestReading } from '#usage/sims/sim-days.ts'
import { amountsOfSim, bytesOfSim, type SimAmounts } from '#usage/sims/sim-sums.ts'
import type { BillingMonths } from '#usage/time/billing-month.ts'
import { endOfUtcDay } from '#usage/time/calendar.ts'
import { earliest } from '#usage/time/earliest.ts'
import { alignToBuckets, startOfUtcMonth } from '#usage/time/granularity.ts'
import { type Interval, intersect } from '#usage/time/interval.ts'
import { resolveRange, type TimeRange } from '#usage/time/time-range.ts'
import type { Account } from '../gateway/about.ts'
import type { Gathering } from './use-gathered-days.ts'
import { isThere, type ReadSums, useSimSums } from './use-sim-sums.ts'
import type { Sim } from './use-sims.ts'

/** What each of many SIMs used, as far as it is known without asking for one of them alone. */
export interface SimFigures {
  /** In the range; undefined while it is not known. */
  usageOf(sim: Sim): SimAmounts | undefined
  /** The bytes alone. */
  bytesOf(sim: Sim): number | undefined
  /** Bytes that a limit of a part counts, since its month began. */
  limitedBytesOf(sim: Sim, part: LimitedPart): number | undefined
  /** Whether a SIM's figures come with all others', so that none has to be asked for alone. */
  comesWithAll(sim: Sim): boolean
  /** When the oldest of them that may still change was read; undefined where none may. */
  readonly asOf: Date | undefined
  /** The same of one SIM. */
  readAtOf(sim: Sim): Date | undefined
  /** From when on what comes with all SIMs lacks a charge that should be there; undefined for never. */
  readonly chargeLacksFrom: Date | undefined
}

/** The intervals that a list of SIMs is about, on midnights UTC. */
export interface ListedIntervals {
  readonly range: Interval
  /** The running calendar month, which limits of products with sums by SIM are held against. */
  readonly month: Interval
  /** The days so far of the month that a SIM's limits hold for. */
  limitMonthOf(sim: Pick<Sim, 'account' | 'product'>): Interval
  /** The end of that month. */
  limitMonthEndOf(sim: Pick<Sim, 'account' | 'product'>): Date
  /** Both. */
  readonly days: Interval
  /** Whether anything of the range can be known: it has begun, and KORE still keeps some of it. */
  readonly knowable: boolean
}

/** An account, as far as the months of its limits go. */
type MeteredAccount = Pick<Account, 'id' | 'meteringDay'>

/**
 * The intervals of a list, the same ones as long as they say the same: with others all its rows are drawn anew.
 *
 * @param accounts whose SIMs are listed
 */
export function useListedIntervals(
  range: TimeRange,
  accounts: readonly MeteredAccount[],
  now: Date,
  billingMonths: BillingMonths,
): ListedIntervals {
  const { start, end } = alignToBuckets(resolveRange(range, now, billingMonths), 'day')
  const [from, until] = [start.getTime(), end.getTime()]
  const metered = accounts.map(({ id, meteringDay = '' }) => `${id} ${meteringDay}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is metered says all of the accounts that counts
  return useMemo(
    () => listedIntervals({ start: new Date(from), end: new Date(until) }, accounts, now),
    [from, until, metered, now],
  )
}

/** @param range on midnights UTC */
function listedIntervals(
  range: Interval,
  accounts: readonly MeteredAccount[],
  now: Date,
): ListedIntervals {
  const month = { start: startOfUtcMonth(now), end: endOfUtcDay(now) }
  const calendarMonth = meteringMonth(now, DEFAULT_METERING_DAY)
  const metered = new Map(
    accounts.map(({ id, meteringDay = DEFAULT_METERING_DAY }) => [
      id,
      meteringMonth(now, meteringDay),
    ]),
  )
  const limitPeriodOf = ({ account, product }: Pick<Sim, 'account' | 'product'>) =>
    factsOf(product).hasBillingPeriods ? calendarMonth : (metered.get(account) ?? calendarMonth)
  const starts = [range, month, ...metered.values()].map(({ start }) => start.getTime())
  const end = range.end > month.end ? range.end : month.end
  const kept = { start: retentionStart(now), end: endOfUtcDay(now) }
  return {
    range,
    month,
    limitMonthOf: (sim) => ({ start: limitPeriodOf(sim).start, end: month.end }),
    limitMonthEndOf: (sim) => limitPeriodOf(sim).end,
    days: { start: new Date(Math.min(...starts)), end },
    knowable: intersect(range, kept) !== undefined,
  }
}

/** The sums that figures are read from. */
export interface FigureSums {
  readonly range: ReadSums
  readonly month: ReadSums
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
  const readings = [range.asOf, oldestReading([...days.values()].flat())]
  const asOf = earliest(readings.flatMap((at) => at ?? []))
  const usageOf = (sim: Sim) => {
    if (comesWithAll(sim)) return isThere(range) ? amountsOfSim(range.sums, sim.sid) : undefined
    const own = intervals.knowable ? daysOf(sim) : undefined
    return own && amountsOfDays(own, intervals.range)
  }
  return {
    comesWithAll,
    asOf,
    chargeLacksFrom: range.chargeLacksFrom ?? chargeLacksFromDays(days, intervals.range),
    readAtOf: (sim) => (comesWithAll(sim) ? range.asOf : oldestReading(daysOf(sim) ?? [])),
    usageOf,
    bytesOf: (sim) =>
      comesWithAll(sim) && isThere(range)
        ? bytesOfSim(range.sums, sim.sid)
        : usageOf(sim)?.data.total,
    limitedBytesOf: (sim, part) => {
      if (comesWithAll(sim)) return isThere(month) ? bytesOfSim(month.sums, sim.sid) : undefined
      const own = daysOf(sim)
      return own && limitedBytesOfDays(own, intervals.limitMonthOf(sim), part)
    },
  }
}
