import { monthsBefore, startOfUtcDay } from '../time/calendar.ts'

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
