import { productPath } from '#contract/gateway-paths.ts'
import { GRANULARITY_PARAMETER, KORE_WORDS } from '#contract/kore-words.ts'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import type { UsageRecord } from '#usage/question/usage-record.ts'
import type { Aged } from '../get-json.ts'
import { fetchAgedPages } from '../paging.ts'
import { readRecords } from '../read-records.ts'
import { wireMoment } from '../wire-values.ts'
import { parseUsageRecord } from './parse-usage-record.ts'
import { identityOfUsageRecord, wireUsageRecord } from './wire-usage-record.ts'

const WORDS = KORE_WORDS['programmable-wireless']

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
      [WORDS.start]: wireMoment(interval.start),
      [WORDS.end]: wireMoment(interval.end),
      [GRANULARITY_PARAMETER]: WORDS.granularities[granularity],
    },
    pageSize: WORDS.usagePageSize,
    key: 'usage_records',
    item: wireUsageRecord,
    identityOf: identityOfUsageRecord,
  }
  const { value, age } = await fetchAgedPages(list, signal, headers)
  return { value: readRecords(value, granularity, parseUsageRecord), age }
}
