import type { UsageQuery } from '../question/usage-query.ts'
import type { UsageRecord } from '../question/usage-record.ts'
import { floorToBucket } from '../time/granularity.ts'
import { type Interval, intersect } from '../time/interval.ts'
import { type ChargedAmounts, chargedAmountsOf } from './charged-amounts.ts'

/** A record, and what it is to the buckets of a series. */
export interface PlacedRecord {
  readonly record: UsageRecord
  /** Of its bucket. */
  readonly index: number
  readonly charged: ChargedAmounts
}

/** Finds the bucket that each record's period belongs to. */
export function placeRecords(
  { interval, granularity, product }: UsageQuery,
  intervals: readonly Interval[],
  records: readonly UsageRecord[],
  readAt: readonly Date[],
): PlacedRecord[] {
  const boundary = (start: Date) => floorToBucket(start, granularity).getTime()
  const indexes = new Map(intervals.map(({ start }, index) => [boundary(start), index]))
  return records.flatMap((record) => {
    if (!intersect(record.period, interval)) return []
    const index = granularity === 'total' ? 0 : indexes.get(boundary(record.period.start))
    const read = index === undefined ? undefined : readAt[index]
    if (index === undefined || !read) return []
    return { record, index, charged: chargedAmountsOf(record, product, read) }
  })
}
