import * as z from 'zod/mini'
import { productPath } from '#contract/gateway-paths.ts'
import { WHOLE } from '#usage/question/usage-record.ts'
import type { DataLimit } from '#usage/sims/data-limit.ts'
import { parseMoment } from '#usage/time/parse-moment.ts'
import { legibleName } from '#usage/words/legible-name.ts'
import { parseCountry } from '../country-code.ts'
import { getJson } from '../get-json.ts'
import { fetchAllPages, streamPages } from '../paging.ts'
import { type Sim, type SimPage, UNKNOWN_STATUS } from '../sim.ts'
import { limitsOf, moment, sidOf, wholeNumber } from '../wire-values.ts'

const baseOf = (account: string) => `${productPath(account, 'super-sim')}/v1`

const wireSim = z.object({
  sid: z.string(),
  unique_name: z.nullish(z.string()),
  iccid: z.nullish(z.string()),
  status: z.nullish(z.string()),
  fleet_sid: z.nullish(z.string()),
  date_created: z.nullish(z.string()),
  date_updated: z.nullish(z.string()),
})

const wireFleet = z.object({
  sid: z.string(),
  unique_name: z.nullish(z.string()),
  data_limit: z.nullish(wholeNumber),
})

const wireNetwork = z.object({
  sid: z.string(),
  friendly_name: z.nullish(z.string()),
  iso_country: z.nullish(z.string()),
})

const wireBillingPeriod = z.object({
  sid: z.string(),
  period_type: z.nullish(z.string()),
  start_time: moment,
  end_time: z.nullish(moment),
})

interface Fleet {
  readonly sid: string
  readonly name: string
  /** For each SIM of the fleet; it is no pool. */
  readonly limits: readonly DataLimit[]
}

export interface Network {
  readonly sid: string
  readonly name: string
  /** ISO 3166 alpha-2. */
  readonly country: string
}

interface BillingPeriod {
  /** What the SIM is billed as, in the API's own word: `ready` or `active`. */
  readonly type: string
  readonly start: Date
  readonly end: Date | undefined
}

/** All Super SIMs of the account, page by page. @throws UpstreamFailure */
export async function* streamSuperSims(
  account: string,
  signal: AbortSignal,
): AsyncGenerator<SimPage> {
  const list = {
    path: `${baseOf(account)}/Sims`,
    parameters: {},
    key: 'sims',
    item: wireSim,
    identityOf: sidOf,
    skipsBroken: true,
  }
  for await (const { items, skipped, first, last } of streamPages(list, signal)) {
    yield { sims: items.map((sim) => parseSim(account, sim)), skipped, first, last }
  }
}

/** @param key SID or unique name @throws UpstreamFailure */
export async function fetchSuperSim(
  account: string,
  key: string,
  signal: AbortSignal,
): Promise<Sim> {
  return parseSim(
    account,
    await getJson(`${baseOf(account)}/Sims/${encodeURIComponent(key)}`, wireSim, signal),
  )
}

/** @throws UpstreamFailure */
export async function fetchFleets(account: string, signal: AbortSignal): Promise<Fleet[]> {
  const fleets = await fetchAllPages(
    {
      path: `${baseOf(account)}/Fleets`,
      parameters: {},
      key: 'fleets',
      item: wireFleet,
      identityOf: sidOf,
      skipsBroken: true,
    },
    signal,
  )
  return fleets.map((fleet) => ({
    sid: fleet.sid,
    name: legibleName([fleet.unique_name], fleet.sid),
    limits: limitsOf(WHOLE, fleet.data_limit),
  }))
}

/** @throws UpstreamFailure */
export async function fetchNetworks(account: string, signal: AbortSignal): Promise<Network[]> {
  const networks = await fetchAllPages(
    {
      path: `${baseOf(account)}/Networks`,
      parameters: {},
      key: 'networks',
      item: wireNetwork,
      identityOf: sidOf,
      skipsBroken: true,
    },
    signal,
  )
  return networks.map((network) => ({
    sid: network.sid,
    name: legibleName([network.friendly_name], network.sid),
    country: parseCountry(network.iso_country) ?? '',
  }))
}

/**
 * The billing periods of a SIM, newest first.
 *
 * @throws UpstreamFailure
 */
export async function fetchBillingPeriods(
  account: string,
  sim: string,
  signal: AbortSignal,
): Promise<readonly BillingPeriod[]> {
  const path = `${baseOf(account)}/Sims/${encodeURIComponent(sim)}/BillingPeriods`
  const periods = await fetchAllPages(
    { path, parameters: {}, key: 'billing_periods', item: wireBillingPeriod, identityOf: sidOf },
    signal,
  )
  return periods
    .sort((a, b) => b.start_time.getTime() - a.start_time.getTime())
    .map(({ period_type, start_time, end_time }) => ({
      type: period_type ?? '',
      start: start_time,
      end: end_time ?? undefined,
    }))
}

function parseSim(account: string, sim: z.infer<typeof wireSim>): Sim {
  return {
    sid: sim.sid,
    product: 'super-sim',
    account,
    name: legibleName([sim.unique_name], sim.sid),
    uniqueName: sim.unique_name ?? '',
    iccid: sim.iccid ?? '',
    status: sim.status || UNKNOWN_STATUS,
    planSid: sim.fleet_sid ?? '',
    created: parseMoment(sim.date_created ?? '')?.getTime(),
    updated: parseMoment(sim.date_updated ?? '')?.getTime(),
  }
}
