import { queryOptions } from '@tanstack/react-query'
import {
  fetchLastDataSession,
  fetchRatePlans,
  fetchSim,
  fetchSims,
} from '#upstream/programmable-wireless/sims.ts'
import {
  fetchBillingPeriod,
  fetchFleets,
  fetchNetworks,
  fetchSuperSim,
  fetchSuperSims,
} from '#upstream/super-sim/resources.ts'
import type { Product } from '#usage/limits.ts'

const STALE_TIME = 5 * 60_000

/** All SIMs of a product. */
export function simsQuery(product: Product) {
  return queryOptions({
    queryKey: ['sims', product],
    queryFn: ({ signal }) => (product === 'super-sim' ? fetchSuperSims(signal) : fetchSims(signal)),
    staleTime: STALE_TIME,
  })
}

/** One SIM, by its SID or unique name. */
export function simQuery(product: Product, key: string) {
  return queryOptions({
    queryKey: ['sim', product, key],
    queryFn: ({ signal }) =>
      product === 'super-sim' ? fetchSuperSim(key, signal) : fetchSim(key, signal),
    staleTime: STALE_TIME,
  })
}

/**
 * What sets the limits of a product's SIMs: the rate plans of Programmable Wireless, the fleets of
 * Super SIM.
 */
export function plansQuery(product: Product) {
  return queryOptions({
    queryKey: ['plans', product],
    queryFn: ({ signal }) =>
      product === 'super-sim' ? fetchFleets(signal) : fetchRatePlans(signal),
    staleTime: STALE_TIME,
  })
}

/** The networks that Super SIMs can use. */
export const networksQuery = queryOptions({
  queryKey: ['networks'],
  queryFn: ({ signal }) => fetchNetworks(signal),
  staleTime: STALE_TIME,
})

/** The newest data session of a Programmable Wireless SIM; `null` where it has none. */
export function lastDataSessionQuery(sid: string) {
  return queryOptions({
    queryKey: ['last-data-session', sid],
    queryFn: async ({ signal }) => (await fetchLastDataSession(sid, signal)) ?? null,
    staleTime: STALE_TIME,
  })
}

/** The newest billing period of a Super SIM; `null` where it has none. */
export function billingPeriodQuery(sid: string) {
  return queryOptions({
    queryKey: ['billing-period', sid],
    queryFn: async ({ signal }) => (await fetchBillingPeriod(sid, signal)) ?? null,
    staleTime: STALE_TIME,
  })
}
