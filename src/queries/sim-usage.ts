import { queryOptions } from '@tanstack/react-query'
import { fetchUsage } from '#upstream/fetch-usage.ts'
import { sumInWorker } from '#upstream/super-sim/sum-in-worker.ts'
import type { UsageRequest } from '#usage/request-plan.ts'
import { buildSimDays } from '#usage/sim-days.ts'
import { indexSims } from '#usage/sim-sums.ts'
import { runInSlices } from './run-in-slices.ts'
import { staleTimeOf, USAGE_KEPT_FOR, usageKey } from './usage.ts'

/** What every Super SIM used, by one request that is grouped by SIM. */
export function simSumsQuery(request: UsageRequest) {
  return queryOptions({
    queryKey: usageKey('sim-sums', request),
    queryFn: async ({ signal }) => {
      const { value, age } = await sumInWorker(request, signal)
      return { sums: await runInSlices(indexSims(value), signal), age }
    },
    staleTime: staleTimeOf(request),
    gcTime: USAGE_KEPT_FOR,
    structuralSharing: false,
  })
}

/** What one SIM used day by day, by one request of `planSimDays`. */
export function simDaysQuery(request: UsageRequest) {
  return queryOptions({
    queryKey: usageKey('sim-days', request),
    queryFn: async ({ signal }) => {
      const { value } = await fetchUsage(request, signal)
      return buildSimDays(request, value === 'notKept' ? [] : value)
    },
    staleTime: staleTimeOf(request),
    gcTime: USAGE_KEPT_FOR,
    structuralSharing: false,
  })
}
