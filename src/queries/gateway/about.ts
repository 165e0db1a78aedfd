import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { isLinkAccount } from '#contract/link-account.ts'
import { type About, type Account, fetchAbout } from '#gateway-client/about.ts'

export { type Account, isLinkAccount }

/** What the gateway says of itself: whose numbers it shows, and what time it is upstream. */
export const aboutQuery = queryOptions<About>({
  queryKey: ['about'],
  staleTime: 5 * 60_000,
  // Whoever comes back may have been away for days, and their clock may have moved.
  refetchOnWindowFocus: 'always',
})

/** A clock that is off by less is as good as right. */
const TOLERANCE_MILLISECONDS = 120_000

/** What of a difference between two clocks counts, in milliseconds. */
export function tolerated(ahead: number): number {
  return Math.abs(ahead) > TOLERANCE_MILLISECONDS ? ahead : 0
}

/** How far the upstream's clock is ahead of this computer's, in milliseconds, as far as is known. */
export function clockAheadOf(client: QueryClient): number {
  return tolerated(client.getQueryData<About>(aboutQuery.queryKey)?.clockAhead ?? 0)
}

/** What the gateway says of itself, as far as it has answered. */
export function useAbout() {
  return useQuery(aboutQuery)
}

/**
 * Sets for a whole client whom the gateway is asked as.
 *
 * @param link the token of a link, whose reader sees what it shows and nothing else
 */
export function askAboutAs(client: QueryClient, link?: string): void {
  client.setQueryDefaults(aboutQuery.queryKey, {
    queryFn: ({ signal }) => fetchAbout(signal, link),
  })
}
