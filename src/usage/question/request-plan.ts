import type { Product, UpstreamGroup } from '../kore/products.ts'
import { keptStart, retentionStart } from '../kore/retention.ts'
import { settledBoundary } from '../kore/settled.ts'
import { endOfUtcDay } from '../time/calendar.ts'
import { calendarUnitsOf } from '../time/granularity.ts'
import { type Interval, intersect } from '../time/interval.ts'
import { memberOfPart } from './member.ts'
import { singleFilters, type UsageFilter } from './usage-filter.ts'
import type { UsageQuery } from './usage-query.ts'

/** One request that the upstream allows. */
export interface UsageRequest {
  readonly account: string
  readonly product: Product
  readonly filter: UsageFilter
  readonly group?: UpstreamGroup
  readonly interval: Interval
  readonly granularity: RequestGranularity
  /** Whether its answer can no longer change. */
  readonly settled: boolean
  /**
   * What of the interval counts where KORE no longer answers and only what the gateway has kept can;
   * undefined for a request that KORE is asked.
   */
  readonly kept?: Interval
}

/** The granularities that the upstream has; weeks and months are made of its days. */
export type RequestGranularity = 'hour' | 'day' | 'total'

/**
 * The requests that together answer a query, account by account.
 *
 * - Each is within what the API allows: 31 days by hour, 3 months by day, 18 months in one total, 31
 *   days by SIM (KORE, Super SIM, "Granularity" and "Group"; Programmable Wireless has no documented
 *   limit and keeps to the same), never starting before retention.
 * - By hour and by day they are cut on calendar months and quarters. Without a group they are also
 *   widened to them, so that two questions that overlap share their requests; with one, the wider
 *   answer would cost more pages than it saves.
 * - None is partly settled: the cut between what is final and what may change is its own boundary,
 *   at midnight, so that it holds for a day.
 *
 * - KORE filters for one value at a time (Super SIM, "Query parameters"): a filter of several is one
 *   request for each, and what they bring is added up.
 *
 * - What is older than retention is asked for in whole calendar units, as it was when it was kept;
 *   KORE is not asked for it.
 *
 * @param now the moment that retention and lateness count from
 */
export function planRequests(query: UsageQuery, now: Date): UsageRequest[] {
  return [...planKept(query, now), ...planAsked(query, now)]
}

function planAsked(query: UsageQuery, now: Date): UsageRequest[] {
  const { interval, product } = query
  const group = query.group === 'account' ? undefined : query.group
  const knowable = { start: retentionStart(now), end: endOfUtcDay(now) }
  const asked = intersect(interval, knowable)
  if (!asked) return []
  const granularity = requestGranularity(query)
  const settledUntil = settledBoundary(product, now)
  const bounds = group || granularity === 'total' || query.exact ? asked : knowable
  const chunks = chunksOf(asked, granularity, group)
    .flatMap((chunk) => intersect(chunk, bounds) ?? [])
    .flatMap((chunk) => splitAt(chunk, settledUntil))
    .filter((chunk) => intersect(chunk, asked))
  return requestsFor(
    query,
    granularity,
    chunks.map((interval) => ({ interval, settled: interval.end <= settledUntil })),
  )
}

/** One request for each account, each filter of one value, and each of some intervals. */
function requestsFor(
  { accounts, product, filter, group }: UsageQuery,
  granularity: RequestGranularity,
  intervals: readonly Pick<UsageRequest, 'interval' | 'settled' | 'kept'>[],
): UsageRequest[] {
  return accounts.flatMap((account) =>
    singleFilters(filter).flatMap((single) =>
      intervals.map((one) => ({
        account,
        product,
        filter: single,
        ...(group && group !== 'account' ? { group } : {}),
        granularity,
        ...one,
      })),
    ),
  )
}

/** The requests for what is older than retention, which may have been kept. */
function planKept(query: UsageQuery, now: Date): UsageRequest[] {
  const group = query.group === 'account' ? undefined : query.group
  const old = beyondRetention(query, now)
  const lost = old && intersect(old, { start: keptStart(now), end: old.end })
  if (!lost || query.exact) return []
  // A total of some days is not kept, but its days may be; by SIM there are totals of months.
  const granularity =
    requestGranularity(query) === 'total' && group !== 'sim' ? 'day' : requestGranularity(query)
  const units = chunksOf(lost, granularity, group).flatMap((unit) => {
    const kept = intersect(unit, lost)
    const whole =
      kept?.start.getTime() === unit.start.getTime() && kept.end.getTime() === unit.end.getTime()
    // One record of a whole month cannot be counted in part.
    return kept && (whole || granularity !== 'total') ? { unit, kept } : []
  })
  return requestsFor(
    query,
    granularity,
    units.map(({ unit, kept }) => ({ interval: unit, settled: true, kept })),
  )
}

/**
 * The query that finds the largest members of a group, where asking for all of them bucket by bucket
 * would be thousands of pages: their totals alone.
 *
 * @returns undefined where one query tells everything
 */
export function rankingQuery(query: UsageQuery): UsageQuery | undefined {
  return hasManyRecords(query) && !query.members ? { ...query, granularity: 'total' } : undefined
}

/** Whether a query by SIM would be thousands of pages. */
export function hasManyRecords({ group, granularity }: UsageQuery): boolean {
  return group === 'sim' && granularity !== 'month' && granularity !== 'total'
}

/**
 * The queries that tell each of some SIMs apart from the rest: one for each, and one for the whole.
 *
 * @param parts those of the SIMs
 */
export function memberQueries(
  query: UsageQuery,
  parts: readonly string[],
): { readonly whole: UsageQuery; readonly members: readonly UsageQuery[] } {
  const { group: _, members: __, ...whole } = query
  return {
    whole,
    members: parts.map((part) => {
      const { account, key: sim } = memberOfPart(query.accounts, part)
      return { ...whole, accounts: [account], filter: { ...whole.filter, sim } }
    }),
  }
}

/** The part of a query that KORE no longer keeps, so that it is not asked for. */
export function beyondRetention({ interval }: UsageQuery, now: Date): Interval | undefined {
  return intersect(interval, { start: new Date(0), end: retentionStart(now) })
}

function requestGranularity({ granularity, group }: UsageQuery): RequestGranularity {
  if (granularity === 'week') return 'day'
  if (granularity !== 'month') return granularity
  // A month by SIM is one record for each SIM, by its days it would be thirty.
  return group === 'sim' ? 'total' : 'day'
}

function chunksOf(
  asked: Interval,
  granularity: RequestGranularity,
  group: UpstreamGroup | undefined,
): Interval[] {
  switch (granularity) {
    case 'hour':
      return calendarUnitsOf(asked, 'month')
    case 'day':
      return calendarUnitsOf(asked, group === 'sim' ? 'month' : 'quarter')
    case 'total':
      return group === 'sim' ? calendarUnitsOf(asked, 'month') : [asked]
  }
}

function splitAt({ start, end }: Interval, boundary: Date): Interval[] {
  if (boundary <= start || boundary >= end) return [{ start, end }]
  return [
    { start, end: boundary },
    { start: boundary, end },
  ]
}
