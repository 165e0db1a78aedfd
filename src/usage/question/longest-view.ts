import type { Granularity } from '../time/granularity.ts'
import { MILLISECONDS_PER_DAY } from '../time/interval.ts'

/**
 * The longest range that a view shows at a granularity, in days. These are our bounds, not KORE's, whose
 * requests are cut by the request plan: by hour a quarter of a year, whose 2,208 bars are about as many as
 * a chart has pixels; by day 18 months of any length, all that KORE keeps.
 */
export const LONGEST_VIEW_DAYS: Record<Granularity, number> = {
  hour: 92,
  day: 18 * 31,
  week: Number.POSITIVE_INFINITY,
  month: Number.POSITIVE_INFINITY,
  total: Number.POSITIVE_INFINITY,
}

/** Whether a range of this length can be shown at a granularity. */
export function fitsGranularity(duration: number, granularity: Granularity): boolean {
  return duration <= LONGEST_VIEW_DAYS[granularity] * MILLISECONDS_PER_DAY
}
