import type { Granularity } from './granularity.ts'
import {
  MILLISECONDS_PER_DAY,
  MILLISECONDS_PER_HOUR,
  monthsBefore,
  startOfUtcDay,
} from './time-range.ts'

/** The two usage APIs of KORE. */
export type Product = 'programmable-wireless' | 'super-sim'

/**
 * How late usage arrives, in milliseconds after it occurred.
 *
 * Programmable Wireless: usage may not be reflected for up to 24 h, all of it is typically
 * processed within 48 h (KORE, Programmable Wireless, "Data availability").
 * Super SIM: not stated for bytes; the last 24 h are treated as provisional (inferred).
 */
export const USAGE_DELAY: Record<Product, { reportedAfter: number; completeAfter: number }> = {
  'programmable-wireless': {
    reportedAfter: 24 * MILLISECONDS_PER_HOUR,
    completeAfter: 48 * MILLISECONDS_PER_HOUR,
  },
  'super-sim': {
    reportedAfter: 24 * MILLISECONDS_PER_HOUR,
    completeAfter: 24 * MILLISECONDS_PER_HOUR,
  },
}

/**
 * How late charges arrive, in milliseconds after the end of their period: wait 24 h before a spending
 * report (KORE, Super SIM, "Billing").
 */
export const CHARGE_DELAY = 24 * MILLISECONDS_PER_HOUR

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
