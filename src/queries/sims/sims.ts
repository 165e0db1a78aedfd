import {
  queryOptions,
  experimental_streamedQuery as streamedQuery,
  useQuery,
} from '@tanstack/react-query'
import {
  type DataSession,
  fetchDataSessions,
  fetchRatePlans,
  fetchSim,
  streamSims,
} from '#kore-client/programmable-wireless/sims.ts'
import type { Sim, SimPage } from '#kore-client/sim.ts'
import {
  fetchBillingPeriods,
  fetchFleets,
  fetchNetworks,
  fetchSuperSim,
  streamSuperSims,
} from '#kore-client/super-sim/resources.ts'
import type { Product } from '#usage/kore/products.ts'
import { type AskedKey, askedKey } from '../query-key.ts'

export type { DataSession }

/** Who asks for the SIMs of a product, and for what sets their limits. */
const SIM_CLIENTS = {
  'programmable-wireless': { stream: streamSims, fetchOne: fetchSim, fetchPlans: fetchRatePlans },
  'super-sim': { stream: streamSuperSims, fetchOne: fetchSuperSim, fetchPlans: fetchFleets },
} as const satisfies Record<Product, unknown>

const STALE_TIME = 5 * 60_000

/** The SIMs of a product, as far as they have been read. */
interface SimList {
  readonly pages: readonly (readonly Sim[])[]
  /** How many SIMs could not be read. */
  readonly skipped: number
  readonly complete: boolean
}

/** A list of which nothing is there yet. */
export const NO_SIMS: SimList = { pages: [], skipped: 0, complete: false }

/** All SIMs of a product; each page is there as soon as it has come in. */
export function simsQuery(account: string, product: Product) {
  return queryOptions({
    queryKey: askedKey('sims', { account, product }),
    queryFn: streamedQuery<SimPage, SimList, AskedKey>({
      streamFn: ({ signal }) => SIM_CLIENTS[product].stream(account, signal),
      refetchMode: 'replace',
      initialValue: NO_SIMS,
      reducer: (before, { sims, skipped, first, last }) => ({
        pages: first ? [sims] : [...before.pages, sims],
        skipped: first ? skipped : before.skipped + skipped,
        complete: last,
      }),
    }),
    staleTime: STALE_TIME,
    // Comparing each new page with all before it would take longer than reading it.
    structuralSharing: false,
  })
}

/** One SIM, by its SID or unique name. */
export function simQuery(account: string, product: Product, key: string) {
  return queryOptions({
    queryKey: askedKey('sim', { account, product }, key),
    queryFn: ({ signal }) => SIM_CLIENTS[product].fetchOne(account, key, signal),
    staleTime: STALE_TIME,
  })
}

/**
 * What sets the limits of a product's SIMs: the rate plans of Programmable Wireless, the fleets of
 * Super SIM.
 */
export function plansQuery(account: string, product: Product) {
  return queryOptions({
    queryKey: askedKey('plans', { account, product }),
    queryFn: ({ signal }) => SIM_CLIENTS[product].fetchPlans(account, signal),
    staleTime: STALE_TIME,
  })
}

/** The networks that Super SIMs can use. */
export function networksQuery(account: string) {
  return queryOptions({
    queryKey: askedKey('networks', { account, product: 'super-sim' }),
    queryFn: ({ signal }) => fetchNetworks(account, signal),
    staleTime: STALE_TIME,
  })
}

/** The data sessions of a Programmable Wireless SIM, newest first. */
function dataSessionsQuery(account: string, sid: string) {
  return queryOptions({
    queryKey: askedKey('data-sessions', { account, product: 'programmable-wireless' }, sid),
    queryFn: ({ signal }) => fetchDataSessions(account, sid, signal),
    staleTime: STALE_TIME,
  })
}

/** The billing periods of a Super SIM, newest first. */
function billingPeriodsQuery(account: string, sid: string) {
  return queryOptions({
    queryKey: askedKey('billing-periods', { account, product: 'super-sim' }, sid),
    queryFn: ({ signal }) => fetchBillingPeriods(account, sid, signal),
    staleTime: STALE_TIME,
  })
}

/** The SIMs of a product, to choose one from. @param wanted false asks for nothing */
export function useSimList(account: string, product: Product, wanted: boolean) {
  return useQuery({ ...simsQuery(account, product), enabled: wanted })
}

/** One SIM, by its SID or unique name; nothing is asked for where it is empty. */
export function useSim(account: string, product: Product, key: string) {
  return useQuery({ ...simQuery(account, product, key), enabled: key !== '' })
}

/** What sets the limits of a product's SIMs, as the upstream lists it. */
export function usePlanList(account: string, product: Product) {
  return useQuery(plansQuery(account, product))
}

/** The networks that Super SIMs can use. */
export function useNetworks(account: string) {
  return useQuery(networksQuery(account))
}

/** The data sessions of a Programmable Wireless SIM. */
export function useDataSessions(account: string, sid: string) {
  return useQuery(dataSessionsQuery(account, sid))
}

/** The newest billing period of a Super SIM; `null` where it has none. @param wanted false asks for nothing */
export function useBillingPeriod(account: string, sid: string, wanted = true) {
  return useQuery({
    ...billingPeriodsQuery(account, sid),
    enabled: wanted,
    select: ([newest]) => newest ?? null,
  })
}

/** All of them, newest first. @param wanted false asks for nothing */
export function useBillingPeriods(account: string, sid: string, wanted: boolean) {
  return useQuery({ ...billingPeriodsQuery(account, sid), enabled: wanted })
}
