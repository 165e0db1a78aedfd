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
export function simsQuery(account: string, product: Product) {
  return queryOptions({
    queryKey: ['sims', account, product],
    queryFn: ({ signal }) =>
      product === 'super-sim' ? fetchSuperSims(account, signal) : fetchSims(account, signal),
    staleTime: STALE_TIME,
  })
}

/** One SIM, by its SID or unique name. */
export function simQuery(account: string, product: Product, key: string) {
  return queryOptions({
    queryKey: ['sim', account, product, key],
    queryFn: ({ signal }) =>
      product === 'super-sim'
        ? fetchSuperSim(account, key, signal)
        : fetchSim(account, key, signal),
    staleTime: STALE_TIME,
  })
}

/**
 * What sets the limits of a product's SIMs: the rate plans of Programmable Wireless, the fleets of
 * Super SIM.
 */
export function plansQuery(account: string, product: Product) {
  return queryOptions({
    queryKey: ['plans', account, product],
    queryFn: ({ signal }) =>
      product === 'super-sim' ? fetchFleets(account, signal) : fetchRatePlans(account, signal),
    staleTime: STALE_TIME,
  })
}

/** The networks that Super SIMs can use. */
export function networksQuery(account: string) {
  return queryOptions({
    queryKey: ['networks', account],
    queryFn: ({ signal }) => fetchNetworks(account, signal),
    staleTime: STALE_TIME,
  })
}

/** The newest data session of a Programmable Wireless SIM; `null` where it has none. */
export function lastDataSessionQuery(account: string, sid: string) {
  return queryOptions({
    queryKey: ['last-data-session', account, sid],
    queryFn: async ({ signal }) => (await fetchLastDataSession(account, sid, signal)) ?? null,
    staleTime: STALE_TIME,
  })
}

/** The newest billing period of a Super SIM; `null` where it has none. */
export function billingPeriodQuery(account: string, sid: string) {
  return queryOptions({
    queryKey: ['billing-period', account, sid],
    queryFn: async ({ signal }) => (await fetchBillingPeriod(account, sid, signal)) ?? null,
    staleTime: STALE_TIME,
  })
}
