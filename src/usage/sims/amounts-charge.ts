import { type ChargeState, isChargeIn } from '../kore/charge.ts'
import { factsOf, productOfSid } from '../kore/products.ts'
import { type Interval, intersect, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import type { ReadSimDays } from './sim-days.ts'
import type { SimAmounts } from './sim-sums.ts'

/**
 * How far what a SIM used is charged.
 *
 * @param chargeIn whether all charges of its range are in by the delay; where not, one that is there may
 *   be a part of what will be
 */
export function amountsCharge(
  { cost, data, commands, unchargedBytes, unchargedCommands }: SimAmounts,
  chargeIn: boolean,
): ChargeState {
  if (chargeIn && unchargedBytes === 0 && unchargedCommands === 0) return 'charged'
  // What is free has its charge, too.
  const isCharged = data.total > unchargedBytes || commands > unchargedCommands
  return isCharged || cost.size > 0 ? 'partlyCharged' : 'notCharged'
}

/**
 * From when on the days of SIMs that were read one by one lack a charge that should be there by the delay.
 *
 * @param days by SID; those outside the range do not matter
 * @returns undefined where none is lacking, and where the API tells no delay of charges
 */
export function chargeLacksFromDays(
  days: ReadonlyMap<string, readonly ReadSimDays[]>,
  range: Interval,
): Date | undefined {
  let first: number | undefined
  for (const [sid, parts] of days) {
    const product = productOfSid(sid)
    if (!product || factsOf(product).chargeDelay === undefined) continue
    for (const { readAt, days: told } of parts) {
      for (const { start, unchargedBytes } of told) {
        const day = { start: new Date(start), end: new Date(start + MILLISECONDS_PER_DAY) }
        if (!intersect(day, range)) continue
        if (unchargedBytes <= 0 || (readAt && !isChargeIn(day, product, readAt))) continue
        if (first === undefined || start < first) first = start
      }
    }
  }
  return first === undefined ? undefined : new Date(first)
}
