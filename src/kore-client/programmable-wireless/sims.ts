import * as z from 'zod/mini'
import { productPath } from '#contract/gateway-paths.ts'
import type { DataLimit } from '#usage/sims/data-limit.ts'
import { parseMoment } from '#usage/time/parse-moment.ts'
import { legibleName } from '#usage/words/legible-name.ts'
import { getJson } from '../get-json.ts'
import { fetchAllPages, streamPages } from '../paging.ts'
import { type Sim, type SimPage, UNKNOWN_STATUS } from '../sim.ts'
import { limitsOf, moment, sidOf, wholeNumber } from '../wire-values.ts'

const baseOf = (account: string) => `${productPath(account, 'programmable-wireless')}/v1`

const wireSim = z.object({
  sid: z.string(),
  unique_name: z.nullish(z.string()),
  friendly_name: z.nullish(z.string()),
  iccid: z.nullish(z.string()),
  status: z.nullish(z.string()),
  rate_plan_sid: z.nullish(z.string()),
  ip_address: z.nullish(z.string()),
  date_created: z.nullish(z.string()),
  date_updated: z.nullish(z.string()),
})

const wireRatePlan = z.object({
  sid: z.string(),
  unique_name: z.nullish(z.string()),
  friendly_name: z.nullish(z.string()),
  data_limit: z.nullish(wholeNumber),
  national_roaming_data_limit: z.nullish(wholeNumber),
  international_roaming_data_limit: z.nullish(wholeNumber),
})

const wireDataSession = z.object({
  sid: z.string(),
  packets_uploaded: z.nullish(z.number()),
  packets_downloaded: z.nullish(z.number()),
  radio_link: z.nullish(z.string()),
  operator_name: z.nullish(z.string()),
  operator_country: z.nullish(z.string()),
  start: moment,
  end: z.nullish(moment),
})

interface RatePlan {
  readonly sid: string
  readonly name: string
  /** Those that it has; each counts its own part alone. */
  readonly limits: readonly DataLimit[]
}

export interface DataSession {
  readonly sid: string
  readonly operator: string
  /** Three letters, as the API names it. */
  readonly country: string
  readonly radioLink: string
  readonly start: Date
  /** Undefined while it is open. */
  readonly end: Date | undefined
  /** Undefined where they are not told. */
  readonly packetsUploaded: number | undefined
  readonly packetsDownloaded: number | undefined
}

/** All Programmable Wireless SIMs of the account, page by page. @throws UpstreamFailure */
export async function* streamSims(account: string, signal: AbortSignal): AsyncGenerator<SimPage> {
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
export async function fetchSim(account: string, key: string, signal: AbortSignal): Promise<Sim> {
  return parseSim(
    account,
    await getJson(`${baseOf(account)}/Sims/${encodeURIComponent(key)}`, wireSim, signal),
  )
}

/** @throws UpstreamFailure */
export async function fetchRatePlans(account: string, signal: AbortSignal): Promise<RatePlan[]> {
  const plans = await fetchAllPages(
    {
      path: `${baseOf(account)}/RatePlans`,
      parameters: {},
      key: 'rate_plans',
      item: wireRatePlan,
      identityOf: sidOf,
      skipsBroken: true,
    },
    signal,
  )
  return plans.map((plan) => ({
    sid: plan.sid,
    name: legibleName([plan.friendly_name, plan.unique_name], plan.sid),
    limits: [
      ...limitsOf('home', plan.data_limit),
      ...limitsOf('nationalRoaming', plan.national_roaming_data_limit),
      ...limitsOf('internationalRoaming', plan.international_roaming_data_limit),
    ],
  }))
}

/** The data sessions of a SIM that the API still lists, newest first. @throws UpstreamFailure */
export async function fetchDataSessions(
  account: string,
  sim: string,
  signal: AbortSignal,
): Promise<DataSession[]> {
  const path = `${baseOf(account)}/Sims/${encodeURIComponent(sim)}/DataSessions`
  const sessions = await fetchAllPages(
    { path, parameters: {}, key: 'data_sessions', item: wireDataSession, identityOf: sidOf },
    signal,
  )
  return sessions
    .map((session) => ({
      sid: session.sid,
      operator: session.operator_name ?? 'Unknown operator',
      country: session.operator_country ?? '',
      radioLink: session.radio_link ?? '',
      start: session.start,
      end: session.end ?? undefined,
      packetsUploaded: session.packets_uploaded ?? undefined,
      packetsDownloaded: session.packets_downloaded ?? undefined,
    }))
    .sort((a, b) => b.start.getTime() - a.start.getTime())
}

function parseSim(account: string, sim: z.infer<typeof wireSim>): Sim {
  return {
    sid: sim.sid,
    product: 'programmable-wireless',
    account,
    name: legibleName([sim.friendly_name, sim.unique_name], sim.sid),
    uniqueName: sim.unique_name ?? '',
    iccid: sim.iccid ?? '',
    status: sim.status || UNKNOWN_STATUS,
    planSid: sim.rate_plan_sid ?? '',
    created: parseMoment(sim.date_created ?? '')?.getTime(),
    updated: parseMoment(sim.date_updated ?? '')?.getTime(),
  }
}
