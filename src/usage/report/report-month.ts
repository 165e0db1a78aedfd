import type { Product } from '../kore/products.ts'
import { settledBoundary } from '../kore/settled.ts'
import { dayStart, monthsBefore } from '../time/calendar.ts'
import { startOfUtcMonth } from '../time/granularity.ts'
import type { Interval } from '../time/interval.ts'

/** A month that a report is about, and the two that it is held against; each whole. */
export interface ReportMonth {
  readonly interval: Interval
  readonly before: Interval
  readonly yearBefore: Interval
}

/**
 * The calendar month of a report.
 *
 * @param month `2026-10`; empty for the last one that has ended
 * @param now the present
 */
export function reportMonth(month: string, now: Date): ReportMonth {
  const start = month ? dayStart(`${month}-01`) : monthsBefore(startOfUtcMonth(now), 1)
  const monthAt = (back: number): Interval => ({
    start: monthsBefore(start, back),
    end: monthsBefore(start, back - 1),
  })
  return { interval: monthAt(0), before: monthAt(1), yearBefore: monthAt(12) }
}

/** What of a month is held against what of an earlier one: nothing that may still change on either side. */
export interface ComparedStretch {
  readonly later: Interval
  readonly earlier: Interval
  /** Whether both are whole months, however long. */
  readonly isWhole: boolean
}

/**
 * Whole months against whole months once all of the later one is settled; until then its settled days
 * against as many days from the start of the earlier one.
 *
 * @param products all of which must be settled
 * @returns undefined while no day is settled
 */
export function comparedStretch(
  { start, end }: Interval,
  earlier: Interval,
  products: readonly Product[],
  now: Date,
): ComparedStretch | undefined {
  const settled = Math.min(...products.map((product) => settledBoundary(product, now).getTime()))
  if (settled >= end.getTime()) return { later: { start, end }, earlier, isWhole: true }
  const length = Math.min(
    settled - start.getTime(),
    earlier.end.getTime() - earlier.start.getTime(),
  )
  if (length <= 0) return undefined
  const first = (moment: Date) => ({ start: moment, end: new Date(moment.getTime() + length) })
  return { later: first(start), earlier: first(earlier.start), isWhole: false }
}
