import { factsOf } from '#usage/kore/products.ts'
import { alignToBuckets, startOfNextUtcMonth, startOfUtcMonth } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { useBillingPeriod } from './sims.ts'
import type { Sim } from './use-sims.ts'

/**
 * Within which a SIM's limit holds: the billing period of a Super SIM, else the calendar month.
 *
 * @returns undefined while it is not known
 */
export function useLimitPeriod(sim: Sim, now: Date): Interval | undefined {
  const { hasBillingPeriods } = factsOf(sim.product)
  const { data, isError } = useBillingPeriod(sim.account, sim.sid, hasBillingPeriods)
  const month = { start: startOfUtcMonth(now), end: startOfNextUtcMonth(now) }
  if (!hasBillingPeriods || isError || data === null) return month
  if (!data) return undefined
  const { start, end = month.end } = data
  return end > now ? alignToBuckets({ start, end }, 'day') : month
}
