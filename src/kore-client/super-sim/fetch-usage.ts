import { productPath } from '#contract/gateway-paths.ts'
import {
  filterParameters,
  GRANULARITY_PARAMETER,
  GROUP_PARAMETER,
  GROUP_WORDS,
  KORE_WORDS,
} from '#contract/kore-words.ts'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import type { UsageRecord } from '#usage/question/usage-record.ts'
import type { Aged } from '../get-json.ts'
import { fetchAgedPages } from '../paging.ts'
import { readRecords } from '../read-records.ts'
import { wireMoment } from '../wire-values.ts'
import {
  identityOfUsageRecord,
  parseUsageRecord,
  type WireUsageRecord,
  wireUsageRecord,
} from './parse-usage-record.ts'

const WORDS = KORE_WORDS['super-sim']

/** The list that answers a request, and how it is asked for. */
export function usageList({ account, filter, group, interval, granularity }: UsageRequest) {
  return {
    path: `${productPath(account, 'super-sim')}/v1/UsageRecords`,
    parameters: {
      ...filterParameters('super-sim', filter),
      ...(group ? { [GROUP_PARAMETER]: GROUP_WORDS[group] } : {}),
      [GRANULARITY_PARAMETER]: WORDS.granularities[granularity],
      [WORDS.start]: wireMoment(interval.start),
      [WORDS.end]: wireMoment(interval.end),
    },
    pageSize: WORDS.usagePageSize,
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
  const parse = (record: WireUsageRecord) => parseUsageRecord(record, request.group)
  return { value: readRecords(value, request.granularity, parse), age }
}
