import { factsOf } from '../kore/products.ts'
import { addChargedAmounts, NOTHING_CHARGED } from './charged-amounts.ts'
import type { SeriesPart, UsageSeries } from './usage-series.ts'

/** How far the charge is sure to have caught up with the usage. */
export interface RecordedCharge {
  /** All usage before this moment is charged in full. */
  readonly chargedUntil: Date
  /** Bytes that are charged in full for sure. */
  readonly chargedBytes: number
}

/** @returns undefined where the API tells no cost, or every byte is charged in full */
export function recordedCharge({
  product,
  buckets,
  total,
}: UsageSeries): RecordedCharge | undefined {
  const chargedBytes = buckets.reduce((sum, bucket) => sum + bucket.chargedBytes, 0)
  const first = buckets.find(
    ({ charge, freshness }) => charge !== 'charged' && freshness !== 'future',
  )
  if (factsOf(product).chargeDelay === undefined || !first) return undefined
  if (chargedBytes === total.data.total) return undefined
  return { chargedUntil: first.start, chargedBytes }
}

/** Usage, and how much of it is charged in full. */
export type ChargeableUsage = Pick<SeriesPart, 'total' | 'charged'>

/**
 * What some usage cost in one currency, as far as its charges are known. What was not used cost nothing.
 *
 * @returns undefined where nothing of it is: what is not charged, or not told, is no zero
 */
export function knownCost(
  { total: { data, commands, cost }, charged }: ChargeableUsage,
  currency: string,
): number | undefined {
  const isCharged = charged.bytes === data.total && charged.commands === commands.total
  return cost.get(currency) ?? (isCharged ? 0 : undefined)
}

/** What a gigabyte costs, and of how many bytes that is known. */
export interface GigabyteCost {
  readonly cost: number
  readonly bytes: number
  /** All bytes, be their charge known or not. */
  readonly ofBytes: number
}

/**
 * What a gigabyte (10⁹ bytes) costs, of the bytes that are charged in full; Commands are charged apart.
 *
 * @param usages whose bytes and costs are put together: all parts, one of them, or a country
 * @returns undefined where none is charged, or there are several currencies: whose bytes cost what is
 *   not told
 */
export function costPerGigabyte(
  { currencies }: Pick<UsageSeries, 'currencies'>,
  usages: readonly ChargeableUsage[],
  currency: string,
): GigabyteCost | undefined {
  const { bytes, cost } = usages.reduce(
    (sum, { charged }) => addChargedAmounts(sum, charged),
    NOTHING_CHARGED,
  )
  if (currencies.length !== 1 || bytes <= 0) return undefined
  const ofBytes = usages.reduce((sum, { total }) => sum + total.data.total, 0)
  return { cost: (cost.get(currency) ?? 0) / (bytes / 1e9), bytes, ofBytes }
}
