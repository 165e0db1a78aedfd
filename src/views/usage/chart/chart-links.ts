import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { Interval } from '#usage/time/interval.ts'
import { rangeOf } from '#usage/time/time-range.ts'
import { simsAddress } from '../sims-address.ts'

/** Where something of a chart leads to. */
export interface ChartLink {
  readonly words: string
  readonly to: string
}

/** What a bar leads to, beside itself alone: the SIMs that used it, and what grew in it. */
export function bucketLinks(
  { search, queryOf }: Search<UsageSearch>,
  query: UsageQuery,
  bucket: Interval,
): ChartLink[] {
  const range = rangeOf(bucket)
  const alone = { range, by: 'auto' } as const
  const grown = {
    words: 'What grew in it',
    to: queryOf({ ...alone, compare: 'previous', table: 'compared' }),
  }
  if (query.filter.sim) return [grown]
  const sims = factsOf(query.product).groups.includes('sim')
    ? queryOf({ ...alone, group: 'sim', table: 'parts' })
    : simsAddress(search, { range })
  return [{ words: 'The SIMs of it', to: sims }, grown]
}
