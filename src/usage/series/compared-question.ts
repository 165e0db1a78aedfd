import type { ComparedPeriod } from '../question/compared-period.ts'
import {
  isDayForDay,
  isWholeMonths,
  type Shift,
  shiftedInterval,
  shiftOf,
} from '../question/compared-shift.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { OTHERS } from '../question/usage-record.ts'
import { startOfUtcHour } from '../time/calendar.ts'
import { alignToBuckets } from '../time/granularity.ts'
import { MILLISECONDS_PER_HOUR } from '../time/interval.ts'
import type { TimeRange } from '../time/time-range.ts'
import type { UsageSeries } from './usage-series.ts'

/** A question, the range that it was asked with, and what it is held against. */
export interface ComparedQuestion {
  readonly query: UsageQuery
  readonly range: TimeRange
  readonly period: ComparedPeriod
}

/**
 * The question for the earlier period. Groups keep the members that the later series tells apart.
 *
 * @param now the moment that tells what has begun
 * @param series the later series, once there is one
 * @returns undefined where no day has a counterpart
 */
export function earlierQuery(
  asked: ComparedQuestion,
  now: Date,
  series: UsageSeries | undefined,
): UsageQuery | undefined {
  const query = laterQuery(asked, now, series)
  const interval = shiftedInterval(asked.query.interval, questionShift(asked))
  if (!interval) return undefined
  const earlier = { ...query, interval: alignToBuckets(interval, query.granularity) }
  return withMembers(earlier, series)
}

/**
 * The question whose buckets are held against those of the earlier period: the view's own, or its
 * days where a whole total, month or week would be of other days than what it is held against, as some
 * have no counterpart or have not begun, or their weeks and months begin on other days.
 *
 * @returns the view's own query itself where its series will do
 */
export function laterQuery(
  asked: ComparedQuestion,
  now: Date,
  series: UsageSeries | undefined,
): UsageQuery {
  const { query } = asked
  const { interval, granularity } = query
  if (granularity === 'hour' || granularity === 'day') return query
  const shift = questionShift(asked)
  const runningHourEnd = startOfUtcHour(now).getTime() + MILLISECONDS_PER_HOUR
  const hasBegun = interval.end.getTime() <= runningHourEnd
  const isAlike = granularity === 'total' || (granularity === 'month' && 'months' in shift)
  if (isAlike && hasBegun && (isMonthForMonth(asked, shift) || isDayForDay(interval, shift)))
    return query
  const byDay = { ...query, granularity: 'day' as const }
  return withMembers({ ...byDay, interval: alignToBuckets(interval, 'day') }, series)
}

/** How far back the earlier period of a question lies. */
export function questionShift({ query, range, period }: ComparedQuestion): Shift {
  return shiftOf(query, range, period)
}

/** Whether whole calendar months are held against whole calendar months, however long. */
export function isMonthForMonth({ query }: ComparedQuestion, shift: Shift): boolean {
  return 'months' in shift && isWholeMonths(query.interval)
}

function withMembers(query: UsageQuery, series: UsageSeries | undefined): UsageQuery {
  if (!query.group || !series) return query
  const members = series.parts.map(({ key }) => key).filter((key) => key !== OTHERS)
  return { ...query, members }
}
