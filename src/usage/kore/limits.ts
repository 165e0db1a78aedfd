import { monthsBefore, startOfUtcDay } from '../time/calendar.ts'
import type { Granularity } from '../time/granularity.ts'
import { MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { factsOf, type Product } from './products.ts'

/**
 * Milliseconds after the end of a period from which on nothing of it can change: neither its usage nor
 * its charge. Browser and gateway both ask here, so that nothing is kept for good that is still called
 * provisional.
 */
export function settledAfter(product: Product): number {
  const { usageDelay, chargeDelay = 0 } = factsOf(product)
  return Math.max(usageDelay.completeAfter, chargeDelay)
}

/** The midnight before which nothing can change any more. */
export function settledBoundary(product: Product, now: Date): Date {
  return startOfUtcDay(new Date(now.getTime() - settledAfter(product)))
}

/** Both APIs keep usage for 18 months (KORE, "Retention period"). */
export const RETENTION_MONTHS = 18

/**
 * The oldest moment that the upstream still knows: 18 months before the start of the current UTC
 * day (error 83605 of the Super SIM API says it so).
 */
export function retentionStart(now: Date): Date {
  return monthsBefore(startOfUtcDay(now), RETENTION_MONTHS)
}

/** How far back the gateway is asked for what it has kept longer than KORE. */
const KEPT_MONTHS = 120

/** The oldest moment that may have been kept here. */
export function keptStart(now: Date): Date {
  return monthsBefore(startOfUtcDay(now), KEPT_MONTHS)
}

/**
 * The longest range that a view shows at a granularity, in days. These are our bounds, not KORE's, whose
 * requests are cut by the request plan: by hour a quarter of a year, whose 2,208 bars are about as many as
 * a chart has pixels; by day 18 months of any length, all that KORE keeps.
 */
export const LONGEST_VIEW_DAYS: Record<Granularity, number> = {
  hour: 92,
  day: 18 * 31,
  month: Number.POSITIVE_INFINITY,
  total: Number.POSITIVE_INFINITY,
}

/** Whether a range of this length can be shown at a granularity. */
export function fitsGranularity(duration: number, granularity: Granularity): boolean {
  return duration <= LONGEST_VIEW_DAYS[granularity] * MILLISECONDS_PER_DAY
}
