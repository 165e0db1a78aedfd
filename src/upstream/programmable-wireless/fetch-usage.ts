import type { RequestGranularity, UsageRequest } from '#usage/request-plan.ts'
import type { UsageRecord } from '#usage/usage-record.ts'
import { productPath } from '../gateway-paths.ts'
import type { Aged } from '../get-json.ts'
import { fetchAgedPages } from '../paging.ts'
import { wireMoment } from '../wire-values.ts'
import { identityOfUsageRecord, parseUsageRecord, wireUsageRecord } from './parse-usage-record.ts'

const GRANULARITIES: Record<RequestGranularity, string> = {
  hour: 'hourly',
  day: 'daily',
  total: 'all',
}

/**
 * Fetches the usage that one request asks for: of one SIM, or of all SIMs of the account.
 *
 * @throws UpstreamFailure
 */
export async function fetchProgrammableWirelessUsage(
  { account, filter: { sim }, interval, granularity }: UsageRequest,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
): Promise<Aged<UsageRecord[]>> {
  const base = `${productPath(account, 'programmable-wireless')}/v1`
  const list = {
    path: sim ? `${base}/Sims/${encodeURIComponent(sim)}/UsageRecords` : `${base}/UsageRecords`,
    parameters: {
      Start: wireMoment(interval.start),
      End: wireMoment(interval.end),
      Granularity: GRANULARITIES[granularity],
    },
    key: 'usage_records',
    item: wireUsageRecord,
    identityOf: identityOfUsageRecord,
  }
  const { value, age } = await fetchAgedPages(list, signal, headers)
  return { value: value.flatMap(parseUsageRecord), age }
}
