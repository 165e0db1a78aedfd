import { PATHS } from '#url/paths.ts'
import { simsSearch } from '#url/sims-search.ts'
import { accountSearch, type UsageSearch } from '#url/usage-search.ts'
import type { Product } from '#usage/kore/products.ts'
import type { Dimension } from '#usage/report/compared-members.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import type { Interval } from '#usage/time/interval.ts'
import { rangeOf } from '#usage/time/time-range.ts'
import { simAddress } from '../usage/tables/part-places.ts'

/** What the links of a report keep: its month, and its accounts by their word in the address. */
export interface ReportPlace {
  readonly month: Interval
  readonly account: string
}

/** The state of the usage view that shows a product in the month of a report. */
function usageOf(product: Product, { month, account }: ReportPlace): UsageSearch {
  const silent = accountSearch[product].parse(new URLSearchParams())
  return { ...silent, account, range: rangeOf(month), by: 'day' }
}

/** The usage view behind a number. */
export function usagePlace(
  product: Product,
  place: ReportPlace,
  part: Partial<UsageSearch> = {},
): string {
  const search = { ...usageOf(product, place), ...part }
  return `${PATHS.account}?${accountSearch[product].serialize(search)}`
}

/** The chart that a usage view shows of a measure. */
export function chartOf(measure: Measure): Pick<UsageSearch, 'chart'> {
  return { chart: typeof measure === 'object' ? `cost-${measure.currency}` : measure }
}

/** The usage view of one member of a dimension; undefined where it cannot be looked at alone. */
export function memberPlace(
  product: Product,
  dimension: Dimension,
  key: string,
  place: ReportPlace,
): string | undefined {
  if (dimension === 'account') return usagePlace(product, { ...place, account: key })
  if (dimension === 'part' || product !== 'super-sim') return undefined
  if (dimension === 'country') {
    return /^[A-Z]{2}$/.test(key)
      ? usagePlace(product, place, { country: key, group: 'network' })
      : undefined
  }
  const sid = key.split('/').at(-1) ?? key
  if (dimension === 'network' && sid.startsWith('HW')) {
    return usagePlace(product, place, { network: sid, group: 'country' })
  }
  if (dimension === 'fleet' && sid.startsWith('HF')) {
    // A fleet is of one account.
    const account = key.includes('/') ? (key.split('/')[0] ?? '') : place.account
    return usagePlace(product, { ...place, account }, { fleet: sid, group: 'sim' })
  }
  return undefined
}

/** The page of a SIM in the month of a report. */
export function simPlaceOf(
  product: Product,
  sid: string,
  account: string,
  place: ReportPlace,
): string | undefined {
  return simAddress(usageOf(product, place), sid, account)
}

/** The list of SIMs that have a concern in the month of a report, or are of a plan. */
export function simsPlace(
  product: Product,
  { month, account }: ReportPlace,
  part: { readonly only?: 'over' | 'silent'; readonly plan?: string },
): string {
  const silent = simsSearch.parse(new URLSearchParams())
  const search = { ...silent, product, account, range: rangeOf(month), ...part }
  return `${PATHS.sims}?${simsSearch.serialize(search)}`
}
