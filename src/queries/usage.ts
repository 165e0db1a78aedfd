import { queryOptions } from '@tanstack/react-query'
import { fetchUsage } from '#upstream/fetch-usage.ts'
import type { UsageRequest } from '#usage/request-plan.ts'

/** An answer that may still change is asked for again when it is looked at after this long. */
const OPEN_STALE_TIME = 3 * 60_000
const KEPT_FOR = 60 * 60_000

/**
 * The usage of one request of a plan. A settled answer never goes stale; another can be asked for
 * again by itself, which rests while the page is hidden or offline.
 *
 * @param refreshEvery milliseconds; false for never
 */
export function usageQuery(request: UsageRequest, refreshEvery: number | false) {
  const { account, product, filter, group, interval, granularity, settled, kept } = request
  return queryOptions({
    queryKey: [
      'usage',
      account,
      product,
      filter,
      group ?? 'whole',
      granularity,
      interval.start.toISOString(),
      interval.end.toISOString(),
      // An answer read while it could still change is not the settled one, though its interval is.
      kept ? 'kept' : settled ? 'settled' : 'open',
    ],
    queryFn: ({ signal }) => fetchUsage(request, signal),
    refetchInterval: settled ? false : refreshEvery,
    staleTime: settled ? Number.POSITIVE_INFINITY : OPEN_STALE_TIME,
    gcTime: KEPT_FOR,
    structuralSharing: false,
  })
}
