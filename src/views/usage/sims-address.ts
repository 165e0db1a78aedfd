import { PATHS } from '#url/paths.ts'
import { type SimsSearch, simsSearch } from '#url/sims-search.ts'
import type { UsageSearch } from '#url/usage-search.ts'

/** The list of the SIMs of a view, over its range, those that used most first. */
export function simsAddress(
  { product, account, range }: UsageSearch,
  narrowed: Partial<SimsSearch>,
): string {
  return `${PATHS.sims}?${simsSearch.serialize({
    ...simsSearch.parse(new URLSearchParams()),
    product,
    account,
    range,
    sort: 'usage',
    order: 'descending',
    ...narrowed,
  })}`
}
