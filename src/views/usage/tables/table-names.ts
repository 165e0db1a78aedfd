import type { TableName } from '#url/usage-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import type { Group, UsageQuery } from '#usage/question/usage-query.ts'
import type { Comparison } from '#usage/series/comparison.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import type { Granularity } from '#usage/time/granularity.ts'
import { formatInterval } from '#usage/time/moment.ts'

/** A table that stands below a chart. */
export interface OfferedTable {
  readonly name: Exclude<TableName, 'auto'>
  /** On its tab. */
  readonly tab: string
  /** Where it stands alone. */
  readonly title: string
}

const PARTS: Record<Group, readonly [string, string]> = {
  network: ['Networks', 'By network'],
  country: ['Countries', 'By country'],
  fleet: ['Fleets', 'By fleet'],
  sim: ['SIMs', 'By SIM'],
  account: ['Accounts', 'By account'],
}

const PERIODS: Record<Granularity, string> = {
  hour: 'Hours',
  day: 'Days',
  week: 'Weeks',
  month: 'Months',
  total: 'Total',
}

/**
 * The tables that a series can be shown as, the one first that is shown without being asked for.
 *
 * @param title what the chart above them is called
 * @param readOnly whether its reader may ask for nothing but what is shown
 */
export function offeredTables(
  { group }: UsageQuery,
  series: UsageSeries,
  comparison: Comparison | undefined,
  title: string,
  readOnly: boolean,
): OfferedTable[] {
  const { product, granularity, parts, countries } = series
  const buckets = {
    name: 'buckets',
    tab: PERIODS[granularity],
    title: `${title} by period`,
  } as const
  const [tab, by] = group ? PARTS[group] : ['Home and roaming', 'By roaming']
  const where = factsOf(product).tellsRoaming ? 'Countries of international roaming' : 'By country'
  return [
    ...(group ? [{ name: 'parts', tab, title: by } as const] : []),
    buckets,
    ...(!group && parts.length > 1 ? [{ name: 'parts', tab, title: by } as const] : []),
    ...(countries.length > 0 && group !== 'country'
      ? [{ name: 'countries', tab: 'Roaming countries', title: where } as const]
      : []),
    ...(countries.length > 0
      ? [{ name: 'map', tab: 'Map', title: `${where} on a map` } as const]
      : []),
    ...(comparison
      ? [
          {
            name: 'compared',
            tab: 'Compared',
            title: `Compared with ${formatInterval(comparison.earlier.interval)}`,
          } as const,
          ...(readOnly
            ? []
            : [
                {
                  name: 'causes',
                  tab: 'Why',
                  title: `Why it changed since ${formatInterval(comparison.earlier.interval)}`,
                } as const,
              ]),
        ]
      : []),
  ]
}

/** The table that the address asks for; the first that there is where it is not offered. */
export function tableOf(
  asked: TableName,
  offered: readonly OfferedTable[],
): OfferedTable | undefined {
  return offered.find(({ name }) => name === asked) ?? offered[0]
}
