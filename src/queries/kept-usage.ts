import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { GATEWAY_PATHS, type KeptUsage } from '#upstream/gateway-paths.ts'
import { fetchKeptUsage, removeKeptUsage } from '#upstream/kept-usage.ts'

export type { KeptUsage as KeptUsageSummary }

/** Where all of what is kept can be downloaded from. */
export const KEPT_USAGE_EXPORT = `${GATEWAY_PATHS.kept}/export`

/** What the gateway keeps of settled usage. */
export const keptUsageQuery = queryOptions({
  queryKey: ['kept-usage'],
  queryFn: ({ signal }) => fetchKeptUsage(signal),
})

/** Deletes what the gateway keeps, and asks how much there is then. */
export function useRemoveKeptUsage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: removeKeptUsage,
    onSettled: () => client.invalidateQueries({ queryKey: keptUsageQuery.queryKey }),
  })
}
