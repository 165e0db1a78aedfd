import { bucketCharge, type ChargeState } from './charge.ts'
import {
  bucketFreshness,
  type Freshness,
  type RangeFreshness,
  rangeFreshness,
} from './freshness.ts'
import { bucketsOf, floorToBucket, type Granularity } from './granularity.ts'
import { retentionStart } from './limits.ts'
import { type PartColumns, PartSums } from './part-sums.ts'
import { factsOf, type Product } from './products.ts'
import { type Interval, intersect } from './time-range.ts'
import { addAmounts, NO_USAGE, type UsageAmounts } from './usage-amounts.ts'
import type { UsageQuery } from './usage-query.ts'
import { type Direction, OTHERS, type UsageRecord, WHOLE } from './usage-record.ts'

/** What is measured: bytes, Commands, or money of one currency (never two in one sum). */
export type Measure = 'data' | 'commands' | { readonly currency: string }

export interface Bucket extends Interval {
  readonly freshness: Freshness
  /** False while usage of it is still being fetched, or could not be. */
  readonly known: boolean
  /** Undefined where the API tells no cost. */
  readonly charge: ChargeState | undefined
  /** Bytes whose charge its records do not tell yet. */
  readonly unchargedBytes: number
}

/** One layer of the stack: its usage in every bucket, gaps filled with zero. */
export interface SeriesPart extends PartColumns {
  /** The key of a part; `others` for all that have no layer of their own. */
  readonly key: string
  readonly total: UsageAmounts
  /** Bytes whose charge its records do not tell yet. */
  readonly unchargedBytes: number
  /** How many members of a group it stands for. */
  readonly members: number
}

export interface CountryUsage extends UsageAmounts {
  readonly country: string
  /** Bytes in every bucket. */
  readonly column: readonly number[]
  /** Bytes whose charge its records do not tell yet. */
  readonly unchargedBytes: number
}

/**
 * Parts × buckets: the one thing that the chart, the table, the figures and every export are made
 * of, so that they cannot disagree.
 */
export interface UsageSeries {
  readonly product: Product
  readonly interval: Interval
  readonly granularity: Granularity
  readonly buckets: readonly Bucket[]
  /** Bottom of the stack first. */
  readonly parts: readonly SeriesPart[]
  readonly total: UsageAmounts
  /** Whether every bucket is known; where not, every total lacks something. */
  readonly complete: boolean
  readonly freshness: RangeFreshness
  /** The moment that freshness was judged from. */
  readonly now: Date
  /** The currencies of its costs, sorted. */
  readonly currencies: readonly string[]
  /**
   * Countries, largest first: of international roaming, which is all that Programmable Wireless tells;
   * of all Super SIM usage that is grouped by country.
   */
  readonly countries: readonly CountryUsage[]
}

const ROAMING_PARTS = ['home', 'nationalRoaming', 'internationalRoaming']

/** How many members of a group have a layer of their own. */
export const LARGEST_MEMBERS = 10

/**
 * Sorts records into the buckets of a query. Records outside its interval (a request may be wider
 * than its question) are left out; their order does not matter. Of a group the ten largest members
 * are told apart, the rest are put together.
 *
 * @param records of one granularity: hours or days of this query's buckets, or whole totals
 * @param missing intervals that no record was read for: not yet, or because it failed
 * @param now the moment to judge freshness from
 */
export function buildSeries(
  query: UsageQuery,
  records: readonly UsageRecord[],
  missing: readonly Interval[],
  now: Date,
): UsageSeries {
  const { product, interval, granularity } = query
  const intervals = bucketsOf(interval, granularity)
  const oldest = retentionStart(now)
  const gaps = missing.filter((gap) => intersect(gap, interval))
  const placed = placeRecords(query, intervals, records)
  const parts = buildParts(query, placed, intervals.length)
  const charges =
    factsOf(product).chargeDelay !== undefined ? chargeStates(placed, intervals, now) : undefined
  const unchargedBytes = sumUncharged(placed, intervals.length)
  const total = parts.reduce((sum, part) => addAmounts(sum, part.total), NO_USAGE)
  return {
    product,
    interval,
    granularity,
    buckets: intervals.map((bucket, index) => {
      const known = !gaps.some((gap) => intersect(gap, bucket))
      // What KORE no longer has may have been kept.
      const lost = bucket.start < oldest && !known
      return {
        ...bucket,
        freshness: lost ? 'beyondRetention' : bucketFreshness(bucket, product, now),
        known,
        charge: charges?.[index],
        unchargedBytes: unchargedBytes[index] ?? 0,
      }
    }),
    parts,
    total,
    complete: gaps.length === 0,
    freshness: rangeFreshness(interval, product, now),
    now,
    currencies: [...total.cost.keys()].sort(),
    countries: countryUsage(query, placed, intervals.length),
  }
}

