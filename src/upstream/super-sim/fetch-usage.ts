import type { UsageRequest } from '#usage/request-plan.ts'
import type { UpstreamGroup } from '#usage/usage-query.ts'
import type { UsageRecord } from '#usage/usage-record.ts'
import { productPath } from '../gateway-paths.ts'
import type { Aged } from '../get-json.ts'
import { fetchAgedPages } from '../paging.ts'
import { wireMoment } from '../wire-values.ts'
import { identityOfUsageRecord, parseUsageRecord, wireUsageRecord } from './parse-usage-record.ts'

const GRANULARITIES = { hour: 'hour', day: 'day', total: 'all' } as const

const GROUPS: Record<UpstreamGroup, string> = {
  sim: 'sim',
  fleet: 'fleet',
  network: 'network',
  country: 'isoCountry',
}

/** The list that answers a request, and how it is asked for. */
export function usageList({ account, filter, group, interval, granularity }: UsageRequest) {
  return {
    path: `${productPath(account, 'super-sim')}/v1/UsageRecords`,
    parameters: {
      ...(filter.sim ? { Sim: filter.sim } : {}),
      ...(filter.fleet ? { Fleet: filter.fleet } : {}),
      ...(filter.network ? { Network: filter.network } : {}),
      ...(filter.country ? { IsoCountry: filter.country } : {}),
      ...(group ? { Group: GROUPS[group] } : {}),
      Granularity: GRANULARITIES[granularity],
      StartTime: wireMoment(interval.start),
      EndTime: wireMoment(interval.end),
    },
    key: 'usage_records',
  }
}

/**
 * Fetches the Super SIM usage that one request asks for.
 *
 * @throws UpstreamFailure
 */
export async function fetchSuperSimUsage(
  request: UsageRequest,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): Promise<Aged<UsageRecord[]>> {
  const list = {
    ...usageList(request),
    item: wireUsageRecord,
    identityOf: identityOfUsageRecord,
  }
  const { value, age } = await fetchAgedPages(list, signal, headers)
  return { value: value.flatMap((record) => parseUsageRecord(record, request.group)), age }
}
