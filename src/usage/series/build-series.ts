import { bucketCharge, type ChargeState, isChargeIn } from '../kore/charge.ts'
import { bucketFreshness, rangeFreshness } from '../kore/freshness.ts'
import { factsOf } from '../kore/products.ts'
import { retentionStart } from '../kore/retention.ts'
import { sumOddities } from '../question/oddity.ts'
import { type RankedBy, totalsByPart } from '../question/ranked-by.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import {
  chargesOf,
  OTHERS,
  type UsageRecord,
  unchargedBytesOf,
  unchargedCommandsOf,
  WHOLE,
} from '../question/usage-record.ts'
import { earliest } from '../time/earliest.ts'
import { bucketsOf } from '../time/granularity.ts'
import { type Interval, intersect } from '../time/interval.ts'
import { countryUsage } from './country-usage.ts'
import { PartSums } from './part-sums.ts'
import { type PlacedRecord, placeRecords } from './placed-record.ts'
import { type Reading, readMoment } from './reading.ts'
import { addAmounts, NO_USAGE } from './usage-amounts.ts'

import type { Bucket, SeriesPart, UsageSeries } from './usage-series.ts'

const ROAMING_PARTS = ['home', 'nationalRoaming', 'internationalRoaming']

/** How many members of a group have a layer of their own. */
export const LARGEST_MEMBERS = 10

/**
 * Sorts records into the buckets of a query. Records outside its interval (a request may be wider
 * than its question) are left out; their order does not matter. Of a group the ten largest members
 * are told apart, by what the query ranks them by, and the rest are put together.
 *
 * @param records of one granularity: hours or days of this query's buckets, or whole totals
 * @param missing intervals that no record was read for: not yet, or because it failed
 * An amount is what it was when it was read: what has begun since is not known, and what has become
 * final since was read before it was.
 *
 * @param now the present
 * @param readings when what may still change was read; what none of them is of cannot change
 */
export function buildSeries(
  query: UsageQuery,
  records: readonly UsageRecord[],
  missing: readonly Interval[],
  now: Date,
  readings: readonly Reading[] = [],
): UsageSeries {
  const { product, interval, granularity } = query
  const intervals = bucketsOf(interval, granularity)
  const oldest = retentionStart(now)
  const gaps = missing.filter((gap) => intersect(gap, interval))
  const readAt = intervals.map((bucket) => readMoment(bucket, readings, now))
  const placed = placeRecords(query, intervals, records, readAt)
  const { parts, rest } = buildParts(query, placed, intervals.length)
  const charges = chargeStates(query, placed, intervals, readAt)
  const chargedBytes = sumCharged(placed, intervals.length)
  const total = parts.reduce((sum, part) => addAmounts(sum, part.total), NO_USAGE)
  const asOf = readMoment(interval, readings, now)
  const buckets = intervals.map((bucket, index): Bucket => {
    const read = readAt[index] ?? now
    // One that begins just now has nothing in it yet.
    const begunSince = bucket.start > read && bucket.start < now
    const known = !begunSince && !gaps.some((gap) => intersect(gap, bucket))
    // What KORE no longer has may have been kept.
    const lost = bucket.start < oldest && !known
    return {
      ...bucket,
      freshness: lost
        ? 'beyondRetention'
        : bucketFreshness(bucket, product, begunSince ? now : read),
      known,
      charge: charges[index] ?? 'charged',
      chargedBytes: chargedBytes[index] ?? 0,
    }
  })
  return {
    product,
    interval,
    granularity,
    buckets,
    parts,
    rest,
    total,
    complete: gaps.length === 0 && buckets.every(({ known }) => known),
    freshness: rangeFreshness(interval, product, asOf),
    now,
    asOf,
    chargeLacksFrom: chargeLacksFrom(query, placed, readAt),
    currencies: [...total.cost.keys()].sort(),
    countries: countryUsage(query, placed, intervals.length),
    oddities: sumOddities(placed.flatMap(({ record }) => record.oddities ?? [])),
  }
}

