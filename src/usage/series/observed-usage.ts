import { PRODUCTS, type Product } from '../kore/products.ts'
import type { Granularity } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR } from '../time/interval.ts'
import { bucketTotal, type UsageSeries } from './usage-series.ts'

/** What a bucket came to, and from when until when it was seen to; milliseconds, bytes. */
interface Sighting {
  readonly bytes: number
  readonly from: number
  readonly until: number
}

/** A bucket that was looked at while it could still grow; milliseconds. */
export interface ObservedBucket {
  readonly start: number
  readonly end: number
  /** Oldest first, each of another amount than the one before. */
  readonly sightings: readonly Sighting[]
}

/** What one reader has seen of one question's late usage; milliseconds by the upstream's clock. */
export interface ObservedUsage {
  /** When it was looked at last. */
  readonly lastSeen: number
  /** When it was looked at last before this visit; at first the beginning of the first visit. */
  readonly lastVisit: number
  readonly buckets: readonly ObservedBucket[]
}

/** Who has not looked for so long comes back to a new visit. */
const VISIT_ENDS_AFTER = 30 * 60_000

/** What was seen is remembered this long after a bucket's end. */
export const REMEMBERED = 14 * MILLISECONDS_PER_DAY

/** Usage counts as complete from this share of it on: the last stragglers are not what is typical. */
const COMPLETE_SHARE = 0.99

/** A bucket that nobody looked at for so long before it was complete tells nothing of when it was. */
const LONGEST_GAP = 25 * MILLISECONDS_PER_HOUR

/** With fewer complete buckets than these, nothing typical can be told. */
export const ENOUGH: Partial<Record<Granularity, number>> = { hour: 24, day: 5 }

/**
 * Adds what a series shows to what was seen before. Buckets are remembered from when they can still
 * grow. Usage never shrinks and time never goes back: where it seems so, what was remembered belongs
 * to another account or clock, and is forgotten.
 *
 * @param observed of the same question and granularity; undefined before the first look
 * @param seenAt when the series was read, by the upstream's clock
 */
export function observeSeries(
  observed: ObservedUsage | undefined,
  series: UsageSeries,
  seenAt: Date,
): ObservedUsage {
  const seen = seenAt.getTime()
  const current = amountsOf(series)
  const known = observed && isContinued(observed, current, seen) ? observed : undefined
  const remembered = new Map(known?.buckets.map((bucket) => [bucket.start, bucket]))
  for (const { start, end, bytes, growing } of current) {
    const before = remembered.get(start)
    if (!before && !growing) continue
    const sightings = addSighting(before?.sightings ?? [], bytes, seen)
    remembered.set(start, { start, end, sightings })
  }
  const newVisit = known && seen - known.lastSeen > VISIT_ENDS_AFTER
  return {
    lastSeen: seen,
    lastVisit: newVisit ? known.lastSeen : (known?.lastVisit ?? seen),
    buckets: [...remembered.values()]
      .filter(({ end }) => end > seen - REMEMBERED)
      .sort((a, b) => a.start - b.start),
  }
}

/** How much has arrived since the last visit, in all and by the start of each bucket that grew. */
export interface Arrivals {
  readonly since: Date
  readonly bytes: number
  readonly buckets: ReadonlyMap<number, number>
}

/**
 * What has arrived since the reader last looked, within an interval. Buckets that had not begun then
 * are new, not late, and do not count.
 *
 * @returns undefined where nothing has
 */
export function arrivedSince(observed: ObservedUsage, within: Interval): Arrivals | undefined {
  const grown = observed.buckets.flatMap(({ start, sightings }) => {
    const before = sightings.findLast(({ from }) => from <= observed.lastVisit)
    const bytes = (sightings.at(-1)?.bytes ?? 0) - (before?.bytes ?? 0)
    const inside = start >= within.start.getTime() && start < within.end.getTime()
    return inside && before && bytes > 0 ? [[start, bytes] as const] : []
  })
  if (grown.length === 0) return undefined
  return {
    since: new Date(observed.lastVisit),
    bytes: grown.reduce((sum, [, bytes]) => sum + bytes, 0),
    buckets: new Map(grown),
  }
}

/** How long after their end buckets were as good as complete, at the latest; milliseconds. */
export interface ObservedLag {
  /** Half of them were seen to be by then. */
  readonly median: number
  /** Nine in ten of them were. */
  readonly nineInTen: number
  /** How many buckets it is told from. */
  readonly buckets: number
}

/**
 * How late usage is by what was seen: for each bucket that has been seen since it is final, the
 * first look at which it had nearly all of its final amount. It may have had it sooner, but not
 * before the look before.
 *
 * @returns undefined until enough buckets were seen
 */
export function observedLag(
  observed: ObservedUsage,
  product: Product,
  granularity: Granularity,
): ObservedLag | undefined {
  const { completeAfter } = PRODUCTS[product].usageDelay
  const lags = observed.buckets
    .flatMap(({ end, sightings }) => {
      const last = sightings.at(-1)
      if (!last || last.bytes === 0 || last.until < end + completeAfter) return []
      const at = sightings.findIndex(({ bytes }) => bytes >= COMPLETE_SHARE * last.bytes)
      const seen = (sightings[at] ?? last).from
      const gap = seen - (sightings[at - 1]?.until ?? end)
      return gap > LONGEST_GAP ? [] : [Math.max(0, seen - end)]
    })
    .sort((a, b) => a - b)
  if (lags.length < (ENOUGH[granularity] ?? Number.POSITIVE_INFINITY)) return undefined
  const quantile = (share: number) => lags[Math.ceil(share * lags.length) - 1] ?? 0
  return { median: quantile(0.5), nineInTen: quantile(0.9), buckets: lags.length }
}

interface CurrentBucket {
  readonly start: number
  readonly end: number
  readonly bytes: number
  /** Whether it can still grow. */
  readonly growing: boolean
}

function amountsOf(series: UsageSeries): CurrentBucket[] {
  return series.buckets.flatMap(({ start, end, known, freshness }, index) => {
    if (!known || freshness === 'future' || freshness === 'beyondRetention') return []
    return {
      start: start.getTime(),
      end: end.getTime(),
      bytes: bucketTotal(series, 'data', 'total', index),
      growing: freshness !== 'final',
    }
  })
}

/** Whether a series can be a later look at what was observed. */
function isContinued(
  { lastSeen, buckets }: ObservedUsage,
  current: readonly CurrentBucket[],
  seen: number,
): boolean {
  const amounts = new Map(current.map(({ start, bytes }) => [start, bytes]))
  return (
    seen >= lastSeen &&
    buckets.every(({ start, sightings }) => {
      const bytes = amounts.get(start)
      return bytes === undefined || bytes >= (sightings.at(-1)?.bytes ?? 0)
    })
  )
}

function addSighting(sightings: readonly Sighting[], bytes: number, seen: number): Sighting[] {
  const last = sightings.at(-1)
  if (last?.bytes !== bytes) return [...sightings, { bytes, from: seen, until: seen }]
  return [...sightings.slice(0, -1), { ...last, until: seen }]
}
