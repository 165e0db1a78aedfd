import type { ChargeState } from '../kore/charge.ts'
import { factsOf } from '../kore/products.ts'
import { ANY_MONEY, isChargedInFull, seriesState } from '../series/amount-state.ts'
import type { GigabyteCost } from '../series/series-cost.ts'
import type { Bucket, Measure, UsageSeries } from '../series/usage-series.ts'
import { formatBytes } from './bytes.ts'
import { FRESHNESS_NAMES } from './freshness-words.ts'

/** The name of a charge's state, the same wherever it stands. */
const CHARGE_NAMES: Record<ChargeState, string> = {
  charged: 'Charged',
  partlyCharged: 'Partly charged',
  notCharged: 'Not charged yet',
}

/** The state of a bucket's amount: whether its bytes, or its money, can still change. */
export function formatState({ known, freshness, charge }: Bucket, measure: Measure): string {
  if (freshness === 'beyondRetention' || freshness === 'future') return FRESHNESS_NAMES[freshness]
  if (!known) return 'Not all loaded'
  // A charge that is there in full is as final as the usage that it is for.
  const settled = freshness === 'final' || charge !== 'charged'
  return typeof measure === 'object' && settled ? CHARGE_NAMES[charge] : FRESHNESS_NAMES[freshness]
}

/** The state of a whole series' amount. */
export function formatSeriesState(series: UsageSeries, measure: Measure): string {
  const state = seriesState(series, measure)
  if (state === 'unknown') return 'Not all loaded'
  if (typeof measure !== 'object') return FRESHNESS_NAMES[series.freshness.state]
  if (!isChargedInFull(series)) return CHARGE_NAMES.partlyCharged
  return state === 'final' ? CHARGE_NAMES.charged : FRESHNESS_NAMES[series.freshness.state]
}

/**
 * What must stand beside every number that is not all there, or not final.
 *
 * @returns undefined where nothing needs to be said
 */
export function formatMark(series: UsageSeries, measure: Measure): string | undefined {
  const state = seriesState(series, measure)
  if (state === 'unknown') return 'incomplete, not all loaded'
  if (state !== 'provisional') return undefined
  const chargeLacks = typeof measure === 'object' && !isChargedInFull(series)
  return chargeLacks ? 'so far, not charged in full' : 'so far, not final'
}

/** Of how much the cost of a gigabyte is known; undefined where it is of all. */
export function formatGigabyteBasis({ bytes, ofBytes }: GigabyteCost): string | undefined {
  return bytes === ofBytes ? undefined : `(of ${formatBytes(bytes)} charged in full)`
}

/** Why there is no cost to tell; undefined where nothing was used that could cost anything. */
export function formatNoCharge(series: UsageSeries): string | undefined {
  const { data, commands } = series.total
  if (series.complete && data.total === 0 && commands.total === 0) return undefined
  if (factsOf(series.product).chargeDelay !== undefined) return formatMark(series, ANY_MONEY)
  return 'unknown: KORE tells no charge with this usage'
}
