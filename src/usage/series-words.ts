import type { ChargeState } from './charge.ts'
import { isProvisional } from './freshness.ts'
import { FRESHNESS_NAMES } from './freshness-words.ts'
import { type Bucket, isChargedInFull, type Measure, type UsageSeries } from './usage-series.ts'

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
  return typeof measure === 'object' && charge ? CHARGE_NAMES[charge] : FRESHNESS_NAMES[freshness]
}

/** The state of a whole series' amount. */
export function formatSeriesState(series: UsageSeries, measure: Measure): string {
  if (!series.complete) return 'Not all loaded'
  if (typeof measure !== 'object') return FRESHNESS_NAMES[series.freshness.state]
  return isChargedInFull(series) ? CHARGE_NAMES.charged : CHARGE_NAMES.partlyCharged
}

/**
 * What must stand beside every number of bytes or Commands that is not all there, or not final.
 *
 * @returns undefined where nothing needs to be said
 */
export function formatDataMark({ complete, freshness }: UsageSeries): string | undefined {
  if (!complete) return 'incomplete, not all loaded'
  return isProvisional(freshness.state) ? 'so far, not final' : undefined
}

/** The same for money. */
export function formatCostMark(series: UsageSeries): string | undefined {
  if (!series.complete) return 'incomplete, not all loaded'
  return isChargedInFull(series) ? undefined : 'so far, not charged in full'
}
