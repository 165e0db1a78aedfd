import { addMoney } from '../question/money.ts'
import { amountsCharge } from './amounts-charge.ts'
import type { SimAmounts } from './sim-sums.ts'

/** What a SIM used in the current and in the previous period, with what of it is charged. */
export interface PeriodCosts {
  readonly current: SimAmounts
  readonly previous: SimAmounts
}

/** What a SIM cost in one currency, as far as its charges are known; two currencies are never added. */
export interface CostChange {
  readonly currency: string
  readonly current: number
  /** Undefined where some of it has no charge: that is no zero, and what it came to is not known. */
  readonly previous: number | undefined
  /** By how much it cost more, or at least so where the current period is charged in part. */
  readonly growth: number | undefined
}

/**
 * What a SIM cost in each currency that it is known in, and before. Both periods are settled: by the delay
 * every charge of them is in, and one that is not there is missing.
 */
export function costChanges({ current, previous }: PeriodCosts): CostChange[] {
  const isCharged = amountsCharge(current, true) === 'charged'
  const wasCharged = amountsCharge(previous, true) === 'charged'
  // In a currency of the past alone nothing is known of what has no charge now.
  const known = [...current.cost.keys(), ...(isCharged ? previous.cost.keys() : [])]
  return [...new Set(known)].map((currency) => {
    const now = current.cost.get(currency) ?? 0
    const then = wasCharged ? (previous.cost.get(currency) ?? 0) : undefined
    return {
      currency,
      current: now,
      previous: then,
      growth: then === undefined ? undefined : addMoney(now, -then),
    }
  })
}

/** Whether a SIM cost something in the current period of which nothing is known. */
export function isCostUntold({ current }: PeriodCosts): boolean {
  return amountsCharge(current, true) === 'notCharged'
}

/** Whether a SIM may have cost more than before, and nobody can tell, as charges are missing. */
export function isGrowthUntold(costs: PeriodCosts): boolean {
  const changes = costChanges(costs)
  if (changes.some(({ growth = 0 }) => growth > 0)) return false
  // What cost nothing has not grown, whatever was before.
  const isFree = amountsCharge(costs.current, true) === 'charged'
  if (isFree && changes.every(({ current }) => current <= 0)) return false
  return [costs.current, costs.previous].some((used) => amountsCharge(used, true) !== 'charged')
}
