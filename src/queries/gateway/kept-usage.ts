import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keptPath } from '#contract/gateway-paths.ts'
import type { KeptUsage } from '#contract/kept-usage.ts'
import { fetchKeptUsage, removeKeptUsage } from '#gateway-client/kept-usage.ts'
import { askedKey } from '../query-key.ts'

export type { KeptUsage as KeptUsageSummary }

/** Where all of what is kept of an account can be downloaded from. */
export function keptUsageExport(account: string): string {
  return `${keptPath(account)}/export`
}

/** What the gateway keeps of an account's settled usage. */
function keptUsageQuery(account: string) {
  return queryOptions({
    queryKey: askedKey('kept-usage', { account, product: 'all' }),
    queryFn: ({ signal }) => fetchKeptUsage(account, signal),
  })
}

/** Asks what the gateway keeps of an account's settled usage. */
export function useKeptUsage(account: string) {
  return useQuery(keptUsageQuery(account))
}

/** Deletes what the gateway keeps of an account, and asks how much there is then. */
export function useRemoveKeptUsage(account: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => removeKeptUsage(account),
    onSettled: () => client.invalidateQueries({ queryKey: keptUsageQuery(account).queryKey }),
  })
}
