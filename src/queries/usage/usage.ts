import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { fetchUsage } from '#kore-client/fetch-usage.ts'
import type { Aged } from '#kore-client/get-json.ts'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import { clockAheadOf } from '../gateway/about.ts'
import { type AskedKey, askedKey } from '../query-key.ts'

/** An answer that may still change is asked for again when it is looked at after this long. */
const OPEN_STALE_TIME = 3 * 60_000

/** For how long an answer outlives the last look at it, in milliseconds. */
export const USAGE_KEPT_FOR = 60 * 60_000

/** An answer, and when the upstream gave it: by its own clock, in milliseconds. */
export interface Read<T> {
  readonly value: T
  readonly readAt: number
}

/**
 * Tells when an answer that has just come was given. It is told by the clocks as they are now: this
 * computer's may be set right later.
 */
export function readOf<T>({ value, age }: Aged<T>, client: QueryClient): Read<T> {
  return { value, readAt: Date.now() + clockAheadOf(client) - age }
}

/**
 * The usage of one request of a plan. A settled answer never goes stale; another can be asked for
 * again by itself, which rests while the page is hidden or offline.
 *
 * @param refreshEvery milliseconds; false for never
 */
export function usageQuery(request: UsageRequest, refreshEvery: number | false) {
  return queryOptions({
    queryKey: usageKey('usage', request),
    queryFn: async ({ signal, client }) => readOf(await fetchUsage(request, signal), client),
    refetchInterval: request.settled ? false : refreshEvery,
    staleTime: staleTimeOf(request),
    gcTime: USAGE_KEPT_FOR,
    structuralSharing: false,
  })
}

/** What tells the answers to requests apart. @param name of what is made of an answer */
export function usageKey(name: string, request: UsageRequest): AskedKey {
  const { filter, group, interval, granularity, settled, kept } = request
  return askedKey(
    name,
    request,
    filter,
    group ?? 'whole',
    granularity,
    interval.start.toISOString(),
    interval.end.toISOString(),
    // An answer read while it could still change is not the settled one, though its interval is.
    kept ? 'kept' : settled ? 'settled' : 'open',
  )
}

/** For how many milliseconds an answer is as good as a new one. */
export function staleTimeOf({ settled }: UsageRequest): number {
  return settled ? Number.POSITIVE_INFINITY : OPEN_STALE_TIME
}
