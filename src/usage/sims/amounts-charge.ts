import type { ChargeState } from '../kore/charge.ts'
import type { SimAmounts } from './sim-sums.ts'

/**
 * How far what a SIM used is charged.
 *
 * @param chargeIn whether all charges of its range are in by the delay; where not, one that is there may
 *   be a part of what will be
 */
export function amountsCharge(
  { cost, data, commands, unchargedBytes }: SimAmounts,
  chargeIn: boolean,
): ChargeState {
  const isUnused = data.total === 0 && commands === 0
  if (chargeIn && unchargedBytes === 0 && (cost.size > 0 || isUnused)) return 'charged'
  return cost.size > 0 ? 'partlyCharged' : 'notCharged'
}