/** The amounts of one part in every bucket. */
export function columnOf(
  part: SeriesPart,
  measure: Measure,
  direction: Direction,
): readonly number[] {
  if (typeof measure === 'object') return part.cost.get(measure.currency) ?? []
  return part[measure][direction]
}

/** What a measure comes to. */
export function amountOf(amounts: UsageAmounts, measure: Measure, direction: Direction): number {
  if (typeof measure === 'object') return amounts.cost.get(measure.currency) ?? 0
  return amounts[measure][direction]
}

/** All parts of one bucket together. */
export function bucketTotal(
  { parts }: UsageSeries,
  measure: Measure,
  direction: Direction,
  index: number,
): number {
  return parts.reduce((sum, part) => sum + (columnOf(part, measure, direction)[index] ?? 0), 0)
}

/**
 * The bucket that a share of the interval lies in.
 *
 * @param share of the interval's length from its start; what lies outside counts to the nearest end
 */
export function bucketIndexAt({ interval, buckets }: UsageSeries, share: number): number {
  const [start, end] = [interval.start.getTime(), interval.end.getTime()]
  const moment = start + share * (end - start)
  const index = buckets.findIndex((bucket) => moment < bucket.end.getTime())
  return index === -1 ? buckets.length - 1 : index
}

/** Whether nothing at all was used, as far as is known. */
export function isEmptySeries({ total }: UsageSeries): boolean {
  return total.data.total === 0 && total.commands.total === 0
}

/** Whether nothing of a series is there, as it is all longer ago than KORE remembers. */
export function isBeyondRetention({ buckets }: UsageSeries): boolean {
  return buckets.every(({ freshness }) => freshness === 'beyondRetention')
}

/** How far the charge has caught up with the usage, by what the records say. */
export interface RecordedCharge {
  /** All usage before this moment has its charge. */
  readonly chargedUntil: Date
  readonly chargedBytes: number
}

/** @returns undefined where the API tells no cost, or every byte has its charge */
export function recordedCharge({
  product,
  buckets,
  total,
}: UsageSeries): RecordedCharge | undefined {
  const first = buckets.find(({ unchargedBytes }) => unchargedBytes > 0)
  if (factsOf(product).chargeDelay === undefined || !first) return undefined
  const uncharged = buckets.reduce((sum, { unchargedBytes }) => sum + unchargedBytes, 0)
  return { chargedUntil: first.start, chargedBytes: total.data.total - uncharged }
}

/** Usage, and how much of it has no charge yet. */
export type ChargeableUsage = Pick<SeriesPart, 'total' | 'unchargedBytes'>

/**
 * What a gigabyte (10⁹ bytes) costs, of the bytes whose charge is known.
 *
 * @param usages whose bytes and costs are put together: all parts, one of them, or a country
 * @returns undefined where none is charged, or there are several currencies: whose bytes cost what is
 *   not told
 */
export function costPerGigabyte(
  { currencies }: Pick<UsageSeries, 'currencies'>,
  usages: readonly ChargeableUsage[],
  currency: string,
): number | undefined {
  const charged = usages.reduce(
    (bytes, { total, unchargedBytes }) => bytes + total.data.total - unchargedBytes,
    0,
  )
  if (currencies.length !== 1 || charged <= 0) return undefined
  const cost = usages.reduce((sum, { total }) => sum + (total.cost.get(currency) ?? 0), 0)
  return cost / (charged / 1e9)
}

/** The members of a group that used most, largest first. */
export function largestMembers(records: readonly UsageRecord[]): string[] {
  return [...totalsByPart(records)]
    .sort(([keyA, a], [keyB, b]) => b - a || (keyA < keyB ? -1 : 1))
    .slice(0, LARGEST_MEMBERS)
    .map(([key]) => key)
}

interface PlacedRecord {
  readonly record: UsageRecord
  readonly index: number
}

