import { queryOptions } from '@tanstack/react-query'
import { fetchUsage } from '#kore-client/fetch-usage.ts'
import { sumInWorker } from '#kore-client/super-sim/sum-in-worker.ts'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import { buildSimDays, type ReadSimDays } from '#usage/sims/sim-days.ts'
import { indexSims } from '#usage/sims/sim-sums.ts'
import { readOf, staleTimeOf, USAGE_KEPT_FOR, usageKey } from '../usage/usage.ts'
import { runInSlices } from './run-in-slices.ts'

/** What every Super SIM used, by one request that is grouped by SIM. */
export function simSumsQuery(request: UsageRequest) {
  return queryOptions({
    queryKey: usageKey('sim-sums', request),
    queryFn: async ({ signal, client }) => {
      const { value: columns, readAt } = readOf(await sumInWorker(request, signal), client)
      return { value: await runInSlices(indexSims(columns), signal), readAt }
    },
    staleTime: staleTimeOf(request),
    gcTime: USAGE_KEPT_FOR,
    structuralSharing: false,
  })
}

/**
 * What one SIM used day by day, by one request of `planSimDays`.
 *
 * @param purpose whether it is in sight, or one of many that are gathered
 */
export function simDaysQuery(request: UsageRequest, purpose: 'sight' | 'gathering' = 'sight') {
  return queryOptions({
    queryKey: usageKey('sim-days', request),
    queryFn: async ({ signal, client }): Promise<ReadSimDays> => {
      const { value, readAt } = readOf(await fetchUsage(request, signal, purpose), client)
      return {
        ...buildSimDays(request, value === 'notKept' ? [] : value),
        readAt: request.settled ? undefined : new Date(readAt),
      }
    },
    staleTime: staleTimeOf(request),
    gcTime: USAGE_KEPT_FOR,
    structuralSharing: false,
  })
}
