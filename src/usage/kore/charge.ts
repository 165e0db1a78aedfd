import type { Interval } from '../time/interval.ts'
import { factsOf, PRODUCTS, type Product } from './products.ts'

/**
 * How far the charge for a bucket's usage is known. Bytes are shown before their charge.
 * - `charged`: in full
 * - `partlyCharged`: some of it; the amount will grow
 * - `notCharged`: nothing of it yet; the amount is unknown, not zero
 */
export type ChargeState = 'charged' | 'partlyCharged' | 'notCharged'

/**
 * Whether all charges of a period are in, by the delay.
 *
 * All billing events should be in within 24 h of a period's end (KORE, Super SIM, "Billing"). Of
 * Programmable Wireless no lag is told: its charge is as final as the usage that it stands beside.
 */
export function isChargeIn({ end }: Interval, product: Product, now: Date): boolean {
  const { chargeDelay = Number.NEGATIVE_INFINITY } = factsOf(product)
  return now.getTime() - end.getTime() >= chargeDelay
}

/**
 * How far a bucket is charged: by what its records say, and by the delay.
 *
 * @param charged whether some of its usage has a charge
 * @param uncharged whether some of its usage has none
 */
export function bucketCharge(
  bucket: Interval,
  { charged, uncharged }: { charged: boolean; uncharged: boolean },
  product: Product,
  now: Date,
): ChargeState {
  if (isChargeIn(bucket, product, now) && !uncharged) return 'charged'
  return charged ? 'partlyCharged' : 'notCharged'
}

/** How late charges arrive, in milliseconds after the end of their period. */
export const CHARGE_DELAY = PRODUCTS['super-sim'].chargeDelay

/** How far the charges of a whole range are known. */
export interface RangeCharge {
  /** Usage before this moment is charged in full; the range's start where none is. */
  readonly chargedUntil: Date
  /** The moment from which a spending report of the range is safe. */
  readonly safeFrom: Date
  readonly complete: boolean
  /** Whether a charge is not there that should be by the delay; when it will be nobody tells. */
  readonly lacks: boolean
}

/**
 * @param range start inclusive, end exclusive, UTC
 * @param lacksFrom from when on what was read lacks a charge that should be there; undefined for never
 */
export function rangeCharge({ start, end }: Interval, now: Date, lacksFrom?: Date): RangeCharge {
  const until = Math.min(chargedUntilOf(now, lacksFrom).getTime(), end.getTime())
  const safeFrom = new Date(end.getTime() + CHARGE_DELAY)
  const lacks = lacksFrom !== undefined
  return {
    chargedUntil: new Date(Math.max(until, start.getTime())),
    safeFrom,
    complete: now >= safeFrom && !lacks,
    lacks,
  }
}

/** The moment before which all is charged in full, by the delay and by what was read. */
export function chargedUntilOf(now: Date, lacksFrom: Date | undefined): Date {
  const delayed = new Date(now.getTime() - CHARGE_DELAY)
  return lacksFrom && lacksFrom < delayed ? lacksFrom : delayed
}
