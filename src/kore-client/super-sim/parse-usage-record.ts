import * as z from 'zod/mini'
import type { UpstreamGroup } from '#usage/kore/products.ts'
import {
  NO_FLOW,
  UNATTRIBUTED,
  UNKNOWN_COUNTRY,
  type UsageRecord,
  WHOLE,
} from '#usage/question/usage-record.ts'
import { parseCountry } from '../country-code.ts'
import { moment, money, parseCost, wholeNumber } from '../wire-values.ts'

/**
 * A usage record as Super SIM sends it: flat, whose SIDs are filled only when filtered or grouped by,
 * and whose `period` may be `{}` (API examples).
 */
export const wireUsageRecord = z.object({
  period: z.nullish(z.object({ start_time: z.optional(moment), end_time: z.optional(moment) })),
  sim_sid: z.nullish(z.string()),
  fleet_sid: z.nullish(z.string()),
  network_sid: z.nullish(z.string()),
  iso_country: z.nullish(z.string()),
  data_upload: wholeNumber,
  data_download: wholeNumber,
  data_total: z.nullish(wholeNumber),
  data_total_billed: z.nullish(money),
  billed_unit: z.nullish(z.string()),
})

export type WireUsageRecord = z.infer<typeof wireUsageRecord>

/** Bytes come before their charge. */
const NOT_CHARGED = { amount: 0, currency: undefined }

/** What tells the records of one request apart; a record without a period counts for nothing. */
export function identityOfUsageRecord(record: WireUsageRecord): string | undefined {
  const { period, sim_sid, fleet_sid, network_sid, iso_country, billed_unit } = record
  if (!period?.start_time) return undefined
  const start = period.start_time.getTime()
  return [start, sim_sid, fleet_sid, network_sid, iso_country, billed_unit].join(' ')
}

const MEMBER: Record<UpstreamGroup, (record: WireUsageRecord) => string | null | undefined> = {
  sim: ({ sim_sid }) => sim_sid,
  fleet: ({ fleet_sid }) => fleet_sid,
  network: ({ network_sid }) => network_sid,
  country: ({ iso_country }) => parseCountry(iso_country) ?? UNKNOWN_COUNTRY,
}

/**
 * Reads one record, as a part named after its member of the group.
 *
 * A charge without a unit is not known yet (contract §4): it is not zero. A total that is not told is the
 * sum of both directions.
 *
 * @returns empty for a record without a period
 */
export function parseUsageRecord(
  record: WireUsageRecord,
  group: UpstreamGroup | undefined,
): UsageRecord[] {
  const { start_time: start, end_time: end } = record.period ?? {}
  if (!start || !end) return []
  const { data_upload: upload, data_download: download, data_total } = record
  const total = data_total ?? upload + download
  const apart = Math.abs(total - upload - download)
  return [
    {
      period: { start, end },
      part: group ? MEMBER[group](record) || UNATTRIBUTED : WHOLE,
      data: { total, download, upload },
      commands: NO_FLOW,
      cost: parseCost(record.data_total_billed, record.billed_unit) ?? NOT_CHARGED,
      ...(apart > 0 ? { oddities: [{ kind: 'directionsDiffer', amount: apart }] } : {}),
    },
  ]
}
