import { meteringMonth } from '#usage/kore/metering-month.ts'
import { factsOf } from '#usage/kore/products.ts'
import { alignToBuckets, startOfNextUtcMonth, startOfUtcMonth } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import type { LimitBasis } from '#usage/words/limit-words.ts'
import { useAbout } from '../gateway/about.ts'
import { useBillingPeriod } from './sims.ts'
import type { Sim } from './use-sims.ts'

/** Within which a SIM's limits hold, and why that was taken. */
export interface LimitPeriod {
  readonly interval: Interval
  readonly basis: LimitBasis
}

/**
 * Within which a SIM's limits hold: the billing period of a Super SIM; of Programmable Wireless the month
 * from the day of activation that is set for its account; else the calendar month.
 *
 * @returns undefined while it is not known
 */
export function useLimitPeriod(sim: Sim, now: Date): LimitPeriod | undefined {
  const { hasBillingPeriods } = factsOf(sim.product)
  const { data, isError } = useBillingPeriod(sim.account, sim.sid, hasBillingPeriods)
  const { data: about } = useAbout()
  const month = { start: startOfUtcMonth(now), end: startOfNextUtcMonth(now) }
  const calendarMonth: LimitPeriod = { interval: month, basis: 'calendarMonth' }
  if (!hasBillingPeriods) {
    const day = about?.accounts.find(({ id }) => id === sim.account)?.meteringDay
    return day === undefined
      ? calendarMonth
      : { interval: meteringMonth(now, day), basis: 'meteringDay' }
  }
  if (isError || data === null) return calendarMonth
  if (!data) return undefined
  const { start, end = month.end } = data
  return end > now
    ? { interval: alignToBuckets({ start, end }, 'day'), basis: 'billingPeriod' }
    : calendarMonth
}
