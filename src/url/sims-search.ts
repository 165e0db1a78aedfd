import { SIM_SORTS, type SimSort } from '#usage/sims/sim-columns.ts'
import { SIM_CONCERNS, type SimConcern } from '#usage/sims/sim-concern.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { FIND_KEY } from './find-key.ts'
import { GATHER_KEY } from './gather-key.ts'
import { PLAN_KEY } from './plan-key.ts'
import { ANY_PRODUCT_KEY } from './product-key.ts'
import { RANGE_KEY } from './range-key.ts'
import { type SearchOf, searchCodec } from './search-codec.ts'
import { patternKey, wordKey } from './search-key.ts'

/** `/sims?product=super-sim&account=north&range=last-7-days&find=truck&sort=usage&order=descending` */
export const simsSearch = searchCodec({
  product: ANY_PRODUCT_KEY,
  account: ACCOUNT_KEY,
  /** Whose usage is told. */
  range: RANGE_KEY,
  /** Text to find in a SIM's name, SID, ICCID or status. */
  find: FIND_KEY,
  /** A status in the API's own word; empty for every one. */
  status: patternKey('status', /^[a-z-]{1,30}$/, 'a status, such as active'),
  /** SID of a rate plan or a fleet; empty for every one. */
  plan: PLAN_KEY,
  /** Country of usage in the range, ISO 3166 alpha-2; empty for every one. */
  country: patternKey('country', /^[A-Z]{2}$/, 'a country by its two letters, such as DE'),
  /** What somebody looks for first. */
  only: wordKey<SimConcern | 'all'>('only', ['all', ...SIM_CONCERNS], 'all'),
  sort: wordKey<SimSort>('sort', SIM_SORTS, 'usage'),
  /** As the column is sorted first, where the address is silent. */
  order: wordKey<'auto' | 'ascending' | 'descending'>(
    'order',
    ['auto', 'ascending', 'descending'],
    'auto',
  ),
  gather: GATHER_KEY,
})

/** What the list of SIMs shows. */
export type SimsSearch = SearchOf<typeof simsSearch>
