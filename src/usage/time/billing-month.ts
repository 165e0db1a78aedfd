import { monthsBefore } from './calendar.ts'
import type { Interval } from './interval.ts'

/** The last day of a month that a billing month can begin on: every month has it. */
export const LAST_BILLING_DAY = 28

/**
 * When billing months begin.
 * - `day`: on this day of each month, 1 to 28
 * - `periods`: as they are told of one SIM, newest first
 * - `differ`: on different days of several accounts or products, which no range can be of
 */
export type BillingMonths =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'periods'; readonly periods: readonly Interval[] }
  | { readonly kind: 'differ'; readonly days: readonly number[] }

/** What is taken where nobody has said another day: the calendar month. */
export const CALENDAR_MONTHS: BillingMonths = { kind: 'day', day: 1 }

/**
 * The billing month that a moment lies in, or one before it, from midnight to midnight UTC but for the
 * periods of a SIM, which are as they are told. Before the oldest of those, months are as long as the
 * calendar makes them; where none is running, it is the calendar month.
 *
 * @param back how many billing months before
 */
export function billingMonthAt(moment: Date, months: BillingMonths, back = 0): Interval {
  if (months.kind !== 'periods') {
    return monthFromDay(moment, months.kind === 'day' ? months.day : 1, back)
  }
  const { periods } = months
  const running = periods.findIndex(({ start, end }) => start <= moment && end > moment)
  if (running === -1) return monthFromDay(moment, 1, back)
  const told = periods[running + back]
  const oldest = periods.at(-1)
  if (told || !oldest) return told ?? monthFromDay(moment, 1, back)
  const beyond = running + back - (periods.length - 1)
  return { start: monthsBefore(oldest.start, beyond), end: monthsBefore(oldest.start, beyond - 1) }
}

function monthFromDay(moment: Date, day: number, back: number): Interval {
  const [year, month] = [moment.getUTCFullYear(), moment.getUTCMonth()]
  const first = moment.getUTCDate() < day ? month - 1 : month
  return {
    start: new Date(Date.UTC(year, first - back, day)),
    end: new Date(Date.UTC(year, first - back + 1, day)),
  }
}
