import { PRODUCTS, type Product } from '../kore/products.ts'
import type { Arrivals, ObservedLag } from '../series/observed-usage.ts'
import type { RecordedCharge } from '../series/series-cost.ts'
import type { Granularity } from '../time/granularity.ts'
import { formatDuration, formatNearMoment } from '../time/moment.ts'
import { formatBytes, formatShare } from './bytes.ts'

/** How much one bucket has grown: `+12.0 MB since you last looked`. */
export function formatArrived(bytes: number): string {
  return `+${formatBytes(bytes)} since you last looked`
}

/** How much has arrived in all: `+12.0 MB arrived since you last looked, 19 Nov, 08:00 UTC`. */
export function formatArrivals({ bytes, since }: Arrivals): string {
  return `+${formatBytes(bytes)} arrived since you last looked, ${formatNearMoment(since)}`
}

/** How late usage is by what was seen, beside what KORE says. */
export function describeLag(lag: ObservedLag, granularity: Granularity, product: Product): string {
  const { median, nineInTen, buckets } = lag
  return [
    `Of ${buckets} ${granularity}s of this account that were watched in this browser,`,
    `half had 99% of their usage within ${formatLag(median)} after their end`,
    `and 9 in 10 within ${formatLag(nineInTen)}, or sooner;`,
    `KORE says ${formatDuration(PRODUCTS[product].usageDelay.completeAfter)} for all of it.`,
  ].join(' ')
}

/** How far the charge is sure to have caught up. */
export function describeRecordedCharge(charge: RecordedCharge, bytes: number): string {
  const share = formatShare(charge.chargedBytes, bytes)
  return `At least ${share} of the data is charged in full; all usage before ${formatNearMoment(charge.chargedUntil)} is.`
}

function formatLag(milliseconds: number): string {
  return milliseconds < 60_000 ? 'a minute' : formatDuration(milliseconds)
}
