import type { RequestGranularity } from '#usage/question/request-plan.ts'
import type { UsageRecord } from '#usage/question/usage-record.ts'
import {
  durationOf,
  type Interval,
  MILLISECONDS_PER_DAY,
  MILLISECONDS_PER_HOUR,
} from '#usage/time/interval.ts'
import { unreadable } from './get-json.ts'

/** The longest that a record of each granularity may be; a total is of whatever was asked for. */
const LONGEST = {
  hour: MILLISECONDS_PER_HOUR,
  day: MILLISECONDS_PER_DAY,
  total: Number.POSITIVE_INFINITY,
} as const satisfies Record<RequestGranularity, number>

/** What the wire's list has, in our own shape. */
interface Told<T> {
  readonly items: readonly T[]
  /** Those that came twice. */
  readonly repeated: ReadonlySet<T>
}

/**
 * Reads the records of a list, and tells of those that came twice.
 *
 * @param parse what one thing of the list is read into
 * @throws UpstreamFailure where a record is longer than what was asked for: a month is not put into a day
 */
export function readRecords<T>(
  { items, repeated }: Told<T>,
  granularity: RequestGranularity,
  parse: (item: T) => readonly UsageRecord[],
): UsageRecord[] {
  return items.flatMap((item) => {
    const [first, ...others] = parse(item)
    if (!first) return []
    checkLength(first.period, granularity)
    if (!repeated.has(item)) return [first, ...others]
    const oddities = [...(first.oddities ?? []), { kind: 'repeated', amount: 1 } as const]
    return [{ ...first, oddities }, ...others]
  })
}

/** @throws UpstreamFailure where a period is longer than was asked for, or ends before it begins */
export function checkLength(period: Interval, granularity: RequestGranularity): void {
  const duration = durationOf(period)
  if (duration > 0 && duration <= LONGEST[granularity]) return
  const [start, end] = [period.start.toISOString(), period.end.toISOString()]
  throw unreadable(`By ${granularity} was asked, but a record is of ${start} to ${end}.`)
}