/** The largest members of a group, largest first. */
export function largestMembers(
  records: readonly UsageRecord[],
  rankedBy: RankedBy = 'data',
): string[] {
  return [...totalsByPart(records, rankedBy)]
    .sort(([keyA, a], [keyB, b]) => b - a || (keyA < keyB ? -1 : 1))
    .slice(0, LARGEST_MEMBERS)
    .map(([key]) => key)
}

function buildParts(
  { product, accounts, group, members, rankedBy }: UsageQuery,
  placed: readonly PlacedRecord[],
  buckets: number,
): Pick<UsageSeries, 'parts' | 'rest'> {
  const totals = totalsByPart(
    placed.map(({ record }) => record),
    'data',
  )
  const named = group
    ? (members ??
      [
        ...largestMembers(
          placed.flatMap(({ record }) => (record.part === OTHERS ? [] : record)),
          rankedBy,
        ),
        // An account without any usage is there, too.
        ...(group === 'account' ? accounts.slice(0, LARGEST_MEMBERS) : []),
      ].slice(0, LARGEST_MEMBERS))
    : [...(factsOf(product).tellsRoaming ? ROAMING_PARTS : [WHOLE]), ...totals.keys()]
  const sums = new Map([...new Set(named)].map((key) => [key, new PartSums(buckets)]))
  const small = new Map<string, PartSums>()
  for (const { record, index, charged } of placed) {
    const own = sums.get(record.part)
    own?.add(record, charged, index)
    if (own) continue
    for (const [kept, key] of [
      [sums, OTHERS],
      [small, record.part],
    ] as const) {
      const part = kept.get(key) ?? new PartSums(buckets)
      kept.set(key, part)
      part.add(record, charged, index)
    }
  }
  return {
    parts: [...sums].map(([key, part]) =>
      partOf(key, part, key === OTHERS ? Math.max(small.size, 1) : 1),
    ),
    rest: [...small].filter(([key]) => key !== OTHERS).map(([key, part]) => partOf(key, part, 1)),
  }
}

function partOf(key: string, part: PartSums, members: number): SeriesPart {
  return { key, ...part.columns(), total: part.total(), charged: part.charged, members }
}

function chargeStates(
  { product }: UsageQuery,
  placed: readonly PlacedRecord[],
  intervals: readonly Interval[],
  readAt: readonly Date[],
): ChargeState[] {
  const charged = new Set<number>()
  const uncharged = new Set<number>()
  for (const { record, index } of placed) {
    const { data, commands } = chargesOf(record)
    if (unchargedBytesOf(record) > 0 || unchargedCommandsOf(record) > 0) uncharged.add(index)
    if (isSubstantial(record.data.total, data) || isSubstantial(record.commands.total, commands)) {
      charged.add(index)
    }
  }
  return intervals.map((bucket, index) =>
    bucketCharge(
      bucket,
      { charged: charged.has(index), uncharged: uncharged.has(index) },
      product,
      readAt[index] ?? bucket.start,
    ),
  )
}

/** By records and not by buckets: of one that has not ended, some may be charged for sure by now. */
function chargeLacksFrom(
  { product }: UsageQuery,
  placed: readonly PlacedRecord[],
  readAt: readonly Date[],
): Date | undefined {
  if (factsOf(product).chargeDelay === undefined) return undefined
  return earliest(
    placed.flatMap(({ record, index }) => {
      const isUncharged = unchargedBytesOf(record) > 0 || unchargedCommandsOf(record) > 0
      const read = readAt[index] ?? record.period.start
      return isUncharged && isChargeIn(record.period, product, read) ? record.period.start : []
    }),
  )
}

/** Whether a known charge stands for something: a record of nothing is no charged usage. */
function isSubstantial(usage: number, charges: readonly (readonly [string, number])[]): boolean {
  return charges.some(([, amount]) => usage > 0 || amount !== 0)
}

function sumCharged(placed: readonly PlacedRecord[], buckets: number): number[] {
  const sums = Array<number>(buckets).fill(0)
  for (const { charged, index } of placed) {
    sums[index] = (sums[index] ?? 0) + charged.bytes
  }
  return sums
}
