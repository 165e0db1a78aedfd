import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { LINK_DAYS, type SharedLink } from '#contract/shared-link.ts'
import { addSharedLink, fetchSharedLinks, revokeSharedLink } from '#gateway-client/shared-links.ts'

export { LINK_DAYS, type SharedLink }

/** The read-only links that are open. */
const sharedLinksQuery = queryOptions({
  queryKey: ['shared-links'],
  queryFn: ({ signal }) => fetchSharedLinks(signal),
})

/** The read-only links that are open, as far as they are there. */
export function useSharedLinks() {
  return useQuery(sharedLinksQuery)
}

/** Makes a link; its token is the result. */
export function useAddSharedLink() {
  return useMutation({
    mutationFn: addSharedLink,
    onSettled: (_, __, ___, ____, { client }) =>
      client.invalidateQueries({ queryKey: sharedLinksQuery.queryKey }),
  })
}

/** Closes a link for good. */
export function useRevokeSharedLink() {
  return useMutation({
    mutationFn: revokeSharedLink,
    onSettled: (_, __, ___, ____, { client }) =>
      client.invalidateQueries({ queryKey: sharedLinksQuery.queryKey }),
  })
}
