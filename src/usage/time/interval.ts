/** A stretch of time in UTC: start inclusive, end exclusive. */
export interface Interval {
  readonly start: Date
  readonly end: Date
}

export const MILLISECONDS_PER_HOUR = 3_600_000
export const MILLISECONDS_PER_DAY = 24 * MILLISECONDS_PER_HOUR

export function durationOf({ start, end }: Interval): number {
  return end.getTime() - start.getTime()
}

/** What two intervals have in common; undefined where they do not meet. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const start = Math.max(a.start.getTime(), b.start.getTime())
  const end = Math.min(a.end.getTime(), b.end.getTime())
  return start < end ? { start: new Date(start), end: new Date(end) } : undefined
}
