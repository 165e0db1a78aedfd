import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { UsageRecord } from '#usage/question/usage-record.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 9, 1)

/** As many hours as October has. */
const HOURS = 744
const PARTS = ['home', 'nationalRoaming', 'internationalRoaming']

/**
 * A month of hours in three parts, whose last two days are not final.
 *
 * @param variant makes another month of the same form
 */
export function hourlySeries(variant: number): UsageSeries {
  const query: UsageQuery = {
    product: 'programmable-wireless',
    accounts: ['main'],
    filter: {},
    granularity: 'hour',
    interval: { start: new Date(START), end: new Date(START + HOURS * HOUR) },
  }
  const records = Array.from({ length: HOURS }, (_, hour) =>
    PARTS.map((part, index): UsageRecord => {
      const total = Math.round(1e6 * (2 + Math.sin(hour / 4 + index + variant) + (hour % 7) / 5))
      return {
        period: { start: new Date(START + hour * HOUR), end: new Date(START + (hour + 1) * HOUR) },
        part,
        data: { total, download: total, upload: 0 },
        commands: { total: 0, download: 0, upload: 0 },
      }
    }),
  ).flat()
  return buildSeries(query, records, [], new Date(START + HOURS * HOUR))
}