/** Finds the bucket that each record's period belongs to. */
function placeRecords(
  { interval, granularity }: UsageQuery,
  intervals: readonly Interval[],
  records: readonly UsageRecord[],
): PlacedRecord[] {
  const boundary = (start: Date) => floorToBucket(start, granularity).getTime()
  const indexes = new Map(intervals.map(({ start }, index) => [boundary(start), index]))
  return records.flatMap((record) => {
    if (!intersect(record.period, interval)) return []
    const index = granularity === 'total' ? 0 : indexes.get(boundary(record.period.start))
    return index === undefined ? [] : { record, index }
  })
}

function buildParts(
  { product, accounts, group, members }: UsageQuery,
  placed: readonly PlacedRecord[],
  buckets: number,
): SeriesPart[] {
  const totals = totalsByPart(placed.map(({ record }) => record))
  const named = group
    ? (members ??
      [
        ...largestMembers(placed.flatMap(({ record }) => (record.part === OTHERS ? [] : record))),
        // An account without any usage is there, too.
        ...(group === 'account' ? accounts.slice(0, LARGEST_MEMBERS) : []),
      ].slice(0, LARGEST_MEMBERS))
    : [...(factsOf(product).tellsRoaming ? ROAMING_PARTS : [WHOLE]), ...totals.keys()]
  const sums = new Map([...new Set(named)].map((key) => [key, new PartSums(buckets)]))
  for (const { record, index } of placed) {
    const key = sums.has(record.part) ? record.part : OTHERS
    const part = sums.get(key) ?? new PartSums(buckets)
    sums.set(key, part)
    part.add(record, index)
  }
  const small = [...totals.keys()].filter((key) => !named.includes(key)).length
  return [...sums].map(([key, part]) => ({
    key,
    ...part.columns(),
    total: part.total(),
    unchargedBytes: part.unchargedBytes,
    members: key === OTHERS ? Math.max(small, 1) : 1,
  }))
}

function totalsByPart(records: readonly UsageRecord[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { part, data } of records) totals.set(part, (totals.get(part) ?? 0) + data.total)
  return totals
}

function chargeStates(
  placed: readonly PlacedRecord[],
  intervals: readonly Interval[],
  now: Date,
): ChargeState[] {
  const charged = new Set<number>()
  const uncharged = new Set<number>()
  for (const { record, index } of placed) {
    if (record.data.total <= 0) continue
    if (record.cost?.currency === undefined) uncharged.add(index)
    else charged.add(index)
  }
  return intervals.map((bucket, index) =>
    bucketCharge(bucket, { charged: charged.has(index), uncharged: uncharged.has(index) }, now),
  )
}

function costOf({ cost }: UsageRecord): UsageAmounts['cost'] {
  return new Map(cost?.currency === undefined ? [] : [[cost.currency, cost.amount]])
}

/** Whether a record's charge is not known yet. */
function isUncharged({ cost }: UsageRecord): boolean {
  return cost !== undefined && cost.currency === undefined
}

function sumUncharged(placed: readonly PlacedRecord[], buckets: number): number[] {
  const sums = Array<number>(buckets).fill(0)
  for (const { record, index } of placed) {
    if (!isUncharged(record)) continue
    sums[index] = (sums[index] ?? 0) + record.data.total
  }
  return sums
}

function countryUsage(
  { group }: UsageQuery,
  placed: readonly PlacedRecord[],
  buckets: number,
): CountryUsage[] {
  const countries = new Map<string, { sum: UsageAmounts; column: number[]; uncharged: number }>()
  for (const { record, index } of placed) {
    const country = record.country ?? (group === 'country' ? record.part : undefined)
    if (country === undefined) continue
    const { sum, column, uncharged } = countries.get(country) ?? {
      sum: NO_USAGE,
      column: Array<number>(buckets).fill(0),
      uncharged: 0,
    }
    column[index] = (column[index] ?? 0) + record.data.total
    countries.set(country, {
      sum: addAmounts(sum, { ...record, cost: costOf(record) }),
      column,
      uncharged: uncharged + (isUncharged(record) ? record.data.total : 0),
    })
  }
  return [...countries]
    .map(([country, { sum, column, uncharged }]) => ({
      country,
      column,
      unchargedBytes: uncharged,
      ...sum,
    }))
    .sort((a, b) => b.data.total - a.data.total || a.country.localeCompare(b.country))
}
