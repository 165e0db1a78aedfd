import { factsOf } from '../kore/products.ts'

import { amountOf, type SeriesPart, type UsageSeries } from './usage-series.ts'

/** How far the charge has caught up with the usage, by what the records say. */
export interface RecordedCharge {
  /** All usage before this moment has its charge. */
  readonly chargedUntil: Date
  readonly chargedBytes: number
}

/** @returns undefined where the API tells no cost, or every byte has its charge */
export function recordedCharge({
  product,
  buckets,
  total,
}: UsageSeries): RecordedCharge | undefined {
  const first = buckets.find(({ unchargedBytes }) => unchargedBytes > 0)
  if (factsOf(product).chargeDelay === undefined || !first) return undefined
  const uncharged = buckets.reduce((sum, { unchargedBytes }) => sum + unchargedBytes, 0)
  return { chargedUntil: first.start, chargedBytes: total.data.total - uncharged }
}

/** Usage, and how much of it has no charge yet. */
export type ChargeableUsage = Pick<SeriesPart, 'total' | 'unchargedBytes'>

/**
 * What a gigabyte (10⁹ bytes) costs, of the bytes whose charge is known; Commands are charged apart.
 *
 * @param usages whose bytes and costs are put together: all parts, one of them, or a country
 * @returns undefined where none is charged, or there are several currencies: whose bytes cost what is
 *   not told
 */
export function costPerGigabyte(
  { currencies }: Pick<UsageSeries, 'currencies'>,
  usages: readonly ChargeableUsage[],
  currency: string,
): number | undefined {
  const charged = usages.reduce(
    (bytes, { total, unchargedBytes }) => bytes + total.data.total - unchargedBytes,
    0,
  )
  if (currencies.length !== 1 || charged <= 0) return undefined
  const cost = usages.reduce(
    (sum, { total }) => sum + amountOf(total, { currency, of: 'data' }, 'total'),
    0,
  )
  return cost / (charged / 1e9)
}
