import { queryOptions } from '@tanstack/react-query'
import { type Account, fetchAbout } from '#upstream/about.ts'

export type { Account }

/** What the gateway says of itself: whose numbers it shows, and what time it is upstream. */
export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => fetchAbout(signal),
  staleTime: 5 * 60_000,
  // Whoever comes back may have been away for days, and their clock may have moved.
  refetchOnWindowFocus: 'always',
})
